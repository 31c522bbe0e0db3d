"""Themes over time: what people began to speak of, and when."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.model.coded import Coded, Count
from mediakit.model.session import Session
from mediakit.reports.crossing import cross
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import CROSSED, Need
from mediakit.reports.table import Table

NAME = "theme-time"
NEEDS = frozenset({Need.CODINGS})
TAKES = CROSSED

_MOST_MONTHS = 24
_YEAR = 12
_UNKNOWN = "unknown"


def title() -> str:
    """Return what it is about."""
    return _("Themes over time")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield a table of themes, a column a month, or a year where there are many."""
    days = {_day(one.session) for one in material.coded}
    months = _months(sorted(days - {""}))
    length = len("YYYY-MM") if len(months) <= _MOST_MONTHS else len("YYYY")
    columns = dict.fromkeys(month[:length] for month in months)
    called = {name: name for name in columns}
    if "" in days:
        called[_UNKNOWN] = _("no date")

    def spread(one: Coded) -> Iterator[tuple[str, Coded]]:
        yield _day(one.session)[:length] or _UNKNOWN, one

    yield cross(
        material,
        wish,
        wish.count or Count.CLIPS,
        columns=called,
        spread=spread,
        title=title(),
        notes=[_("The date is that of the session at which a clip was recorded.")],
    )


def _day(session: Session | None) -> str:
    return session.date if session else ""


def _months(days: list[str]) -> list[str]:
    """Return every month from the first day to the last."""
    if not days:
        return []
    ends = (days[0], days[-1])
    first, last = (int(day[:4]) * _YEAR + int(day[5:7]) - 1 for day in ends)
    return [f"{n // _YEAR:04d}-{n % _YEAR + 1:02d}" for n in range(first, last + 1)]
