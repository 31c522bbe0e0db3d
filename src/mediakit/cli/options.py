"""Options and arguments that several commands share."""

import os
from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeVar

import click

from mediakit.cli.state import State
from mediakit.i18n.language import machine_language, wanted_language
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


def a_title(typed: str) -> str:
    """Return what something is to be called.

    Raises:
        click.UsageError: There is no letter in it.
    """
    if not typed.strip():
        raise click.UsageError(_("Type what it is called."))
    return typed.strip()


def file_argument(command: Command) -> Command:
    """Add a file that is there, to be read."""
    return click.argument(
        "file",
        metavar=_("FILE"),
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
    )(command)


def format_option(formats: Sequence[str]) -> Callable[[Command], Command]:
    """Return what adds ``--as``, without which nothing is written."""
    return click.option(
        "--as",
        "format_name",
        type=click.Choice(formats),
        required=True,
        help=_("The format."),
    )


def data_output_option(command: Command) -> Command:
    """Add ``--output`` for data that leaves."""
    return click.option(
        "--output",
        default="",
        metavar=_("FILE"),
        help=_("A new file; otherwise one in exports/data."),
    )(command)


def theme_language_option(command: Command) -> Command:
    """Add ``--language``: what themes are called in; the reader's if none is typed."""
    return click.option(
        "--language",
        default="",
        metavar="LANG",
        callback=_language_of_themes,
        help=_("The language to call themes in; otherwise yours."),
    )(command)


def _language_of_themes(
    context: click.Context, parameter: click.Parameter, typed: str
) -> str:
    del context, parameter
    return typed or wanted_language(os.environ, machine_language())


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
