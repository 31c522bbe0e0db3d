"""Narrow a search down to what the catalog knows of clips: where, when, about what.

Computed from the records at each search and never kept in the index: a theme given
or taken back a moment ago counts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from mediakit.catalog.catalog import Records
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.group import is_same_name
from mediakit.model.ids import ClipId, ExcerptId
from mediakit.model.person import Person
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from mediakit.model.session_filter import Filter
from mediakit.model.spans import Spans, union, within, without
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.model.voice import Voice
from mediakit.search.question import WHOLE, Look, Scope
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.list_sessions import verified
from mediakit.workflows.search_filters import Filters, Traits

_Where = Callable[[TranscriptRecord], Spans]


def narrow_search(
    records: Records,
    transcripts: Sequence[TranscriptRecord],
    filters: Filters,
    closed: Mapping[ClipId, Spans],
) -> Scope | None:
    """Return where to look in which transcripts, or ``None`` for everywhere.

    The language is not looked at: segments have their own.

    Args:
        records: The catalog.
        transcripts: Those that are searched.
        filters: What was asked for.
        closed: Parts of clips that do not count at all.

    Raises:
        ClipNotFound: No clip has this id.
        DateNotUnderstood: A day is none.
        PersonNotFound: No person has this id.
        RangeReversed: The last day is before the first.
        SessionNotFound: No session has this id.
        ThemeNotFound: No theme is called this.
        IdAmbiguous: What was typed may mean several.
    """
    wanted = list(_wanted(records, filters))
    unwanted = list(_unwanted(records, filters, closed))
    if not wanted and not unwanted:
        return None
    scope = {}
    for record in transcripts:
        ranges: Spans = (WHOLE,)
        for where in wanted:
            ranges = _common(ranges, where(record))
        holes = union(hole for where in unwanted for hole in where(record))
        # a segment that touches a hole does not count: if all is hole, none does
        if without(ranges, holes):
            scope[record.id] = Look(ranges, holes)
    return scope


def _wanted(records: Records, filters: Filters) -> Iterator[_Where]:
    if filters.clip:
        yield _whole_clips([records.find(Clip, filters.clip).id])
    if filters.session:
        place = records.find(Session, filters.session).id
        yield _whole_clips(c.id for c in records.all(Clip) if c.session == place)
    if filters.sessions != Filter():
        yield _recorded(records, verified(filters.sessions))
    if filters.theme or filters.coder:
        yield _coded(records, filters.theme, filters.coder)
    if filters.shown_at or filters.heat or filters.shown:
        yield _shown(records, filters)
    if filters.people != Traits():
        yield _heard(records, filters.people)
    if filters.origin is not None:
        origin = filters.origin
        yield lambda record: (WHOLE,) if record.origin is origin else ()
    if filters.state is not None:
        state = filters.state
        yield lambda record: _in_state(record, state)


def _unwanted(
    records: Records, filters: Filters, closed: Mapping[ClipId, Spans]
) -> Iterator[_Where]:
    if closed:
        yield lambda record: closed.get(record.clip, ())
    if filters.shown is False:
        yield _shown(records, Filters())
    if filters.state in {State.MACHINE, State.UNCHECKED}:
        yield lambda record: record.checked_parts


def _whole_clips(clips: Iterable[ClipId]) -> _Where:
    return _by_clip((clip, WHOLE) for clip in clips)


def _recorded(records: Records, wanted: Filter) -> _Where:
    meant = {one.id for one in records.all(Session) if wanted.selects(one)}
    return _whole_clips(clip.id for clip in records.all(Clip) if clip.session in meant)


def _coded(records: Records, typed: str, coder: str) -> _Where:
    themes = codebook(records.all(Theme))
    about = themes.below(find_theme(records, typed)) if typed else themes.standing
    return _by_clip(
        (coding.clip, coding.range or WHOLE)
        for coding in records.all(Coding)
        if coding.theme in about and (not coder or is_same_name(coder, coding.coded_by))
    )


def _shown(records: Records, filters: Filters) -> _Where:
    at = records.find(Session, filters.shown_at).id if filters.shown_at else None
    excerpts = {excerpt.id: excerpt.range for excerpt in records.all(Excerpt)}
    return _by_clip(
        (shown.clip, _seen(shown, excerpts))
        for shown in records.all(Screening)
        if shown.outcome is not Outcome.SKIPPED
        and at in {None, shown.session}
        and filters.heat in {None, shown.heat}
    )


def _seen(shown: Screening, excerpts: Mapping[ExcerptId, TimeRange]) -> TimeRange:
    """Return which part of a clip a room saw."""
    asked = excerpts.get(shown.excerpt, WHOLE) if shown.excerpt else WHOLE
    if shown.reached is None or shown.outcome is not Outcome.STOPPED:
        return asked
    return TimeRange(asked.start, max(0, asked.start) + shown.reached)


def _heard(records: Records, people: Traits) -> _Where:
    one = records.find(Person, people.person).id if people.person else None
    meant = {
        person.id
        for person in records.all(Person)
        if one in {None, person.id} and people.select(person)
    }
    return _by_clip(
        (voice.clip, voice.range or WHOLE)
        for voice in records.all(Voice)
        if voice.heard and voice.person in meant
    )


def _in_state(record: TranscriptRecord, state: State) -> Spans:
    if state is State.CHECKED:
        return (WHOLE,) if record.is_checked else record.checked_parts
    return (WHOLE,) if record.state is state else ()


def _by_clip(found: Iterable[tuple[ClipId, TimeRange]]) -> _Where:
    ranges: dict[ClipId, list[TimeRange]] = {}
    for clip, range_ in found:
        ranges.setdefault(clip, []).append(range_)
    spans = {clip: union(ones) for clip, ones in ranges.items()}
    return lambda record: spans.get(record.clip, ())


def _common(first: Spans, second: Spans) -> Spans:
    return union(part for limit in second for part in within(first, limit))
