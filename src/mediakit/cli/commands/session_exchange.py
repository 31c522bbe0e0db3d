"""``mediakit session import`` and ``export``: sessions from and for spreadsheets."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.labels import session_line
from mediakit.cli.leaving import leaving
from mediakit.cli.options import file_argument, format_option, json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.reasons import described, translated
from mediakit.cli.session_filter import session_filter
from mediakit.errors.batches import SomeNotDone
from mediakit.exchange.as_csv import UTF_8
from mediakit.exchange.registry import NAMES
from mediakit.exchange.sheet import Sheet
from mediakit.model.ladder import INTERNAL
from mediakit.model.session_filter import Filter
from mediakit.workflows.export_sessions import export_sessions
from mediakit.workflows.import_sessions import (
    How,
    ImportedRow,
    ImportedSessions,
    import_sessions,
)
from mediakit.workflows.pass_gate import Purpose


@click.command(
    "import",
    help=_(
        "Take in the sessions of a CSV or XLSX file, of KoBoToolbox or ODK too: "
        "[import.sessions] of mediakit.toml says which of its columns is which. Rows "
        "that are right are taken in, and every mistake in the others is named; the "
        "same file can be imported again.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit session import sessions.csv --dry-run\n"
        "  mediakit session import kobo.xlsx --update"
    ),
)
@file_argument
@click.option(
    "--sheet",
    default="",
    metavar=_("NAME"),
    help=_("Which sheet of an XLSX file, if not the first."),
)
@click.option(
    "--update",
    is_flag=True,
    help=_("Change sessions that are known, and of which a row says something else."),
)
@click.option(
    "--dry-run", is_flag=True, help=_("Change nothing; tell what would be done.")
)
@json_option
@pass_app
def import_file(app: App, file: Path, sheet: str, update: bool, dry_run: bool) -> None:
    """Import a file, and tell what became of each row."""
    space = app.workspace
    imported = import_sessions(
        space.catalog,
        file,
        space.settings.form,
        sheet=sheet,
        update=update,
        dry_run=dry_run,
    )
    _tell(imported.sheet)
    answer(app, _document(imported), columns([_row(row) for row in imported.rows]))
    if dry_run:
        say(_("Nothing was changed."))
    _conclude(imported)


@click.command(
    "export",
    help=_(
        "Write what is known of sessions into a spreadsheet, all of them or some. That "
        "it left the library is recorded.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit session export --as xlsx --region Gao --recipient Ministry"
    ),
)
@format_option(NAMES)
@click.option(
    "--output",
    default="",
    metavar=_("FILE"),
    help=_("A new file; otherwise one in exports/sessions."),
)
@json_option
@pass_app
@session_filter
@leaving(INTERNAL)
def export(
    app: App, format_name: str, output: str, wanted: Filter, purpose: Purpose
) -> None:
    """Write a file and print where it is."""
    space = app.workspace
    exported = export_sessions(
        space.library,
        space.catalog,
        wanted,
        purpose,
        format_name=format_name,
        output=output,
    )
    count = len(exported.sessions)
    line = ngettext("{count} session: {path}", "{count} sessions: {path}", count)
    answer(app, exported, [line.format(count=count, path=exported.path)])


def _tell(sheet: Sheet) -> None:
    """Say how a text was read, where that might have been meant otherwise."""
    if sheet.encoding and (sheet.encoding, sheet.delimiter) != (UTF_8, ","):
        delimiter = "TAB" if sheet.delimiter == "\t" else sheet.delimiter
        say(
            _("Read as {encoding}, with '{delimiter}' between the cells.").format(
                encoding=sheet.encoding, delimiter=delimiter
            )
        )


def _row(row: ImportedRow) -> tuple[str, ...]:
    done = {
        How.ADDED: _("added"),
        How.KNOWN: _("there already"),
        How.DIFFERENT: _("there already, but different: {fields}"),
        How.CHANGED: _("changed: {fields}"),
    }[row.how].format(fields=", ".join(row.different))
    return str(row.row), row.session.id, done, session_line(row.session)


def _document(imported: ImportedSessions) -> dict[str, Sequence[object]]:
    return {
        "rows": imported.rows,
        "refused": [described(problem) for problem in imported.problems],
    }


def _conclude(imported: ImportedSessions) -> None:
    """Name every mistake; fail if there is one.

    Raises:
        SomeNotDone: Some rows were refused.
    """
    if any(row.how is How.DIFFERENT for row in imported.rows):
        say(_("What is different was left as it is; --update changes it."))
    for problem in imported.problems:
        say(_("Not imported: {sentence}").format(sentence=translated(problem)))
    refused = len({problem.details["row"] for problem in imported.problems})
    if refused:
        raise SomeNotDone(failed=refused, total=refused + len(imported.rows))
