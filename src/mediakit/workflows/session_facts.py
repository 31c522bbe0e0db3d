"""What a person says about a session, checked before it is kept."""

from dataclasses import replace
from datetime import date
from typing import TypedDict

from mediakit.errors import DateNotUnderstood
from mediakit.model.language import normalize_tag
from mediakit.model.session import Session, SessionKind


class SessionFacts(TypedDict, total=False):
    """The fields of a session that were said; see `Session`."""

    title: str
    kind: SessionKind
    date: str
    place: str
    region: str
    country: str
    languages: tuple[str, ...]
    facilitators: tuple[str, ...]
    partner: str
    people: int
    notes: str


def with_facts(session: Session, facts: SessionFacts) -> Session:
    """Return *session* with what was said; what was not said stays.

    Raises:
        DateNotUnderstood: The date is not an ISO 8601 day that exists.
        LanguageNotUnderstood: A language is no tag.
    """
    session = replace(session, **facts)
    return replace(
        session,
        date=_day(session.date),
        languages=tuple(map(normalize_tag, session.languages)),
    )


def _day(typed: str) -> str:
    if not typed:
        return ""
    try:
        return date.fromisoformat(typed.strip()).isoformat()
    except ValueError as error:
        raise DateNotUnderstood(text=typed) from error
