"""``mediakit transcript split``, ``join``, ``speaker``, ``language``: segments."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import purpose_of
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.cli.transcript_texts import transcript_row
from mediakit.model.ladder import INTERNAL
from mediakit.model.timecode import parse_time
from mediakit.workflows.arrange_segments import (
    join_segments,
    name_speaker,
    split_segment,
    tag_language,
)
from mediakit.workflows.find_transcript import find_transcript


@click.command(
    "split",
    help=_(
        "Split a segment at a time of the clip; each word goes to the side that most "
        "of it is on.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit transcript split c-7k3 4 --at 0:12.4"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.argument("segment", type=click.IntRange(1), metavar=_("SEGMENT"))
@click.option("--at", "time", required=True, metavar=_("TIME"), help=_("When."))
@json_option
@pass_app
def split(app: App, which: str, segment: int, time: str) -> None:
    """Print the new version."""
    space = app.workspace
    record = find_transcript(space.catalog, which)
    new = split_segment(
        space.library,
        space.catalog,
        record,
        segment,
        parse_time(time),
        purpose_of(app, scope=INTERNAL),
    )
    answer(app, new, [transcript_row(new)])


@click.command(
    "join",
    help=_(
        "Make one segment of several.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit transcript join c-7k3 4-6"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.argument("segments", metavar=_("SEGMENTS"))
@json_option
@pass_app
def join(app: App, which: str, segments: str) -> None:
    """Print the new version."""
    space = app.workspace
    record = find_transcript(space.catalog, which)
    new = join_segments(space.library, space.catalog, record, segments)
    answer(app, new, [transcript_row(new)])


@click.command(
    "speaker",
    help=_(
        "Say who speaks in segments, or give a speaker another label everywhere. An "
        "empty label, '', means nobody in particular.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript speaker c-7k3 Awa --segments 4-7 --segments 12\n"
        "  mediakit transcript speaker c-7k3 Awa --instead-of SPEAKER_00"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.argument("label", metavar=_("LABEL"))
@click.option(
    "--segments",
    multiple=True,
    metavar=_("SEGMENTS"),
    help=_("Segments, as 4 or 4-7; may be given again."),
)
@click.option(
    "--instead-of", metavar=_("LABEL"), help=_("The label that stands there now.")
)
@json_option
@pass_app
def speaker(
    app: App,
    which: str,
    label: str,
    segments: tuple[str, ...],
    instead_of: str | None,
) -> None:
    """Print the new version."""
    if not segments and instead_of is None:
        raise click.UsageError(_("Say where: with --segments or --instead-of."))
    space = app.workspace
    new = name_speaker(
        space.library,
        space.catalog,
        find_transcript(space.catalog, which),
        " ".join(label.split()),
        numbers=segments,
        instead_of=instead_of,
    )
    answer(app, new, [transcript_row(new)])


@click.command(
    "language",
    help=_(
        "Say which language segments are in, where people change from one to "
        "another.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit transcript language c-7k3 bm --segments 4-7"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.argument("tag", metavar="LANG")
@click.option(
    "--segments",
    multiple=True,
    required=True,
    metavar=_("SEGMENTS"),
    help=_("Segments, as 4 or 4-7; may be given again."),
)
@json_option
@pass_app
def language(app: App, which: str, tag: str, segments: tuple[str, ...]) -> None:
    """Print the new version."""
    space = app.workspace
    record = find_transcript(space.catalog, which)
    new = tag_language(space.library, space.catalog, record, tag, segments)
    answer(app, new, [transcript_row(new)])
