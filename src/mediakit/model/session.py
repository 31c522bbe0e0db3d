"""A dialogue session: where clips are recorded, and where clips are screened."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import SessionId
from mediakit.model.possible import verify_day
from mediakit.model.presence import Presence
from mediakit.model.stamp import Stamp


class SessionKind(StrEnum):
    """What sort of meeting a session is."""

    FOCUS_GROUP = "focus-group"
    INTERVIEW = "interview"
    REGIONAL_GATHERING = "regional-gathering"
    NATIONAL_CONFERENCE = "national-conference"
    PUBLIC_SCREENING = "public-screening"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A meeting of people who talk, watch, or both.

    Attributes:
        id: As ``s-…``.
        title: What people call it.
        kind: What sort of meeting it is.
        date: ISO 8601 day, or empty.
        group: The group that met, written the same each time it meets; two sessions
            without one are of the same group if place and community are the same.
        community: The community its people belong to, as the programme writes it.
        place: Town, village, camp.
        region: As written in ``mediakit.toml``.
        country: ISO 3166 code or name.
        languages: BCP 47 tags spoken there.
        facilitators: The names they work under.
        partner: The partner organisation.
        people: How many were present, if counted.
        present: The same by sex and age group, if noted.
        notes: Free text.
        source: What it is called in the form it was imported from, or empty.

    Raises:
        ValueError: The date is none.
    """

    id: SessionId
    title: str
    kind: SessionKind = SessionKind.FOCUS_GROUP
    date: str = ""
    group: str = ""
    community: str = ""
    place: str = ""
    region: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()
    partner: str = ""
    people: int | None = None
    present: tuple[Presence, ...] = ()
    notes: str = ""
    source: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.date:
            verify_day(self.date)
