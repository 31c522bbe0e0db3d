"""Themes by sort of session: what groups, interviews and gatherings speak of."""

from collections.abc import Iterator
from gettext import gettext as _

from mediakit.i18n.values import session_kind
from mediakit.model.coded import Coded, Count
from mediakit.model.session import SessionKind
from mediakit.reports.crossing import cross
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import CROSSED, Need
from mediakit.reports.table import Table

NAME = "theme-session"
NEEDS = frozenset({Need.CODINGS})
TAKES = CROSSED

_NONE = "none"


def title() -> str:
    """Return what it is about."""
    return _("Themes by sort of session")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield a table of themes, a column a sort of session at which clips are made."""
    met = {name for one in material.coded for name, _part in _spread(one)}
    columns = {kind.value: session_kind(kind) for kind in SessionKind}
    columns[_NONE] = _("no session")
    yield cross(
        material,
        wish,
        wish.count or Count.CLIPS,
        columns={name: text for name, text in columns.items() if name in met},
        spread=_spread,
        title=title(),
        notes=[_("The session is the one at which a clip was recorded.")],
    )


def _spread(one: Coded) -> Iterator[tuple[str, Coded]]:
    yield (one.session.kind.value if one.session else _NONE), one
