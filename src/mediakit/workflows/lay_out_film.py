"""Lay a film out in time, with what is said, by whom, and who agreed."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mediakit.catalog.catalog import Records
from mediakit.library import Library
from mediakit.model.cause import Cause
from mediakit.model.clip import Clip
from mediakit.model.film import Film, FilmLine
from mediakit.model.film_gaps import without_lines
from mediakit.model.film_layout import lay_out
from mediakit.model.gate import Decision, Facts, Finding, Request, decide
from mediakit.model.ids import ClipId, PersonId, SessionId
from mediakit.model.language import primary
from mediakit.model.leaving import Part, Shown, judge
from mediakit.model.mask import Masked
from mediakit.model.person import Person
from mediakit.model.spans import without
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import Card, Cue, Marker, Shot, Timeline
from mediakit.workflows.consent_reasons import consent_reasons
from mediakit.workflows.film_words import FilmWords, film_words, line_cues
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.keep_mask import masks_of
from mediakit.workflows.pass_gate import Purpose, audience_of, day_of_audience
from mediakit.workflows.trace_voice import Marks, is_marked, withdrawn_voices


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A film in time, and what it was made from.

    Attributes:
        film: As it may be shown: nothing is written on a line with a withdrawn voice,
            and what is left out is not there.
        timeline: The same in time.
        withdrawn: The codes of lines and covers in which a voice was withdrawn.
        facts: The records that the gate decides by, also of what is left out.
        words: What is said in its clips.
        masks: What is hidden when it is rendered, by the code of its line or cover.
    """

    film: Film
    timeline: Timeline
    withdrawn: frozenset[str]
    facts: Facts
    words: FilmWords
    masks: Mapping[str, Masked]


def lay_out_film(
    library: Library,
    records: Records,
    film: Film,
    purpose: Purpose,
    *,
    without: Collection[str] = (),
) -> LaidOut:
    """Return *film* in time, with the words of its lines.

    Args:
        library: Where transcripts are.
        records: The catalog.
        film: The paper edit.
        purpose: What it is wanted for: the scope and the day of the markers' consent.
        without: The codes of lines and covers that are left out; their time stays
            empty.
    """
    # whoever is left out is not named in what is left, either
    facts = gather_facts(records, {clip for _code, clip, _range in film.parts})
    gapped = without_lines(film, facts.clips, without)
    film = gapped.film
    words = film_words(library, records, {clip for _code, clip, _range in film.parts})
    marks = withdrawn_voices(facts, purpose.day)
    film, withdrawn = _without_words(film, marks)
    masks = masks_of(records, film)
    bare = lay_out(film, facts.clips, gaps=gapped.gaps, ends=gapped.ends)
    shown_on = max(purpose.day, day_of_audience(records, purpose))
    lines = {line.code: line for line in film.lines}
    audience = audience_of(records, purpose)
    known = _Known(
        film, facts, words, purpose, audience, shown_on, withdrawn, masks, lines
    )
    timeline = replace(
        bare,
        markers=tuple(_told(one, known) for one in bare.markers),
        cues={tag: tuple(_cues(bare, tag, known)) for tag in film.languages},
    )
    return LaidOut(film, timeline, withdrawn, facts, words, masks)


@dataclass(frozen=True, slots=True)
class _Known:
    """What markers and subtitles are told from.

    Attributes:
        film: Without words on lines with a withdrawn voice.
        facts: The records that the gate decides by.
        words: What is said in its clips.
        purpose: What it is wanted for.
        audience: The session it is for, if it is for one.
        shown_on: ISO 8601 day on which its audience sees it.
        withdrawn: The codes of lines and covers in which a voice was withdrawn.
        masks: What is hidden, by the code of its line or cover.
        lines: Those of the film, by code.
    """

    film: Film
    facts: Facts
    words: FilmWords
    purpose: Purpose
    audience: SessionId | None
    shown_on: str
    withdrawn: Collection[str]
    masks: Mapping[str, Masked]
    lines: Mapping[str, FilmLine]

    def asked(self, parts: Sequence[Part], day: str) -> Decision:
        """Return what the gate says of parts of clips on a day."""
        request = Request(
            ranges=tuple(parts),
            scope=self.purpose.scope,
            day=day,
            audience=self.audience,
        )
        return decide(self.facts, self.purpose.rules, request)


def _without_words(film: Film, marks: Marks) -> tuple[Film, frozenset[str]]:
    """Return *film*, its lines with a withdrawn voice without any words.

    Returns:
        The film, and the codes of those lines and covers.
    """
    closed = frozenset(
        code for code, clip, range_ in film.parts if is_marked(marks, clip, range_)
    )
    lines = (one.wordless if one.code in closed else one for one in film.lines)
    return replace(film, lines=tuple(lines)), closed


def _as_agreed(
    people: Mapping[PersonId, Person], conditions: Iterable[Finding]
) -> dict[PersonId, Person]:
    """Return people by the names they agreed to: none, or what they want to be called.

    Args:
        people: All that may be told of.
        conditions: What the gate says that they want hidden, on any day that counts.
    """
    instead = {
        one.person: one.pseudonym for one in conditions if one.cause is Cause.NO_NAME
    }
    return {
        id_: replace(person, name=instead.get(id_, person.name))
        for id_, person in people.items()
    }


def _names(
    facts: Facts, people: Mapping[PersonId, Person], clip: ClipId, part: TimeRange
) -> list[str]:
    """Return what those are called who are heard in a part, in order.

    Args:
        facts: Who is heard.
        people: By the names they agreed to.
        clip: The clip.
        part: Which part of it.
    """
    heard = (
        voice.person
        for voice in facts.voices.get(clip, ())
        if voice.heard
        and voice.person
        and (voice.range is None or voice.range.overlaps(part))
    )
    names = (people[one].name for one in dict.fromkeys(heard) if one in people)
    return [name for name in names if name]


def shown_in(clip: Clip, *, is_named: bool = True) -> Shown:
    """Return what of people can be met in a part of a clip that is in a film.

    Its sound also where it is seen over a line: narration has it beneath, and editing
    programs are handed it along with the pictures.
    """
    shown = Shown.SOUND | Shown.WORDS
    shown |= Shown.NAMES if is_named else Shown(0)
    return shown | (Shown.PICTURES if clip.media.video else Shown(0))


def _told(marker: Marker, known: _Known) -> Marker:
    """Return a marker with what is to be known of its line."""
    line = known.lines[marker.code]
    facts, words, purpose = known.facts, known.words, known.purpose
    if line.part is None:
        return marker
    clip, part = line.part
    decision = known.asked([line.part], purpose.day)
    then = known.asked([line.part], known.shown_on)
    people = _as_agreed(facts.people, (*decision.conditions, *then.conditions))
    shown = shown_in(facts.clips[clip]) & ~known.masks.get(line.code, Masked()).hides
    closed = judge([line.part], decision, shown).refusals
    at = facts.clips[clip].session
    session = facts.sessions.get(at) if at else None
    opened = partial(_may_be_read, known, part)
    told = replace(
        marker,
        names=tuple(_names(facts, people, clip, part)),
        consent=consent_reasons(closed, people).each,
        session=", ".join(
            filter(None, (session.date, session.title, session.place))
            if session
            else ()
        ),
    )
    if line.code in known.withdrawn:
        return told
    speech = words.speech(clip)
    language = speech.language if speech else ""
    others = {
        tag: words.said(words.in_language(clip, tag), part, opened)
        for tag in words.languages(clip)
        if primary(tag) != primary(language)
    }
    quote = words.said(speech, part, opened)
    translations = {tag: text for tag, text in others.items() if text}
    sources = {language: speech} if quote else {}
    sources |= {tag: words.in_language(clip, tag) for tag in translations}
    return replace(
        told,
        quote=quote,
        language=language,
        translations=translations,
        machine=tuple(
            tag for tag, record in sources.items() if words.is_machines(record, part)
        ),
    )


def _cues(timeline: Timeline, language: str, known: _Known) -> Iterator[Cue]:
    words, film = known.words, known.film
    placed: dict[str, Shot | Card] = {
        item.code: item for track in timeline.tracks for item in track.items
    }
    for marker in timeline.markers:
        if marker.code in placed and marker.code not in known.withdrawn:
            line = known.lines[marker.code]
            own = line.part[1] if line.part else TimeRange(0, 0)
            opened = partial(_may_be_read, known, own)
            place = placed[marker.code]
            yield from line_cues(words, film, line, place, language, opened)


def _may_be_read(known: _Known, own: TimeRange, said: Part) -> bool:
    """Tell whether words may be read that are said beside a line, too."""
    clip, time = said
    beside = [(clip, span) for span in without((time,), (own,))]
    override = bool(known.purpose.override)
    return not any(
        judge(beside, known.asked(beside, day), Shown.WORDS, override=override).refusals
        for day in dict.fromkeys((known.purpose.day, known.shown_on))
    )
