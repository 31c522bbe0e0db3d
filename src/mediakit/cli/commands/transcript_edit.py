"""``mediakit transcript edit``: correct a transcript in a text editor."""

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.sheets import in_editor, read_sheet, write_new
from mediakit.cli.transcript_texts import transcript_row
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.edit_sheet import Edited, apply_sheet, write_sheet
from mediakit.workflows.find_transcript import find_transcript


@click.command(
    "edit",
    help=_(
        "Correct a transcript in your editor ($EDITOR), a line a segment: words that "
        "stay keep their times. The version before is kept; 'mediakit transcript "
        "revert' brings it back.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript edit c-7k3\n"
        "  mediakit transcript edit c-7k3 --sheet words.txt\n"
        "  mediakit transcript edit c-7k3 --from words.txt"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=_("FILE"),
    help=_("Only write the lines into a new file, to correct them later."),
)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar=_("FILE"),
    help=_("Take the lines from a file that --sheet wrote."),
)
@json_option
@pass_app
def command(app: App, which: str, sheet: Path | None, source: Path | None) -> None:
    """Keep what was written as a new version, and print it."""
    if sheet and source:
        raise click.UsageError(_("Choose --sheet or --from, not both."))
    record = find_transcript(app.workspace.catalog, which)
    if sheet:
        write_new(sheet, _sheet(app, record))
        answer(app, {"sheet": sheet, "transcript": record}, [str(sheet)])
        return
    if source:
        edited = _apply(app, record, source)
    else:
        edited = in_editor(
            record.id, _sheet(app, record), lambda file: _apply(app, record, file)
        )
    _tell(record, edited)
    answer(app, edited, [transcript_row(edited.record)])


def _notes(record: TranscriptRecord) -> list[str]:
    return [
        _("{transcript}, clip {clip}, {language}").format(
            transcript=record.id, clip=record.clip, language=record.language or "-"
        ),
        _("A line is a segment: [start - end | speaker] words. Correct the words."),
        _("Words that stay keep their times. A line that is deleted is left out."),
        _("To split a segment, write two lines with times of their own."),
        "",
    ]


def _sheet(app: App, record: TranscriptRecord) -> str:
    return write_sheet(app.workspace.library, record, _notes(record))


def _apply(app: App, record: TranscriptRecord, file: Path) -> Edited:
    space = app.workspace
    return apply_sheet(space.library, space.catalog, record, file, read_sheet(file))


def _tell(record: TranscriptRecord, edited: Edited) -> None:
    if edited.record.id == record.id:
        say(_("Nothing was changed."))
        return
    say(
        ngettext(
            "{count} segment written otherwise.",
            "{count} segments written otherwise.",
            edited.changed,
        ).format(count=edited.changed)
    )
    if edited.removed:
        say(
            ngettext(
                "{count} segment fewer than before.",
                "{count} segments fewer than before.",
                edited.removed,
            ).format(count=edited.removed)
        )
