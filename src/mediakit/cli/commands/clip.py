"""``mediakit clip``: edit, sort and remove clips."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.asking import be_sure
from mediakit.cli.coding_texts import told_coding
from mediakit.cli.commands.clip_prepare import command as prepare_command
from mediakit.cli.commands.list import command as list_command
from mediakit.cli.commands.show import command as show_command
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.workflows.code_clip import code_clip, uncode_clip
from mediakit.workflows.edit_clip import edit_clip
from mediakit.workflows.remove_clip import remove_clip


@click.group(
    "clip",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Edit, sort and remove clips."),
)
def command() -> None:
    """Hold the verbs."""


command.add_command(list_command)
command.add_command(show_command)
command.add_command(prepare_command)


@command.command(
    "edit",
    help=_(
        "Change a clip's title, languages, session, notes, or why it is to be shown "
        "with care. The original stays as it is.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit clip edit c-7k3 --title "Women of Gao" --language fr'
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.option("--title", metavar=_("TITLE"), help=_("What it is called."))
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANG",
    help=_("The language spoken, as fr; may be repeated; replaces those there."),
)
@click.option(
    "--session", metavar="ID", help=_("Where it was recorded; '' for nowhere.")
)
@click.option("--notes", metavar=_("TEXT"), help=_("Free text."))
@click.option(
    "--sensitive",
    metavar=_("WHY"),
    help=_("Why it must be shown with care; '' if it need not."),
)
@json_option
@pass_app
def edit(
    app: App,
    clip: str,
    title: str | None,
    languages: tuple[str, ...],
    session: str | None,
    notes: str | None,
    sensitive: str | None,
) -> None:
    """Change a clip's record."""
    changed = edit_clip(
        app.workspace.catalog,
        clip,
        title=title,
        languages=languages,
        session=session,
        notes=notes,
        sensitive=sensitive,
    )
    answer(app, changed, [f"{changed.id}  {changed.title}"])


@command.command(
    "theme",
    help=_(
        "Say that a clip is about a theme. A passage of it is coded with 'mediakit "
        "code add'.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit clip theme c-7k3 insecurity/trust\n"
        "  mediakit clip theme c-7k3 trust --remove"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.argument("theme", metavar=_("THEME"))
@click.option("--remove", is_flag=True, help=_("Take the theme off the clip."))
@json_option
@pass_app
def theme(app: App, clip: str, theme: str, remove: bool) -> None:
    """Apply a theme to a whole clip, or take it off."""
    act = uncode_clip if remove else code_clip
    coding = act(app.workspace.catalog, clip, theme)
    answer(app, coding, [told_coding(app, coding)])


@command.command(
    "remove",
    help=_(
        "Take a clip out of the library, with its transcripts, excerpts and themes. "
        "They go to the folder removed/ of the library, unless --delete is given. An "
        "original that was added in place stays where it is.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit clip remove c-7k3"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.option(
    "--with-history", is_flag=True, help=_("Even if it was screened, answered or used.")
)
@click.option("--delete", is_flag=True, help=_("Delete its files for good."))
@click.option("--yes", is_flag=True, help=_("Do not ask before deleting."))
@json_option
@pass_app
def remove(app: App, clip: str, with_history: bool, delete: bool, yes: bool) -> None:
    """Remove a clip and say where its files are."""
    if delete and not yes:
        be_sure(_("Delete clip {clip} and its files for good?").format(clip=clip))
    space = app.workspace
    removal = remove_clip(
        space.library, space.catalog, clip, with_history=with_history, delete=delete
    )
    place = str(removal.folder) if removal.folder else _("deleted")
    answer(app, removal, [f"{removal.clip.id}  {removal.clip.title}: {place}"])
    for path in removal.left:
        say(_("Left where it is, outside the library: {path}").format(path=path))
