"""``mediakit theme mark`` and ``status``: how far a theme came in the programme."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _

import click

from mediakit.catalog.catalog import Records
from mediakit.cli.app import App, pass_app
from mediakit.cli.labels import session_line
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, table
from mediakit.i18n.values import step
from mediakit.model.codebook import codebook
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.theme_progress import Mark, Progress
from mediakit.model.validation import Step, Validation
from mediakit.workflows.follow_themes import follow_themes
from mediakit.workflows.mark_theme import mark_theme, unmark_theme


@click.command(
    "mark",
    help=_(
        "Record what a session did with a theme: raised it, validated it, prioritised "
        "it, or rejected it. That a focus group raised a theme need not be recorded "
        "if a clip of it is sorted by that theme.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit theme mark insecurity/trust s-4k2 validated\n"
        "  mediakit theme mark trust s-8d0 prioritised --rank 1"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@click.argument("session", metavar=_("SESSION"))
@click.argument("done", metavar=_("STEP"), type=click.Choice([s.value for s in Step]))
@click.option(
    "--rank",
    type=click.IntRange(1),
    metavar=_("NUMBER"),
    help=_("Its place among the priorities, 1 the highest."),
)
@click.option("--notes", metavar=_("TEXT"), help=_("Free text."))
@click.option("--remove", is_flag=True, help=_("Take back what was recorded."))
@json_option
@pass_app
def mark(
    app: App,
    theme: str,
    session: str,
    done: str,
    rank: int | None,
    notes: str | None,
    remove: bool,
) -> None:
    """Record a step, or take it back."""
    catalog = app.workspace.catalog
    if remove:
        validation = unmark_theme(catalog, theme, session, Step(done))
    else:
        validation = mark_theme(
            catalog, theme, session, Step(done), rank=rank, notes=notes
        )
    answer(app, validation, [_marked(catalog.read(), validation)])


def _marked(records: Records, validation: Validation) -> str:
    """Return a decision of a session on a theme in one line."""
    about = codebook(records.all(Theme)).standing[validation.theme].path
    place = session_line(records.get(Session, validation.session))
    told = f"{step(validation.step)}, {place}"
    line = _("{name}: {told}").format(name=about, told=told)
    return f"{validation.id}  {line}"


@click.command(
    "status",
    help=_(
        "Tell how far themes came: who raised, validated and prioritised them, and "
        "which regions have still to decide. Of one theme and those below it, tell "
        "every session.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit theme status\n"
        "  mediakit theme status insecurity/trust"
    ),
)
@click.argument("theme", metavar=_("[THEME]"), default="")
@json_option
@pass_app
def status(app: App, theme: str) -> None:
    """Print a line a theme, or all that is known of one."""
    followed = follow_themes(app.workspace.catalog, theme)
    if theme:
        lines = [line for one in followed for line in details(one)]
    else:
        lines = _table(followed)
    answer(app, followed, lines or [_("There are no themes yet.")])


def _table(followed: Sequence[Progress]) -> list[str]:
    head = (_("Theme"), _("Raised"), _("Validated"), _("Prioritised"), _("To do"))
    rows = [
        (
            one.theme.path,
            _newest(one.at(Step.RAISED)),
            _newest(one.at(Step.VALIDATED)),
            _newest(one.at(Step.PRIORITISED)),
            _to_do(one),
        )
        for one in followed
    ]
    return table(head, rows)


def _newest(marks: Sequence[Mark]) -> str:
    """Return where and when a step was last taken, and how often before."""
    if not marks:
        return "-"
    last = marks[-1]
    told = " ".join(part for part in (last.session.date, _place(last)) if part)
    rank = f"{last.rank}. " if last.rank else ""
    more = f" (+{len(marks) - 1})" if len(marks) > 1 else ""
    return f"{rank}{told}{more}"


def _place(mark: Mark) -> str:
    return mark.session.region or mark.session.place or mark.session.title


def _to_do(progress: Progress) -> str:
    if progress.undecided:
        regions = ", ".join(progress.undecided)
        return _("validate: {regions}").format(regions=regions)
    rejected = progress.at(Step.REJECTED)
    if progress.at(Step.PRIORITISED) or not progress.marks:
        return "-"
    if rejected and not progress.at(Step.VALIDATED):
        return _("rejected")
    return _("prioritise")


def details(progress: Progress) -> Iterator[str]:
    """Yield a theme and what each session did with it, then what is to be done."""
    yield progress.theme.path
    for mark_ in progress.marks:
        yield f"  {_told(mark_)}"
        if mark_.notes:
            yield f"    {mark_.notes}"
    yield "  " + _("To do: {what}").format(what=_to_do(progress))


def _told(mark_: Mark) -> str:
    if mark_.rank:
        line = _("{step}: {session}, rank {rank}")
    elif mark_.clips:
        line = _("{step}: {session}, clips: {clips}")
    else:
        line = _("{step}: {session}")
    return line.format(
        step=step(mark_.step),
        session=session_line(mark_.session),
        rank=mark_.rank,
        clips=mark_.clips,
    )
