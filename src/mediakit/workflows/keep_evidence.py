"""Keep what shows that somebody agreed: a copy of a file, or a recording's id."""

import re
from collections.abc import Sequence
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.adding import SourceChanged
from mediakit.errors.catalog import ClipNotFound
from mediakit.errors.people import EvidenceNotFound
from mediakit.files import checksum, copy_hashing, is_file, staged
from mediakit.model.clip import Clip
from mediakit.model.consent import Evidence
from mediakit.settings import Library

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}", re.ASCII)


def keep_evidence(
    library: Library, records: Records, typed: Sequence[str]
) -> tuple[Evidence, ...]:
    """Return evidence that events can name, once its files are copied.

    A copy is named after its content, for names of files tell names of people: one
    list with many signatures is kept once. It stays even where the event is not
    recorded in the end, for another event may name it by then.

    Args:
        library: Where copies go.
        records: The clips.
        typed: Files, or ids of clips.

    Raises:
        EvidenceNotFound: Something is neither a file nor a clip.
        IdAmbiguous: Something may be several clips.
        ReadFailed: A file cannot be read.
        WriteFailed: A copy cannot be written.
        SourceChanged: A file changed while it was copied.
    """
    found = [_source(records, one) for one in typed]
    return tuple(
        Evidence(clip=one.id) if isinstance(one, Clip) else _copy(library, one)
        for one in found
    )


def _source(records: Records, typed: str) -> Clip | Path:
    if is_file(Path(typed)):
        return Path(typed)
    try:
        return records.find(Clip, typed)
    except ClipNotFound as error:
        raise EvidenceNotFound(evidence=typed) from error


def _copy(library: Library, source: Path) -> Evidence:
    sha256 = checksum(source)
    suffix = source.suffix.lower()
    suffix = suffix if _SUFFIX.fullmatch(suffix) else ""
    target = library.evidence / f"{sha256[:32]}{suffix}"
    if not (is_file(target) and checksum(target) == sha256):
        with staged(target) as file:
            if copy_hashing(source, file)[0] != sha256:
                raise SourceChanged(path=str(source))
    path = target.relative_to(library.root).as_posix()
    return Evidence(path=path, sha256=sha256)
