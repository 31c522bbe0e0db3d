"""``mediakit clip prepare``: pictures, measures and light copies, made once."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.measure_texts import part_name
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.preparing import Preparing
from mediakit.workflows.prepare_clips import choose_clips


@click.command(
    "prepare",
    help=_(
        "Make, once, what helps to find one's way in clips: thumbnail, filmstrip, "
        "waveform, loudness, silences and shot changes; of the clips named, or of "
        "all. What is there stays; interrupted, the same command goes on. Clips with a "
        "withdrawn voice are left out, and what was made of them goes.\n\n"
        "All of it lies in .mediakit/ and may be deleted at any time.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit clip prepare\n"
        "  mediakit clip prepare c-7k3 --proxy"
    ),
)
@click.argument("clips", nargs=-1, metavar=_("[CLIP]..."))
@click.option(
    "--proxy",
    is_flag=True,
    help=_("A light copy of each video too, for old laptops: 540 lines."),
)
@click.option("--again", is_flag=True, help=_("Make again what is there."))
@json_option
@pass_app
def command(app: App, clips: tuple[str, ...], proxy: bool, again: bool) -> None:
    """Prepare what is missing and print a line for each clip."""
    chosen = choose_clips(app.workspace.catalog, clips)
    preparing = Preparing(app, chosen, proxy=proxy, again=again)
    preparing.refuse_closed()
    if not preparing.jobs:
        say(_("Nothing is left to prepare; --again makes everything again."))
    try:
        preparing.run()
    finally:
        # interrupted too: what is done is kept, and said
        _answer(app, preparing)
    preparing.tell()
    preparing.conclude()


def _answer(app: App, preparing: Preparing) -> None:
    rows = [
        (clip.id, ", ".join(map(part_name, parts)), clip.title)
        for clip, parts in preparing.done()
    ]
    answer(app, preparing.document(), columns(rows))
