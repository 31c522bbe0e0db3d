"""``mediakit film check``: what is to be done before a film is finished."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.film_check_texts import film_check_json, film_check_lines
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, for_screen
from mediakit.errors.films import FilmBlocked
from mediakit.workflows.check_film import check_film


@click.command(
    "check",
    help=_(
        "Tell what is to be done before a film is finished: whether everybody in it "
        "agreed to its scope, under which name; what a quote was taken out of, and "
        "whether a question, a negation or the rest of the sentence is cut off; how "
        "its time is shared, beside the people who were heard; what is said twice, "
        "what nobody has checked or translated. Where consent or a clip is missing, "
        "the exit status says so.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film check f-3f8\n"
        "  mediakit film check f-3f8 --scope web"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.option(
    "--scope", default="", metavar=_("SCOPE"), help=_("For another rung than its own.")
)
@json_option
@pass_app
def check(app: App, film: str, scope: str) -> None:
    """Print what is to be done; the exit status says whether something blocks."""
    space = app.workspace
    checked = check_film(
        space.library, space.catalog, space.settings, film, day=today(), scope=scope
    )
    answer(app, film_check_json(checked), for_screen(film_check_lines(checked)))
    if checked.blocking:
        raise FilmBlocked(film=checked.film.id, count=len(checked.blocking))
