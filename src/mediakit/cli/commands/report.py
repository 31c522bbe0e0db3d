"""``mediakit report``: what the library tells, as tables, pages and spreadsheets."""

import os
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import leaving, say_cautions, say_left_out
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.reasons import translated
from mediakit.cli.session_filter import session_filter
from mediakit.i18n.language import machine_language, wanted_language
from mediakit.model.coded import Count
from mediakit.model.ladder import RESEARCH
from mediakit.model.session_filter import Filter
from mediakit.reports import as_text, charts
from mediakit.reports.facts import Wish
from mediakit.reports.registry import NAMES, SUBJECTS
from mediakit.workflows.make_report import (
    CSV,
    FORMATS,
    HTML,
    TEXT,
    Made,
    Order,
    show_report,
    write_report,
)
from mediakit.workflows.pass_gate import Purpose


@click.command(
    "report",
    help=_(
        "Tell what the library knows, as tables; without a NAME, list the reports. A "
        "file of one is a use, and is recorded; what consent does not cover is neither "
        "quoted nor counted.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit report theme-region\n"
        "  mediakit report theme-sex --count time --as html\n"
        "  mediakit report quotes --theme trust --as xlsx --output trust.xlsx\n"
        "  mediakit report missing --table holes --as csv\n"
        "  mediakit report theme-region --from 2025-01-01 --to 2025-12-31"
    ),
)
@click.argument("name", metavar=_("[NAME]"), required=False, type=click.Choice(NAMES))
@click.option(
    "--as",
    "format_name",
    type=click.Choice(FORMATS),
    default=TEXT,
    show_default=True,
    help=_("The format; a page has charts."),
)
@click.option(
    "--output",
    default="",
    metavar=_("FILE"),
    help=_("A new file; otherwise text is shown, and others go to exports/reports."),
)
@click.option(
    "--count",
    type=click.Choice([one.value for one in Count]),
    help=_("What the figures of themes count."),
)
@click.option(
    "--theme",
    default="",
    metavar=_("THEME"),
    help=_("Only a theme and those below it."),
)
@click.option("--strong", is_flag=True, help=_("Only strong quotes."))
@click.option(
    "--table",
    default="",
    metavar=_("NAME"),
    help=_("Only this table of the report; a CSV file has one, the first."),
)
@json_option
@pass_app
@session_filter
@leaving(RESEARCH)
def command(
    app: App,
    name: str | None,
    format_name: str,
    output: str,
    count: str | None,
    theme: str,
    strong: bool,
    table: str,
    wanted: Filter,
    purpose: Purpose,
) -> None:
    """Print a report, or where it was written."""
    if not name:
        _list(app)
        return
    wish = Wish(
        language=wanted_language(os.environ, machine_language()),
        count=Count(count) if count else None,
        strong=strong,
        sessions=wanted,
    )
    order = Order(name=name, theme=theme, table=table, wish=wish)
    space = app.workspace
    where = (space.library, space.catalog, space.settings, order, purpose)
    if format_name == TEXT and not output:
        made = show_report(*where)
        _remark(made)
        answer(app, made.report, as_text.write(made.report))
        return
    made = write_report(*where, format_name=format_name, output=output)
    _remark(made)
    _advise(made, format_name)
    answer(app, made, [str(made.path)])


def _list(app: App) -> None:
    width = max(map(len, NAMES))
    titles = {subject.NAME: subject.title() for subject in SUBJECTS}
    lines = [f"{name:{width}}  {title}" for name, title in titles.items()]
    answer(app, [{"name": n, "title": t} for n, t in titles.items()], lines)


def _remark(made: Made) -> None:
    for error in made.unread:
        say(_("Left out: {reason}").format(reason=translated(error)))
    say_left_out(made.left_out)
    say_cautions(made.cautions)


def _advise(made: Made, format_name: str) -> None:
    names = [table.name for table in made.report.tables]
    if format_name == CSV and len(names) > 1:
        others = ", ".join(names[1:])
        say(
            _("The file has the table {name}; --table takes another: {others}.").format(
                name=names[0], others=others
            )
        )
    if format_name == HTML and not charts.is_installed():
        say(_("The page has no charts; they need: pip install 'mediakit[charts]'"))
