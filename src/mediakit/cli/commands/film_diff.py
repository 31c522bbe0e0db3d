"""Verbs of ``mediakit film`` for versions: keep one, and compare two."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.film_diff_texts import difference_json, difference_lines
from mediakit.cli.film_texts import version_json, version_lines
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, for_screen
from mediakit.workflows.compare_films import compare_versions_of
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.keep_film import keep_film, versions_of


@click.command(
    "keep",
    help=_(
        "Keep a film as it is now as a version, to compare it with later. Whatever "
        "takes a film out of the library keeps one too.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit film keep f-3f8 "as shown in Gao"'
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("why", default="", metavar=_("[WHY]"))
@json_option
@pass_app
def keep(app: App, film: str, why: str) -> None:
    """Keep a version and print all there are."""
    catalog = app.workspace.catalog
    kept = keep_film(catalog, film, why.strip())
    versions = versions_of(catalog.read(), kept.film)
    answer(app, version_json(kept), version_lines(versions))


@click.command(
    "diff",
    help=_(
        "Tell what is different between two versions of a film; the last one that was "
        "kept and the film as it is now, if none are named.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film diff f-3f8\n"
        "  mediakit film diff f-3f8 v2 v3"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("before", default="", metavar=_("[VERSION]"))
@click.argument("after", default="", metavar=_("[VERSION]"))
@json_option
@pass_app
def diff(app: App, film: str, before: str, after: str) -> None:
    """Print what is different."""
    space = app.workspace
    compared = compare_versions_of(
        space.library,
        space.catalog,
        film,
        (before, after),
        rules=consent_rules(space.settings),
        day=today(),
    )
    lines = for_screen(difference_lines(compared))
    answer(app, difference_json(compared), lines)
