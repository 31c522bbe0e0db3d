"""Write the codebook for other tools, and record that it left."""

from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reasons, sentence
from mediakit.errors.exchange import NothingToExport
from mediakit.exchange import refi_codes, taguette
from mediakit.exchange.theme_codes import codes_of, not_held
from mediakit.library import Library
from mediakit.model.codebook import codebook
from mediakit.model.leaving import Shown
from mediakit.model.person import Person
from mediakit.model.theme import Theme
from mediakit.model.use import Use, UseKind
from mediakit.workflows.hide_names import names_in_themes
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.place_export import place_export
from mediakit.workflows.real_names import real_names_of

FOLDER = "data"
QDC = "qdc"
FORMATS = (QDC, taguette.NAME)


@dataclass(frozen=True, slots=True)
class ExportedCodebook:
    """What was written, and what is remembered of it.

    Attributes:
        path: The file.
        themes: How many are in it.
        use: The record that it left.
        lost: What of them the format cannot hold.
        cautions: What people should know before they hand it on.
    """

    path: Path
    themes: int
    use: Use
    lost: Reasons
    cautions: Reasons


def export_codebook(
    library: Library,
    catalog: Catalog,
    purpose: Purpose,
    *,
    format_name: str,
    language: str,
    archived: bool = False,
    output: str = "",
) -> ExportedCodebook:
    """Write the themes that are in use.

    Args:
        library: Where it goes, unless told otherwise.
        catalog: Where the themes are, and the use is recorded.
        purpose: What it is for.
        format_name: ``qdc`` or ``taguette``.
        language: In which themes are called what they are called.
        archived: Write those that are archived, too.
        output: A file that is not there yet; empty for one among the exports.

    Raises:
        NothingToExport: There are no themes.
        TargetRefused: There is such a file, or it lies among the originals.
        WriteFailed: It could not be written.
    """
    with exporting(library, catalog) as export:
        themes = themes_written(export.change, archived=archived)
        if format_name == QDC:
            content = refi_codes.write(codes_of(themes, language))
            suffix, lost = refi_codes.SUFFIX, not_held(themes, language)
        else:
            content = taguette.write(themes)
            suffix, lost = taguette.SUFFIX, not_held(themes, "")
        # nobody is heard or seen in a codebook; its reader is recorded
        people = {one.id: one for one in export.change.all(Person)}
        named = names_in_themes(people, real_names_of(library), themes)
        passed = pass_gate(export.change, purpose, (), Shown(0))
        stem = f"codebook {purpose.day}"
        path = place_export(library, passed, FOLDER, stem, suffix, output)
        how = f"codebook of {len(themes)} themes as {format_name}"
        use = export.keep(passed, UseKind.DATA, path, content, how=how)
    return ExportedCodebook(path, len(themes), use, lost, named)


def themes_written(records: Records, *, archived: bool) -> tuple[Theme, ...]:
    """Return the themes of a codebook that goes to another tool.

    Raises:
        NothingToExport: There are none.
    """
    known = codebook(records.all(Theme)).themes
    themes = tuple(one for one in known if archived or not one.archived)
    if not themes:
        raise NothingToExport(reason=sentence("the codebook is empty"))
    return themes
