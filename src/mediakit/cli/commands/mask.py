"""``mediakit mask``: hiding who does not want to be seen or heard."""

import os
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.mask_add import blur, faces, sound, text, voice
from mediakit.cli.leaving import working_copies
from mediakit.cli.mask_texts import mask_line, mask_lines, removal_remarks
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.rendering import rendered
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.workflows.keep_mask import (
    confirm_mask,
    left_with,
    list_masks,
    remove_mask,
    show_mask,
)
from mediakit.workflows.preview_mask import Previewed, preview_mask


@click.group(
    "mask",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_(
        "Hide who does not want to be seen or heard, in everything that leaves: a part "
        "with a mask leaves with it, or not at all. Originals stay as they are."
    ),
)
def command() -> None:
    """Hold the verbs."""


for _verb in (blur, faces, sound, voice, text):
    command.add_command(_verb)


@command.command(
    "list",
    help=_(
        "List the masks, all or those of a clip.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit mask list c-7k3"
    ),
)
@click.argument("clip", metavar=_("[CLIP]"), default="")
@json_option
@pass_app
def show_list(app: App, clip: str) -> None:
    """Print one line a mask."""
    listed = list_masks(app.workspace.catalog, clip)
    nothing = [_("There are no masks.")]
    answer(app, listed, map(mask_line, listed) if listed else nothing)


@command.command(
    "show",
    help=_(
        "Tell what a mask hides, and what left with it: which files, for whom, with "
        "their checksums.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit mask show m-3k2"
    ),
)
@click.argument("mask", metavar=_("MASK"))
@json_option
@pass_app
def show(app: App, mask: str) -> None:
    """Print a mask and what left with it."""
    shown = show_mask(app.workspace.catalog, mask)
    answer(app, shown, mask_lines(shown))


@command.command(
    "preview",
    help=_(
        "Render what a mask leaves to see and hear, for the team to judge.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit mask preview m-3k2"
    ),
)
@click.argument("mask", metavar=_("MASK"))
@json_option
@pass_app
def preview(app: App, mask: str) -> None:
    """Render a mask and print where."""
    space = app.workspace
    steps = preview_mask(
        space.library,
        space.catalog,
        find_ffmpeg(os.environ),
        mask,
        working_copies(app),
    )
    made = rendered(app, steps, Previewed)
    answer(app, made, [str(made.path)])


@command.command(
    "confirm",
    help=_(
        "Say that you have watched what faces are blurred, from beginning to end, and "
        "that nobody can be made out who is not to be. Your name stays with it.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit mask confirm m-3k2"
    ),
)
@click.argument("mask", metavar=_("MASK"))
@json_option
@pass_app
def confirm(app: App, mask: str) -> None:
    """Confirm a mask and print it."""
    confirmed = confirm_mask(app.workspace.catalog, mask)
    answer(app, confirmed, [mask_line(confirmed)])


@command.command(
    "remove",
    help=_(
        "Remove a mask: what it hid is shown again, or does not leave any more where "
        "somebody did not agree to that. What left with it is listed; it stays as it "
        "is.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit mask remove m-3k2"
    ),
)
@click.argument("mask", metavar=_("MASK"))
@json_option
@pass_app
def remove(app: App, mask: str) -> None:
    """Remove a mask and print what it was."""
    catalog = app.workspace.catalog
    removed = remove_mask(catalog, mask)
    answer(app, removed, [mask_line(removed)])
    for line in removal_remarks(left_with(catalog.read(), removed)):
        say(line)
