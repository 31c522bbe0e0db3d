"""``mediakit init``: make a library."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.workflows.init_library import SETTINGS, init_library


@click.command(
    "init",
    help=_(
        "Make a library in FOLDER, which must be new or empty.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit init ~/mali --name "Mali" --language fr --language bm'
    ),
)
@click.argument("folder", metavar=_("FOLDER"), type=click.Path(path_type=Path))
@click.option("--name", default="", metavar=_("NAME"), help=_("The programme's name."))
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANG",
    help=_("A language spoken in it, as fr or bm; may be repeated."),
)
@json_option
@pass_app
def command(app: App, folder: Path, name: str, languages: tuple[str, ...]) -> None:
    """Make a library and say what to do next."""
    library = init_library(folder, name=name, languages=languages, settings=_(SETTINGS))
    answer(app, {"library": library.root}, [str(library.root)])
    say(_("Next: go there, and 'mediakit add' your files."))
