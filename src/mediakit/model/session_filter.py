"""Which sessions are meant: of a sort, a region, a group, a time."""

from dataclasses import dataclass

from mediakit.model.group import is_same_name
from mediakit.model.session import Session, SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which sessions are meant; what is empty matters nothing.

    Names are compared without regard to case.

    Attributes:
        kind: What sort of meeting.
        region: As written.
        place: As written.
        group: As written.
        community: As written.
        first: ISO 8601 day; those before it, or without a date, are left out.
        last: ISO 8601 day; those after it, or without a date, are left out.
    """

    kind: SessionKind | None = None
    region: str = ""
    place: str = ""
    group: str = ""
    community: str = ""
    first: str = ""
    last: str = ""

    def selects(self, session: Session) -> bool:
        """Tell whether *session* is meant."""
        names = (
            (self.region, session.region),
            (self.place, session.place),
            (self.group, session.group),
            (self.community, session.community),
        )
        return (
            self.kind in {None, session.kind}
            and all(not asked or is_same_name(asked, name) for asked, name in names)
            and (not self.first or session.date >= self.first)
            and (not self.last or "" < session.date <= self.last)
        )
