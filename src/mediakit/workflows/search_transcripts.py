"""Search what was said, in the current transcripts of every clip."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError
from mediakit.errors.search import NearNothing
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.current import current_transcripts
from mediakit.model.gate import Finding
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.language import normalize_tag
from mediakit.model.leaving import Passed, is_withheld
from mediakit.model.session import Session
from mediakit.model.spans import Spans, union
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.search.index import ask
from mediakit.search.nearness import wanted_parts
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Passage, Question
from mediakit.search.updating import Indexed
from mediakit.search.varying import expand
from mediakit.workflows.closed_parts import (
    closed_parts,
    closed_words,
    spans_of,
    words_of_nobody,
)
from mediakit.workflows.count_passages import By, Tally, tallies
from mediakit.workflows.gather_thesaurus import thesaurus
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.narrow_search import narrow_search
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.search_filters import Filters
from mediakit.workflows.searchable_words import heirs_of, searchable, versions_of
from mediakit.workflows.withhold_words import ask_for_words, withholding

_TWO = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with what is known of its clip."""

    clip: Clip
    transcript: TranscriptRecord
    session: Session | None
    themes: tuple[Theme, ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        answer: How many passages in all, and in which order.
        hits: As many as were wanted.
        has_words: Whether there was a word to look for.
        shortened: Whether words were left out because there were too many.
        searched: How many transcripts the library has to search.
        unread: Why some transcripts could not be searched.
        withheld: How many that were wanted are not among the hits.
        gate: What the gate says of showing them.
        added: Terms that were looked for besides what was typed.
        tallies: How many there are by what they were to be counted by.
        unsearched: Where nothing was looked for, as nobody may read it, and why.
    """

    answer: Answer
    hits: tuple[Hit, ...]
    has_words: bool
    shortened: bool
    searched: int
    unread: tuple[MediakitError, ...]
    withheld: int
    gate: Passed
    added: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
    unsearched: tuple[Finding, ...] = ()

    @property
    def is_count(self) -> bool:
        """Whether passages were counted, and need not be shown."""
        return bool(self.tallies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to search.

    Attributes:
        limit: How many passages to return at most; ``None`` is all.
        context: How many segments before and after each.
        near: How many other words may stand between those typed; ``None`` is any.
        expand: Look for the other words of a theme, too.
        similar: Look for words that sound alike, too.
        count_by: What to count passages by.
    """

    limit: int | None = None
    context: int = 0
    near: int | None = None
    expand: bool = False
    similar: bool = False
    count_by: By | None = None


def search_transcripts(
    library: Library,
    catalog: Catalog,
    typed: str,
    filters: Filters,
    purpose: Purpose,
    manner: Manner,
) -> Iterator[Indexed | Found]:
    """Find the segments that say what was typed.

    Args:
        library: Where the transcripts are.
        catalog: What is known of them.
        typed: The query, see `mediakit.search.query`; every text is one.
        filters: Where to look.
        purpose: What they are shown for.
        manner: How to look.

    Yields:
        Each transcript that had to be read for the index, then what was found.

    Raises:
        ClipNotFound, PersonNotFound, SessionNotFound: No such record has this id.
        ThemeNotFound: No theme is called this.
        IdAmbiguous: What was typed may mean several.
        DateNotUnderstood, RangeReversed: The days are none.
        LanguageNotUnderstood: The language is no tag.
        NearNothing: Nothing was typed that could stand near something else.
        ScopeUnknown: There is no scope that passages could be cleared for.
        SearchUnavailable: This Python's SQLite has no full-text search.
    """
    records = catalog.read()
    clips = {clip.id: clip for clip in records.all(Clip)}
    known = [record for record in records.all(TranscriptRecord) if record.clip in clips]
    current = current_transcripts(known)
    query, added = parse(typed), tuple[str, ...]()
    if manner.near is not None and len(wanted_parts(query)) < _TWO:
        raise NearNothing(words=typed)
    if manner.expand:
        query, added = expand(query, thesaurus(records))
    unsearched = words_of_nobody(records, purpose)
    closed = _closed(records, clips.values(), filters, purpose, manner, unsearched)
    scope = narrow_search(records, current, filters, closed)
    question = Question(
        query=query,
        scope=scope,
        language=normalize_tag(filters.language) if filters.language else "",
        limit=0 if manner.count_by else manner.limit,
        context=manner.context,
        near=manner.near,
        similar=manner.similar,
        by=manner.count_by.keys if manner.count_by else None,
    )
    by_id = {record.id: record for record in current}
    # what is closed from end to end is not in the scope, and to be told all the same
    asked_of = narrow_search(records, current, filters, {}) if unsearched else None
    meant = {by_id[id_].clip for id_ in (by_id if asked_of is None else asked_of)}
    versions, unread = versions_of(library, current)

    def load(id_: TranscriptId) -> Transcript:
        return searchable(load_transcript(library, by_id[id_]), by_id[id_])

    heirs = heirs_of(known, current)
    for event in ask(library.index, versions, load, question, heirs):
        if isinstance(event, Indexed):
            if event.error:
                unread[event.transcript] = event.error
            yield event
        else:
            hits = tuple(_hits(records, clips, by_id, event.passages))
            gate = ask_for_words(records, purpose, _said(hits))
            shown = tuple(_open(hits, gate))
            yield Found(
                event,
                shown,
                query.node is not None,
                query.shortened,
                len(current),
                tuple(unread.values()),
                len(hits) - len(shown),
                gate,
                added,
                tallies(records, clips, by_id, manner.count_by, event.counts),
                tuple(_told(unsearched, {clip: clips[clip] for clip in meant})),
            )


def _closed(
    records: Records,
    clips: Iterable[Clip],
    filters: Filters,
    purpose: Purpose,
    manner: Manner,
    unsearched: Sequence[Finding],
) -> Mapping[ClipId, Spans]:
    """Return which parts of clips do not count at all."""
    closed = spans_of(unsearched)
    if filters.cleared:
        asked = replace(purpose, scope=filters.cleared, audience=filters.audience)
        _close(closed, closed_parts(records, asked, clips))
    if manner.count_by:
        # numbers tell of words, too
        _close(closed, closed_words(records, purpose, clips))
    return closed


def _close(closed: dict[ClipId, Spans], also: Mapping[ClipId, Spans]) -> None:
    for clip, spans in also.items():
        closed[clip] = union((*closed.get(clip, ()), *spans))


def _told(
    unsearched: Iterable[Finding], clips: Mapping[ClipId, Clip]
) -> Iterator[Finding]:
    """Yield what is closed of *clips*, no longer than they are."""
    for one in unsearched:
        if one.clip in clips:
            end = max(clips[one.clip].media.duration, one.range.start + 1)
            range_ = TimeRange(one.range.start, min(one.range.end, end))
            yield replace(one, range=range_)


def _hits(
    records: Records,
    clips: dict[ClipId, Clip],
    transcripts: dict[TranscriptId, TranscriptRecord],
    passages: Sequence[Passage],
) -> Iterator[Hit]:
    sessions = {session.id: session for session in records.all(Session)}
    themes = codebook(records.all(Theme)).standing
    codings: dict[str, list[Coding]] = {}
    for coding in records.all(Coding):
        codings.setdefault(coding.clip, []).append(coding)
    for passage in passages:
        record = transcripts[passage.transcript]
        clip = clips[record.clip]
        said = TimeRange(passage.said.start, passage.said.end)
        about = {
            themes[coding.theme].id: themes[coding.theme]
            for coding in codings.get(clip.id, ())
            if coding.theme in themes
            and (coding.range is None or coding.range.overlaps(said))
        }
        session = sessions.get(clip.session) if clip.session else None
        yield Hit(clip, record, session, tuple(about.values()), passage)


def _said(hits: Iterable[Hit]) -> Iterator[tuple[ClipId, Segment]]:
    for hit in hits:
        passage = hit.passage
        for segment in (*passage.before, passage.said, *passage.after):
            yield hit.clip.id, segment


def _open(hits: Sequence[Hit], gate: Passed) -> Iterator[Hit]:
    """Yield the hits whose words may be shown, among what may be shown of the rest."""
    shown = withholding(gate)
    for hit in hits:
        clip, passage = hit.clip.id, hit.passage
        if not is_withheld(shown(clip, passage.said)):
            before = tuple(shown(clip, one) for one in passage.before)
            after = tuple(shown(clip, one) for one in passage.after)
            yield replace(hit, passage=replace(passage, before=before, after=after))
