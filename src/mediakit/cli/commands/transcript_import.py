"""``mediakit transcript import``: transcripts made elsewhere."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.import_texts import conclude, document, facts, remark, row, tell
from mediakit.cli.local_path import refuse_address
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.progress import progress
from mediakit.cli.transcript_texts import transcript_row
from mediakit.formats.registry import NAMES
from mediakit.model.transcript_record import Origin
from mediakit.workflows.import_transcript import import_transcript
from mediakit.workflows.import_transcripts import (
    Found,
    Taken,
    find_transcripts,
    import_transcripts,
)
from mediakit.workflows.match_files import NotMatched

_ORIGINS = [
    origin.value for origin in Origin if origin not in {Origin.MACHINE, Origin.SEGMENTS}
]


@dataclass(frozen=True, slots=True)
class _Said:
    """What was typed about all the files."""

    format_name: str
    language: str
    origin: Origin | None


@click.command(
    "import",
    help=_(
        "Import transcripts made elsewhere: a file with its clip, or a folder whose "
        "files are named after their clips (title, id or original name, with a "
        "language as in gao.fr.srt). Formats are recognised; what is wrong with times "
        "or letters is mended and listed, or the file is refused. What belongs to no "
        "clip for certain is listed, not imported.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript import c-7k3 gao.srt --language fr\n"
        "  mediakit transcript import ~/transcripts --dry-run"
    ),
)
@click.argument("what", nargs=-1, required=True, metavar=_("[CLIP] FILE|FOLDER"))
@click.option(
    "--as",
    "format_name",
    type=click.Choice(NAMES),
    help=_("Its format, if it is not recognised; of a folder, take only this one."),
)
@click.option(
    "--language",
    default="",
    metavar="LANG",
    help=_("Its language, as fr; otherwise the file's own, or the clip's only one."),
)
@click.option(
    "--origin",
    type=click.Choice(_ORIGINS),
    help=_("Where its words come from, if the file does not say."),
)
@click.option(
    "--dry-run",
    is_flag=True,
    help=_("Only say which files belong to which clips, and what is in them."),
)
@json_option
@pass_app
def command(
    app: App,
    what: tuple[str, ...],
    format_name: str | None,
    language: str,
    origin: str | None,
    dry_run: bool,
) -> None:
    """Import what was named, and print the transcripts' ids."""
    said = _Said(format_name or "", language, Origin(origin) if origin else None)
    clip, path = _named(what)
    if not clip:
        _import_by_name(app, path, said, dry_run=dry_run)
        return
    if dry_run:
        raise click.UsageError(_("--dry-run is for files that are matched by name."))
    imported = import_transcript(
        app.workspace.library,
        app.workspace.catalog,
        clip,
        path,
        format_name=said.format_name,
        language=said.language,
        origin=said.origin,
    )
    tell(imported)
    answer(app, facts(imported), [transcript_row(imported.record)])


def _named(what: Sequence[str]) -> tuple[str, Path]:
    """Return the clip, if one was named, and the file or folder."""
    *clips, last = what
    refuse_address(last)
    path = Path(last)
    if len(clips) > 1:
        raise click.UsageError(_("Name a clip and its file, or one file or folder."))
    if not path.exists():
        raise click.UsageError(
            _("There is no file or folder {path}.").format(path=path)
        )
    if clips and path.is_dir():
        raise click.UsageError(
            _(
                "{path} is a folder: its files are matched by name, without a clip."
            ).format(path=path)
        )
    return (clips[0] if clips else ""), path


def _import_by_name(app: App, path: Path, said: _Said, *, dry_run: bool) -> None:
    found = find_transcripts(path, said.format_name)
    results = _watched(app, found, said, dry_run=dry_run)
    taken = [one for one in results if isinstance(one, Taken)]
    refused = [one for one in results if isinstance(one, NotMatched)]
    for one in taken:
        remark(one)
    answer(app, document(taken, refused, found), columns(list(map(row, taken))))
    if dry_run:
        say(_("Nothing was imported: this was only to see."))
    conclude(path, taken, refused, found)


def _watched(
    app: App, found: Found, said: _Said, *, dry_run: bool
) -> list[Taken | NotMatched]:
    """Go through the files under a progress bar."""
    results: list[Taken | NotMatched] = []
    importing = import_transcripts(
        app.workspace.library,
        app.workspace.catalog,
        found.transcripts,
        format_name=said.format_name,
        language=said.language,
        origin=said.origin,
        dry_run=dry_run,
    )
    total = len(found.transcripts)
    with (
        contextlib.closing(importing),
        progress(app, _("Importing"), total) as advance,
    ):
        for result in importing:
            results.append(result)
            advance(1, f"{len(results)}/{total}")
    return results
