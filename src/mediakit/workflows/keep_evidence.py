"""Keep what shows that somebody agreed: a copy of a file, or a recording's id."""

from collections.abc import Sequence
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.catalog import ClipNotFound
from mediakit.errors.people import EvidenceNotFound
from mediakit.files import is_file
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.consent import Evidence
from mediakit.workflows.keep_copy import keep_copy


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
    target, sha256 = keep_copy(source, library.evidence)
    path = target.relative_to(library.root).as_posix()
    return Evidence(path=path, sha256=sha256)
