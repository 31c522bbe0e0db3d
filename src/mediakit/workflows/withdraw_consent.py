"""Withdraw a person's consent, and list everything that already holds the voice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.gate import Facts, Rules
from mediakit.model.ids import ClipId, ConsentId, PersonId
from mediakit.model.person import Person
from mediakit.model.recall import Recall
from mediakit.model.submission import Submission
from mediakit.model.timecode import TimeRange
from mediakit.workflows.check_recordings import every_recording
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.keep_evidence import keep_evidence
from mediakit.workflows.list_recalls import Asked, put_recall, to_take_back
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.prepared_files import forget_prepared
from mediakit.workflows.provenance import also_about, made_of
from mediakit.workflows.session_facts import parse_day
from mediakit.workflows.trace_voice import Marks, mark_voices, trace_voices
from mediakit.workflows.working_copies import (
    clips_with,
    for_the_team,
    forget_closed_copies,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody who withdraws says, as typed.

    Attributes:
        day: From when it holds; today if empty.
        clips: The clips it is limited to.
        evidence: Files or clips that show it.
        why: Why, in words.
    """

    day: str = ""
    clips: Sequence[str] = ()
    evidence: Sequence[str] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A withdrawal, and what it asks for.

    Attributes:
        person: Who withdrew.
        event: What is recorded of it.
        asked: What is to be taken back, whether it was asked for before or not: what
            left the library first.
        recordings: Where interpreters say what the voice said, relative to the
            library.
        recorded: Whether it was recorded, or only tried.
    """

    person: Person
    event: ConsentEvent
    asked: tuple[Asked, ...]
    recordings: tuple[str, ...]
    recorded: bool


def withdraw_consent(
    library: Library,
    catalog: Catalog,
    rules: Rules,
    typed: str,
    wish: Wish,
    *,
    today: str,
) -> Withdrawal:
    """Record that a person withdrew, with a line for each thing to take back.

    What was prepared of the clips, encoded for films, or half heard is thrown away.

    Raises:
        PersonNotFound, ClipNotFound, IdAmbiguous: A record is not found.
        DateNotUnderstood: The day is none.
        EvidenceNotFound: What shows it is neither a file nor a clip.
        ReadFailed, WriteFailed, SourceChanged: A file cannot be copied.
    """
    records = catalog.read()
    _event(records, typed, wish, today)
    evidence = keep_evidence(library, records, wish.evidence)
    with catalog.change() as change:
        person, event = _event(change, typed, wish, today)
        event = change.put(replace(event, evidence=evidence))
        asked = [
            replace(one, recall=put_recall(change, one))
            for one in _asked(change, event)
        ]
    records = catalog.read()
    _forget_copies(library, records, for_the_team(rules, today), person.id)
    said = _recordings(library, records, event)
    return Withdrawal(person, event, tuple(asked), said, recorded=True)


def try_withdrawal(
    library: Library, catalog: Catalog, typed: str, wish: Wish, *, today: str
) -> Withdrawal:
    """Return what `withdraw_consent` would record, and record nothing.

    Raises:
        PersonNotFound, ClipNotFound, IdAmbiguous: A record is not found.
        DateNotUnderstood: The day is none.
    """
    records = catalog.read()
    person, event = _event(records, typed, wish, today)
    said = _recordings(library, records, event)
    asked = tuple(_asked(records, event))
    return Withdrawal(person, event, asked, said, recorded=False)


def _event(
    records: Records, typed: str, wish: Wish, today: str
) -> tuple[Person, ConsentEvent]:
    person = records.find(Person, typed)
    event = ConsentEvent(
        id=ConsentId(records.new_id(ConsentEvent)),
        person=person.id,
        kind=ConsentKind.WITHDRAWN,
        day=parse_day(wish.day) or today,
        at_once=not wish.day.strip(),
        clips=tuple(dict.fromkeys(records.find(Clip, c).id for c in wish.clips)),
        why=wish.why,
    )
    return person, event


def _forget_copies(
    library: Library, records: Records, purpose: Purpose, person: PersonId
) -> None:
    """Throw away working copies of what a person is in or sent, where that is closed.

    A withdrawal from a later day leaves them until then.
    """
    forget_closed_copies(library, records, purpose, clips_with(records, person))
    facts = gather_facts(records)
    said = consent_in_force(facts.consents[person], ClipId(""), purpose.day)
    if said and said.kind is ConsentKind.WITHDRAWN:
        for submission in records.all(Submission):
            if submission.contributor == person:
                forget_prepared(library, submission.id)


def _asked(records: Records, event: ConsentEvent) -> list[Asked]:
    """Return what holds the voice and was not taken back yet."""
    facts = gather_facts(records)
    traced = list(trace_voices(records, _marks(records, facts, event)))
    return to_take_back(facts, records.all(Recall), traced)


def _recordings(
    library: Library, records: Records, event: ConsentEvent
) -> tuple[str, ...]:
    """Return where an interpreter says what the voice said."""
    marks = _marks(records, gather_facts(records), event).clips
    said = {
        one.path
        for clip, one in every_recording(library, records)
        for mark in marks.get(clip, ())
        if mark.range.overlaps(TimeRange(one.start, max(one.end, one.start + 1)))
    }
    return tuple(sorted(said))


def _marks(records: Records, facts: Facts, event: ConsentEvent) -> Marks:
    """Return where the voices are that an event withdraws."""
    about = also_about(event, made_of(records, facts.clips.values())).clips

    def withdrawal(person: PersonId | None, clip: ClipId) -> ConsentId | None:
        concerned = not about or clip in about
        return event.id if person == event.person and concerned else None

    everywhere = {} if about else {event.person: event.id}
    return Marks(mark_voices(facts, withdrawal), everywhere)
