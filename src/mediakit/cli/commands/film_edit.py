"""Verbs of ``mediakit film`` that change what is there: words, parts, order."""

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.film_options import (
    film_options,
    note_option,
    recorded_time,
    said_of_film,
    said_of_line,
    time_option,
)
from mediakit.cli.film_showing import show_script
from mediakit.cli.film_texts import film_line
from mediakit.cli.leaving import working_copies
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.cli.passage_options import Where, chosen_passage, passage_options
from mediakit.cli.playlist_adding import spoken_to
from mediakit.model.film import Film
from mediakit.model.film_order import part_of
from mediakit.model.timecode import format_time, parse_time
from mediakit.workflows.add_item import Wanted, find_wanted
from mediakit.workflows.edit_film import (
    edit_film,
    edit_line,
    move_line,
    remove_film,
    remove_lines,
)

_OF_FILM = ("title", "fps", "drop", "size", "scope", "languages", "max")


@click.command(
    "edit",
    help=_(
        "Change what is said of a film; or, with the code of a line, of that: its "
        "words, which part of its clip is heard, how long it takes.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film edit f-3f8 --fps 29.97 --drop --max 26:00\n"
        '  mediakit film edit f-3f8 K7P --to 1:35 --note "now with the question"\n'
        '  mediakit film edit f-3f8 T2A --text en:"Trust" --time 0:05\n'
        "  mediakit film edit f-3f8 N4X --recording c-8d2"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("line", default="", metavar=_("[LINE]"))
@click.option("--title", metavar=_("TITLE"), help=_("What the film is called."))
@film_options
@click.option(
    "--text",
    multiple=True,
    metavar=_("[LANG:]TEXT"),
    help=_("What a line says; an empty text takes it away."),
)
@passage_options
@time_option
@click.option(
    "--at", metavar=_("TIME"), help=_("When it is seen, of what is seen over a line.")
)
@click.option(
    "--recording",
    default="",
    metavar=_("CLIP"),
    help=_("The clip in which the narrator says it."),
)
@note_option
@json_option
@pass_app
def edit(app: App, /, film: str, line: str, where: Where, **typed: Any) -> None:
    """Change a film or a line of it, and print it."""
    space = app.workspace
    _verify(line, where, typed)
    if not line:
        before = space.catalog.read().find(Film, film).frame_rate
        facts = said_of_film(typed, before)
        edit_film(space.catalog, film, facts, space.settings.scopes)
    else:
        edit_line(
            space.catalog,
            film,
            line,
            said_of_line(typed["text"], typed["note"], typed["time"]),
            languages=space.settings.languages,
            last=spoken_to(),
            wanted=_wanted(app, film, line, where, typed["recording"]),
            at=parse_time(typed["at"]) if typed["at"] else None,
            purpose=working_copies(app),
        )
    show_script(app, film)


@click.command(
    "move",
    help=_(
        "Put a line of a film earlier or later.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film move f-3f8 K7P --to 1\n"
        "  mediakit film move f-3f8 K7P --after D4X"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("line", metavar=_("LINE"))
@click.option(
    "--to",
    type=click.IntRange(1),
    metavar=_("NUMBER"),
    help=_("Its place, from 1; what lies beyond the end is the end."),
)
@click.option(
    "--before", default="", metavar=_("LINE"), help=_("Just before another line.")
)
@click.option(
    "--after", default="", metavar=_("LINE"), help=_("Just after another line.")
)
@json_option
@pass_app
def move(
    app: App, film: str, line: str, to: int | None, before: str, after: str
) -> None:
    """Move a line and print the film."""
    if sum(map(bool, (to, before, after))) != 1:
        raise click.UsageError(_("Say where to: with --to, --before or --after."))
    move_line(app.workspace.catalog, film, line, to=to, before=before, after=after)
    show_script(app, film)


@click.command(
    "remove",
    help=_(
        "Take lines out of a film, or what is seen over them; or remove the film as a "
        "whole with its versions. Excerpts stay, and so does everything that was made "
        "from it. A version that was kept changes only where you name it, as when "
        "somebody withdrew.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film remove f-3f8 K7P D4X\n"
        "  mediakit film remove f-3f8 K7P --version v2\n"
        "  mediakit film remove f-3f8 --whole"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("lines", metavar=_("[LINE]..."), nargs=-1)
@click.option("--whole", is_flag=True, help=_("Remove the film itself."))
@click.option(
    "--version",
    default="",
    metavar=_("VERSION"),
    help=_("Out of a version that was kept; the film stays as it is."),
)
@json_option
@pass_app
def remove(
    app: App, film: str, lines: Sequence[str], whole: bool, version: str
) -> None:
    """Remove lines and print the film, or remove that and print what it was."""
    if whole == bool(lines):
        raise click.UsageError(
            _("Name the lines to take out, or add --whole to remove the film.")
        )
    if whole and version:
        raise click.UsageError(_("--version goes with lines to take out."))
    catalog = app.workspace.catalog
    if whole:
        removed = remove_film(catalog, film)
        answer(app, removed, [film_line(removed)])
    else:
        remove_lines(catalog, film, lines, version)
        show_script(app, film, version)


def _verify(line: str, where: Where, typed: dict[str, Any]) -> None:
    """Refuse options that say nothing of what is to be changed."""
    of_film = any(typed[name] is not None for name in _OF_FILM)
    of_line = [typed[name] for name in ("text", "note", "time", "at", "recording")]
    if line and of_film:
        raise click.UsageError(
            _("--title, --fps, --size and the like are for the film, not for a line.")
        )
    if not line and (where or any(one not in {None, "", ()} for one in of_line)):
        raise click.UsageError(_("What is said of a line goes with its code."))
    if where and typed["recording"]:
        raise click.UsageError(_("--recording goes without a part of a clip."))
    if typed["time"] is not None and typed["recording"]:
        raise click.UsageError(recorded_time())


def _wanted(
    app: App, film: str, line: str, where: Where, recording: str
) -> Wanted | None:
    """Return the other part that a line is to be, or its recording, if one is."""
    records = app.workspace.catalog.read()
    if recording:
        return find_wanted(records, recording)
    if not where:
        return None
    clip, part = part_of(records.find(Film, film), line)
    if where.start or where.end:
        # what nobody types stays as it is
        start = where.start or format_time(part.start)
        end = where.end or format_time(part.end)
        where = replace(where, start=start, end=end)
    return Wanted(chosen_passage(app, clip, where))
