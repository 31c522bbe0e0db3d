"""Themes that occur together: what people speak of in one breath."""

from collections.abc import Iterator
from gettext import gettext as _
from itertools import combinations

from mediakit.model.coded import Coded, Count, counted, counted_together
from mediakit.model.theme import Theme
from mediakit.reports.counting import figure, left_out
from mediakit.reports.crossing import by_theme, themes_shown, with_those_below
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import CROSSED, Need
from mediakit.reports.table import Chart, Column, Drawn, Kind, Row, Table

NAME = "theme-theme"
NEEDS = frozenset({Need.CODINGS})
TAKES = CROSSED

_MOST_DRAWN = 20


def title() -> str:
    """Return what it is about."""
    return _("Themes that occur together")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield the pairs of themes that occur together, and the same as a grid."""
    by = wish.count or Count.CLIPS
    grouped = by_theme(material.coded)
    some = {
        theme.path: (theme, grouped[theme.id])
        for theme in themes_shown(material, wish, with_those_below(material))
        if grouped.get(theme.id)
    }
    pairs = [
        (one, other, both)
        for one, other in combinations(some.values(), 2)
        if (both := counted_together(one[1], other[1], by))
    ]
    pairs.sort(key=lambda pair: -pair[2])
    yield Table(
        name="pairs",
        title=title(),
        columns=(
            Column("first", _("Theme"), Kind.TEXT, whole=True),
            Column("second", _("And"), Kind.TEXT, whole=True),
            figure(by, "both", _("Both")),
            figure(by, "of_first", _("The first")),
            figure(by, "of_second", _("The second")),
        ),
        rows=tuple(
            (
                *(one[0].path, other[0].path, both),
                *(counted(one[1], by), counted(other[1], by)),
            )
            for one, other, both in pairs
        ),
        notes=(_meaning(by), _alone(), *left_out(material)),
    )
    if pairs:
        drawn = {x[0].path: x for one, other, _both in pairs for x in (one, other)}
        yield _grid([*drawn.values()][:_MOST_DRAWN], wish, by)


def _grid(some: list[tuple[Theme, list[Coded]]], wish: Wish, by: Count) -> Table:
    rows: list[Row] = []
    for theme, mine in some:
        cells = (
            None if theme is other else counted_together(mine, theirs, by)
            for other, theirs in some
        )
        rows.append((theme.path, theme.label(wish.language), *cells))
    names = tuple(theme.path for theme, _coded in some)
    return Table(
        name="grid",
        title=_("The same as a grid"),
        columns=(
            Column("theme", _("Theme"), Kind.TEXT, whole=True),
            Column("label", _("Called"), Kind.TEXT, long=True),
            *(figure(by, x.path, x.label(wish.language)) for x, _coded in some),
        ),
        rows=tuple(rows),
        chart=Chart(Drawn.GRID, "label", names),
    )


def _meaning(by: Count) -> str:
    return {
        Count.CLIPS: _("A figure is how many clips are coded with both."),
        Count.SESSIONS: _(
            "A figure is at how many sessions clips were recorded with the one and "
            "with the other."
        ),
        Count.PEOPLE: _("A figure is how many people are heard on both."),
        Count.CODINGS: _(
            "Both is how many pairs of codings share time; the others, how many "
            "codings there are."
        ),
        Count.TIME: _("A figure is how long the passages are that are about both."),
    }[by]


def _alone() -> str:
    return _("Here a theme counts alone, without those below it.")
