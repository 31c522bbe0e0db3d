"""``mediakit transcript``: transcripts made elsewhere, or for other programs."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.labels import transcript_line
from mediakit.cli.leaving import leaving, purpose_of, say_cautions, say_left_out
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.transcript_texts import as_json, counts, doubt, mendings, warnings
from mediakit.formats.registry import NAMES, format_named
from mediakit.model.ladder import INTERNAL, RESEARCH
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.export_transcript import (
    Exported,
    export_transcript,
)
from mediakit.workflows.find_transcript import find_transcript, transcripts_of
from mediakit.workflows.import_transcript import Imported, import_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.show_transcript import show_transcript

_ORIGINS = [origin.value for origin in Origin if origin is not Origin.MACHINE]


@click.group(
    "transcript",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Import, export and show transcripts."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "import",
    help=_(
        "Import a transcript made elsewhere. Its format is recognised; what is wrong "
        "with its times or letters is mended and listed, or the file is refused.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit transcript import c-7k3 gao.srt --language fr"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.argument(
    "file",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option(
    "--as",
    "format_name",
    type=click.Choice(NAMES),
    help=_("Its format, if it is not recognised."),
)
@click.option(
    "--language",
    default="",
    metavar="LANG",
    help=_("Its language, as fr; otherwise the file's own, or the clip's only one."),
)
@click.option(
    "--origin",
    type=click.Choice(_ORIGINS),
    help=_("Where its words come from, if the file does not say."),
)
@json_option
@pass_app
def import_file(
    app: App,
    clip: str,
    file: Path,
    format_name: str | None,
    language: str,
    origin: str | None,
) -> None:
    """Import a file and print the transcript's id."""
    imported = import_transcript(
        app.workspace.library,
        app.workspace.catalog,
        clip,
        file,
        format_name=format_name or "",
        language=language,
        origin=Origin(origin) if origin else None,
    )
    _tell(imported)
    answer(app, _imported(imported), [_line(imported.record)])


@command.command(
    "export",
    help=_(
        "Write a transcript for another program: the one with this id, or the current "
        "one of a clip. The words of people who did not agree are left out and listed; "
        "that it left the library is recorded.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit transcript export c-7k3 --as vtt"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.option(
    "--as",
    "format_name",
    type=click.Choice(NAMES),
    required=True,
    help=_("The format."),
)
@click.option(
    "--output",
    default="",
    metavar=_("FILE"),
    help=_("A new file, or - for standard output; otherwise exports/transcripts."),
)
@json_option
@pass_app
@leaving(RESEARCH)
def export(
    app: App, which: str, format_name: str, output: str, purpose: Purpose
) -> None:
    """Write a transcript and print where it is."""
    record = find_transcript(app.workspace.catalog, which)
    exported = export_transcript(
        app.workspace.library,
        app.workspace.catalog,
        record,
        purpose,
        format_name=format_name,
        output=output,
        notes=warnings(record),
    )
    if not format_named(format_name).HOLDS_NOTES:
        for line in warnings(record):
            say(line)
    say_left_out(exported.left_out)
    say_cautions(exported.cautions)
    _print(app, exported)


@command.command(
    "show",
    help=_(
        "Show a transcript: the one with this id, or the current one of a clip, which "
        "is what people did most for, else the newest. Segments are numbered from 1, "
        "with their times, speaker, words and doubts.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit transcript show c-7k3"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@json_option
@pass_app
def show(app: App, which: str) -> None:
    """Print who made a transcript, and its segments."""
    record = find_transcript(app.workspace.catalog, which)
    transcript = show_transcript(
        app.workspace.library,
        app.workspace.catalog,
        record,
        purpose_of(app, scope=INTERNAL),
    )
    answer(
        app,
        {"record": record, "transcript": transcript},
        [_line(record), *warnings(record), "", *columns(_rows(transcript))],
    )


@command.command(
    "list",
    help=_(
        "List the transcripts of a clip, oldest first.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit transcript list c-7k3"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@json_option
@pass_app
def show_list(app: App, clip: str) -> None:
    """Print a line for each transcript of a clip."""
    records = transcripts_of(app.workspace.catalog, clip)
    lines = list(map(_line, records)) or [_("There are no transcripts yet.")]
    answer(app, records, lines)


def _line(record: TranscriptRecord) -> str:
    return f"{record.id}  {transcript_line(record)}"


def _tell(imported: Imported) -> None:
    for line in mendings(imported.reading):
        say(line)
    say(
        counts(imported.reading)
        if imported.is_new
        else _("The clip has these words already; nothing was changed.")
    )


def _imported(imported: Imported) -> dict[str, object]:
    return {
        "transcript": imported.record,
        "new": imported.is_new,
        "format": imported.reading.format,
        "imported": len(imported.reading.segments),
        "repairs": [as_json(repair) for repair in imported.reading.repairs],
    }


def _print(app: App, exported: Exported) -> None:
    if exported.path is not None:
        document = {"path": exported.path, "use": exported.use}
        answer(app, document, [str(exported.path)])
    elif app.json:
        answer(app, {"text": exported.text, "use": exported.use}, [])
    else:
        # bytes, so that they are the ones whose checksum was recorded
        click.echo(exported.text.encode(), nl=False)


def _rows(transcript: Transcript) -> list[tuple[str, ...]]:
    return [
        (
            str(number),
            f"{format_time(segment.start)} - {format_time(segment.end)}",
            segment.speaker,
            " / ".join(segment.text.split("\n")),
            ", ".join(map(doubt, segment.flags)),
        )
        for number, segment in enumerate(transcript.segments, start=1)
    ]
