"""Verify every original, record, transcript and link; find them all in one go."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors import (
    ExportChanged,
    FileHalfWritten,
    FileOrphaned,
    LinkBroken,
    MediakitError,
    OpenToOthers,
    OriginalChanged,
    OriginalMissing,
    ReadFailed,
    TranscriptFileChanged,
    TranscriptFileMissing,
)
from mediakit.files import TEMPORARY_SUFFIX, checksum, is_file, reason
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use
from mediakit.settings import Library
from mediakit.workflows.load_transcript import load_transcript

_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was verified.

    Attributes:
        what: An id or a path.
        size: Bytes that were read for it.
        problems: What is wrong with it.
        warnings: What is not wrong, but should be known.
    """

    what: str
    size: int = 0
    problems: tuple[MediakitError, ...] = ()
    warnings: tuple[MediakitError, ...] = ()


def size_to_check(catalog: Catalog, *, quick: bool) -> int:
    """Return how many bytes of originals `check_library` will read."""
    return 0 if quick else sum(clip.size for clip in catalog.read().all(Clip))


def check_library(
    library: Library, catalog: Catalog, *, quick: bool = False
) -> Iterator[Checked]:
    """Yield everything that was verified, with its problems; change nothing.

    Args:
        library: Where its files are.
        catalog: Its records.
        quick: Compare the sizes of originals, not their contents.
    """
    records = catalog.read()
    for clip in records.all(Clip):
        yield _original(library, clip, quick=quick)
    for record in records.all(TranscriptRecord):
        yield _transcript(library, record)
    yield from _links(records)
    for use in records.all(Use):
        yield _exported(library, use)
    yield from _files(library, records)
    yield _private(library)


def _original(library: Library, clip: Clip, *, quick: bool) -> Checked:
    path = library.resolve(clip.path)
    problem: MediakitError | None = None
    if not is_file(path):
        problem = OriginalMissing(clip=clip.id, path=str(path))
    else:
        try:
            changed = path.stat().st_size != clip.size or not (
                quick or checksum(path) == clip.sha256
            )
        except OSError as error:
            problem = ReadFailed(path=str(path), reason=reason(error))
        except ReadFailed as error:
            problem = error
        else:
            if changed:
                problem = OriginalChanged(clip=clip.id, path=str(path))
    size = 0 if quick else clip.size
    return Checked(clip.id, size, (problem,) if problem else ())


def _transcript(library: Library, record: TranscriptRecord) -> Checked:
    path = library.resolve(record.path)
    problem: MediakitError | None = None
    if not is_file(path):
        problem = TranscriptFileMissing(transcript=record.id, path=str(path))
    else:
        try:
            if checksum(path) != record.sha256:
                problem = TranscriptFileChanged(transcript=record.id, path=str(path))
            else:
                load_transcript(library, record)
        except MediakitError as error:
            problem = error
    return Checked(record.id, problems=(problem,) if problem else ())


def _links(records: Records) -> Iterator[Checked]:
    clips: set[str] = {clip.id for clip in records.all(Clip)}
    sessions: set[str] = {session.id for session in records.all(Session)}
    themes: set[str] = {theme.id for theme in records.all(Theme)}
    excerpts: set[str] = {excerpt.id for excerpt in records.all(Excerpt)}
    links: list[tuple[str, str | None, set[str]]] = []
    links += [(c.id, c.session, sessions) for c in records.all(Clip)]
    parts: list[TranscriptRecord | Excerpt | Coding | Screening] = [
        *records.all(TranscriptRecord),
        *records.all(Excerpt),
        *records.all(Coding),
        *records.all(Screening),
    ]
    links += [(part.id, part.clip, clips) for part in parts]
    links += [(c.id, c.theme, themes) for c in records.all(Coding)]
    links += [(s.id, s.session, sessions) for s in records.all(Screening)]
    links += [(s.id, s.excerpt, excerpts) for s in records.all(Screening)]
    for record, target, known in links:
        if target is not None and target not in known:
            yield Checked(record, problems=(LinkBroken(record=record, target=target),))


def _exported(library: Library, use: Use) -> Checked:
    """Verify what was made; a file that is gone was thrown away, as people do."""
    problems: list[MediakitError] = []
    for file in use.files:
        path = library.resolve(file.path)
        try:
            if is_file(path) and checksum(path) != file.sha256:
                problems.append(ExportChanged(use=use.id, path=str(path)))
        except ReadFailed as error:
            problems.append(error)
    return Checked(use.id, problems=tuple(problems))


def _files(library: Library, records: Records) -> Iterator[Checked]:
    known = {library.resolve(clip.path) for clip in records.all(Clip)}
    known |= {library.resolve(r.path) for r in records.all(TranscriptRecord)}
    known |= {library.resolve(f.path) for u in records.all(Use) for f in u.files}
    for folder in (library.assets, library.transcripts, library.exports):
        unread: list[OSError] = []
        paths = sorted(_walk(folder, unread.append))
        for error in unread:
            # folders are made when there is something to put in them
            if not isinstance(error, FileNotFoundError):
                unreadable = ReadFailed(path=error.filename, reason=reason(error))
                yield Checked(str(error.filename), problems=(unreadable,))
        for path in paths:
            if path in known:
                continue
            half = path.name.endswith(TEMPORARY_SUFFIX) or path.is_relative_to(
                library.incoming
            )
            problem = FileHalfWritten if half else FileOrphaned
            yield Checked(str(path), problems=(problem(path=str(path)),))


def _walk(
    folder: Path, unread: Callable[[OSError], None] | None = None
) -> Iterator[Path]:
    for parent, _folders, names in os.walk(folder, onerror=unread):
        for name in names:
            yield Path(parent, name)


def _private(library: Library) -> Checked:
    """Tell whether other users of the machine can read the library."""
    if sys.platform == "win32" or not library.root.stat().st_mode & _OTHERS:
        return Checked(str(library.root))
    others = [
        path
        for folder in (library.assets, library.transcripts, library.exports)
        for path in (library.catalog, *_walk(folder))
        # a link's own mode means nothing, and it may lead nowhere
        if not path.is_symlink() and path.stat().st_mode & _OTHERS
    ]
    warnings = tuple(OpenToOthers(path=str(path)) for path in others[:1])
    return Checked(str(library.root), warnings=warnings)
