"""``mediakit library import`` and ``export``: projects from and for other tools."""

import contextlib
import os
from collections.abc import Generator
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.exchange_texts import counted, say_lost
from mediakit.cli.leaving import (
    leaving,
    say_cautions,
    say_left_out,
    working_copies,
)
from mediakit.cli.options import (
    data_output_option,
    file_argument,
    format_option,
    json_option,
    theme_language_option,
)
from mediakit.cli.output import answer, columns, say
from mediakit.cli.progress import progress
from mediakit.cli.reasons import in_words, translated
from mediakit.cli.taking_in import remark
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.ladder import RESEARCH
from mediakit.workflows.describe_project import Telling
from mediakit.workflows.export_project import FORMATS, ExportedProject, export_project
from mediakit.workflows.import_project import ImportedProject, import_project
from mediakit.workflows.keep_media import Added
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.take_in_file import NotAdded

MEDIA, TEXT, BOTH = "media", "text", "both"


@click.command(
    "export",
    help=_(
        "Write clips with their codings, transcripts and people as a project that "
        "NVivo, ATLAS.ti, MAXQDA and QualCoder read. Words of people who did not agree "
        "are left out and listed, and so is what such a project cannot hold. The "
        "recordings stay here unless --media packs them, cut as everything that "
        "leaves; that it left is recorded.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit library export --as qdpx --recipient University\n"
        "  mediakit library export --as qdpx --clip c-7k3 --codings text\n"
        "  mediakit library export --as qdpx --media --recipient University"
    ),
)
@format_option(FORMATS)
@click.option("--clip", "clips", multiple=True, metavar="ID", help=_("Only this clip."))
@click.option(
    "--media",
    is_flag=True,
    help=_(
        "Pack the recordings of which everything may be heard and seen, too; none in "
        "which a mask hides somebody."
    ),
)
@click.option(
    "--codings",
    type=click.Choice((BOTH, MEDIA, TEXT)),
    default=BOTH,
    show_default=True,
    help=_(
        "Whether codings are parts of the recordings, of the transcripts, or both: "
        "programs that count both count twice."
    ),
)
@theme_language_option
@data_output_option
@json_option
@pass_app
@leaving(RESEARCH)
def export(
    app: App,
    format_name: str,
    clips: tuple[str, ...],
    media: bool,
    codings: str,
    language: str,
    output: str,
    purpose: Purpose,
) -> None:
    """Write a project and print where it is."""
    del format_name  # there is one yet
    space = app.workspace
    telling = Telling(
        name=space.settings.name or space.library.root.resolve().name,
        language=language,
        day=purpose.day,
        on_media=codings != TEXT,
        on_text=codings != MEDIA,
    )
    exported = _export(app, purpose, telling, clips, output, media=media)
    for error in exported.unread:
        say(_("Left out: {reason}").format(reason=translated(error)))
    say_left_out(exported.left_out)
    say_cautions(exported.cautions)
    say_lost(exported.lost)
    count = exported.clips
    line = ngettext(
        "{count} clip, recordings: {recordings}, codings: {codings}: {path}",
        "{count} clips, recordings: {recordings}, codings: {codings}: {path}",
        count,
    )
    told = line.format(
        count=count,
        recordings=exported.recordings,
        codings=exported.codings,
        path=exported.path,
    )
    answer(app, exported, [told, *map(str, exported.beside)])


def _export(
    app: App,
    purpose: Purpose,
    telling: Telling,
    clips: tuple[str, ...],
    output: str,
    *,
    media: bool,
) -> ExportedProject:
    """Write the project while showing how far its recordings have come."""
    space = app.workspace
    steps = export_project(
        space.library,
        space.catalog,
        purpose,
        telling,
        clips=clips,
        ffmpeg=find_ffmpeg(os.environ) if media else None,
        output=output,
    )
    known = space.catalog.read().all(Clip) if media else []
    total = sum(one.media.duration for one in known)
    before = 0
    with progress(app, _("Cutting"), total) as advance:
        for step in steps:
            if isinstance(step, ExportedProject):
                return step
            advance(step.done - before, "")
            before = step.done
    raise RuntimeError("an export ends with the project")


@click.command(
    "import",
    help=_(
        "Take in a project of another research tool (.qdpx): its codes, what was coded "
        "in recordings and transcripts, the transcripts, and the people it is about. "
        "Recordings that are here are known by their ids, their bytes or their names; "
        "those that came along and are not here are added, as 'mediakit add' does. The "
        "same file can be imported again; nothing is removed, and what has no place "
        "here, or is in doubt, is listed.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit library import coded.qdpx --language fr"
    ),
)
@file_argument
@click.option(
    "--language",
    default="",
    metavar="LANG",
    help=_("The language of the words and codes, where the project does not say it."),
)
@click.option(
    "--update",
    is_flag=True,
    help=_("Change known themes of which the file says something else."),
)
@json_option
@pass_app
def import_file(app: App, file: Path, language: str, update: bool) -> None:
    """Import a project, and tell what became of it."""
    space = app.workspace
    steps = import_project(
        space.library,
        space.catalog,
        file,
        working_copies(app),
        language=language,
        update=update,
    )
    imported = _import(app, file, steps)
    answer(app, imported, [*columns(imported.clips), *_counted(imported)])
    remark(imported.added)
    for error in imported.refused:
        say(_("Not added: {sentence}").format(sentence=translated(error)))
    if imported.left:
        say(_("Not taken in, or in doubt:"))
        say(in_words(imported.left))


def _import(
    app: App,
    file: Path,
    steps: Generator[Added | NotAdded | ImportedProject, None, None],
) -> ImportedProject:
    """Take the project in while showing which recordings are added."""
    with contextlib.closing(steps), progress(app, _("Adding"), 0) as advance:
        for step in steps:
            if isinstance(step, ImportedProject):
                return step
            advance(step.size, f"{file.name}  {step.path.name}")
    raise RuntimeError("an import ends with the project")


def _counted(imported: ImportedProject) -> list[str]:
    added = len(imported.added)
    first = [_("recordings added: {count}").format(count=added)] if added else []
    return [*first, *counted(imported.counts)]
