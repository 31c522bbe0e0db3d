"""Trace a withdrawn voice to everything that holds it.

`_HOLDING` says of each kind of record what of which clips it holds and who has it; a
new kind that holds voices is traced once it has a line there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mediakit.catalog.catalog import Records
from mediakit.catalog.records import Record, kind_of
from mediakit.errors.base import MediakitError
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentKind
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts
from mediakit.model.group import fold_name
from mediakit.model.ids import ClipId, ConsentId, PersonId, VoiceoverId
from mediakit.model.person import Person
from mediakit.model.playlist import Playlist
from mediakit.model.removed import Removed
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from mediakit.model.submission import Submission
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use
from mediakit.model.voiceover import Voiceover

WHOLE = TimeRange(0, 1 << 62)
"""A clip from its beginning to whatever its end is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a clip with a withdrawn voice.

    Attributes:
        range: Which part.
        person: Whose voice.
        withdrawal: The event that closed it.
    """

    range: TimeRange
    person: PersonId
    withdrawal: ConsentId


@dataclass(frozen=True, slots=True)
class Marks:
    """What was withdrawn: voices in clips, and people whatever they are in."""

    clips: Mapping[ClipId, list[Mark]]
    people: Mapping[PersonId, ConsentId]


@dataclass(frozen=True, slots=True)
class Traced:
    """A thing that holds a withdrawn voice.

    Attributes:
        record: A use, a screening, a playlist, an excerpt, a transcript, a clip.
        holder: Who has it, in words.
        person: Whose voice.
        withdrawal: The event that asks for it back.
    """

    record: Record
    holder: str
    person: PersonId
    withdrawal: ConsentId


def withdrawn_voices(facts: Facts, day: str) -> Marks:
    """Return where the voices are that are withdrawn on a day."""
    withdrew = {
        person: events
        for person, events in facts.consents.items()
        if any(event.kind is ConsentKind.WITHDRAWN for event in events)
    }

    def withdrawal(person: PersonId | None, clip: ClipId) -> ConsentId | None:
        events = withdrew.get(person) if person else None
        said = consent_in_force(events, clip, day) if events else None
        return said.id if said and said.kind is ConsentKind.WITHDRAWN else None

    everywhere = {person: withdrawal(person, ClipId("")) for person in withdrew}
    return Marks(
        mark_voices(facts, withdrawal) if withdrew else {},
        {person: event for person, event in everywhere.items() if event},
    )


def mark_voices(
    facts: Facts, withdrawal: Callable[[PersonId | None, ClipId], ConsentId | None]
) -> dict[ClipId, list[Mark]]:
    """Return the voices for which *withdrawal* names an event, by clip."""
    marks: defaultdict[ClipId, list[Mark]] = defaultdict(list)
    for clip, voices in facts.voices.items():
        for voice in voices:
            event = withdrawal(voice.person, clip)
            if voice.person and event:
                marks[clip].append(Mark(voice.range or WHOLE, voice.person, event))
    return marks


def trace_voices(records: Records, marks: Marks) -> Iterator[Traced]:
    """Yield everything that holds a marked voice: first what left the library."""
    if not marks.clips and not marks.people:
        return
    known = _Known(
        {session.id: session for session in records.all(Session)},
        {excerpt.id: excerpt for excerpt in records.all(Excerpt)},
        _speakers(records),
    )
    for kind, _name, holds, holder in _HOLDING:
        for record in records.all(kind):
            found = dict(_found(holds(record, known), marks))
            for person, withdrawal in found.items():
                yield Traced(record, holder(record, known), person, withdrawal)


def is_marked(marks: Marks, clip: ClipId, part: TimeRange) -> bool:
    """Tell whether a marked voice is in a part of a clip."""
    return any(mark.range.overlaps(part) for mark in marks.clips.get(clip, ()))


def traced_thing(records: Records, target: str) -> Record | None:
    """Return the thing with this id, if it is of a kind that holds voices."""
    for kind, *_others in _HOLDING:
        if target.startswith(f"{kind_of(kind).letter}-"):
            try:
                return records.get(kind, target)
            except MediakitError:  # it was removed since
                return None
    return None


def traced_kind(target: str) -> str:
    """Return what sort of thing an id is that of, as ``use``; it may be gone."""
    names = {kind_of(kind).letter: name for kind, name, *_others in _HOLDING}
    return names.get(target.partition("-")[0], "")


# a part of a clip, or all that is somebody's
_Held = tuple[ClipId, TimeRange] | PersonId


def _found(held: Iterable[_Held], marks: Marks) -> Iterator[tuple[PersonId, ConsentId]]:
    for one in held:
        if isinstance(one, tuple):
            clip, part = one
            for mark in marks.clips.get(clip, ()):
                if mark.range.overlaps(part):
                    yield mark.person, mark.withdrawal
        elif one in marks.people:
            yield one, marks.people[one]


@dataclass(frozen=True, slots=True)
class _Known:
    sessions: Mapping[str, Session]
    excerpts: Mapping[str, Excerpt]
    speakers: Mapping[VoiceoverId, tuple[PersonId, ...]]

    def room(self, session: str | None) -> str:
        """Return what people call a session."""
        found = self.sessions.get(session) if session else None
        parts = (found.date, found.title, found.place) if found else (session or "",)
        return ", ".join(part for part in parts if part)


def _speakers(records: Records) -> dict[VoiceoverId, tuple[PersonId, ...]]:
    """Return who says each voice-over, as far as names tell: all who are called so."""
    called: defaultdict[str, list[PersonId]] = defaultdict(list)
    for person in records.all(Person):
        called[fold_name(person.name)].append(person.id)
    called.pop("", None)
    return {
        voiceover.id: tuple(called.get(fold_name(voiceover.by), ()))
        for voiceover in records.all(Voiceover)
    }


def _of_use(use: Use, known: _Known) -> Iterable[_Held]:
    for used in use.ranges:
        yield used.clip, used.range
        for voiceover in used.voiceovers:
            yield from known.speakers.get(voiceover, ())


def _who_has(use: Use, known: _Known) -> str:
    return "; ".join(filter(None, (*use.holders, known.room(use.audience))))


def _of_screening(screening: Screening, known: _Known) -> Iterable[_Held]:
    if screening.outcome is not Outcome.SKIPPED:
        excerpt = known.excerpts.get(screening.excerpt) if screening.excerpt else None
        yield screening.clip, excerpt.range if excerpt else WHOLE


def _who_saw(screening: Screening, known: _Known) -> str:
    return known.room(screening.session)


def _of_removed(removed: Removed, known: _Known) -> Iterable[_Held]:
    del known
    if removed.folder:
        yield removed.clip, WHOLE
    for shown in removed.shown:
        yield removed.clip, shown.range or WHOLE


def _who_saw_it_then(removed: Removed, known: _Known) -> str:
    return "; ".join(known.room(shown.session) for shown in removed.shown)


def _of_playlist(playlist: Playlist, known: _Known) -> Iterable[_Held]:
    del known
    return ((item.clip, item.range) for item in playlist.items)


def _who_will_see(playlist: Playlist, known: _Known) -> str:
    return known.room(playlist.session)


def _of_excerpt(excerpt: Excerpt, known: _Known) -> Iterable[_Held]:
    del known
    yield excerpt.clip, excerpt.range


def _of_transcript(transcript: TranscriptRecord, known: _Known) -> Iterable[_Held]:
    del known
    yield transcript.clip, WHOLE


def _of_voiceover(voiceover: Voiceover, known: _Known) -> Iterable[_Held]:
    yield voiceover.clip, voiceover.range
    yield from known.speakers[voiceover.id]


def _of_clip(clip: Clip, known: _Known) -> Iterable[_Held]:
    del known
    yield clip.id, WHOLE


def _of_submission(submission: Submission, known: _Known) -> Iterable[_Held]:
    del known
    if submission.clip:
        yield submission.clip, WHOLE
    elif submission.contributor:
        yield submission.contributor


def _sent_by(submission: Submission, known: _Known) -> str:
    del known
    return submission.sender


def _team(record: Record, known: _Known) -> str:
    del record, known
    return ""


_HOLDING: tuple[
    tuple[
        type[Record],
        str,
        Callable[..., Iterable[_Held]],
        Callable[..., str],
    ],
    ...,
] = (
    (Use, "use", _of_use, _who_has),
    (Screening, "screening", _of_screening, _who_saw),
    (Removed, "removed clip", _of_removed, _who_saw_it_then),
    (Submission, "submission", _of_submission, _sent_by),
    (Playlist, "playlist", _of_playlist, _who_will_see),
    (Excerpt, "excerpt", _of_excerpt, _team),
    # working copies: the words, and the clip with its picture and its index entries
    (TranscriptRecord, "transcript", _of_transcript, _team),
    # somebody else's voice, which says their words; or that of who withdrew
    (Voiceover, "voice-over", _of_voiceover, _team),
    (Clip, "clip", _of_clip, _team),
)
"""Kind of record, what it is called, what of which clips it holds, who has it."""
