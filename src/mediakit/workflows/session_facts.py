"""What a person says about a session, checked before it is kept."""

from dataclasses import replace
from datetime import date
from typing import TypedDict

from mediakit.errors.sessions import PresenceExceedsPeople
from mediakit.errors.typed import DateNotUnderstood
from mediakit.model.language import normalize_tag
from mediakit.model.presence import Presence, total
from mediakit.model.session import Session, SessionKind


class SessionFacts(TypedDict, total=False):
    """The fields of a session that were said; see `Session`."""

    title: str
    kind: SessionKind
    date: str
    group: str
    community: str
    place: str
    region: str
    country: str
    languages: tuple[str, ...]
    facilitators: tuple[str, ...]
    partner: str
    people: int
    present: tuple[Presence, ...]
    notes: str
    source: str


def with_facts(session: Session, facts: SessionFacts) -> Session:
    """Return *session* with what was said; what was not said stays.

    Who was present, counted by sex and age group, is also how many were present,
    until somebody says that there were more.

    Raises:
        DateNotUnderstood: The date is not an ISO 8601 day that exists.
        LanguageNotUnderstood: A language is no tag.
        PresenceExceedsPeople: More are counted by sex and age group than in all.
    """
    if "date" in facts:
        facts = {**facts, "date": parse_day(facts["date"])}
    said = replace(session, **facts)
    return replace(
        said,
        languages=tuple(normalize_tag(tag) for tag in said.languages if tag),
        facilitators=tuple(name for name in said.facilitators if name),
        people=_people(session, said, counted="people" in facts),
    )


def parse_day(typed: str) -> str:
    """Return a typed day as ISO 8601; nothing for nothing.

    Raises:
        DateNotUnderstood: It is not an ISO 8601 day that exists.
    """
    if not typed.strip():
        return ""
    try:
        return date.fromisoformat(typed.strip()).isoformat()
    except ValueError as error:
        raise DateNotUnderstood(text=typed) from error


def _people(before: Session, said: Session, *, counted: bool) -> int | None:
    people = said.people
    if not counted and people == (total(before.present) or None):
        # nobody counted them otherwise
        people = total(said.present) or None
    if people is not None and total(said.present) > people:
        raise PresenceExceedsPeople(counted=total(said.present), people=people)
    return people
