"""Putting things on a playlist, and saying what there is to know of them."""

import os
from collections.abc import Sequence
from gettext import gettext as _

import click

from mediakit.cli.app import App
from mediakit.cli.leaving import today, working_copies
from mediakit.cli.output import answer, say
from mediakit.cli.passage_options import Where, chosen_passage
from mediakit.cli.playlist_advice_texts import advice_line
from mediakit.cli.playlist_texts import item_line
from mediakit.i18n.language import machine_language, wanted_language
from mediakit.model.ids import normalize_id
from mediakit.model.timecode import format_time
from mediakit.workflows.add_item import Added, Wanted, add_items, find_wanted
from mediakit.workflows.advise_showing import advise_showing, find_room
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.playlist_facts import ItemFacts
from mediakit.workflows.show_playlist import show_playlist


def put_on(
    app: App,
    playlist: str,
    wanted: Sequence[Wanted],
    facts: ItemFacts,
    *,
    once: bool = False,
) -> None:
    """Put things on a playlist, and print what they are called there.

    Args:
        app: The run.
        playlist: The playlist, as typed.
        wanted: What is put there.
        facts: What is said of each.
        once: Leave out what is on it already, and say so.
    """
    space = app.workspace
    added = add_items(
        space.catalog,
        playlist,
        wanted,
        facts,
        working_copies(app),
        languages=space.settings.languages,
        last=spoken_to(),
        once=once,
    )
    shown = show_playlist(space.catalog, added.playlist.id, today())
    new = [one for one in shown.items if one.item.code in added.codes]
    say_present(added.present)
    answer(app, new, map(item_line, new))
    _advise(app, added)


def wanted_part(app: App, typed: str, where: Where) -> Wanted:
    """Return what was typed: an excerpt, a coding, a clip, or a part of one.

    Raises:
        click.UsageError: A part of a part was typed.
        MediakitError: It is not found; see `mediakit.workflows.find_passage`.
    """
    whole = find_wanted(app.workspace.catalog.read(), typed)
    if not where:
        return whole
    if not normalize_id(typed).startswith("c-"):
        raise click.UsageError(
            _("{excerpt} is a part already. Name its clip to choose another.").format(
                excerpt=whole.excerpt or typed
            )
        )
    return Wanted(chosen_passage(app, whole.chosen.clip.id, where))


def spoken_to() -> str:
    """Return the language in which people are spoken to."""
    return wanted_language(os.environ, machine_language())


def _advise(app: App, added: Added) -> None:
    """Say at once what there is to know before the new items are shown."""
    space = app.workspace
    rules = consent_rules(space.settings)
    room = find_room(space.catalog.read(), added.playlist, rules, today())
    for advice in advise_showing(room, added.codes):
        say(advice_line(advice))


def say_present(present: Sequence[Chosen]) -> None:
    """Say what was not put anywhere because it is there."""
    for chosen in present:
        say(
            _("{clip} {start} - {end} is on it already.").format(
                clip=chosen.clip.id,
                start=format_time(chosen.range.start),
                end=format_time(chosen.range.end),
            )
        )
