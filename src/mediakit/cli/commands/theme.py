"""``mediakit theme``: the codebook, themes that clips and passages are sorted by."""

import dataclasses
from collections.abc import Iterator
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.theme_arrange import archive, merge, move, rename, split
from mediakit.cli.commands.theme_edit import add, edit, remove
from mediakit.cli.commands.theme_exchange import export, import_file
from mediakit.cli.commands.theme_progress import details
from mediakit.cli.commands.theme_progress import mark as mark_command
from mediakit.cli.commands.theme_progress import status as status_command
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.cli.theme_texts import counted, label, tree
from mediakit.workflows.list_themes import list_themes
from mediakit.workflows.show_theme import ShownTheme, show_theme


@click.group(
    "theme",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The themes that clips are sorted by."),
)
def command() -> None:
    """Hold the verbs."""


for verb in (
    *(add, edit, remove, move, rename, merge, split, archive),
    *(mark_command, status_command),
    *(import_file, export),
):
    command.add_command(verb)


@command.command(
    "list",
    help=_(
        "List the themes as a tree, with the clips and codings of each.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit theme list\n"
        "  mediakit theme list --archived"
    ),
)
@click.option("--archived", is_flag=True, help=_("Those that are archived, too."))
@json_option
@pass_app
def show_list(app: App, archived: bool) -> None:
    """Print every theme with what is coded with it."""
    listed = list_themes(app.workspace.catalog, archived=archived)
    answer(
        app,
        [{"theme": one.theme, **dataclasses.asdict(one.counts)} for one in listed],
        tree(listed) or [_("There are no themes yet.")],
    )


@command.command(
    "show",
    help=_(
        "Show a theme: what it means, other words for it, what is coded with it and "
        "with those below it, and how far it came.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit theme show insecurity/trust"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@json_option
@pass_app
def show(app: App, theme: str) -> None:
    """Print all that is known of a theme."""
    shown = show_theme(app.workspace.catalog, theme)
    answer(app, shown, _lines(shown))


def _lines(shown: ShownTheme) -> Iterator[str]:
    theme = shown.theme
    yield f"{theme.id}  {theme.path}  {label(theme)}"
    for tag, text in theme.labels.items():
        yield "  " + _("{name}: {told}").format(name=tag, told=text)
    for tag, words in theme.synonyms.items():
        yield "  " + _("{tag}, also: {words}").format(tag=tag, words=", ".join(words))
    if theme.definition:
        yield _("Definition: {text}").format(text=theme.definition)
    if theme.colour:
        yield _("Colour: {colour}").format(colour=theme.colour)
    yield _("Coded: {counts}").format(counts=counted(shown.counts))
    if shown.below:
        yield _("With those below: {counts}").format(counts=counted(shown.with_below))
    for below, counts in shown.below:
        name = f"{below.path}  {label(below)}"
        yield "  " + _("{name}: {told}").format(name=name, told=counted(counts))
    for merged in shown.merged:
        yield _("Merged into it: {theme}").format(theme=f"{merged.path}  {merged.id}")
        if merged.definition and merged.definition != theme.definition:
            yield "  " + _("Definition: {text}").format(text=merged.definition)
    yield from list(details(shown.progress))[1:]
