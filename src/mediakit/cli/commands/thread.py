"""``mediakit thread``: a clip, the clips that answer it, and those that answer them."""

from collections.abc import Iterator
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.labels import session_line
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.model.session import Session
from mediakit.workflows.list_replies import ListedReply
from mediakit.workflows.show_thread import ThreadClip, show_thread


@click.command(
    "thread",
    help=_(
        "Show the dialogue a clip is part of: what began it, the answers, the answers "
        "to those, with places and dates, and what was carried back. A star marks the "
        "clip itself.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit thread c-7k3"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@json_option
@pass_app
def command(app: App, clip: str) -> None:
    """Print a thread as a tree."""
    told = show_thread(app.workspace.catalog, clip)
    answer(app, told, (line for one in told for line in _lines(one)))


def _lines(told: ThreadClip) -> Iterator[str]:
    indent = "    " * told.depth
    mark = "*" if told.is_asked else "-"
    yield f"{indent}{mark} {told.clip_id}  {told.clip.title if told.clip else '-'}"
    for line in _facts(told):
        yield f"{indent}    {line}"


def _facts(told: ThreadClip) -> Iterator[str]:
    if told.is_repeated:
        yield _("told above, with its answers")
        return
    yield _("Recorded at: {session}").format(session=_place(told.recorded_at))
    if told.reply:
        shown = _place(told.reply.shown_at)
        yield _("Answers what was shown at: {session}").format(session=shown)
        yield from _carried_back(told, told.reply)


def _carried_back(told: ThreadClip, reply: ListedReply) -> Iterator[str]:
    if told.carried_back:
        back = _place(told.carried_back)
        yield _("Carried back at: {session}").format(session=back)
    elif reply.debt:
        yield _("Not carried back yet.")


def _place(session: Session | None) -> str:
    return session_line(session) if session else "-"
