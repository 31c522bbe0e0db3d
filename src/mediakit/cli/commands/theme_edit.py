"""``mediakit theme add``, ``edit``, ``remove``: one theme of the codebook."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.workflows.add_theme import add_theme
from mediakit.workflows.edit_theme import edit_theme
from mediakit.workflows.remove_theme import remove_theme

_label_option = click.option(
    "--label",
    "labels",
    multiple=True,
    metavar=_("LANG=TEXT"),
    help=_("What it is called in a language, as fr=Confiance; may be repeated."),
)
_synonym_option = click.option(
    "--synonym",
    "synonyms",
    multiple=True,
    metavar=_("LANG=TEXT"),
    help=_(
        "Another word that people say who mean it, as fr=méfiance or bm=dannaya; may "
        "be repeated."
    ),
)


@click.command(
    "add",
    help=_(
        "Add a theme. Levels of the tree are separated by slashes.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit theme add insecurity/trust --label "fr=Confiance"\n'
        "  mediakit theme add water --synonym fr=puits --synonym bm=ji"
    ),
)
@click.argument("path", metavar=_("THEME"))
@_label_option
@_synonym_option
@click.option("--definition", default="", metavar=_("TEXT"), help=_("When to use it."))
@click.option(
    "--colour", default="", metavar=_("COLOUR"), help=_("Its colour, as #cc3311.")
)
@click.option("--icon", default="", metavar=_("TEXT"), help=_("One symbol or emoji."))
@json_option
@pass_app
def add(
    app: App,
    path: str,
    labels: tuple[str, ...],
    synonyms: tuple[str, ...],
    definition: str,
    colour: str,
    icon: str,
) -> None:
    """Add a theme and print its id."""
    theme = add_theme(
        app.workspace.catalog,
        path,
        labels=labels,
        synonyms=synonyms,
        definition=definition,
        colour=colour,
        icon=icon,
    )
    answer(app, theme, [f"{theme.id}  {theme.path}"])


@click.command(
    "edit",
    help=_(
        "Change what a theme is called and what it means. Its place in the tree is "
        "changed with 'mediakit theme move' and 'rename'.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit theme edit trust --label "en=Trust in forces"\n'
        "  mediakit theme edit trust --colour '#cc3311'\n"
        "  mediakit theme edit trust --synonym fr=méfiance --synonym bm=dannaya"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@_label_option
@click.option(
    "--no-label",
    "unlabelled",
    multiple=True,
    metavar="LANG",
    help=_("Take the label in a language away; the last one stays."),
)
@_synonym_option
@click.option(
    "--no-synonym",
    "no_synonyms",
    multiple=True,
    metavar=_("LANG=TEXT"),
    help=_("Take another word away."),
)
@click.option("--definition", metavar=_("TEXT"), help=_("When to use it."))
@click.option(
    "--colour", metavar=_("COLOUR"), help=_("Its colour, as #cc3311; '' for none.")
)
@click.option("--icon", metavar=_("TEXT"), help=_("One symbol or emoji; '' for none."))
@json_option
@pass_app
def edit(
    app: App,
    theme: str,
    labels: tuple[str, ...],
    unlabelled: tuple[str, ...],
    synonyms: tuple[str, ...],
    no_synonyms: tuple[str, ...],
    definition: str | None,
    colour: str | None,
    icon: str | None,
) -> None:
    """Change a theme and print it."""
    changed = edit_theme(
        app.workspace.catalog,
        theme,
        labels=labels,
        unlabelled=unlabelled,
        synonyms=synonyms,
        no_synonyms=no_synonyms,
        definition=definition,
        colour=colour,
        icon=icon,
    )
    answer(app, changed, [f"{changed.id}  {changed.path}"])


@click.command(
    "remove",
    help=_(
        "Remove a theme that nothing was ever sorted by. One that is in use is "
        "archived or merged instead.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit theme remove insecurity/trust"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@json_option
@pass_app
def remove(app: App, theme: str) -> None:
    """Remove a theme and print what it was."""
    removed = remove_theme(app.workspace.catalog, theme)
    answer(app, removed, [f"{removed.id}  {removed.path}"])
