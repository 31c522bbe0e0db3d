"""Keep the names of those who do not want to be named out of words that leave."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.gate import Facts
from mediakit.model.group import plain_name
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.leaving import spoken
from mediakit.model.person import Person
from mediakit.model.quotation import find_quote
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange, format_time
from mediakit.model.transcript import Segment, Transcript
from mediakit.search.folding import tokens
from mediakit.workflows.consent_reasons import person_name

RealNames = Mapping[PersonId, str]


@dataclass(frozen=True, slots=True)
class _Labelled:
    """Somebody in a clip, and what transcripts may call them.

    Attributes:
        person: Who.
        range: Where they are.
        labels: What they are called, folded.
        instead: What to call them, or ``None`` if they may be named.
        name: The name they agreed to be called by.
        real: What they are really called, or empty where that is the same.
    """

    person: PersonId
    range: TimeRange
    labels: frozenset[str]
    instead: str | None
    name: str
    real: str

    def called(self, label: str) -> str | None:
        """Return what to write instead of a folded label of theirs, if anything."""
        is_real = self.real and label == plain_name(self.real)
        return self.name if is_real and self.instead is None else self.instead


def hide_names(
    facts: Facts,
    real_names: RealNames,
    clip: Clip,
    day: str,
    segments: Iterable[Segment],
) -> tuple[Segment, ...]:
    """Return *segments* with labels that name nobody who does not want it.

    Such a label becomes the person's pseudonym, and one that says what somebody is
    really called the name they agreed to. Where several people are in a segment and
    nobody knows whose label it is, it goes.

    Args:
        facts: Who is in the clip, and what they agreed to.
        real_names: What people are really called.
        clip: The clip.
        day: ISO 8601 day on which it leaves.
        segments: What is said in it.
    """
    people = _people(facts, real_names, clip, day)
    if all(one.instead is None and not one.real for one in people):
        return tuple(segments)
    return tuple(_discreet(segment, people) for segment in segments)


def names_said(
    facts: Facts,
    real_names: RealNames,
    clip: Clip,
    day: str,
    segments: Iterable[Segment],
) -> Reasons:
    """Return where the words themselves say a name that is not to be said.

    What somebody is really called is never to be said, and is not said here either.
    """
    words = Transcript(segments=tuple(segments))
    people = _people(facts, real_names, clip, day)
    return _said(facts, people, words, lambda ranges: _place(clip.id, ranges))


def names_written(
    facts: Facts,
    real_names: RealNames,
    day: str,
    written: Iterable[tuple[str, Iterable[str]]],
) -> Iterator[Reasons]:
    """Yield which names that are not to be said a team has written, place by place.

    Args:
        facts: Who is in the clips it is about, and what they agreed to.
        real_names: What people are really called.
        day: ISO 8601 day on which it leaves.
        written: Where something is written, as people call that, and what.
    """
    people = [
        one
        for clip in facts.clips.values()
        for one in _people(facts, real_names, clip, day)
    ]
    for place, texts in written:
        segments = (Segment(start=0, end=1, text=text) for text in texts)
        words = Transcript(segments=tuple(segments))
        yield _said(facts, people, words, partial(_anywhere, place))


def _anywhere(place: str, _ranges: list[TimeRange]) -> str:
    return place


def _said(
    facts: Facts,
    people: Iterable[_Labelled],
    words: Transcript,
    place: Callable[[list[TimeRange]], str],
) -> Reasons:
    some = list(people)
    hidden = {one.name for one in some if one.instead is not None}
    agreed = (
        _agreed_said(place(said), name)
        for name in sorted(hidden - {""})
        if (said := _when(words, name))
    )
    really = {one.person: one for one in some if one.real}
    real = (
        _real_said(place(said), one, facts)
        for one in really.values()
        if (said := _when(words, one.real))
    )
    return Reasons(*agreed, *real)


def names_in_themes(
    people: Mapping[PersonId, Person], real_names: RealNames, themes: Iterable[Theme]
) -> Reasons:
    """Return which themes say what somebody is really called."""
    found = []
    for theme in themes:
        texts = (
            *(theme.path.replace("/", " ").replace("-", " "), theme.definition),
            *theme.labels.values(),
            *(word for words in theme.synonyms.values() for word in words),
        )
        said = [Segment(start=0, end=1, text=text) for text in texts]
        words = [Transcript(segments=(one,)) for one in said]
        found += [
            _theme_said(theme, person_name(person, people))
            for person, name in real_names.items()
            if name and any(_when(one, name) for one in words)
        ]
    return Reasons(*found)


def noted(coding: Coding) -> Segment:
    """Return what is noted of a coding, as if it was said there."""
    time = coding.within(1)
    text = "\n".join(filter(None, (coding.memo, coding.search)))
    return Segment(start=time.start, end=time.end, text=text)


def called_outside(
    facts: Facts, person: PersonId, clips: Iterable[ClipId], day: str
) -> str:
    """Return what to call somebody outside: a pseudonym, nothing, or the agreed name.

    Args:
        facts: What they agreed to.
        person: Who.
        clips: What they are in; who is not to be named in one, is in none.
        day: ISO 8601 day on which it leaves.
    """
    told = facts.consents.get(person, ())
    said = [_instead(consent_in_force(told, clip, day)) for clip in clips]
    hidden = [one for one in said if one is not None]
    who = facts.people.get(person)
    return hidden[0] if hidden else who.name if who else ""


def _people(
    facts: Facts, real_names: RealNames, clip: Clip, day: str
) -> list[_Labelled]:
    whole = TimeRange(0, clip.media.duration)
    found = []
    for voice in facts.voices.get(clip.id, ()):
        if voice.person is None:
            continue
        person = facts.people.get(voice.person)
        name, real = person.name if person else "", real_names.get(voice.person, "")
        real = "" if plain_name(real) == plain_name(name) else real
        said = consent_in_force(facts.consents.get(voice.person, ()), clip.id, day)
        labels = {plain_name(one) for one in (voice.speaker, name, real)} - {""}
        found.append(
            _Labelled(
                voice.person,
                voice.range or whole,
                frozenset(labels),
                _instead(said),
                name,
                real,
            )
        )
    return found


def _instead(said: ConsentEvent | None) -> str | None:
    if said is None or (said.kind is ConsentKind.GIVEN and said.name):
        return None
    return said.pseudonym


def _discreet(segment: Segment, people: list[_Labelled]) -> Segment:
    if not segment.speaker:
        return segment
    label = plain_name(segment.speaker)
    there = [one for one in people if one.range.overlaps(spoken(segment))]
    called = [one for one in people if label in one.labels]
    # the one who is there, of several with the same label
    called.sort(key=lambda one: one not in there)
    if called or len(there) == 1:
        instead = (called or there)[0].called(label)
    else:
        instead = "" if any(one.instead is not None for one in there) else None
    return segment if instead is None else replace(segment, speaker=instead)


def _folded(text: str) -> Iterator[str]:
    return (token.folded for token in tokens(text))


def _when(words: Transcript, name: str) -> list[TimeRange]:
    return [found.range for found in find_quote(words, name, _folded)]


def _agreed_said(place: str, name: str) -> Reason:
    return Reason(
        sentence(
            "{place}: the words say '{name}', who does not want to be named. Read them "
            "before you hand them on."
        ),
        place=place,
        name=name,
    )


def _real_said(place: str, one: _Labelled, facts: Facts) -> Reason:
    return Reason(
        sentence(
            "{place}: the words say what {person} is really called. Read them before "
            "you hand them on."
        ),
        place=place,
        person=person_name(one.person, facts.people),
    )


def _theme_said(theme: Theme, person: str) -> Reason:
    return Reason(
        sentence(
            "The theme {theme} says what {person} is really called. Change that before "
            "you hand it on."
        ),
        theme=theme.path,
        person=person,
    )


def _place(clip: ClipId, ranges: list[TimeRange]) -> str:
    return f"{clip} {', '.join(format_time(one.start) for one in ranges)}"
