"""The way of themes: raised by groups, validated by regions, prioritised."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _

from mediakit.i18n.values import step
from mediakit.model.group import fold_name
from mediakit.model.theme_progress import Mark, Progress, theme_progress
from mediakit.model.validation import Step
from mediakit.reports.crossing import LABEL, theme_columns
from mediakit.reports.facts import Material, Wish
from mediakit.reports.need import Need, Takes
from mediakit.reports.table import Chart, Column, Drawn, Kind, Row, Table

NAME = "theme-status"
NEEDS: frozenset[Need] = frozenset()
TAKES = frozenset({Takes.THEME})


def title() -> str:
    """Return what it is about."""
    return _("How far themes have come")


def tables(material: Material, wish: Wish) -> Iterator[Table]:
    """Yield a row a theme: what how many sessions did with it, and where."""
    followed = theme_progress(
        material.book,
        material.validations,
        material.codings,
        material.known.clips,
        material.known.sessions,
    )
    shown = [one for one in followed if _is_shown(one, wish)]
    steps = tuple(one.value for one in Step)
    yield Table(
        name="themes",
        title=title(),
        columns=(
            *theme_columns(),
            *(Column(one.value, step(one)) for one in Step),
            Column("rank", _("Rank")),
            Column("raised_in", _("Raised in"), Kind.TEXT),
            Column("validated_in", _("Validated in"), Kind.TEXT),
            Column("to_validate", _("Still to validate in"), Kind.TEXT),
        ),
        rows=tuple(_row(material, wish, one) for one in shown),
        notes=(
            _(
                "A figure is how many sessions did it. A focus group raised a theme if "
                "somebody recorded that, or if a clip of it is coded with the theme "
                "itself, not one below it."
            ),
            _("The rank is the highest that any conference gave it."),
            _(
                "A region is still to validate a theme that was raised there while no "
                "session has decided on it, whichever sessions are asked for."
            ),
        ),
        chart=Chart(Drawn.GRID, LABEL, steps),
    )


def _is_shown(one: Progress, wish: Wish) -> bool:
    if wish.theme is not None:
        return wish.theme.contains(one.theme)
    return not one.theme.archived


def _row(material: Material, wish: Wish, one: Progress) -> Row:
    about = material.about.sessions
    marks = [mark for mark in one.marks if mark.session.id in about]
    at = {each: [mark for mark in marks if mark.step is each] for each in Step}
    raised = _places(at[Step.RAISED])
    waiting = [where for where in one.undecided if fold_name(where) in raised]
    return (
        one.theme.path,
        one.theme.label(wish.language),
        *map(len, at.values()),
        min((mark.rank for mark in marks if mark.rank), default=None),
        ", ".join(raised.values()),
        ", ".join(_places(at[Step.VALIDATED]).values()),
        ", ".join(waiting),
    )


def _places(marks: Sequence[Mark]) -> dict[str, str]:
    """Return where it was, as it is compared and as it is written."""
    found: dict[str, str] = {}
    for session in (mark.session for mark in marks):
        where = session.region or session.place or session.title
        found.setdefault(fold_name(where), where)
    return found
