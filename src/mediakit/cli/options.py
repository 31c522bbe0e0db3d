"""Options that several commands share."""

from collections.abc import Callable
from gettext import gettext as _
from typing import Any, TypeVar

import click

from mediakit.cli.state import State
from mediakit.model.presence import Presence, parse_presence

# Any: the signature of a command is Click's business
Command = TypeVar("Command", bound=Callable[..., Any])


def json_option(command: Command) -> Command:
    """Add ``--json``."""
    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_remember_json,
        help=_("Print the result as JSON."),
    )(command)


def _remember_json(
    context: click.Context, parameter: click.Parameter, value: bool
) -> None:
    del parameter
    if value:
        context.ensure_object(State).json = True


def present_option(command: Command) -> Command:
    """Add ``--present``, whose texts become counts of people."""
    return click.option(
        "--present",
        multiple=True,
        callback=_presences,
        metavar=_("WHO=NUMBER"),
        help=_(
            "Who was present by sex and age group, as female/18-35=6 or 36-60=4; may "
            "be repeated; replaces those there."
        ),
    )(command)


def _presences(
    context: click.Context, parameter: click.Parameter, typed: tuple[str, ...]
) -> tuple[Presence, ...] | None:
    del context, parameter
    return tuple(parse_presence(text) for text in typed if text) if typed else None
