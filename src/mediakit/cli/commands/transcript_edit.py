"""``mediakit transcript edit``: correct a transcript in a text editor."""

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.catalog.catalog import Records
from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import purpose_of
from mediakit.cli.local_path import existing_file
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.sheets import in_editor, read_sheet, tell_sheet
from mediakit.cli.transcript_texts import stay_as_they_are, transcript_row
from mediakit.model.ladder import INTERNAL
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.edit_sheet import Edited, apply_sheet, write_sheet
from mediakit.workflows.export_sheet import Sheet, export_sheet
from mediakit.workflows.find_transcript import find_transcript
from mediakit.workflows.load_transcript import load_transcript


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
    help=_(
        "Only write the lines into a new file, to correct them later; that it left "
        "the library is recorded."
    ),
)
@click.option(
    "--from",
    "source",
    type=existing_file(),
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
        tell_sheet(app, _export(app, record, sheet), record)
        return
    if source:
        edited = _apply(app, record, source)
    else:
        edited = in_editor(
            app.workspace.library.sheets,
            record.id,
            _sheet(app, app.workspace.catalog.read(), record),
            lambda file: _apply(app, record, file),
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
        _("What stands in braces is not shown: consent does not cover it. It stays."),
        "",
    ]


def _sheet(app: App, records: Records, record: TranscriptRecord) -> str:
    purpose = purpose_of(app, scope=INTERNAL)
    notes = _notes(record)
    return write_sheet(app.workspace.library, records, record, purpose, notes)


def _export(app: App, record: TranscriptRecord, sheet: Path) -> Sheet:
    space = app.workspace
    return export_sheet(
        space.library,
        space.catalog,
        record,
        load_transcript(space.library, record).segments,
        purpose_of(app, scope=INTERNAL),
        lambda records: _sheet(app, records, record),
        output=str(sheet),
    )


def _apply(app: App, record: TranscriptRecord, file: Path) -> Edited:
    space = app.workspace
    purpose, text = purpose_of(app, scope=INTERNAL), read_sheet(file)
    return apply_sheet(space.library, space.catalog, record, purpose, file, text)


def _tell(record: TranscriptRecord, edited: Edited) -> None:
    if edited.withheld:
        say(stay_as_they_are(edited.withheld))
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
