"""Make the excerpts of a film equally loud, and remember how loud each is."""

import contextlib
import json
from dataclasses import replace
from pathlib import Path

from mediakit.errors.library import WriteFailed
from mediakit.files import write_durably
from mediakit.library import Library
from mediakit.media.rendering.film import Cover, Film, Shot
from mediakit.media.rendering.loudness import gain_for, measure


def even_loudness(
    library: Library, film: Film
) -> tuple[Film, tuple[float | None, ...]]:
    """Return *film* with every shot brought to one loudness.

    A range of a recording is measured once, and what was found is kept beside its
    segments.

    Returns:
        The film, and for each part how loud it is in its recording, in LUFS; ``None``
        where nothing is heard.

    Raises:
        ReadFailed: A source cannot be read, or is no recording.
    """
    found = tuple(
        _measured(library, part) if isinstance(part, Shot) else None
        for part in film.parts
    )
    parts = tuple(
        _even(library, part, loudness) if isinstance(part, Shot) else part
        for part, loudness in zip(film.parts, found, strict=True)
    )
    return replace(film, parts=parts), found


def _even(library: Library, shot: Shot, loudness: float | None) -> Shot:
    covers = tuple(
        # what was recorded softly is beneath anyway
        replace(one, gain=min(0.0, gain_for(_measured(library, one))))
        if one.is_heard
        else one
        for one in shot.covers
    )
    return replace(shot, gain=gain_for(loudness), covers=covers)


def _measured(library: Library, part: Shot | Cover) -> float | None:
    name = f"{part.span.start}-{part.span.end}.json"
    path = library.segments / part.sha256 / name
    with contextlib.suppress(OSError, ValueError, LookupError, TypeError):
        kept = json.loads(path.read_text("utf-8"))["loudness"]
        return None if kept is None else float(kept)
    loudness = measure(part.source, part.span)
    _keep(path, loudness)
    return loudness


def _keep(path: Path, loudness: float | None) -> None:
    # it can be measured again
    with contextlib.suppress(WriteFailed):
        write_durably(path, json.dumps({"loudness": loudness}).encode())
