"""Themes by region: where people speak of what."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.model.coded import Coded, Count
from mediakit.reports.crossing import cross
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import CROSSED, Need
from mediakit.reports.places import place_of, places
from mediakit.reports.table import Table

NAME = "theme-region"
NEEDS = frozenset({Need.CODINGS})
TAKES = CROSSED


def title() -> str:
    """Return what it is about."""
    return _("Themes by region")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield a table of themes, a column a region."""
    yield cross(
        material,
        wish,
        wish.count or Count.CLIPS,
        columns=places(material.regions, (one.session for one in material.coded)),
        spread=_spread,
        title=title(),
        notes=[_("The region is that of the session where a clip was recorded.")],
    )


def _spread(one: Coded) -> Iterator[tuple[str, Coded]]:
    yield place_of(one.session), one
