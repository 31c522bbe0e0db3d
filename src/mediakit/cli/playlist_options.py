"""The options that say something about a playlist, or about an item on one."""

from collections.abc import Callable
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.options import a_title
from mediakit.model.tagged_text import split_tag
from mediakit.model.timecode import parse_time
from mediakit.workflows.playlist_facts import ItemFacts, PlaylistFacts

TALK = "5:00"
"""Time that is set aside for talking where nobody says how much."""


# Any: the signature of a command is Click's business
def playlist_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a playlist is for."""
    for option in reversed(
        (
            click.option(
                "--session",
                metavar="ID",
                help=_("The session it is prepared for; '' for none yet."),
            ),
            click.option(
                "--scope",
                metavar=_("SCOPE"),
                help=_("What it is for: a rung of consent, as own-group or regional."),
            ),
            click.option(
                "--budget",
                metavar=_("TIME"),
                help=_("How much time there is for it, as 45:00 or 1:30:00."),
            ),
        )
    ):
        command = option(command)
    return command


# Any: the signature of a command is Click's business
def item_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what goes with an item."""
    for option in reversed(
        (
            _text("--ask", _("What the room is asked after it.")),
            _text("--note", _("What only the facilitator reads.")),
            click.option(
                "--pause",
                is_flag=False,
                flag_value=TALK,
                metavar=_("[TIME]"),
                help=_(
                    "Set time aside to talk after it, five minutes if not said; 0 for "
                    "none."
                ),
            ),
        )
    ):
        command = option(command)
    return command


# Any: the signature of a command is Click's business
def title_option(help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return ``--title`` for an item, in one or several languages."""
    return _text("--title", help_)


def said_of_playlist(typed: dict[str, Any]) -> PlaylistFacts:
    """Return what was said of a playlist, without what was not.

    Raises:
        TimeNotUnderstood: The budget is no time.
    """
    facts: PlaylistFacts = {}
    if typed.get("title") is not None:
        facts["title"] = a_title(typed["title"])
    if typed["session"] is not None:
        facts["session"] = typed["session"].strip()
    if typed["scope"] is not None:
        facts["scope"] = typed["scope"].strip()
    if typed["budget"] is not None:
        facts["budget"] = parse_time(typed["budget"])
    return facts


def said_of_item(typed: dict[str, Any]) -> ItemFacts:
    """Return what was said of an item, without what was not.

    Raises:
        TimeNotUnderstood: The pause is no time.
    """
    facts: ItemFacts = {
        "titles": [split_tag(text) for text in typed["title"]],
        "questions": [split_tag(text) for text in typed["ask"]],
        "notes": [split_tag(text) for text in typed["note"]],
    }
    if typed["pause"] is not None:
        facts["pause"] = parse_time(typed["pause"])
    return facts


# Any: the signature of a command is Click's business
def _text(name: str, help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(name, multiple=True, metavar=_("[LANG:]TEXT"), help=help_)
