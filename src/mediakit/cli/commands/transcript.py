"""``mediakit transcript``: transcripts made elsewhere, or for other programs."""

import base64
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.beside_texts import beside_lines
from mediakit.cli.commands.transcript_edit import command as edit
from mediakit.cli.commands.transcript_import import command as import_
from mediakit.cli.commands.transcript_replace import command as replace
from mediakit.cli.commands.transcript_review import command as review
from mediakit.cli.commands.transcript_segments import join, language, speaker, split
from mediakit.cli.commands.transcript_speakers import speakers
from mediakit.cli.commands.transcript_versions import diff, mark, revert
from mediakit.cli.leaving import leaving, purpose_of, say_cautions, say_left_out
from mediakit.cli.options import format_option, json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.transcript_texts import ORIGINS, transcript_row, warnings
from mediakit.formats.registry import NAMES, format_named
from mediakit.i18n.values import doubt
from mediakit.model.current import current_transcripts
from mediakit.model.ladder import INTERNAL, RESEARCH
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import Origin
from mediakit.workflows.export_transcript import (
    Exported,
    export_transcript,
)
from mediakit.workflows.find_transcript import find_transcript, transcripts_of
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.show_beside import show_beside
from mediakit.workflows.show_transcript import show_transcript

_ALL = "*"


@click.group(
    "transcript",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Import, export, show and correct transcripts."),
)
def command() -> None:
    """Hold the verbs."""


for verb in (
    *(import_, edit, replace, split, join),
    *(speaker, speakers, language, diff, revert, mark, review),
):
    command.add_command(verb)


@command.command(
    "export",
    help=_(
        "Write a transcript for another program: the one with this id, or the current "
        "one of a clip. The words of people who did not agree are left out and listed; "
        "that it left the library is recorded. What nobody has checked is marked "
        "inside the file, where its format has a place for that.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript export c-7k3 --as vtt\n"
        "  mediakit transcript export c-7k3 --as nvivo --language fr"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@format_option(NAMES)
@click.option(
    "--output",
    default="",
    metavar=_("FILE"),
    help=_("A new file, or - for standard output; otherwise exports/transcripts."),
)
@click.option(
    "--language",
    default="",
    metavar="LANG",
    help=_("The clip's transcript in this language, as fr."),
)
@click.option(
    "--which",
    "origin",
    type=click.Choice(ORIGINS),
    help=_("The clip's transcript of this origin, as machine or translation."),
)
@json_option
@pass_app
@leaving(RESEARCH)
def export(
    app: App,
    which: str,
    format_name: str,
    output: str,
    language: str,
    origin: str | None,
    purpose: Purpose,
) -> None:
    """Write a transcript and print where it is."""
    record = find_transcript(
        app.workspace.catalog,
        which,
        language=language,
        origin=Origin(origin) if origin else None,
    )
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
        "with their times, speaker (with * where a machine told the voices apart), "
        "language if it is another, words and doubts.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript show c-7k3\n"
        "  mediakit transcript show c-7k3 --beside\n"
        "  mediakit transcript show c-7k3 --beside fr,en"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.option(
    "--beside",
    is_flag=False,
    flag_value=_ALL,
    metavar=_("[LANG,...]"),
    help=_(
        "Beside the other versions, aligned by time: what the machine had written, "
        "translations; or only those in some languages."
    ),
)
@json_option
@pass_app
def show(app: App, which: str, beside: str | None) -> None:
    """Print who made a transcript, and its segments."""
    space, purpose = app.workspace, purpose_of(app, scope=INTERNAL)
    record = find_transcript(space.catalog, which)
    if beside is not None:
        languages = [] if beside == _ALL else beside.split(",")
        shown = show_beside(space.library, space.catalog, record, languages, purpose)
        answer(app, shown, beside_lines(shown))
        return
    transcript = show_transcript(space.library, space.catalog, record, purpose)
    answer(
        app,
        {"record": record, "transcript": transcript},
        [transcript_row(record), *warnings(record), "", *columns(_rows(transcript))],
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
    current = current_transcripts(records)
    rows = [
        (
            transcript_row(record),
            record.created.at if record.created else "-",
            _("current") if record in current else "",
        )
        for record in records
    ]
    answer(app, records, columns(rows) or [_("There are no transcripts yet.")])


def _print(app: App, exported: Exported) -> None:
    if exported.path is not None:
        document = {"path": exported.path, "use": exported.use}
        answer(app, document, [str(exported.path)])
    elif app.json:
        answer(app, {**_content(exported.content), "use": exported.use}, [])
    else:
        # bytes, so that they are the ones whose checksum was recorded
        click.echo(exported.content, nl=False)


def _content(content: bytes) -> dict[str, str]:
    try:
        return {"text": content.decode()}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(content).decode()}


def _rows(transcript: Transcript) -> list[tuple[str, ...]]:
    return [
        (
            str(number),
            f"{format_time(segment.start)} - {format_time(segment.end)}",
            _who(segment),
            " / ".join(segment.text.split("\n")),
            ", ".join(map(doubt, segment.flags)),
        )
        for number, segment in enumerate(transcript.segments, start=1)
    ]


def _who(segment: Segment) -> str:
    """Return who speaks, and in which language if it is another."""
    guessed = "*" if segment.speaker_guessed else ""
    language = f"({segment.language})" if segment.language else ""
    return f"{segment.speaker}{guessed} {language}".strip()
