"""``mediakit theme move``, ``rename``, ``merge``, ``split``, ``archive``."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.theme_texts import moved_lines, what_went_along
from mediakit.workflows.archive_theme import archive_theme
from mediakit.workflows.merge_themes import merge_themes
from mediakit.workflows.move_theme import Moved, move_theme, rename_theme
from mediakit.workflows.split_theme import Which, split_theme


@click.command(
    "move",
    help=_(
        "Put a theme, with those below it, below another one; / is the top of the "
        "tree. What is coded stays coded.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit theme move trust peace\n"
        "  mediakit theme move insecurity/trust /"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@click.argument("parent", metavar=_("ABOVE"))
@json_option
@pass_app
def move(app: App, theme: str, parent: str) -> None:
    """Move a theme and print what went along."""
    _answer(app, move_theme(app.workspace.catalog, theme, parent))


@click.command(
    "rename",
    help=_(
        "Give a theme another name in the tree, where it is; those below it follow. "
        "What is coded stays coded. What it is called in a language is changed with "
        "'mediakit theme edit --label'.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit theme rename insecurity/trust confidence"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@click.argument("name", metavar=_("NAME"))
@json_option
@pass_app
def rename(app: App, theme: str, name: str) -> None:
    """Rename a theme and print what went along."""
    _answer(app, rename_theme(app.workspace.catalog, theme, name))


@click.command(
    "merge",
    help=_(
        "Make a theme a part of another one: what is coded with it, and what sessions "
        "decided on it, goes there; its names become other words for that one. What "
        "lies below it lies below that one then. It can be split off again with "
        "'mediakit theme split … --that-were'.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit theme merge insecurity/mistrust insecurity/trust"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@click.argument("into", metavar=_("INTO"))
@json_option
@pass_app
def merge(app: App, theme: str, into: str) -> None:
    """Merge two themes and print what went along."""
    _answer(app, merge_themes(app.workspace.catalog, theme, into))


@click.command(
    "split",
    help=_(
        "Give some of what is coded with a theme to another one, made if it is not "
        "there yet: those codings, those in a clip, by a coder, or all that came from "
        "a theme that was merged. The rest stays.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit theme split trust trust/army --coding k-4k2 --coding k-9x1\n"
        "  mediakit theme split trust mistrust --that-were mistrust"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@click.argument("new", metavar=_("NEW"))
@click.option(
    "--coding", "codings", multiple=True, metavar="ID", help=_("This coding.")
)
@click.option("--clip", "clips", multiple=True, metavar="ID", help=_("In this clip."))
@click.option("--coder", default="", metavar=_("NAME"), help=_("By this coder."))
@click.option(
    "--that-were",
    default="",
    metavar=_("THEME"),
    help=_("That had this theme before it was merged."),
)
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar=_("LANG=TEXT"),
    help=_("What the new one is called in a language; may be repeated."),
)
@json_option
@pass_app
def split(
    app: App,
    theme: str,
    new: str,
    codings: tuple[str, ...],
    clips: tuple[str, ...],
    coder: str,
    that_were: str,
    labels: tuple[str, ...],
) -> None:
    """Split a theme and print what went to the new one."""
    if not (codings or clips or coder or that_were):
        raise click.UsageError(
            _("Say which: with --coding, --clip, --coder or --that-were.")
        )
    which = Which(codings=codings, clips=clips, coder=coder, that_were=that_were)
    catalog = app.workspace.catalog
    _answer(app, split_theme(catalog, theme, new, which, labels=labels))


@click.command(
    "archive",
    help=_(
        "Put a theme aside, with those below it: it is no longer listed and nothing "
        "new is sorted by it. What is coded with it stays, and is found as before.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit theme archive insecurity/trust\n"
        "  mediakit theme archive insecurity/trust --back"
    ),
)
@click.argument("theme", metavar=_("THEME"))
@click.option("--back", is_flag=True, help=_("Use it again."))
@json_option
@pass_app
def archive(app: App, theme: str, back: bool) -> None:
    """Archive a theme and print what is put aside."""
    _answer(app, archive_theme(app.workspace.catalog, theme, back=back))


def _answer(app: App, moved: Moved) -> None:
    answer(app, moved, moved_lines(moved))
    say(what_went_along(moved))
