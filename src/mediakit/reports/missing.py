"""Who is missing: sessions that were not held, groups and themes nobody heard."""

from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _

from mediakit.i18n.values import session_kind
from mediakit.model.group import fold_name
from mediakit.model.session import SessionKind
from mediakit.model.target import Target
from mediakit.reports import unheard
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import Need, Takes
from mediakit.reports.places import place_of, places
from mediakit.reports.table import Cell, Chart, Column, Drawn, Kind, Row, Table

NAME = "missing"
NEEDS = frozenset({Need.CODINGS})
TAKES = frozenset({Takes.THEME})


def title() -> str:
    """Return what it is about."""
    return _("Who is missing")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield sessions against targets, groups by region, and holes by theme."""
    for target in _targets(material, wish):
        yield _sessions(material, wish, target)
    yield from unheard.tables(material, wish)


def _targets(material: Material, wish: Wish) -> list[Target]:
    kind = wish.sessions.kind
    said = [t for t in material.targets.sessions if kind in {None, t.kind}]
    return said or [Target(kind or SessionKind.FOCUS_GROUP, {})]


def _sessions(material: Material, wish: Wish, target: Target) -> Table:
    held = [
        session
        for session in material.about.sessions.values()
        if session.kind is target.kind
    ]
    number = Counter(map(place_of, held))
    wanted = {f"region:{fold_name(r)}": n for r, n in target.regions.items()}
    where = places([*target.regions, *material.regions], held)
    rows: list[Row] = []
    for place, called in where.items():
        aim = wanted.get(place)
        left = None if aim is None else max(0, aim - number[place])
        rows.append((called, number[place], aim, left))
    drawn = ("held", "target") if target.regions else ("held",)
    aims, lefts = ([row[n] for row in rows if row[n] is not None] for n in (2, 3))
    return Table(
        name=f"sessions-{target.kind}",
        title=_("Sessions held: {kind}").format(kind=session_kind(target.kind)),
        columns=(
            Column("region", _("Region"), Kind.TEXT),
            Column("held", _("Held")),
            Column("target", _("Target")),
            Column("left", _("Still to hold")),
        ),
        rows=tuple(rows),
        footer=(
            _("All"),
            len(held),
            _sum(aims) if aims else None,
            _sum(lefts) if lefts else None,
        ),
        notes=tuple(_notes(wish, target)),
        chart=Chart(Drawn.BARS, "region", drawn),
    )


def _sum(cells: list[Cell]) -> int:
    return sum(int(cell) for cell in cells if cell is not None)


def _notes(wish: Wish, target: Target) -> Iterator[str]:
    yield _("Every session of this sort counts that is in the catalog.")
    if not target.regions:
        yield _("mediakit.toml names no target: [targets.sessions] says how many.")
    elif wish.sessions.first or wish.sessions.last:
        yield _("The target is for all years together.")
