"""Put what was prepared of a clip in its place; the measures last, as its mark."""

from dataclasses import replace
from pathlib import Path

import msgspec

from mediakit.errors.library import WriteFailed
from mediakit.files import make_folder, reason, sync_folder, write_durably
from mediakit.files import replace as rename
from mediakit.library import Library
from mediakit.media.preparing.hearing import Heard
from mediakit.workflows.keep_thumbnail import thumbnail_of
from mediakit.workflows.prepare_part import Looked
from mediakit.workflows.prepared_files import (
    PICTURES_METHOD,
    SOUND_METHOD,
    filmstrip_of,
    measures_of,
    proxy_of,
    read_measures_file,
    waveform_of,
)


def keep_prepared(library: Library, clip: str, made: Heard | Looked | Path) -> None:
    """Write what a job made.

    Raises:
        WriteFailed: It could not be written.
    """
    if isinstance(made, Path):
        _move(made, proxy_of(library, clip))
        return
    known = read_measures_file(library, clip)
    if isinstance(made, Heard):
        write_durably(waveform_of(library, clip), made.waveform)
        known = replace(known, sound=made.measures, sound_method=SOUND_METHOD)
    else:
        write_durably(thumbnail_of(library, clip), made.thumbnail)
        write_durably(filmstrip_of(library, clip), made.seen.filmstrip)
        measured = made.seen.measures
        known = replace(known, pictures=measured, pictures_method=PICTURES_METHOD)
    write_durably(measures_of(library, clip), msgspec.json.encode(known))


def _move(source: Path, target: Path) -> None:
    try:
        make_folder(target.parent)
        rename(source, target)
        sync_folder(target.parent)
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error
