"""``mediakit code list``: what is coded."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.coding_texts import listing
from mediakit.cli.leaving import purpose_of, today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.reasons import in_words, translated
from mediakit.model.ladder import INTERNAL
from mediakit.workflows.list_codings import (
    Quoted,
    list_codings,
    quote_codings,
    without_noted,
)


@click.command(
    "list",
    help=_(
        "List what is coded, by clip and in order of time. With --words, also what is "
        "said there, as the current transcript has it; words of people who withdrew "
        "are not shown.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit code list --clip c-7k3\n"
        "  mediakit code list --theme insecurity --coder Awa --words\n"
        "  mediakit code list --strong --words"
    ),
)
@click.option("--clip", default="", metavar="ID", help=_("In one clip."))
@click.option(
    "--theme",
    default="",
    metavar=_("THEME"),
    help=_("About a theme or one below it."),
)
@click.option("--coder", default="", metavar=_("NAME"), help=_("By this coder."))
@click.option("--strong", is_flag=True, help=_("Only strong quotes."))
@click.option("--words", is_flag=True, help=_("Show what is said there."))
@json_option
@pass_app
def command(
    app: App, clip: str, theme: str, coder: str, strong: bool, words: bool
) -> None:
    """Print each clip, a line a coding, and what is said there."""
    space = app.workspace
    listed = list_codings(
        space.catalog, clip=clip, theme=theme, coder=coder, strong=strong
    )
    if words:
        purpose = purpose_of(app, scope=INTERNAL)
        quoted = quote_codings(space.library, space.catalog, listed, purpose)
        _remark(quoted)
        listed = [*quoted.codings]
    listed = without_noted(space.catalog, listed, today())
    lines = [*listing(listed)]
    answer(app, listed, lines or [_("Nothing is coded like this yet.")])


def _remark(quoted: Quoted) -> None:
    for error in quoted.unread:
        say(_("Left out: {reason}").format(reason=translated(error)))
    if quoted.withheld:
        say(_("Not shown:"))
        say(in_words(quoted.withheld))
