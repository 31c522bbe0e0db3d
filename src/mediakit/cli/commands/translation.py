"""``mediakit translation``: translations that people write."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.catalog.catalog import Records
from mediakit.cli.app import App, pass_app
from mediakit.cli.import_texts import tell
from mediakit.cli.interpreting import (
    say_missing,
    segments_there,
    terms_of,
    terms_options,
)
from mediakit.cli.leaving import purpose_of
from mediakit.cli.local_path import existing_file
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.sheets import in_editor, read_sheet, tell_sheet
from mediakit.cli.transcript_texts import transcript_row
from mediakit.formats.registry import NAMES
from mediakit.model.ladder import INTERNAL
from mediakit.model.transcript_record import Origin
from mediakit.workflows.export_sheet import Sheet, export_sheet
from mediakit.workflows.find_segments import Original
from mediakit.workflows.import_transcript import import_transcript
from mediakit.workflows.keep_interpretation import (
    Interpreted,
    Terms,
    own_translation,
)
from mediakit.workflows.translate_sheet import (
    apply_translation_sheet,
    load_own_writing,
    write_translation_sheet,
)


@click.group(
    "translation",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Write and import translations of what is said."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "add",
    help=_(
        "Translate a clip in your editor ($EDITOR): what is said stands above each "
        "line to write. The times stay those of the original. The same command goes "
        "on with what is missing, and makes a new version.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit translation add c-7k3 --to en --by Oumar\n"
        "  mediakit translation add c-7k3 --to en --by Oumar --sheet words.txt\n"
        "  mediakit translation add c-7k3 --to en --by Oumar --from words.txt"
    ),
)
@click.argument("which", metavar=_("CLIP|TRANSCRIPT"))
@terms_options
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=_("FILE"),
    help=_(
        "Only write the lines into a new file, to translate them later; that it left "
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
def add(
    app: App,
    which: str,
    to: str,
    by: str,
    date: str,
    sheet: Path | None,
    source: Path | None,
) -> None:
    """Keep what was written, and print the transcript."""
    if sheet and source:
        raise click.UsageError(_("Choose --sheet or --from, not both."))
    terms = terms_of(to, by, date)
    original = segments_there(app, which)
    if source:
        kept = _apply(app, original, terms, source)
    elif sheet:
        tell_sheet(app, _export(app, original, terms, sheet), original.record)
        return
    else:
        kept = in_editor(
            app.workspace.library.sheets,
            f"{original.clip.id}-{terms.language}",
            _sheet(app, app.workspace.catalog.read(), original, terms),
            lambda file: _apply(app, original, terms, file),
        )
    _answer(app, kept)


@command.command(
    "import",
    help=_(
        "Import a translation that was written elsewhere, in any format of "
        "transcripts; its times are those of the clip.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit translation import c-7k3 gao.en.srt --to en --by Oumar"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.argument(
    "file",
    metavar=_("FILE"),
    type=existing_file(),
)
@terms_options
@click.option(
    "--as",
    "format_name",
    type=click.Choice(NAMES),
    help=_("Its format, if it is not recognised."),
)
@json_option
@pass_app
def import_file(
    app: App,
    clip: str,
    file: Path,
    to: str,
    by: str,
    date: str,
    format_name: str | None,
) -> None:
    """Import a file and print the transcript."""
    terms = terms_of(to, by, date)
    imported = import_transcript(
        app.workspace.library,
        app.workspace.catalog,
        clip,
        file,
        format_name=format_name or "",
        language=terms.language,
        origin=Origin.TRANSLATION,
        by=terms.by,
        day=terms.day,
    )
    tell(imported)
    document = {"transcript": imported.record, "new": imported.is_new}
    answer(app, document, [transcript_row(imported.record)])


def _export(app: App, original: Original, terms: Terms, sheet: Path) -> Sheet:
    space = app.workspace
    done = load_own_writing(space.library, space.catalog.read(), original, terms)
    return export_sheet(
        space.library,
        space.catalog,
        original.record,
        (*original.segments, *done),
        purpose_of(app, scope=INTERNAL),
        lambda records: _sheet(app, records, original, terms),
        output=str(sheet),
        language=terms.language,
    )


def _sheet(app: App, records: Records, original: Original, terms: Terms) -> str:
    notes = [
        _("{transcript}, clip {clip}: translation into {language} by {name}").format(
            transcript=original.record.id,
            clip=original.clip.id,
            language=terms.language,
            name=terms.by,
        ),
        _("What is said begins with #. Write below it, after ], what it means."),
        _("A line without words is not translated yet. The times stay as they are."),
        _("What stands in braces is not shown: consent does not cover it. It stays."),
    ]
    if own := own_translation(records, original.clip, terms, Origin.TRANSLATION):
        notes.append(_("It goes on with {transcript}.").format(transcript=own.id))
    purpose = purpose_of(app, scope=INTERNAL)
    return write_translation_sheet(
        app.workspace.library, records, original, terms, purpose, notes
    )


def _apply(
    app: App, original: Original, terms: Terms, file: Path
) -> Interpreted | None:
    space = app.workspace
    return apply_translation_sheet(
        space.library,
        space.catalog,
        original,
        terms,
        purpose_of(app, scope=INTERNAL),
        file,
        read_sheet(file),
    )


def _answer(app: App, kept: Interpreted | None) -> None:
    document = {
        "transcript": kept and kept.record,
        "missing": kept.missing if kept else [],
    }
    answer(app, document, [transcript_row(kept.record)] if kept else [])
    if kept is None:
        say(_("Nothing was written, and nothing was changed."))
    elif not app.json:
        say_missing(kept.missing)
