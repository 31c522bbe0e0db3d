"""``mediakit interpret cut``: what there is to interpret, segment by segment."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.interpreting import segments_of
from mediakit.cli.labels import transcript_line
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.i18n.values import doubt
from mediakit.model.leaving import WITHHELD, is_withheld
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment
from mediakit.workflows.find_segments import Original


@click.command(
    "cut",
    help=_(
        "List the segments of a clip with the names of the files to record. They are "
        "those of its transcript; a clip without one is cut at its pauses, which is "
        "kept, so that the numbers stay.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit interpret cut c-7k3"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@json_option
@pass_app
def command(app: App, which: str) -> None:
    """Print a line for each segment."""
    original = segments_of(app, which)
    record = original.record
    text = _("The segments of {transcript}: {description}.")
    say(text.format(transcript=record.id, description=transcript_line(record)))
    document = {"transcript": record, "segments": original.segments}
    answer(app, document, columns(_rows(original)))


def _rows(original: Original) -> list[tuple[str, ...]]:
    digits = max(3, len(str(len(original.segments))))
    return [
        (
            f"{number:0{digits}d}.wav",
            f"{format_time(segment.start)} - {format_time(segment.end)}",
            segment.speaker,
            _text(segment),
        )
        for number, segment in enumerate(original.segments, start=1)
    ]


def _text(segment: Segment) -> str:
    if is_withheld(segment):
        return doubt(WITHHELD)
    return " / ".join(segment.text.split("\n"))
