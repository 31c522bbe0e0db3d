"""``mediakit code agreement``: how far two people code alike."""

from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.decimals import decimal
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say, table
from mediakit.model.group import is_same_name
from mediakit.model.timecode import format_time
from mediakit.workflows.compare_coders import Agreement, Compared, compare_coders


@click.command(
    "agreement",
    help=_(
        "Tell how far two coders agree on which passages are about which theme: "
        "Cohen's kappa (1960) and Krippendorff's alpha (nominal, two coders, 2011). "
        "Every millisecond of the clips of which both coded passages is one unit, and "
        "each coder says of it, theme by theme, yes or no. All themes in one figure: "
        "the observed and the expected are pooled (De Vries and others, 2008). 1 is "
        "perfect, 0 is chance; Krippendorff asks for 0.8, or 0.667 for tentative "
        "conclusions.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit code agreement Awa Moussa\n"
        "  mediakit code agreement Awa Moussa --theme insecurity --clip c-7k3"
    ),
)
@click.argument("first", metavar=_("CODER"))
@click.argument("second", metavar=_("CODER"))
@click.option(
    "--theme",
    default="",
    metavar=_("THEME"),
    help=_("On this theme, taken as one with those below it; else on each by itself."),
)
@click.option(
    "--clip",
    "clips",
    multiple=True,
    metavar="ID",
    help=_("In this clip, whether or not both found something in it; may be repeated."),
)
@json_option
@pass_app
def command(
    app: App, first: str, second: str, theme: str, clips: tuple[str, ...]
) -> None:
    """Print a line a theme, and one for all."""
    if is_same_name(first, second):
        raise click.UsageError(_("Name two coders who are not the same."))
    found = compare_coders(
        app.workspace.catalog, first, second, theme=theme, clips=clips
    )
    answer(app, found, _lines(found))
    count = len(found.clips)
    told = ngettext(
        "Compared: {count} clip, {time}. The unit is one millisecond.",
        "Compared: {count} clips, {time}. The unit is one millisecond.",
        count,
    )
    say(told.format(count=count, time=format_time(found.time)))
    if found.sorted_only:
        say(
            _(
                "Not compared: {count} codings that sort whole clips and do not say "
                "where in them."
            ).format(count=found.sorted_only)
        )


def _lines(found: Agreement) -> list[str]:
    one, other = found.coders
    head = (
        *(_("Theme"), _("Both"), _("Only {name}").format(name=one)),
        *(_("Only {name}").format(name=other), _("Same"), _("Kappa"), _("Alpha")),
    )
    rows = [
        _row(compared, compared.theme.path)
        for compared in found.themes
        if compared.theme
    ]
    if found.pooled and len(rows) > 1:
        rows.append(_row(found.pooled, _("all themes")))
    return table(head, rows)


def _row(compared: Compared, name: str) -> tuple[str, ...]:
    table = compared.table
    return (
        *(name, format_time(table.both)),
        *(format_time(table.first), format_time(table.second)),
        *(_share(compared.observed), _figure(compared.kappa), _figure(compared.alpha)),
    )


def _figure(value: float | None) -> str:
    return "-" if value is None else decimal(value, 3)


def _share(observed: float) -> str:
    return _("{percent}%").format(percent=decimal(100 * observed))
