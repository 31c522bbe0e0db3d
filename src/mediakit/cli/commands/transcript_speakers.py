"""``mediakit transcript speakers``: tell speakers apart by their voices."""

from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import purpose_of
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.progress import progress
from mediakit.cli.transcript_texts import transcript_row
from mediakit.engines import sherpa_speakers
from mediakit.machine import threads as processors
from mediakit.model.ladder import TRANSCRIBE
from mediakit.workflows.find_transcript import find_transcript
from mediakit.workflows.tell_speakers import Told, tell_speakers


@click.command(
    "speakers",
    help=_(
        "Tell the speakers of a clip apart by their voices, with sherpa-onnx: each "
        "segment is labelled SPEAKER 1, SPEAKER 2..., and split where the speaker "
        "changes. Who they are, only a person can say; what people named stays. The "
        "version before is kept.\n\n"
        "Two models are needed, made for sherpa-onnx: segmentation.onnx (pyannote's) "
        "and embedding.onnx, in the folder 'speakers' of your models folder or the "
        "one after --model.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript speakers c-7k3\n"
        "  mediakit transcript speakers c-7k3 --count 3 --model /media/stick/models"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.option(
    "--count",
    type=click.IntRange(1, 50),
    metavar=_("NUMBER"),
    help=_("How many people speak, if you know; otherwise it is found out."),
)
@click.option(
    "--model",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=_("FOLDER"),
    help=_("The folder of the two models."),
)
@click.option(
    "--again", is_flag=True, help=_("Label also the segments that people named.")
)
@click.option(
    "--threads",
    type=click.IntRange(1),
    metavar=_("NUMBER"),
    help=_("Processors to use; all if not given."),
)
@json_option
@pass_app
def speakers(
    app: App,
    which: str,
    count: int | None,
    model: Path | None,
    again: bool,
    threads: int | None,
) -> None:
    """Print the new version."""
    space = app.workspace
    record = find_transcript(space.catalog, which)
    diariser = sherpa_speakers.load(
        model or space.models / "speakers", threads=threads or processors()
    )
    steps = tell_speakers(
        space.library,
        space.catalog,
        record,
        diariser,
        purpose_of(app, scope=TRANSCRIBE),
        count=count,
        again=again,
    )
    for told in _followed(app, steps):
        _tell(told, count)
        answer(app, told, [transcript_row(told.record)])


def _followed(app: App, steps: Iterator[float | Told]) -> list[Told]:
    """Show progress on the way to what is told at the end."""
    told: list[Told] = []
    before = 0.0
    with progress(app, _("Listening to the voices"), 1) as advance:
        for step in steps:
            if isinstance(step, Told):
                told.append(step)
            else:
                advance(step - before, "")
                before = step
    return told


def _tell(told: Told, count: int | None) -> None:
    say(
        ngettext(
            "{count} voice heard.", "{count} different voices heard.", told.voices
        ).format(count=told.voices)
    )
    if count and told.voices != count:
        say(
            _("{count} were expected: listen before you rely on it.").format(
                count=count
            )
        )
    if told.named:
        say(
            ngettext(
                "{count} segment was named by a person, and stays.",
                "{count} segments were named by people, and stay.",
                told.named,
            ).format(count=told.named)
        )
    if not told.changed:
        say(_("Nothing was changed."))
    elif told.record.guessed_speakers:
        say(
            _(
                "A machine told them apart: check with 'mediakit transcript show "
                "{clip}', and say who each is with 'mediakit transcript speaker {clip} "
                "NAME --instead-of LABEL'."
            ).format(clip=told.record.clip)
        )
