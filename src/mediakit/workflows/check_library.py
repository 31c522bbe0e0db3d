"""Verify every original, record, transcript and link; find them all in one go."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError
from mediakit.errors.check import (
    FileHalfWritten,
    FileOrphaned,
    LinkBroken,
    OpenToOthers,
    OriginalChanged,
    OriginalMissing,
    TranscriptFileChanged,
    TranscriptFileMissing,
)
from mediakit.errors.library import ReadFailed
from mediakit.errors.submissions import SubmissionFileChanged, SubmissionFileMissing
from mediakit.files import TEMPORARY_SUFFIX, checksum, is_file, reason
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.consent import ConsentEvent
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film, FilmVersion
from mediakit.model.mask import Mask
from mediakit.model.person import Person
from mediakit.model.playlist import Playlist
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.submission import Submission, in_queue
from mediakit.model.theme import Theme
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use
from mediakit.model.validation import Validation
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.check_consent import check_consent
from mediakit.workflows.check_leaving import check_leaving
from mediakit.workflows.check_recordings import check_recordings, known_recordings
from mediakit.workflows.check_voiceovers import check_voiceovers
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.note_halves import MAKING
from mediakit.workflows.verify_file import verify_file

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
    """Return how many bytes of recordings `check_library` will read."""
    if quick:
        return 0
    records = catalog.read()
    queue = (one.size for one in records.all(Submission) if in_queue(one))
    return sum(queue) + sum(clip.size for clip in records.all(Clip))


def check_library(
    library: Library, catalog: Catalog, *, day: str, quick: bool = False
) -> Iterator[Checked]:
    """Yield everything that was verified, with its problems; change nothing.

    Args:
        library: Where its files are.
        catalog: Its records.
        day: ISO 8601 day of today, for consent that ends or is withdrawn.
        quick: Compare the sizes of originals, not their contents.
    """
    records = catalog.read()
    for clip in records.all(Clip):
        yield _original(library, clip, quick=quick)
    for submission in records.all(Submission):
        yield _submission(library, submission, quick=quick)
    for record in records.all(TranscriptRecord):
        yield _transcript(library, record)
    for transcript, problems in check_recordings(library, records, quick=quick):
        yield Checked(transcript, problems=tuple(problems))
    for voiceover, lost in check_voiceovers(library, records, quick=quick):
        yield Checked(voiceover, problems=lost)
    yield from _links(records)
    for what, (problems, warnings) in (
        *check_consent(library, records),
        *check_leaving(library, records, day),
    ):
        yield Checked(what, problems=tuple(problems), warnings=tuple(warnings))
    yield from _files(library, records)
    yield _private(library)


def _original(library: Library, clip: Clip, *, quick: bool) -> Checked:
    path = library.resolve(clip.path)
    problems = verify_file(
        path,
        clip.size,
        clip.sha256,
        quick=quick,
        missing=OriginalMissing(clip=clip.id, path=str(path)),
        changed=OriginalChanged(clip=clip.id, path=str(path)),
    )
    return Checked(clip.id, 0 if quick else clip.size, problems)


def _submission(library: Library, submission: Submission, *, quick: bool) -> Checked:
    """Verify what is in the queue; what was accepted or removed has left it."""
    if not in_queue(submission):
        return Checked(submission.id)
    path = library.resolve(submission.path)
    problems = verify_file(
        path,
        submission.size,
        submission.sha256,
        quick=quick,
        missing=SubmissionFileMissing(submission=submission.id, path=str(path)),
        changed=SubmissionFileChanged(submission=submission.id, path=str(path)),
    )
    return Checked(submission.id, 0 if quick else submission.size, problems)


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
    screenings: set[str] = {screening.id for screening in records.all(Screening)}
    people: set[str] = {person.id for person in records.all(Person)}
    links: list[tuple[str, str | None, set[str]]] = []
    links += [(c.id, c.session, sessions) for c in records.all(Clip)]
    parts: list[
        TranscriptRecord | Excerpt | Coding | Screening | Reply | Voiceover | Mask
    ] = [
        *records.all(TranscriptRecord),
        *records.all(Excerpt),
        *records.all(Coding),
        *records.all(Screening),
        *records.all(Reply),
        *records.all(Voiceover),
        *records.all(Mask),
    ]
    links += [(part.id, part.clip, clips) for part in parts]
    links += [(m.id, m.recording, clips) for m in records.all(Mask)]
    links += [(c.id, c.theme, themes) for c in records.all(Coding)]
    links += [(s.id, s.session, sessions) for s in records.all(Screening)]
    links += [(s.id, s.excerpt, excerpts) for s in records.all(Screening)]
    links += [(v.id, v.excerpt, excerpts) for v in records.all(Voiceover)]
    links += [(r.id, r.screening, screenings) for r in records.all(Reply)]
    links += [(v.id, v.theme, themes) for v in records.all(Validation)]
    links += [(v.id, v.session, sessions) for v in records.all(Validation)]
    for playlist in records.all(Playlist):
        links += [(playlist.id, playlist.session, sessions)]
        links += [(playlist.id, item.clip, clips) for item in playlist.items]
        links += [(playlist.id, item.excerpt, excerpts) for item in playlist.items]
    for film in records.all(Film):
        links += [(film.id, clip, clips) for _code, clip, _range in film.parts]
        links += [(film.id, line.excerpt, excerpts) for line in film.lines]
    films: set[str] = {film.id for film in records.all(Film)}
    links += [(one.id, one.film, films) for one in records.all(FilmVersion)]
    queue = [one for one in records.all(Submission) if in_queue(one)]
    links += [(s.id, s.session, sessions) for s in queue]
    links += [(s.id, s.contributor, people) for s in queue]
    for record, target, known in links:
        if target is not None and target not in known:
            yield Checked(record, problems=(LinkBroken(record=record, target=target),))


def _files(library: Library, records: Records) -> Iterator[Checked]:
    known = {library.resolve(clip.path) for clip in records.all(Clip)}
    queue = records.all(Submission)
    known |= {library.resolve(s.path) for s in queue if in_queue(s)}
    known |= {library.resolve(r.path) for r in records.all(TranscriptRecord)}
    known |= {library.resolve(f.path) for u in records.all(Use) for f in u.files}
    shown = (e for event in records.all(ConsentEvent) for e in event.evidence)
    known |= {library.resolve(evidence.path) for evidence in shown if evidence.path}
    known |= known_recordings(library, records)
    known |= {library.resolve(one.path) for one in records.all(Voiceover)}
    # accepting was cut short: the clip has it
    left = {library.resolve(s.path) for s in queue if s.path} - known
    for folder in library.folders:
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
            half = (
                path.name.endswith(TEMPORARY_SUFFIX)
                or path.is_relative_to(library.incoming)
                or path.is_relative_to(library.incoming_submissions)
                or MAKING in path.relative_to(folder).parts
                or path in left
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
        for folder in library.folders
        for path in (library.catalog, library.real_names, *_walk(folder))
        # a link's own mode means nothing, and it may lead nowhere
        if path.exists() and not path.is_symlink() and path.stat().st_mode & _OTHERS
    ]
    warnings = tuple(OpenToOthers(path=str(path)) for path in others[:1])
    return Checked(str(library.root), warnings=warnings)
