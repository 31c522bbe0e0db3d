"""``mediakit use``: what left the library, and how to take it back."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import today
from mediakit.cli.options import file_argument, json_option
from mediakit.cli.output import answer, say
from mediakit.cli.use_texts import (
    asked_lines,
    closed_lines,
    unreachable_line,
    use_line,
    use_lines,
    use_rows,
)
from mediakit.workflows.close_recall import close_recall, unreachable_places
from mediakit.workflows.give_use import give_use
from mediakit.workflows.list_recalls import refresh_recalls
from mediakit.workflows.list_uses import identify_file, list_uses
from mediakit.workflows.list_uses import show_use as find_use


@click.group(
    "use",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("What left the library, who has it, and how to take it back."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "list",
    help=_(
        "List what left the library, oldest first: cuts, films, transcripts, data.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit use list --clip c-7k3\n"
        "  mediakit use list --open"
    ),
)
@click.option("--clip", default="", metavar="ID", help=_("What holds part of a clip."))
@click.option(
    "--person", default="", metavar="ID", help=_("What holds a person's voice.")
)
@click.option(
    "--open", "only_stale", is_flag=True, help=_("What is still to be taken back.")
)
@json_option
@pass_app
def show_list(app: App, clip: str, person: str, only_stale: bool) -> None:
    """Print a line for each use."""
    space = app.workspace
    listed = list_uses(
        *(space.library, space.catalog, today()),
        clip=clip,
        person=person,
        only_stale=only_stale,
    )
    answer(app, listed, use_rows(listed))


@command.command(
    "show",
    help=_(
        "Show all about something that left: what is in it, for whom, under which "
        "consent, and what became of it.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit use show u-7k3"
    ),
)
@click.argument("use", metavar=_("USE"))
@json_option
@pass_app
def show(app: App, use: str) -> None:
    """Print everything about a use."""
    space = app.workspace
    found = find_use(space.library, space.catalog, today(), use)
    answer(app, found, use_lines(found))


@command.command(
    "identify",
    help=_(
        "Tell which use a file is, whatever it is called and wherever it lies: by its "
        "content.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit use identify /media/stick/video1.mp4"
    ),
)
@file_argument
@json_option
@pass_app
def identify(app: App, file: Path) -> None:
    """Print the uses that a file belongs to."""
    space = app.workspace
    found = identify_file(space.library, space.catalog, today(), file)
    lines = [line for one in found.uses for line in use_lines(one)]
    if found.clip:
        clip = found.clip
        original = _("The original of clip {clip}: {title}")
        lines.append(original.format(clip=clip.id, title=clip.title))
    answer(app, found, lines)


@command.command(
    "give",
    help=_(
        "Note who was given something that left, so that it can be taken back. Those "
        "noted before stay.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit use give u-7k3 --to "Radio Gao, on a stick"'
    ),
)
@click.argument("use", metavar=_("USE"))
@click.option(
    "--to",
    "recipient",
    required=True,
    metavar=_("NAME"),
    help=_("Who has it now, in words."),
)
@json_option
@pass_app
def give(app: App, use: str, recipient: str) -> None:
    """Note a recipient and print who has it."""
    if not recipient.strip():
        raise click.UsageError(_("Say who has it, after --to."))
    given = give_use(app.workspace.catalog, use, recipient.strip())
    answer(app, given, [f"{given.id}  {use_line(given)}  {'; '.join(given.holders)}"])


@command.command(
    "recall",
    help=_(
        "List what must be taken back because a voice was withdrawn, and who has it; "
        "or say what was done about a thing on that list, by its id or the list's.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit use recall\n"
        '  mediakit use recall u-7k3 --delete --outcome "deleted, stick brought back"'
    ),
)
@click.argument("thing", metavar=_("[THING]"), default="")
@click.option(
    "--outcome", default="", metavar=_("TEXT"), help=_("What was done about it.")
)
@click.option(
    "--delete", is_flag=True, help=_("Delete its files in exports/ or removed/.")
)
@json_option
@pass_app
def recall(app: App, thing: str, outcome: str, delete: bool) -> None:
    """Print the list, or take something off it."""
    space = app.workspace
    if not thing:
        if outcome or delete:
            raise click.UsageError(_("Name the thing that was taken back."))
        asked = refresh_recalls(space.catalog, today())
        answer(app, asked, asked_lines(asked))
        return
    closed = close_recall(
        *(space.library, space.catalog, thing),
        outcome=outcome,
        day=today(),
        delete=delete,
    )
    records = space.catalog.read()
    for place in unreachable_places(space.library, records, closed):
        say(unreachable_line(place))
    answer(app, closed, closed_lines(closed))
