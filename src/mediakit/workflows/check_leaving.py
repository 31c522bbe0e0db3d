"""Verify what left the library: unchanged, agreed to, and taken back where it must."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError
from mediakit.errors.check import (
    ExportChanged,
    FileHalfWritten,
    RecallsOpen,
    UseOverridden,
    UseUnfinished,
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
from mediakit.workflows.note_halves import (
    MAKING,
    halves_at,
    is_looked_through,
    noted_halves,
)
from mediakit.workflows.trace_voice import trace_voices, withdrawn_voices
from mediakit.workflows.working_copies import copies_there


def check_leaving(
    library: Library, records: Records, day: str
) -> Iterator[tuple[str, Findings]]:
    """Yield what holds voices, with its problems and warnings, and what to take back.

    A file that is gone was thrown away, as people do, unless its use says that it was
    never seen. One that is there and holds a withdrawn voice is a problem whatever the
    list of recalls says of it.

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
    uses = records.all(Use)
    known = {(file.path, file.sha256) for use in uses for file in use.files}
    told: set[str] = set()
    for use in uses:
        closed = use.id in held
        problems = _problems(library, use, known, closed=closed)
        told |= {str(problem.details.get("path")) for problem in problems}
        yield use.id, (problems, _warnings(library, use))
    for half in sorted(set(noted_halves(library))):
        if str(half) not in told:
            yield str(half), ([FileHalfWritten(path=str(half))], [])
    if asked := open_recalls(records, day):
        yield "recalls", ([], [RecallsOpen(count=len(asked))])


def _problems(
    library: Library, use: Use, known: set[tuple[str, str]], *, closed: bool
) -> list[MediakitError]:
    problems: list[MediakitError] = []
    if use.is_read_back:
        return problems
    # a kit is taken back as a whole, however many files it has
    once = use.kind is UseKind.KIT
    gone: list[Path] = []
    for file in use.files:
        path = library.resolve(file.path)
        if not is_file(path):
            gone.append(path)
            continue
        problem: MediakitError | None = None
        try:
            digest = checksum(path)
            if digest != file.sha256:
                if (file.path, digest) in known:
                    # it is gone, or never came to be, and another has its name
                    continue
                problem = ExportChanged(use=use.id, path=str(path))
        except ReadFailed as error:
            problem = error
        if closed and not (once and problems):
            problems.append(WithdrawnFileThere(use=use.id, path=str(path)))
        # sheets are there to be changed
        if problem and use.kind is not UseKind.SHEET:
            problems.append(problem)
    return [*problems, *_half_written(library, gone)]


def _half_written(library: Library, gone: Iterable[Path]) -> list[FileHalfWritten]:
    """Return what lies beside files that never came to be, outside of the library.

    Nothing else ever looks there; it holds all that the files were to hold.
    """
    halves: dict[Path, None] = {}
    for path in gone:
        if not is_looked_through(library, path):
            folders = (one / MAKING for one in path.parents[1:3])
            for place in (path, *folders):
                halves |= dict.fromkeys(halves_at(place))
    return [FileHalfWritten(path=str(one)) for one in halves]


def _warnings(library: Library, use: Use) -> list[MediakitError]:
    warnings: list[MediakitError] = []
    if use.unfinished:
        paths = [library.resolve(file.path) for file in use.files]
        lost = [str(path) for path in paths if not is_file(path)]
        # a kit is wanted as a whole, however many files it has
        warnings += [UseUnfinished(use=use.id, path=path) for path in lost[:1]]
    if use.override:
        day, by = (use.created.at[:10], use.created.by) if use.created else ("-", "-")
        warnings.append(UseOverridden(use=use.id, by=by, day=day, why=use.override))
    return warnings
