"""Themes by sex: whether women and men speak of the same things."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.i18n.values import sex as sex_called
from mediakit.model.coded import Coded, Count
from mediakit.model.ids import PersonId
from mediakit.model.person import Sex
from mediakit.reports.crossing import cross
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import CROSSED, Need
from mediakit.reports.table import Table

NAME = "theme-sex"
NEEDS = frozenset({Need.CODINGS})
TAKES = CROSSED

_UNKNOWN = "unknown"


def title() -> str:
    """Return what it is about."""
    return _("Themes by sex")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield a table of themes, a column a sex."""

    def sex_of(person: PersonId) -> str:
        found = material.known.people.get(person)
        return (found.sex if found else None) or _UNKNOWN

    def spread(one: Coded) -> Iterator[tuple[str, Coded]]:
        if not one.people:
            yield _UNKNOWN, one
        for name in dict.fromkeys(map(sex_of, sorted(one.people))):
            yield name, one.said_by({p for p in one.people if sex_of(p) == name})

    columns = {one.value: sex_called(one) for one in Sex}
    if not any(name == Sex.OTHER for one in material.coded for name, _p in spread(one)):
        del columns[Sex.OTHER]
    yield cross(
        material,
        wish,
        wish.count or Count.PEOPLE,
        columns={**columns, _UNKNOWN: _("not known")},
        spread=spread,
        title=title(),
        notes=[
            _(
                "The sex is that of the people who are heard there, as they said it; "
                "what is said by women and men counts for both."
            )
        ],
    )
