"""List the sessions, all or some."""

from collections import Counter
from dataclasses import replace

from mediakit.catalog.catalog import Records
from mediakit.errors.typed import RangeReversed
from mediakit.model.clip import Clip
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.session_filter import Filter
from mediakit.workflows.session_facts import parse_day


def list_sessions(
    records: Records, wanted: Filter | None = None
) -> list[tuple[Session, int, int]]:
    """Return sessions by date, with the clips recorded and those screened.

    Raises:
        DateNotUnderstood: A date of the filter is none.
        RangeReversed: Its last day is before its first.
    """
    wanted = verified(wanted or Filter())
    recorded = Counter(clip.session for clip in records.all(Clip))
    screened = Counter(screening.session for screening in records.all(Screening))
    sessions = sorted(records.all(Session), key=lambda session: session.date)
    return [(s, recorded[s.id], screened[s.id]) for s in sessions if wanted.selects(s)]


def verified(wanted: Filter) -> Filter:
    """Return a filter with its days as they are compared.

    Raises:
        DateNotUnderstood: A date of the filter is none.
        RangeReversed: Its last day is before its first.
    """
    first, last = parse_day(wanted.first), parse_day(wanted.last)
    if first and last and last < first:
        raise RangeReversed(start=first, end=last)
    return replace(wanted, first=first, last=last)
