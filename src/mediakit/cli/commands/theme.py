"""``mediakit theme``: the themes that clips are sorted by."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.theme_progress import mark as mark_command
from mediakit.cli.commands.theme_progress import status as status_command
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.model.theme import Theme
from mediakit.workflows.add_theme import add_theme
from mediakit.workflows.list_themes import list_themes
from mediakit.workflows.remove_theme import remove_theme


@click.group(
    "theme",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The themes that clips are sorted by."),
)
def command() -> None:
    """Hold the verbs."""


command.add_command(mark_command)
command.add_command(status_command)


@command.command(
    "add",
    help=_(
        "Add a theme. Levels of the tree are separated by slashes.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit theme add insecurity/trust --label "fr=Confiance"'
    ),
)
@click.argument("path", metavar=_("THEME"))
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar=_("LANG=TEXT"),
    help=_("What it is called in a language, as fr=Confiance; may be repeated."),
)
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
    definition: str,
    colour: str,
    icon: str,
) -> None:
    """Add a theme and print its id."""
    theme = add_theme(
        app.workspace.catalog,
        path,
        labels=labels,
        definition=definition,
        colour=colour,
        icon=icon,
    )
    answer(app, theme, [f"{theme.id}  {theme.path}"])


@command.command(
    "remove",
    help=_(
        "Remove a theme that no clip has.\n\n"
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


@command.command(
    "list",
    help=_(
        "List the themes, with the number of clips of each.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit theme list"
    ),
)
@json_option
@pass_app
def show_list(app: App) -> None:
    """Print every theme with the number of clips that have it."""
    counted = list_themes(app.workspace.catalog)
    rows = [(t.id, t.path, str(n), _labels(t)) for t, n in counted]
    head = (_("Id"), _("Theme"), _("Clips"), _("Labels"))
    answer(
        app,
        [{"theme": theme, "clips": clips} for theme, clips in counted],
        columns([head, *rows]) if rows else [_("There are no themes yet.")],
    )


def _labels(theme: Theme) -> str:
    return ", ".join(f"{tag}: {label}" for tag, label in theme.labels.items())
