"""``mediakit playlist``: what is to be shown to a room, with what it is asked."""

from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.playlist_add import add
from mediakit.cli.commands.playlist_check import check
from mediakit.cli.commands.playlist_edit import edit, move, order, remove
from mediakit.cli.commands.playlist_kit import kit
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, for_screen
from mediakit.cli.playlist_options import playlist_options, said_of_playlist
from mediakit.cli.playlist_texts import playlist_line, playlist_lines, playlist_rows
from mediakit.workflows.add_playlist import add_playlist, copy_playlist
from mediakit.workflows.list_playlists import list_playlists
from mediakit.workflows.show_playlist import show_playlist


@click.group(
    "playlist",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("What is to be shown to a room, and what it is asked."),
)
def command() -> None:
    """Hold the verbs."""


for _verb in (add, edit, move, order, remove, check, kit):
    command.add_command(_verb)


@command.command(
    "new",
    help=_(
        "Begin a playlist: for a session, or for any room like it.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit playlist new "Ménaka, jeunes" --session s-4k2 --budget 1:30:00'
    ),
)
@click.argument("title", metavar=_("TITLE"))
@playlist_options
@json_option
@pass_app
def new(app: App, /, **typed: Any) -> None:
    """Begin a playlist and print its id."""
    space = app.workspace
    facts = said_of_playlist(typed)
    made = add_playlist(space.catalog, facts, space.settings.scopes)
    shown = show_playlist(space.catalog, made.id, today())
    answer(app, shown, [playlist_line(shown)])


@command.command(
    "list",
    help=_(
        "List the playlists.\n\n\b\nExample:\n  mediakit playlist list --session s-4k2"
    ),
)
@click.option(
    "--session", default="", metavar="ID", help=_("Only those for a session.")
)
@json_option
@pass_app
def show_list(app: App, session: str) -> None:
    """Print one line a playlist."""
    listed = list_playlists(app.workspace.catalog, session)
    nothing = [_("There are no playlists. 'mediakit playlist new' begins one.")]
    answer(app, listed, playlist_rows(listed) if listed else nothing)


@command.command(
    "show",
    help=_(
        "Show what is on a playlist, in order, with the questions and how long it all "
        "takes.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit playlist show pl-3f8"
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@json_option
@pass_app
def show(app: App, playlist: str) -> None:
    """Print a playlist with all its items."""
    shown = show_playlist(app.workspace.catalog, playlist, today())
    answer(app, shown, for_screen(playlist_lines(shown)))


@command.command(
    "copy",
    help=_(
        "Copy a playlist, for another room. Its items keep their codes.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit playlist copy pl-3f8 --title "Gao, femmes" --session s-9t1'
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@click.option("--title", metavar=_("TITLE"), help=_("What the copy is called."))
@playlist_options
@json_option
@pass_app
def copy(app: App, /, playlist: str, **typed: Any) -> None:
    """Copy a playlist and print its id."""
    space = app.workspace
    facts = said_of_playlist(typed)
    made = copy_playlist(space.catalog, playlist, facts, space.settings.scopes)
    shown = show_playlist(space.catalog, made.id, today())
    answer(app, shown, [playlist_line(shown)])
