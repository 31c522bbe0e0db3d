"""Narrow a search down to what the catalog knows of clips: where, when, about what.

Computed from the records at each search and never kept in the index: a theme given
or taken back a moment ago counts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.find_theme import find_theme

WHOLE = TimeRange(0, 1 << 62)
"""The range of a clip from its beginning to whatever its end is."""

Ranges = tuple[TimeRange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Where to look, as a person typed it; what is empty does not narrow.

    Attributes:
        theme: In passages about a theme or one below it.
        session: In clips recorded at a session.
        shown_at: In what was screened at a session.
        clip: In one clip.
        origin: In words from one kind of source.
        language: In segments in a language.
    """

    theme: str = ""
    session: str = ""
    shown_at: str = ""
    clip: str = ""
    origin: Origin | None = None
    language: str = ""


def narrow_search(
    records: Records, transcripts: Sequence[TranscriptRecord], filters: Filters
) -> dict[TranscriptId, Ranges] | None:
    """Return which ranges of which transcripts pass, or ``None`` for all of them.

    The language is not looked at: segments have their own.

    Raises:
        ClipNotFound: No clip has this id.
        SessionNotFound: No session has this id.
        ThemeNotFound: No theme is called this.
        IdAmbiguous: What was typed may mean several.
    """
    passing = list(_tests(records, filters))
    if not passing and filters.origin is None:
        return None
    scope = {}
    for record in transcripts:
        ranges: Ranges = (WHOLE,)
        for ranges_of in passing:
            ranges = _common(ranges, ranges_of(record.clip))
        if ranges and filters.origin in {None, record.origin}:
            scope[record.id] = ranges
    return scope


def _tests(records: Records, filters: Filters) -> Iterable[Callable[[ClipId], Ranges]]:
    if filters.clip:
        yield _whole_clips([records.find(Clip, filters.clip).id])
    if filters.session:
        place = records.find(Session, filters.session).id
        yield _whole_clips(c.id for c in records.all(Clip) if c.session == place)
    if filters.theme:
        yield _coded(records, find_theme(records, filters.theme))
    if filters.shown_at:
        yield _shown(records, records.find(Session, filters.shown_at))


def _whole_clips(clips: Iterable[ClipId]) -> Callable[[ClipId], Ranges]:
    return _by_clip((clip, WHOLE) for clip in clips)


def _coded(records: Records, theme: Theme) -> Callable[[ClipId], Ranges]:
    below = codebook(records.all(Theme)).below(theme)
    return _by_clip(
        (coding.clip, coding.range or WHOLE)
        for coding in records.all(Coding)
        if coding.theme in below
    )


def _shown(records: Records, session: Session) -> Callable[[ClipId], Ranges]:
    excerpts = {excerpt.id: excerpt.range for excerpt in records.all(Excerpt)}
    return _by_clip(
        (shown.clip, excerpts.get(shown.excerpt, WHOLE) if shown.excerpt else WHOLE)
        for shown in records.all(Screening)
        if shown.session == session.id and shown.outcome is not Outcome.SKIPPED
    )


def _by_clip(
    found: Iterable[tuple[ClipId, TimeRange]],
) -> Callable[[ClipId], Ranges]:
    ranges: dict[ClipId, Ranges] = {}
    for clip, range_ in found:
        ranges[clip] = (*ranges.get(clip, ()), range_)
    return lambda clip: ranges.get(clip, ())


def _common(first: Ranges, second: Ranges) -> Ranges:
    both = (
        TimeRange(max(a.start, b.start), min(a.end, b.end))
        for a in first
        for b in second
    )
    return tuple(range_ for range_ in both if range_.duration > 0)
