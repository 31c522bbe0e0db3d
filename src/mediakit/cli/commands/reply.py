"""``mediakit reply``: which clip answers which screening."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.labels import session_line
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.model.reply import Reply
from mediakit.workflows.add_reply import add_reply
from mediakit.workflows.list_replies import ListedReply, list_replies
from mediakit.workflows.remove_reply import remove_reply


@click.group(
    "reply",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Which clip answers which screening."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "add",
    help=_(
        "Record that a clip was recorded in answer to what a room was shown.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit reply add c-7k3 --to sc-9d1"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.option(
    "--to",
    "screening",
    required=True,
    metavar=_("SCREENING"),
    help=_("The screening it answers."),
)
@click.option("--notes", metavar=_("TEXT"), help=_("Free text."))
@json_option
@pass_app
def add(app: App, clip: str, screening: str, notes: str | None) -> None:
    """Record a reply and print its id."""
    reply = add_reply(app.workspace.catalog, clip, screening, notes=notes)
    answer(app, reply, [_line(reply)])


@command.command(
    "list",
    help=_(
        "List the replies: the answer, what it answers, and where that was shown.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit reply list"
    ),
)
@json_option
@pass_app
def show_list(app: App) -> None:
    """Print one line a reply."""
    listed = list_replies(app.workspace.catalog)
    head = (_("Id"), _("Answer"), _("In answer to"), _("Shown at"))
    rows = map(_row, listed)
    nothing = [_("There are no replies yet.")]
    answer(app, listed, columns([head, *rows]) if listed else nothing)


@command.command(
    "remove",
    help=_(
        "Take back a reply that was recorded by mistake; the clip stays.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit reply remove r-2f8"
    ),
)
@click.argument("reply", metavar=_("REPLY"))
@json_option
@pass_app
def remove(app: App, reply: str) -> None:
    """Remove a reply and print what it was."""
    removed = remove_reply(app.workspace.catalog, reply)
    answer(app, removed, [_line(removed)])


def _line(reply: Reply) -> str:
    return f"{reply.id}  {reply.clip} > {reply.screening}"


def _row(listed: ListedReply) -> tuple[str, ...]:
    return (
        listed.reply.id,
        listed.answer.title if listed.answer else listed.reply.clip,
        listed.stimulus.title if listed.stimulus else "-",
        session_line(listed.shown_at) if listed.shown_at else "-",
    )
