"""Verbs of ``mediakit playlist`` that change what is there: words, order, items."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, for_screen
from mediakit.cli.playlist_adding import spoken_to
from mediakit.cli.playlist_options import (
    item_options,
    playlist_options,
    said_of_item,
    said_of_playlist,
    title_option,
)
from mediakit.cli.playlist_texts import playlist_line, playlist_lines
from mediakit.workflows.edit_playlist import (
    edit_item,
    edit_playlist,
    move_item,
    order_items,
    remove_items,
)
from mediakit.workflows.remove_playlist import remove_playlist
from mediakit.workflows.show_playlist import show_playlist


@click.command(
    "edit",
    help=_(
        "Change what is said of a playlist; or, with the code of an item, of that: its "
        "title, its question and note, and how long the room talks after it.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit playlist edit pl-3f8 --budget 45:00 --scope regional\n"
        '  mediakit playlist edit pl-3f8 K7P --ask en:"And here?" --note fr:""'
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@click.argument("item", default="", metavar=_("[ITEM]"))
@title_option(_("What the playlist is called, or what the room may read of an item."))
@playlist_options
@item_options
@json_option
@pass_app
def edit(app: App, /, playlist: str, item: str, **typed: Any) -> None:
    """Change a playlist or an item on it, and print it."""
    space = app.workspace
    _verify(item, typed)
    if item:
        edit_item(
            space.catalog,
            playlist,
            item,
            said_of_item(typed),
            languages=space.settings.languages,
            last=spoken_to(),
        )
    else:
        typed = {**typed, "title": "".join(typed["title"]) if typed["title"] else None}
        facts = said_of_playlist(typed)
        edit_playlist(space.catalog, playlist, facts, space.settings.scopes)
    _show(app, playlist)


@click.command(
    "move",
    help=_(
        "Show an item of a playlist earlier or later.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit playlist move pl-3f8 K7P --to 1\n"
        "  mediakit playlist move pl-3f8 K7P --after D4X"
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@click.argument("item", metavar=_("ITEM"))
@click.option(
    "--to",
    type=click.IntRange(1),
    metavar=_("NUMBER"),
    help=_("Its place, from 1; what lies beyond the end is the end."),
)
@click.option("--before", default="", metavar=_("ITEM"), help=_("Just before another."))
@click.option("--after", default="", metavar=_("ITEM"), help=_("Just after another."))
@json_option
@pass_app
def move(
    app: App, playlist: str, item: str, to: int | None, before: str, after: str
) -> None:
    """Move an item and print the playlist."""
    if sum(map(bool, (to, before, after))) != 1:
        raise click.UsageError(_("Say where to: with --to, --before or --after."))
    move_item(app.workspace.catalog, playlist, item, to=to, before=before, after=after)
    _show(app, playlist)


@click.command(
    "order",
    help=_(
        "Put the items of a playlist in an order that a group chose, by the codes on "
        "the wall cards. Those that are not named stay behind, in their order.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit playlist order pl-3f8 D4X K7P T2A"
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@click.argument("items", metavar=_("ITEM..."), nargs=-1, required=True)
@json_option
@pass_app
def order(app: App, playlist: str, items: tuple[str, ...]) -> None:
    """Order the items and print the playlist."""
    order_items(app.workspace.catalog, playlist, items)
    _show(app, playlist)


@click.command(
    "remove",
    help=_(
        "Take items off a playlist, or remove the playlist as a whole. Excerpts stay, "
        "and so does everything that was made from it.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit playlist remove pl-3f8 K7P D4X\n"
        "  mediakit playlist remove pl-3f8 --whole"
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@click.argument("items", metavar=_("[ITEM]..."), nargs=-1)
@click.option("--whole", is_flag=True, help=_("Remove the playlist itself."))
@json_option
@pass_app
def remove(app: App, playlist: str, items: tuple[str, ...], whole: bool) -> None:
    """Remove items and print the playlist, or remove that and print what it was."""
    if whole == bool(items):
        raise click.UsageError(
            _("Name the items to take off, or add --whole to remove the playlist.")
        )
    catalog = app.workspace.catalog
    if whole:
        removed = remove_playlist(catalog, playlist, today())
        answer(app, removed, [playlist_line(removed)])
    else:
        remove_items(catalog, playlist, items)
        _show(app, playlist)


def _verify(item: str, typed: dict[str, Any]) -> None:
    """Refuse options that say nothing of what is to be changed."""
    of_playlist = [typed[name] for name in ("session", "scope", "budget")]
    of_item: list[Sequence[str]] = [typed["ask"], typed["note"], typed["pause"] or ()]
    if item and any(value is not None for value in of_playlist):
        raise click.UsageError(
            _("--session, --scope and --budget are for the playlist, not an item.")
        )
    if not item and any(of_item):
        raise click.UsageError(_("--ask, --note and --pause go with an item's code."))
    if not item and len(typed["title"]) > 1:
        raise click.UsageError(_("A playlist has one title."))


def _show(app: App, playlist: str) -> None:
    shown = show_playlist(app.workspace.catalog, playlist, today())
    answer(app, shown, for_screen(playlist_lines(shown)))
