"""Line up what a person should check: words that are about to be used come first.

`_WANTING` says what somebody wants to use; a new kind of record that does has a line
there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mediakit.batch.outcomes import Failed
from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.current import current_transcripts
from mediakit.model.film import Film
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Part, is_withheld, spoken
from mediakit.model.playlist import Playlist
from mediakit.model.review import (
    Waiting,
    Wanted,
    confidence,
    in_order,
    is_checked,
    is_to_check,
)
from mediakit.model.session import Session
from mediakit.model.spans import Spans, union, within
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use, UseKind
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.withhold_words import ask_for_words, withholding


@dataclass(frozen=True, slots=True)
class Queue:
    """What is to be checked.

    Attributes:
        waiting: As much of it as was wanted, the most pressing first.
        total: How many segments in all.
        wanted: How many of these are about to be used.
        withheld: How many would have come among those shown, had nobody closed them.
    """

    waiting: tuple[tuple[Clip, Waiting], ...]
    total: int
    wanted: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Read:
    """A transcript that was looked through."""

    record: TranscriptRecord


def transcripts_to_review(
    catalog: Catalog, *, clip: str = "", session: str = ""
) -> list[TranscriptRecord]:
    """Return the current transcripts that nobody has checked as a whole.

    Args:
        catalog: Where they are recorded.
        clip: Of one clip.
        session: Of clips that were recorded at one session.

    Raises:
        ClipNotFound, SessionNotFound, IdAmbiguous: A thing is not found.
    """
    records = catalog.read()
    place = records.find(Session, session).id if session else None
    only = records.find(Clip, clip).id if clip else None
    meant = {
        one.id
        for one in records.all(Clip)
        if only in {None, one.id} and place in {None, one.session}
    }
    return [
        record
        for record in current_transcripts(records.all(TranscriptRecord))
        if record.clip in meant and is_to_check(record)
    ]


def review_transcripts(
    library: Library,
    catalog: Catalog,
    transcripts: Sequence[TranscriptRecord],
    purpose: Purpose,
    *,
    limit: int | None = None,
) -> Iterator[Read | Failed[TranscriptRecord] | Queue]:
    """Yield each transcript as it is read or could not be, then what is to be checked.

    Args:
        library: Where the words are.
        catalog: What they are wanted for.
        transcripts: Those to look through.
        purpose: What the words are shown for; nobody is asked to check words that
            nobody may read.
        limit: How many segments at most; ``None`` is all.
    """
    records = catalog.read()
    wanted = _wanted(records)
    waiting: list[Waiting] = []
    for record in transcripts:
        try:
            waiting += _waiting(library, record, wanted)
        except MediakitError as error:
            yield Failed(record, error)
        else:
            yield Read(record)
    ordered = in_order(waiting)
    shown, withheld = _open(records, ordered, purpose, limit)
    clips = {clip.id: clip for clip in records.all(Clip)}
    yield Queue(
        tuple((clips[one.record.clip], one) for one in shown),
        len(ordered),
        sum(bool(one.wanted) for one in ordered),
        withheld,
    )


def _in_films(records: Records) -> Iterator[Part]:
    for film in records.all(Film):
        yield from (line.part for line in film.lines if line.part)


def _on_playlists(records: Records) -> Iterator[Part]:
    for playlist in records.all(Playlist):
        yield from ((item.clip, item.range) for item in playlist.items)


def _strong(records: Records) -> Iterator[Part]:
    for coding in records.all(Coding):
        if coding.strong and coding.range is not None:
            yield coding.clip, coding.range


def _cut(records: Records) -> Iterator[Part]:
    for use in records.all(Use):
        if use.kind in {UseKind.CUT, UseKind.FILM}:
            yield from ((used.clip, used.range) for used in use.ranges)


_WANTING: dict[Wanted, Callable[[Records], Iterable[Part]]] = {
    Wanted.FILM: _in_films,
    Wanted.PLAYLIST: _on_playlists,
    Wanted.STRONG: _strong,
    Wanted.CUT: _cut,
}
"""Where the parts are that are wanted for something."""

_Parts = dict[Wanted, dict[ClipId, Spans]]


def _wanted(records: Records) -> _Parts:
    found: _Parts = {}
    for why in Wanted:
        ranges: dict[ClipId, list[TimeRange]] = {}
        for clip, range_ in _WANTING[why](records):
            ranges.setdefault(clip, []).append(range_)
        found[why] = {clip: union(some) for clip, some in ranges.items()}
    return found


def _waiting(
    library: Library, record: TranscriptRecord, wanted: _Parts
) -> Iterator[Waiting]:
    segments = load_transcript(library, record).segments
    for number, segment in enumerate(segments, start=1):
        if segment.text and not is_checked(record, segment):
            said = spoken(segment)
            yield Waiting(
                record=record,
                number=number,
                segment=segment,
                wanted=tuple(
                    why
                    for why, parts in wanted.items()
                    if within(parts.get(record.clip, ()), said)
                ),
                confidence=confidence(segment),
            )


def _open(
    records: Records, waiting: Sequence[Waiting], purpose: Purpose, limit: int | None
) -> tuple[list[Waiting], int]:
    """Return the first that may be read, and how many before them may not."""
    step = limit or max(1, len(waiting))
    shown: list[Waiting] = []
    withheld = 0
    for place in range(0, len(waiting), step):
        said = [(one.record.clip, one.segment) for one in waiting[place : place + step]]
        show = withholding(ask_for_words(records, purpose, said))
        for one in waiting[place : place + step]:
            if limit is not None and len(shown) == limit:
                return shown, withheld
            if is_withheld(show(one.record.clip, one.segment)):
                withheld += 1
            else:
                shown.append(one)
    return shown, withheld
