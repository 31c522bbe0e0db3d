"""``mediakit transcript diff``, ``revert``, ``mark``: versions of a transcript."""

from collections.abc import Iterator
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import purpose_of
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.transcript_texts import transcript_row
from mediakit.i18n.values import doubt
from mediakit.model.difference import Difference
from mediakit.model.ladder import INTERNAL
from mediakit.model.leaving import WITHHELD, is_withheld
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import State
from mediakit.workflows.arrange_segments import check_segments
from mediakit.workflows.compare_versions import compare_versions
from mediakit.workflows.find_transcript import find_transcript
from mediakit.workflows.mark_transcript import mark_transcript
from mediakit.workflows.revert_transcript import revert_transcript

_STATES = [state.value for state in State]


@click.command(
    "diff",
    help=_(
        "Show what a correction changed: - before, + after. Without OTHER, against "
        "the version that it corrects.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript diff c-7k3\n"
        "  mediakit transcript diff t-4k2 t-9x1"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.argument("other", required=False, default="", metavar=_("[OTHER]"))
@json_option
@pass_app
def diff(app: App, which: str, other: str) -> None:
    """Print the segments that differ."""
    space = app.workspace
    record = find_transcript(space.catalog, which)
    purpose = purpose_of(app, scope=INTERNAL)
    compared = compare_versions(space.library, space.catalog, record, other, purpose)
    lines = [line for one in compared.differences for line in _lines(one)]
    answer(app, compared, lines or [_("They are the same.")])


@click.command(
    "revert",
    help=_(
        "Go back to an earlier version: its words become those of a new one, and all "
        "of them are kept. Their ids are in 'mediakit transcript list'.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit transcript revert c-7k3 t-4k2"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.argument("version", metavar=_("VERSION"))
@json_option
@pass_app
def revert(app: App, which: str, version: str) -> None:
    """Print the new version."""
    space = app.workspace
    record = find_transcript(space.catalog, which)
    new = revert_transcript(space.library, space.catalog, record, version)
    answer(app, new, [transcript_row(new)])


@click.command(
    "mark",
    help=_(
        "Say how far a transcript was checked against the recording. Who did, and "
        "when, is kept; exports mark what no person has checked. With --segments, "
        "only these were: 'mediakit transcript review' does not ask for them again.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript mark c-7k3 checked\n"
        "  mediakit transcript mark c-7k3 checked --segments 4-7"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.argument("state", type=click.Choice(_STATES))
@click.option(
    "--segments",
    "numbers",
    multiple=True,
    metavar=_("NUMBERS"),
    help=_("Only these, as 'mediakit transcript show' numbers them: 4 or 4-7."),
)
@json_option
@pass_app
def mark(app: App, which: str, state: str, numbers: tuple[str, ...]) -> None:
    """Print the transcript."""
    space = app.workspace
    record = find_transcript(space.catalog, which)
    if not numbers:
        marked = mark_transcript(space.catalog, record, State(state))
    elif State(state) is State.APPROVED:
        raise click.UsageError(_("A transcript is approved as a whole."))
    else:
        checked = State(state) is State.CHECKED
        marked = check_segments(
            space.library, space.catalog, record, numbers, checked=checked
        )
        told = (
            _("Checked: segments {numbers}.")
            if checked
            else _("To check: segments {numbers}.")
        )
        say(told.format(numbers=", ".join(numbers)))
    answer(app, marked, [transcript_row(marked)])


def _lines(difference: Difference) -> Iterator[str]:
    for sign, segments in (("-", difference.before), ("+", difference.after)):
        for segment in segments:
            yield f"{sign} {_line(segment)}"


def _line(segment: Segment) -> str:
    times = f"{format_time(segment.start)} - {format_time(segment.end)}"
    language = f"  ({segment.language})" if segment.language else ""
    speaker = f"  {segment.speaker}:" if segment.speaker else ""
    text = segment.text.replace("\n", " / ")
    said = doubt(WITHHELD) if is_withheld(segment) else text
    return f"{times}{language}{speaker}  {said}"
