"""``mediakit code import`` and ``export``: what is coded, from and for other tools."""

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.coding_texts import times
from mediakit.cli.exchange_texts import say_lost
from mediakit.cli.leaving import leaving, say_cautions, say_left_out, today
from mediakit.cli.options import (
    data_output_option,
    file_argument,
    format_option,
    json_option,
    theme_language_option,
)
from mediakit.cli.output import answer, columns, say
from mediakit.cli.reasons import described, translated
from mediakit.errors.batches import SomeNotDone
from mediakit.model.ladder import RESEARCH
from mediakit.workflows.export_codings import FORMATS, OF_ONE_CLIP, export_codings
from mediakit.workflows.import_codings import (
    HowCoded,
    ImportedCoding,
    ImportedCodings,
    import_codings,
)
from mediakit.workflows.list_codings import list_codings
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.withhold_words import without_notes


@click.command(
    "export",
    help=_(
        "Write what is coded, with what is said there: as a table (csv, xlsx), or for "
        "one clip as tiers for ELAN or as an index for OHMS. Passages of people who "
        "did not agree are left out and listed; that the rest left is recorded.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit code export --as csv --theme insecurity --recipient University\n"
        "  mediakit code export --as elan --clip c-7k3"
    ),
)
@format_option(FORMATS)
@click.option("--clip", default="", metavar="ID", help=_("In one clip."))
@click.option(
    "--theme",
    default="",
    metavar=_("THEME"),
    help=_("About a theme or one below it."),
)
@click.option("--coder", default="", metavar=_("NAME"), help=_("By this coder."))
@click.option("--strong", is_flag=True, help=_("Only strong quotes."))
@theme_language_option
@data_output_option
@json_option
@pass_app
@leaving(RESEARCH)
def export(
    app: App,
    format_name: str,
    clip: str,
    theme: str,
    coder: str,
    strong: bool,
    language: str,
    output: str,
    purpose: Purpose,
) -> None:
    """Write codings and print where they are."""
    if format_name in OF_ONE_CLIP and not clip:
        raise click.UsageError(_("Such a file is of one clip: say which with --clip."))
    space = app.workspace
    listed = list_codings(
        space.catalog, clip=clip, theme=theme, coder=coder, strong=strong
    )
    exported = export_codings(
        space.library,
        space.catalog,
        listed,
        purpose,
        format_name=format_name,
        language=language,
        output=output,
    )
    for error in exported.unread:
        say(_("Left out: {reason}").format(reason=translated(error)))
    say_left_out(exported.left_out)
    say_cautions(exported.cautions)
    say_lost(exported.lost)
    count = exported.codings
    line = ngettext("{count} coding: {path}", "{count} codings: {path}", count)
    answer(app, exported, [line.format(count=count, path=exported.path)])


@click.command(
    "import",
    help=_(
        "Take in what was coded elsewhere: a CSV or XLSX file with the columns clip, "
        "theme, start and end, as 'mediakit code export' writes it, or the tiers of an "
        "ELAN document of one clip. Rows that are right are taken in, and every "
        "mistake in the others is named; the same file can be imported again.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit code import coded.xlsx --update\n"
        "  mediakit code import gao.eaf --clip c-7k3"
    ),
)
@file_argument
@click.option(
    "--clip",
    default="",
    metavar="ID",
    help=_("The clip that an ELAN document is of."),
)
@click.option(
    "--sheet",
    default="",
    metavar=_("NAME"),
    help=_("Which sheet of an XLSX file, if not the first."),
)
@click.option(
    "--update",
    is_flag=True,
    help=_("Change known codings of which a row says something else."),
)
@json_option
@pass_app
def import_file(app: App, file: Path, clip: str, sheet: str, update: bool) -> None:
    """Import codings, and tell what became of each row."""
    if file.suffix.lower() == ".eaf" and not clip:
        raise click.UsageError(_("Such a file is of one clip: say which with --clip."))
    catalog = app.workspace.catalog
    imported = import_codings(catalog, file, clip=clip, sheet=sheet, update=update)
    problems = [described(problem) for problem in imported.problems]
    records, day = catalog.read(), today()
    told = without_notes(records, (row.coding for row in imported.rows), day)
    rows = zip(imported.rows, told, strict=True)
    document = {
        "rows": [replace(row, coding=coding) for row, coding in rows],
        "refused": problems,
        "tiers_left": imported.tiers,
    }
    answer(app, document, columns([_row(row) for row in imported.rows]))
    _conclude(imported)


def _row(row: ImportedCoding) -> Sequence[str]:
    done = {
        HowCoded.ADDED: _("added"),
        HowCoded.KNOWN: _("there already"),
        HowCoded.DIFFERENT: _("there already, but different: {fields}"),
        HowCoded.CHANGED: _("changed: {fields}"),
    }[row.how].format(fields=", ".join(row.different))
    coding = row.coding
    return str(row.row), coding.id, done, coding.clip, times(coding.range)


def _conclude(imported: ImportedCodings) -> None:
    """Name every mistake; fail if there is one.

    Raises:
        SomeNotDone: Some rows were refused.
    """
    if imported.tiers:
        tiers = ", ".join(imported.tiers)
        say(_("Tiers that are no theme's, left out: {tiers}").format(tiers=tiers))
    if any(row.how is HowCoded.DIFFERENT for row in imported.rows):
        say(_("What is different was left as it is; --update changes it."))
    for problem in imported.problems:
        say(_("Not imported: {sentence}").format(sentence=translated(problem)))
    refused = len({problem.details["row"] for problem in imported.problems})
    if refused:
        raise SomeNotDone(failed=refused, total=refused + len(imported.rows))
