"""Write a sheet into a file of its own, for somebody to work on elsewhere.

It leaves the library with words in it, as an export does: the gate is asked, and that
it left is recorded. It is written in, so what it holds later is nobody's mistake.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reasons
from mediakit.formats.sheet import SUFFIX
from mediakit.library import Library
from mediakit.model.leaving import Shown, spoken
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.model.use import Use, UseKind
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.pass_gate import Purpose, pass_parts
from mediakit.workflows.place_export import place_export


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was written, and what is remembered of it.

    Attributes:
        path: The file.
        use: The record that it left.
        left_out: Whose words are not in it, and why.
        cautions: What the gate let pass and people should know.
    """

    path: Path
    use: Use
    left_out: Reasons
    cautions: Reasons


def export_sheet(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    segments: Iterable[Segment],
    purpose: Purpose,
    write: Callable[[Records], str],
    *,
    output: str,
    language: str = "",
) -> Sheet:
    """Write a sheet into a new file, without the words that are closed.

    Args:
        library: Where it may be.
        catalog: Where the use is recorded.
        record: The transcript that the sheet is made from.
        segments: All that is in it, before the gate is asked.
        purpose: What it is for.
        write: Returns what is in the sheet, given the records it is to go by.
        output: A file that is not there yet.
        language: What it is to be translated into, if it is.

    Raises:
        ConsentRefused, ConsentWithdrawn: The gate lets nothing of it pass.
        TargetRefused: There is such a file, or it lies among the originals.
        FolderMissing, TargetIsNoFile: It cannot be there.
        WriteFailed: It could not be written.
    """
    parts = tuple((record.clip, spoken(segment)) for segment in segments)
    how = f"{record.id} as sheet, {language}" if language else f"{record.id} as sheet"
    with exporting(library, catalog) as export:
        passed = pass_parts(export.change, purpose, parts, Shown.WORDS)
        path = place_export(library, passed, "", "", SUFFIX, output)
        content = write(export.change).encode()
        use = export.keep(passed, UseKind.SHEET, path, content, how=how)
    return Sheet(path, use, passed.reasons, passed.cautions)
