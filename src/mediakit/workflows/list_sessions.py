"""List the sessions, all or some."""

from collections import Counter
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Records
from mediakit.errors.typed import RangeReversed
from mediakit.model.clip import Clip
from mediakit.model.group import is_same_name
from mediakit.model.screening import Screening
from mediakit.model.session import Session, SessionKind
from mediakit.workflows.session_facts import parse_day


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


def list_sessions(
    records: Records, wanted: Filter | None = None
) -> list[tuple[Session, int, int]]:
    """Return sessions by date, with the clips recorded and those screened.

    Raises:
        DateNotUnderstood: A date of the filter is none.
        RangeReversed: Its last day is before its first.
    """
    wanted = _verified(wanted or Filter())
    recorded = Counter(clip.session for clip in records.all(Clip))
    screened = Counter(screening.session for screening in records.all(Screening))
    sessions = sorted(records.all(Session), key=lambda session: session.date)
    return [(s, recorded[s.id], screened[s.id]) for s in sessions if wanted.selects(s)]


def _verified(wanted: Filter) -> Filter:
    first, last = parse_day(wanted.first), parse_day(wanted.last)
    if first and last and last < first:
        raise RangeReversed(start=first, end=last)
    return replace(wanted, first=first, last=last)
