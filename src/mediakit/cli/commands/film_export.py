"""``mediakit film export``: a film handed on, to be edited or read."""

import os
from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.film_texts import left_out_lines, machine_lines, wordless_lines
from mediakit.cli.leaving import leaving, say_cautions
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.reasons import in_words
from mediakit.cli.rendering import rendered
from mediakit.i18n.language import machine_language, wanted_language
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.model.timecode import format_time
from mediakit.timeline.registry import NAMES, format_named
from mediakit.workflows.collect_film import Collecting, collect_film
from mediakit.workflows.export_film import ExportedFilm, export_film
from mediakit.workflows.export_words import (
    SUBTITLES,
    WORDS,
    WordsWish,
    export_words,
)
from mediakit.workflows.pass_gate import Purpose

_SECOND = 1000


@click.command(
    "export",
    help=_(
        "Hand a film on. To an editing program: OpenTimelineIO for Resolve, a project "
        "for Kdenlive, which reads OpenTimelineIO too, but without cards, XML of Final "
        "Cut Pro 7 for Premiere, FCPXML for Final Cut Pro, an edit decision list for "
        "anything. To be read: the script as a page for paper or as a Word document, "
        "or subtitles on the film's own time, a file for each of its languages. It is "
        "for the film's scope unless another is named, and all of it passes the "
        "gate.\n\n"
        "Cuts lie on whole frames inside what was chosen: a shot begins with the first "
        "whole frame of its recording and lasts whole frames of the film. Markers say "
        "what is said, by whom, and what for it may be used.\n\n"
        "With --collect, recordings lie beside it in one folder: only the parts that "
        "are needed, with handles as far as consent goes, without names and whatever "
        "else originals tell. What was recorded at varying distances has the film's "
        "frames then, and timecode goes on as in the original. Of what is masked only "
        "what the masks leave lies there, frame for frame.\n\n"
        "When consent refuses a line, nothing is written. With --without-refused, such "
        "lines are left out with all that is said and shown on them: their time stays "
        "empty, so that all else stays where it is. Each is named, and remembered with "
        "what left.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film export f-3k2 --as otio --collect\n"
        "  mediakit film export f-3k2 --as fcp7 --recipient 'Studio Djoliba'\n"
        "  mediakit film export f-3k2 --as srt --language fr"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.option(
    "--as",
    "kind",
    type=click.Choice([*NAMES, *WORDS]),
    required=True,
    help=_("The format."),
)
@click.option(
    "--language",
    default="",
    metavar="LANG",
    help=_("Of subtitles; else every language of the film."),
)
@click.option(
    "--collect",
    is_flag=True,
    help=_("Put the recordings beside it, in a folder."),
)
@click.option(
    "--handles",
    type=click.FloatRange(0, 3600),
    metavar=_("SECONDS"),
    help=_("How much more of a recording goes along at each end of a shot; else 2."),
)
@click.option(
    "--whole",
    is_flag=True,
    help=_("Collect whole recordings, all of which is asked consent for."),
)
@click.option(
    "--without-refused",
    is_flag=True,
    help=_("Leave out lines that consent refuses, instead of writing nothing."),
)
@click.option(
    "--output",
    default="",
    metavar=_("FILE"),
    help=_("A new file, or folder, instead of one in exports/films."),
)
@json_option
@pass_app
@leaving("")
def export(
    app: App,
    film: str,
    kind: str,
    language: str,
    collect: bool,
    handles: float | None,
    whole: bool,
    without_refused: bool,
    output: str,
    purpose: Purpose,
) -> None:
    """Write a film and print where it is."""
    if language and kind not in SUBTITLES:
        raise click.UsageError(_("--language is for subtitles: srt or vtt."))
    if collect and kind in WORDS:
        raise click.UsageError(_("--collect is for what editing programs read."))
    if not collect and (whole or handles is not None):
        raise click.UsageError(_("--handles and --whole go with --collect."))
    if whole and handles is not None:
        raise click.UsageError(_("Choose --handles or --whole, not both."))
    if kind in WORDS:
        _words(app, film, kind, language, output, purpose, leave_out=without_refused)
        return
    held = None if whole else round(_SECOND * (2 if handles is None else handles))
    made = _made(
        *(app, film, kind, output, purpose),
        collect=collect,
        handles=held,
        leave_out=without_refused,
    )
    for line in _warnings(made):
        say(line)
    say_cautions(made.cautions)
    length = format_time(made.duration)
    answer(app, made, [f"{made.use.id}  {length}  {made.path}"])


def _made(
    app: App,
    film: str,
    kind: str,
    output: str,
    purpose: Purpose,
    *,
    collect: bool,
    handles: int | None,
    leave_out: bool,
) -> ExportedFilm:
    """Write a film for an editing program, with its recordings if that is wished."""
    space, fmt = app.workspace, format_named(kind)
    library, catalog = space.library, space.catalog
    if not collect:
        return export_film(
            *(library, catalog, film, fmt, purpose),
            say=in_words,
            output=output,
            without_refused=leave_out,
        )
    collecting = Collecting(
        ffmpeg=find_ffmpeg(os.environ), handles=handles, without_refused=leave_out
    )
    steps = collect_film(
        *(library, catalog, film, fmt, collecting, purpose),
        say=in_words,
        output=output,
    )
    return rendered(app, steps, ExportedFilm)


def _words(
    app: App,
    film: str,
    kind: str,
    language: str,
    output: str,
    purpose: Purpose,
    *,
    leave_out: bool,
) -> None:
    """Write the script or the subtitles of a film and print where they are."""
    space = app.workspace
    shown = wanted_language(os.environ, machine_language())
    made = export_words(
        space.library,
        space.catalog,
        film,
        WordsWish(kind=kind, language=language, shown=shown),
        purpose,
        say=in_words,
        output=output,
        without_refused=leave_out,
    )
    for line in (
        *left_out_lines(made.left_out),
        *wordless_lines(made.wordless),
        *machine_lines(made.by_machine),
    ):
        say(line)
    say_cautions(made.cautions)
    length = format_time(made.duration)
    answer(app, made, [f"{made.use.id}  {length}  {path}" for path in made.paths])


def _warnings(made: ExportedFilm) -> list[str]:
    """Return what is not in the file, or not where it looks for it."""
    lines = [*left_out_lines(made.left_out), *machine_lines(made.by_machine)]
    count = len(made.absent)
    if count:
        text = ngettext(
            "{count} recording is not where the file looks for it: {files}",
            "{count} recordings are not where the file looks for them: {files}",
            count,
        )
        lines.append(text.format(count=count, files=", ".join(made.absent)))
    if made.originals:
        lines.append(
            _(
                "The file names the originals as they are called on this disk, which "
                "may tell of people and places: for others, use --collect."
            )
        )
    return lines
