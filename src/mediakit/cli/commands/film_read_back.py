"""``mediakit film read-back``: the finished cut, as the editing program has it."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.film_read_texts import read_back_json, read_back_lines, read_warnings
from mediakit.cli.leaving import purpose_of
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, for_screen, say
from mediakit.errors.films import FilmBlocked
from mediakit.workflows.read_back_film import read_back_film


@click.command(
    "read-back",
    help=_(
        "Read the finished cut of a film, as an editing program exports it: "
        "OpenTimelineIO, XML of Final Cut Pro 7, as Premiere and Resolve write it, "
        "FCPXML, an edit decision list, or a Kdenlive project. Clips are known again "
        "by the id that 'mediakit film export' wrote, by name and timecode, or by the "
        "content of their files.\n\n"
        "Each shot is told with its consent for the film's scope as of today, the "
        "names people agreed to, its translations and what it was taken out of; then "
        "who and what is heard in all, shots that are not in the catalog, what of the "
        "file was not understood, and a draft of the credits. Effects are not looked "
        "at: whether a face was hidden, mediakit cannot see. The cut is kept as a "
        "version of the film and as a use, so that a voice that is withdrawn later is "
        "found in it. Where consent is missing, the exit status says so.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film read-back Autoportrait.otio\n"
        "  mediakit film read-back cut.edl --film f-3k2 --recipient 'Studio Djoliba'"
    ),
)
@click.argument("file", type=click.Path(path_type=Path), metavar=_("FILE"))
@click.option(
    "--film",
    default="",
    metavar=_("FILM"),
    help=_("The film it is, where the file does not say so."),
)
@click.option(
    "--scope", default="", metavar=_("SCOPE"), help=_("For another rung than its own.")
)
@click.option(
    "--recipient",
    default="",
    metavar=_("NAME"),
    help=_("Who has it, in words, so that it can be taken back."),
)
@json_option
@pass_app
def read_back(app: App, file: Path, film: str, scope: str, recipient: str) -> None:
    """Print what a finished cut is; the exit status says whether consent is missing."""
    space = app.workspace
    purpose = purpose_of(app, scope=scope, recipient=recipient)
    read = read_back_film(
        space.library, space.catalog, space.settings, file, purpose, film=film
    )
    answer(app, read_back_json(read), for_screen(read_back_lines(read)))
    for line in read_warnings(read):
        say(line)
    if read.closed:
        raise FilmBlocked(film=read.film.id, count=len(read.closed))
