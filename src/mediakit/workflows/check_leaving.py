"""Verify what left the library: unchanged, agreed to, and taken back where it must."""

from collections.abc import Iterator

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError
from mediakit.errors.check import (
    ExportChanged,
    RecallsOpen,
    UseOverridden,
    WithdrawnClipThere,
    WithdrawnCopyThere,
    WithdrawnFileThere,
)
from mediakit.errors.library import ReadFailed
from mediakit.files import checksum, is_file
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.removed import Removed
from mediakit.model.use import Use, UseKind
from mediakit.workflows.check_consent import Findings
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.trace_voice import trace_voices, withdrawn_voices
from mediakit.workflows.working_copies import copies_there


def check_leaving(
    library: Library, records: Records, day: str
) -> Iterator[tuple[str, Findings]]:
    """Yield what holds voices, with its problems and warnings, and what to take back.

    A file that is gone was thrown away, as people do. One that is there and holds a
    withdrawn voice is a problem whatever the list of recalls says of it.

    Args:
        library: Where the files are.
        records: The catalog.
        day: ISO 8601 day of today.
    """
    marks = withdrawn_voices(gather_facts(records), day)
    held = {traced.record.id for traced in trace_voices(records, marks)}
    for clip in records.all(Clip):
        if clip.id in held and (copies := list(copies_there(library, clip))):
            yield clip.id, ([WithdrawnCopyThere(clip=clip.id, path=str(copies[0]))], [])
    for removed in records.all(Removed):
        folder = library.resolve(removed.folder)
        if removed.id in held and removed.folder and folder.exists():
            error = WithdrawnClipThere(removed=removed.id, path=str(folder))
            yield removed.id, ([error], [])
    for use in records.all(Use):
        yield use.id, (_problems(library, use, closed=use.id in held), _warnings(use))
    if asked := open_recalls(records, day):
        yield "recalls", ([], [RecallsOpen(count=len(asked))])


def _problems(library: Library, use: Use, *, closed: bool) -> list[MediakitError]:
    problems: list[MediakitError] = []
    # a kit is taken back as a whole, however many files it has
    once = use.kind is UseKind.KIT
    for file in use.files:
        path = library.resolve(file.path)
        if not is_file(path):
            continue
        if closed and not (once and problems):
            problems.append(WithdrawnFileThere(use=use.id, path=str(path)))
        if use.kind is UseKind.SHEET:  # which is there to be changed
            continue
        try:
            if checksum(path) != file.sha256:
                problems.append(ExportChanged(use=use.id, path=str(path)))
        except ReadFailed as error:
            problems.append(error)
    return problems


def _warnings(use: Use) -> list[MediakitError]:
    if not use.override:
        return []
    day, by = (use.created.at[:10], use.created.by) if use.created else ("-", "-")
    return [UseOverridden(use=use.id, by=by, day=day, why=use.override)]
