"""Options that several commands share."""

from collections.abc import Callable
from gettext import gettext as _
from typing import Any, TypeVar

import click

from mediakit.cli.state import State

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
