"""``mediakit film``: a film on paper, its script, and its versions."""

from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.film_add import add, card, heading, narrate, note
from mediakit.cli.commands.film_check import check
from mediakit.cli.commands.film_diff import diff, keep
from mediakit.cli.commands.film_draft import draft
from mediakit.cli.commands.film_edit import edit, move, remove
from mediakit.cli.commands.film_export import export
from mediakit.cli.commands.film_read_back import read_back
from mediakit.cli.commands.film_render import render
from mediakit.cli.commands.film_verify import verify
from mediakit.cli.film_options import film_options, said_of_film
from mediakit.cli.film_showing import show_script
from mediakit.cli.film_texts import film_line, film_rows
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.workflows.add_film import add_film
from mediakit.workflows.list_films import list_films, listed_film


@click.group(
    "film",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Films on paper, to be edited and checked."),
)
def command() -> None:
    """Hold the verbs."""


for _verb in (add, heading, narrate, card, note, draft):
    command.add_command(_verb)
for _verb in (edit, move, remove, check, keep, diff, export, verify, read_back, render):
    command.add_command(_verb)


@command.command(
    "new",
    help=_(
        "Begin a film on paper. Its frames are counted exactly, and consent is asked "
        "for its scope.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit film new "Autoportrait" --fps 25 --scope film --languages fr,en\n'
        '  mediakit film new "Self-portrait" --fps 29.97 --drop --max 52:00'
    ),
)
@click.argument("title", metavar=_("TITLE"))
@film_options
@json_option
@pass_app
def new(app: App, /, **typed: Any) -> None:
    """Begin a film and print its id."""
    space = app.workspace
    made = add_film(space.catalog, said_of_film(typed), space.settings)
    listed = listed_film(space.catalog.read(), made)
    answer(app, listed, [film_line(listed)])


@command.command(
    "list", help=_("List the films.\n\n\b\nExample:\n  mediakit film list")
)
@json_option
@pass_app
def show_list(app: App) -> None:
    """Print one line a film."""
    listed = list_films(app.workspace.catalog)
    nothing = [_("There are no films. 'mediakit film new' begins one.")]
    answer(app, listed, film_rows(listed) if listed else nothing)


@command.command(
    "show",
    help=_(
        "Show a film as a script: what is said and by whom, with the timecode at which "
        "each line begins and how long it takes. Cuts lie on whole frames inside what "
        "was chosen.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film show f-3f8\n"
        "  mediakit film show f-3f8 --version v2"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.option(
    "--version",
    default="",
    metavar=_("VERSION"),
    help=_("As it was in a version that was kept."),
)
@json_option
@pass_app
def show(app: App, film: str, version: str) -> None:
    """Print a film with all its lines."""
    show_script(app, film, version)
