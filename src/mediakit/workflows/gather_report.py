"""Gather what a report is made of, as far as the gate lets it be told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError, Reasons
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.codebook import Codebook, codebook
from mediakit.model.coded import Coded, heard_in
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts
from mediakit.model.ids import ClipId, ThemeId
from mediakit.model.leaving import Part, Passed, Shown
from mediakit.model.quotation import reach, words_within
from mediakit.model.screening import Screening
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.validation import Validation
from mediakit.reports.facts import Material, Quote, Wish
from mediakit.reports.need import Need
from mediakit.reports.registry import Subject
from mediakit.settings import Settings
from mediakit.workflows.clip_words import ClipWords, Said
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.hide_names import RealNames, names_said
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.place_export import public_name
from mediakit.workflows.recorded_at import recorded_at, regions_of, targets_of


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a report is made of.

    Attributes:
        material: The same, for the report.
        passed: What the gate let through, and why not the rest.
        named: Where words say names that are not to be said.
        unread: Why some transcripts could not be read.
    """

    material: Material
    passed: Passed
    named: Reasons
    unread: tuple[MediakitError, ...]


def gather_report(
    library: Library,
    records: Records,
    settings: Settings,
    real_names: RealNames,
    subject: Subject,
    wish: Wish,
    purpose: Purpose,
) -> Gathered:
    """Return what a report is made of.

    What is coded counts only where everybody in it may be told of for this purpose.

    Args:
        library: Where the words are.
        records: What is known.
        settings: The programme's regions and targets.
        real_names: What people are really called.
        subject: What the report is about.
        wish: What somebody wants of it.
        purpose: What it is for.

    Raises:
        ScopeUnknown, SessionNotFound: The gate cannot be asked like this.
    """
    known, book = gather_facts(records), codebook(records.all(Theme))
    about = recorded_at(known, wish.sessions)
    codings, astray = _codings(records, known, about, book, wish, subject)
    unread: list[MediakitError] = []
    said = _said(library, records, codings, unread) if _quotes(subject) else {}
    parts = {c.id: _part(known.clips[c.clip], c, said) for c in codings}
    passed = ask_gate(records, purpose, [*dict.fromkeys(parts.values())], Shown.WORDS)
    may = frozenset(passed.parts)
    open_ = [coding for coding in codings if parts[coding.id] in may]
    quotes = _quoted(open_, said, book) if _quotes(subject) else []
    material = Material(
        library=settings.name,
        day=purpose.day,
        regions=regions_of(settings.regions, wish.sessions),
        targets=targets_of(settings.targets, wish.sessions),
        rules=purpose.rules,
        known=known,
        about=about,
        titles={clip.id: public_name(clip) for clip in known.clips.values()},
        book=book,
        codings=tuple(records.all(Coding)),
        coded=tuple(_coded(coding, known, book) for coding in open_),
        closed=len(codings) - len(open_),
        astray=astray,
        validations=tuple(records.all(Validation)),
        screenings=tuple(records.all(Screening)),
        excerpts=tuple(records.all(Excerpt)),
        transcripts=tuple(records.all(TranscriptRecord)),
        quotes=tuple(quote for quote in quotes if quote.words),
        silent=sum(not quote.words for quote in quotes),
        notices=_notices(quotes, said),
    )
    named = _named(known, real_names, purpose, quotes)
    return Gathered(material, passed, named, tuple(unread))


def _quotes(subject: Subject) -> bool:
    return Need.WORDS in subject.NEEDS


def _codings(
    records: Records,
    known: Facts,
    about: Facts,
    book: Codebook,
    wish: Wish,
    subject: Subject,
) -> tuple[list[Coding], int]:
    """Return the codings a report is about, and how many have lost clip or theme."""
    if Need.CODINGS not in subject.NEEDS:
        return [], 0
    every = records.all(Coding)
    sound = [c for c in every if c.clip in known.clips and c.theme in book.standing]
    astray = len(every) - len(sound)
    kept = [c for c in sound if c.clip in about.clips]
    if wish.theme is not None:
        family = {theme.id for theme in book.family(wish.theme)}
        kept = [c for c in kept if book.standing[c.theme].id in family]
    if _quotes(subject):
        kept = [c for c in kept if c.range and (c.strong or not wish.strong)]
    return kept, astray


def _said(
    library: Library,
    records: Records,
    codings: Iterable[Coding],
    unread: list[MediakitError],
) -> Mapping[ClipId, Said]:
    words = ClipWords(library, records, unread)
    clips = dict.fromkeys(coding.clip for coding in codings)
    return {clip: said for clip in clips if (said := words.of(clip)) is not None}


def _part(clip: Clip, coding: Coding, said: Mapping[ClipId, Said]) -> Part:
    """Return what is told of a clip by telling of a coding."""
    range_ = coding.within(clip.media.duration)
    if clip.id in said:
        range_ = reach(said[clip.id][1], range_)
    return clip.id, range_


def _coded(coding: Coding, known: Facts, book: Codebook) -> Coded:
    clip = known.clips[coding.clip]
    return Coded(
        coding=coding.id,
        theme=book.standing[coding.theme].id,
        clip=clip,
        session=known.sessions.get(clip.session) if clip.session else None,
        passages=(coding.range,) if coding.range else (),
        voices=heard_in(clip, coding.range, known.voices.get(clip.id, ())),
    )


def _quoted(
    codings: Iterable[Coding], said: Mapping[ClipId, Said], book: Codebook
) -> list[Quote]:
    """Return what is said in passages, by theme; first those that are strong."""
    alike: dict[tuple[ThemeId, ClipId, TimeRange], list[Coding]] = {}
    for coding in codings:
        if coding.range is not None and coding.clip in said:
            key = (book.standing[coding.theme].id, coding.clip, coding.range)
            alike.setdefault(key, []).append(coding)
    quotes = []
    for (theme, clip, range_), some in alike.items():
        record, transcript = said[clip]
        quotes.append(
            Quote(
                theme=book.standing[theme],
                clip=clip,
                range=range_,
                words=words_within(transcript, range_),
                origin=record.origin,
                state=record.state,
                coders=tuple(sorted({one.coded_by for one in some} - {""})),
                strong=any(one.strong for one in some),
            )
        )
    order = {theme.id: place for place, theme in enumerate(book.themes)}
    return sorted(
        quotes, key=lambda q: (order[q.theme.id], not q.strong, q.clip, q.range)
    )


def _notices(quotes: Iterable[Quote], said: Mapping[ClipId, Said]) -> tuple[str, ...]:
    found = (said[quote.clip][0].notice for quote in quotes)
    return tuple(dict.fromkeys(notice for notice in found if notice))


def _named(
    known: Facts, real_names: RealNames, purpose: Purpose, quotes: Iterable[Quote]
) -> Reasons:
    segments: dict[ClipId, list[Segment]] = {}
    for quote in quotes:
        one = Segment(start=quote.range.start, end=quote.range.end, text=quote.words)
        segments.setdefault(quote.clip, []).append(one)
    found = (
        names_said(known, real_names, known.clips[clip], purpose.day, some)
        for clip, some in segments.items()
    )
    return Reasons(*(one for some in found for one in some.each))
