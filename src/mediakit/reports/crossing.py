"""Themes crossed with something else: a row a theme, a column a value."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from gettext import gettext as _

from mediakit.model.coded import Coded, Count, counted
from mediakit.model.ids import ThemeId
from mediakit.model.theme import Theme
from mediakit.reports.counting import (
    figure,
    left_out,
    meaning,
    themes_with_those_below,
)
from mediakit.reports.facts import Material, Wish
from mediakit.reports.table import Chart, Column, Drawn, Kind, Row, Table

Spread = Callable[[Coded], Iterable[tuple[str, Coded]]]
"""Which columns something that is coded is counted in, and what of it."""

THEME = "theme"
LABEL = "label"
TOTAL = "total"


def cross(
    material: Material,
    wish: Wish,
    by: Count,
    *,
    columns: Mapping[str, str],
    spread: Spread,
    title: str,
    notes: Sequence[str] = (),
) -> Table:
    """Return a table of themes.

    Args:
        material: What is counted.
        wish: Which themes.
        by: What is counted of it.
        columns: What the columns are called, by their name.
        spread: Says which of them something is counted in.
        title: What the table shows.
        notes: What else its figures mean.
    """
    grouped = with_those_below(material)
    shown = themes_shown(material, wish, grouped)
    rows = [(theme, grouped.get(theme.id, [])) for theme in shown]
    # a coding is in the rows of all themes above its own
    everything = {one.coding: one for _theme, some in rows for one in some}
    parts = {id_: (*spread(one),) for id_, one in everything.items()}

    def cells(some: Iterable[Coded]) -> Row:
        some = [*some]
        found: defaultdict[str, list[Coded]] = defaultdict(list)
        for one in some:
            for name, part in parts[one.coding]:
                found[name].append(part)
        return (
            *(counted(found[name], by) for name in columns),
            counted(some, by),
        )

    return Table(
        name="themes",
        title=title,
        columns=(
            *theme_columns(),
            *(figure(by, name, heading) for name, heading in columns.items()),
            figure(by, TOTAL, _("All")),
        ),
        rows=tuple(
            (theme.path, theme.label(wish.language), *cells(some))
            for theme, some in rows
        ),
        footer=(_("All themes"), None, *cells(everything.values())) if rows else (),
        notes=(
            meaning(by),
            themes_with_those_below(),
            *notes,
            *left_out(material),
        ),
        chart=Chart(Drawn.GRID, LABEL, tuple(columns)),
    )


def theme_columns() -> tuple[Column, Column]:
    """Return the columns that name a theme."""
    return (
        Column(THEME, _("Theme"), Kind.TEXT, whole=True),
        Column(LABEL, _("Called"), Kind.TEXT, long=True),
    )


def by_theme(coded: Iterable[Coded]) -> Mapping[ThemeId, list[Coded]]:
    """Return what is coded, by the theme itself."""
    found: defaultdict[ThemeId, list[Coded]] = defaultdict(list)
    for one in coded:
        found[one.theme].append(one)
    return found


def with_those_below(material: Material) -> Mapping[ThemeId, list[Coded]]:
    """Return what is coded, by the theme and by those above it.

    Two laptops may have chosen one path: what is below it is below both.
    """
    at: defaultdict[str, list[Theme]] = defaultdict(list)
    for theme in material.book.themes:
        at[theme.path].append(theme)
    found: defaultdict[ThemeId, list[Coded]] = defaultdict(list)
    for id_, some in by_theme(material.coded).items():
        found[id_] += some
        path = material.book.standing[id_].path
        while path := path.rpartition("/")[0]:
            for above in at[path]:
                found[above.id] += some
    return found


def themes_shown(
    material: Material, wish: Wish, grouped: Mapping[ThemeId, list[Coded]]
) -> list[Theme]:
    """Return the themes of a report: archived ones only if something is coded so.

    Args:
        material: What it is made of.
        wish: Which themes.
        grouped: What is coded, `with_those_below`.
    """
    top = wish.theme
    return [
        theme
        for theme in (material.book.family(top) if top else material.book.themes)
        if not theme.archived or grouped.get(theme.id)
    ]
