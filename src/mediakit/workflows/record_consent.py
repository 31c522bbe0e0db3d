"""Record what a person agreed to: a new event, which edits none before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypedDict

from mediakit.catalog.catalog import Catalog
from mediakit.errors.people import ConsentDaysCrossed, ScopeUnknown
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import consent_in_force, last_given
from mediakit.model.gate import Rules
from mediakit.model.ids import ClipId, ConsentId
from mediakit.model.ladder import NOTHING
from mediakit.model.person import Person
from mediakit.workflows.keep_evidence import keep_evidence
from mediakit.workflows.session_facts import parse_day
from mediakit.workflows.working_copies import (
    clips_with,
    for_the_team,
    forget_closed_copies,
    forget_half_heard,
)


class Wishes(TypedDict, total=False):
    """What somebody may wish beside the rung; see `ConsentEvent`."""

    excluded: tuple[str, ...]
    transcribe: bool
    research: bool
    face: bool
    voice: bool
    name: bool
    pseudonym: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a consent is about, as typed.

    Attributes:
        up_to: The highest rung agreed to, or ``none``.
        day: From when it holds; today if empty.
        until: The first day without.
        embargo: The day before which nothing but working copies may be made.
        clips: The clips it is limited to.
        evidence: Files or clips that show it.
        why: Why, in words.
    """

    up_to: str
    day: str = ""
    until: str = ""
    embargo: str = ""
    clips: Sequence[str] = ()
    evidence: Sequence[str] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A new event, and whether it counts or a withdrawal overrules it."""

    event: ConsentEvent
    in_force: bool


def record_consent(
    library: Library,
    catalog: Catalog,
    rules: Rules,
    person: str,
    terms: Terms,
    wishes: Wishes,
    *,
    today: str,
) -> Recorded:
    """Record that a person agreed; wishes that are not repeated stay as they were.

    Who agrees to nothing closes working copies too: those that are there are thrown
    away. So is what a machine half heard of who does not want it to.

    Raises:
        PersonNotFound, ClipNotFound, IdAmbiguous: A record is not found.
        ScopeUnknown: A rung is not on the ladder.
        DateNotUnderstood: A day is none.
        ConsentDaysCrossed: It would end before it begins.
        EvidenceNotFound: What shows it is neither a file nor a clip.
        ReadFailed, WriteFailed, SourceChanged: A file cannot be copied.
    """
    _verify_rungs(rules, terms.up_to, wishes.get("excluded", ()))
    day = parse_day(terms.day) or today
    until, embargo = parse_day(terms.until), parse_day(terms.embargo)
    _verify_days(day, embargo, until)
    records = catalog.read()
    records.find(Person, person)
    clips = tuple(records.find(Clip, clip).id for clip in terms.clips)
    evidence = keep_evidence(library, records, terms.evidence)
    with catalog.change() as change:
        who = change.find(Person, person)
        before = [e for e in change.all(ConsentEvent) if e.person == who.id]
        event = replace(
            last_given(who.id, before, day, clips),
            id=ConsentId(change.new_id(ConsentEvent)),
            day=day,
            at_once=not terms.day.strip(),
            up_to="" if terms.up_to == NOTHING else terms.up_to,
            until=until,
            embargo=embargo,
            clips=clips,
            evidence=evidence,
            why=terms.why,
            **wishes,
        )
        recorded = change.put(event)
    if not recorded.opens:
        records, purpose = catalog.read(), for_the_team(rules, today)
        forget_closed_copies(library, records, purpose, clips_with(records, who.id))
    if not recorded.transcribe:
        forget_half_heard(library, catalog.read(), rules, today, who.id)
    return Recorded(recorded, _counts([*before, recorded], recorded, today))


def _verify_rungs(rules: Rules, up_to: str, excluded: Sequence[str]) -> None:
    for scope, known in (
        (up_to, (NOTHING, *rules.scopes)),
        *((one, rules.scopes) for one in excluded),
    ):
        if scope not in known:
            raise ScopeUnknown(scope=scope, scopes=", ".join(known))


def _verify_days(*days: str) -> None:
    """Verify that days, in the order in which they must come, do so."""
    said = [day for day in days if day]
    for early, late in pairwise(said):
        if early >= late:
            raise ConsentDaysCrossed(early=early, late=late)


def _counts(events: Sequence[ConsentEvent], new: ConsentEvent, today: str) -> bool:
    """Tell whether a new event counts, today or once it holds, in all it is about."""
    day = max(new.day, today)
    about = new.clips or (ClipId(""),)
    return all(consent_in_force(events, clip, day) == new for clip in about)
