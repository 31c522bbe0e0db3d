"""Write sessions into a spreadsheet, and record that they left."""

from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.exchange.registry import write_sheet
from mediakit.exchange.session_rows import session_cells
from mediakit.library import Library
from mediakit.model.form import FIELDS
from mediakit.model.leaving import Shown
from mediakit.model.session import Session
from mediakit.model.session_filter import Filter
from mediakit.model.use import Use, UseKind
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.list_sessions import list_sessions
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.place_export import place_export

FOLDER = "sessions"


@dataclass(frozen=True, slots=True)
class ExportedSessions:
    """What was written, and what is remembered of it.

    Attributes:
        path: The file.
        sessions: What is in it.
        use: The record that it left.
    """

    path: Path
    sessions: list[Session]
    use: Use


def export_sessions(
    library: Library,
    catalog: Catalog,
    wanted: Filter,
    purpose: Purpose,
    *,
    format_name: str,
    output: str = "",
) -> ExportedSessions:
    """Write what is known of sessions for other programs; see `import_sessions`.

    Args:
        library: Where it goes, unless told otherwise.
        catalog: Where the use is recorded.
        wanted: Which sessions.
        purpose: What it is for.
        format_name: The format's name.
        output: A file that is not there yet; empty for one among the exports.

    Raises:
        DateNotUnderstood: A date of the filter is none.
        RangeReversed: Its last day is before its first.
        SpreadsheetsNotInstalled: What writes the format is not installed.
        TargetRefused: There is such a file, or it lies among the originals.
        WriteFailed: It could not be written.
    """
    with exporting(library, catalog) as export:
        sessions = [one for one, *_counts in list_sessions(export.change, wanted)]
        content, suffix = write_sheet(
            format_name, FIELDS, list(map(session_cells, sessions))
        )
        # nobody is heard or seen in a list; its audience and reader are recorded
        passed = pass_gate(export.change, purpose, (), Shown(0))
        stem = f"sessions {purpose.day}"
        path = place_export(library, passed, FOLDER, stem, suffix, output)
        how = f"{len(sessions)} sessions as {format_name}"
        use = export.keep(passed, UseKind.DATA, path, content, how=how)
    return ExportedSessions(path, sessions, use)
