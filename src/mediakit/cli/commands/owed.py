"""``mediakit owed``: the answers that were not carried back yet, and to whom."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.workflows.list_replies import ListedReply, list_owed


@click.command(
    "owed",
    help=_(
        "List the answers that were not carried back yet, and to whom they are owed: "
        "the group that recorded what they answer. An answer is carried back once it, "
        "or an excerpt of it, was shown at a session of that group.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit owed\n"
        "  mediakit owed --session s-4k2"
    ),
)
@click.option(
    "--session", default="", metavar="ID", help=_("To the group of this session.")
)
@click.option(
    "--group", default="", metavar=_("NAME"), help=_("To the group of this name.")
)
@json_option
@pass_app
def command(app: App, session: str, group: str) -> None:
    """Print one line an answer."""
    owed = list_owed(app.workspace.catalog, session=session, group=group)
    head = (_("Clip"), _("Answer"), _("Owed to"), _("In answer to"))
    rows = map(_row, owed)
    answer(app, owed, columns([head, *rows]) if owed else [_("Nothing is owed.")])


def _row(owed: ListedReply) -> tuple[str, ...]:
    return (
        owed.reply.clip,
        owed.answer.title if owed.answer else "-",
        _creditor(owed),
        owed.stimulus.title if owed.stimulus else "-",
    )


def _creditor(owed: ListedReply) -> str:
    if owed.debt is None or owed.debt.creditor is None:
        return _("not known: no session recorded it")
    return owed.debt.creditor.group or owed.debt.creditor.title
