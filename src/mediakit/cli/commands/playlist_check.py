"""``mediakit playlist check``: what is to be done before a playlist is shown."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, for_screen
from mediakit.cli.playlist_advice_texts import advice_json, check_lines
from mediakit.errors.playlists import PlaylistBlocked
from mediakit.model.timecode import parse_time
from mediakit.workflows.check_playlist import check_playlist


@click.command(
    "check",
    help=_(
        "Tell what is to be done before a playlist is shown: whether everybody in it "
        "agreed, whether it can be heard and understood, what the group has seen "
        "already, how long it takes, and who is not heard. Where consent or a file is "
        "missing, the exit status says so.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit playlist check pl-3f8\n"
        "  mediakit playlist check pl-3f8 --session s-9t1 --budget 45:00"
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@click.option(
    "--session", default="", metavar="ID", help=_("For another session than its own.")
)
@click.option("--budget", metavar=_("TIME"), help=_("With another time than its own."))
@json_option
@pass_app
def check(app: App, playlist: str, session: str, budget: str | None) -> None:
    """Print what is to be done; the exit status says whether something blocks."""
    space = app.workspace
    checked = check_playlist(
        space.library,
        space.catalog,
        space.settings,
        playlist,
        day=today(),
        session=session,
        budget=parse_time(budget) if budget else None,
    )
    answer(app, advice_json(checked), for_screen(check_lines(checked)))
    if checked.blocking:
        raise PlaylistBlocked(playlist=checked.playlist, count=len(checked.blocking))
