"""``mediakit theme import`` and ``export``: the codebook from and for other tools."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.exchange_texts import say_lost
from mediakit.cli.leaving import leaving, say_cautions
from mediakit.cli.options import (
    data_output_option,
    file_argument,
    format_option,
    json_option,
    theme_language_option,
)
from mediakit.cli.output import answer, fitted, say
from mediakit.cli.theme_texts import label
from mediakit.model.ladder import RESEARCH
from mediakit.workflows.export_codebook import FORMATS, export_codebook
from mediakit.workflows.import_codebook import import_codebook
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.take_in_codes import HowThemed, TakenCode


@click.command(
    "import",
    help=_(
        "Take in the codebook of another tool: a .qdc file of NVivo, ATLAS.ti, "
        "MAXQDA or QualCoder, or a table of Taguette's tags. Codes that are themes "
        "already are known again, so the same file can be imported again; nothing is "
        "removed.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit theme import codebook.qdc --language fr --dry-run\n"
        "  mediakit theme import taguette.csv --update"
    ),
)
@file_argument
@click.option(
    "--language",
    default="",
    metavar="LANG",
    help=_("The language that its names are in."),
)
@click.option(
    "--update",
    is_flag=True,
    help=_("Change known themes of which the file says something else."),
)
@click.option(
    "--dry-run", is_flag=True, help=_("Change nothing; tell what would be done.")
)
@json_option
@pass_app
def import_file(
    app: App, file: Path, language: str, update: bool, dry_run: bool
) -> None:
    """Import a codebook, and tell what became of each code."""
    catalog = app.workspace.catalog
    taken = import_codebook(
        catalog, file, language=language, update=update, dry_run=dry_run
    )
    answer(app, taken, fitted([_row(one) for one in taken]))
    if any(one.how is HowThemed.DIFFERENT for one in taken):
        say(_("What is different was left as it is; --update changes it."))
    if dry_run:
        say(_("Nothing was changed."))


@click.command(
    "export",
    help=_(
        "Write the codebook for another tool: as qdc for NVivo, ATLAS.ti, MAXQDA and "
        "QualCoder, or as a table of tags for Taguette. What they cannot hold is "
        "listed, and that it left the library is recorded.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit theme export --as qdc --language fr --recipient University"
    ),
)
@format_option(FORMATS)
@theme_language_option
@click.option("--archived", is_flag=True, help=_("Those that are archived, too."))
@data_output_option
@json_option
@pass_app
@leaving(RESEARCH)
def export(
    app: App,
    format_name: str,
    language: str,
    archived: bool,
    output: str,
    purpose: Purpose,
) -> None:
    """Write the codebook and print where it is."""
    space = app.workspace
    exported = export_codebook(
        space.library,
        space.catalog,
        purpose,
        format_name=format_name,
        language=language,
        archived=archived,
        output=output,
    )
    say_cautions(exported.cautions)
    say_lost(exported.lost)
    count = exported.themes
    line = ngettext("{count} theme: {path}", "{count} themes: {path}", count)
    answer(app, exported, [line.format(count=count, path=exported.path)])


def _row(taken: TakenCode) -> Sequence[str]:
    done = {
        HowThemed.ADDED: _("added"),
        HowThemed.KNOWN: _("there already"),
        HowThemed.DIFFERENT: _("there already, but different: {fields}"),
        HowThemed.CHANGED: _("changed: {fields}"),
    }[taken.how].format(fields=", ".join(taken.different))
    return taken.theme.id, done, taken.theme.path, label(taken.theme)
