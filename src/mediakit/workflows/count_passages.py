"""Count what a search found by region, month, theme, and more."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mediakit.catalog.catalog import Records
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.person import Person
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.voice import Voice
from mediakit.search.question import WHOLE, Key, Place

_MONTH, _YEAR = len("2026-03"), len("2026")


class By(StrEnum):
    """What passages are counted by."""

    REGION = "region"
    PLACE = "place"
    COUNTRY = "country"
    COMMUNITY = "community"
    GROUP = "group"
    KIND = "kind"
    YEAR = "year"
    MONTH = "month"
    SESSION = "session"
    CLIP = "clip"
    THEME = "theme"
    SPEAKER = "speaker"
    SEX = "sex"
    AGE = "age-group"
    LANGUAGE = "language"
    ORIGIN = "origin"
    STATE = "state"

    @property
    def keys(self) -> frozenset[Key]:
        """What must be known of each passage."""
        if self in {By.THEME, By.SEX, By.AGE}:
            return frozenset({Key.TIME})
        if self in {By.SPEAKER, By.LANGUAGE}:
            return frozenset({Key(self.value)})
        return frozenset()


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is of one thing.

    Attributes:
        label: What it is; empty where nobody has said.
        passages: How many passages.
        clips: In how many clips.
    """

    label: str
    passages: int
    clips: int


def tallies(
    records: Records,
    clips: Mapping[ClipId, Clip],
    transcripts: Mapping[TranscriptId, TranscriptRecord],
    by: By | None,
    counts: Mapping[Place, int],
) -> tuple[Tally, ...]:
    """Return how many passages there are of each kind.

    Months and years come in their order, all else with the most first. A passage may
    be about several themes, and said by several people at once: it counts for each.
    """
    if by is None:
        return ()
    labels = _labels(records, by)
    found: dict[str, int] = {}
    where: dict[str, set[ClipId]] = {}
    for place, count in counts.items():
        record = transcripts[place.transcript]
        for label in dict.fromkeys(labels(clips[record.clip], record, place)):
            found[label] = found.get(label, 0) + count
            where.setdefault(label, set()).add(record.clip)
    listed = [Tally(label, count, len(where[label])) for label, count in found.items()]
    if by in {By.MONTH, By.YEAR}:
        return tuple(sorted(listed, key=lambda one: one.label))
    return tuple(sorted(listed, key=lambda one: (-one.passages, one.label)))


_Labels = Callable[[Clip, TranscriptRecord, Place], Iterable[str]]


_SIMPLE: Mapping[By, _Labels] = {
    By.SPEAKER: lambda _clip, _record, place: (place.speaker,),
    By.LANGUAGE: lambda _clip, _record, place: (place.language,),
    By.CLIP: lambda clip, _record, _place: (f"{clip.id} {clip.title}",),
    By.ORIGIN: lambda _clip, record, _place: (record.origin.value,),
    By.STATE: lambda _clip, record, _place: (record.state.value,),
}


def _labels(records: Records, by: By) -> _Labels:
    """Return what tells the labels of a passage."""
    if by is By.THEME:
        return _by_time(_themes(records))
    if by in {By.SEX, By.AGE}:
        return _by_time(_people(records, by))
    return _SIMPLE.get(by) or _by_session(records, by)


def _by_session(records: Records, by: By) -> _Labels:
    known = {one.id: _of(one, by) for one in records.all(Session)}
    return lambda clip, _record, _place: (
        known.get(clip.session, "") if clip.session else "",
    )


def _of(session: Session, by: By) -> str:
    match by:
        case By.MONTH:
            return session.date[:_MONTH]
        case By.YEAR:
            return session.date[:_YEAR]
        case By.KIND:
            return session.kind.value
        case By.SESSION:
            return f"{session.id} {session.title}"
        case _:
            label: str = getattr(session, by.value)
            return label


_Timed = Mapping[ClipId, list[tuple[TimeRange, str]]]


def _by_time(timed: _Timed) -> _Labels:
    def labels(clip: Clip, _record: TranscriptRecord, place: Place) -> Iterable[str]:
        said = TimeRange(place.start, max(place.end, place.start + 1))
        found = [label for span, label in timed.get(clip.id, ()) if span.overlaps(said)]
        return found or ("",)

    return labels


def _themes(records: Records) -> _Timed:
    themes = codebook(records.all(Theme)).standing
    return _grouped(
        (coding.clip, coding.range, themes[coding.theme].path)
        for coding in records.all(Coding)
        if coding.theme in themes
    )


def _people(records: Records, by: By) -> _Timed:
    traits = {
        person.id: person.age_group if by is By.AGE else str(person.sex or "")
        for person in records.all(Person)
    }
    return _grouped(
        (voice.clip, voice.range, traits[voice.person])
        for voice in records.all(Voice)
        if voice.heard and voice.person in traits
    )


def _grouped(found: Iterable[tuple[ClipId, TimeRange | None, str]]) -> _Timed:
    timed: dict[ClipId, list[tuple[TimeRange, str]]] = {}
    for clip, range_, label in found:
        timed.setdefault(clip, []).append((range_ or WHOLE, label))
    return timed
