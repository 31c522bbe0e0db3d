"""Verbs of ``mediakit film`` that put lines into it."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.film_options import (
    note_option,
    place_of,
    place_options,
    recorded_time,
    said_of_line,
    time_option,
)
from mediakit.cli.film_showing import show_new
from mediakit.cli.leaving import working_copies
from mediakit.cli.options import json_option
from mediakit.cli.passage_options import Where, passage_options
from mediakit.cli.playlist_adding import spoken_to, wanted_part
from mediakit.model.film import LineKind
from mediakit.model.timecode import parse_time
from mediakit.workflows.add_item import find_wanted
from mediakit.workflows.add_line import AddedLines, add_cover, add_quotes, add_words
from mediakit.workflows.film_facts import LineFacts


@click.command(
    "add",
    help=_(
        "Put an excerpt, what a researcher coded, a clip, or a part of a clip into a "
        "film: it is heard and, if it has pictures, seen. With --over, only its "
        "pictures are seen, while another line goes on. 'mediakit search WORDS "
        "--add-to' puts there what it finds.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film add f-3f8 x-2m8\n"
        "  mediakit film add f-3f8 k-4k2\n"
        '  mediakit film add f-3f8 c-7k3 --quote "manque de confiance" --after K7P\n'
        "  mediakit film add f-3f8 c-9t1 --from 1:02 --to 1:08 --over K7P --at 0:03"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("shown", metavar=_("EXCERPT|CODING|CLIP"))
@passage_options
@place_options
@click.option("--over", default="", metavar=_("LINE"), help=_("Seen over a line."))
@click.option(
    "--at", metavar=_("TIME"), help=_("How long after the line has begun, with --over.")
)
@note_option
@json_option
@pass_app
def add(app: App, /, film: str, shown: str, where: Where, **typed: Any) -> None:
    """Put something into a film and print it."""
    catalog, purpose = app.workspace.catalog, working_copies(app)
    place = place_of(typed["before"], typed["after"])
    wanted = wanted_part(app, shown, where)
    if typed["over"]:
        if place.before or place.after or typed["note"]:
            raise click.UsageError(_("--over goes with --at alone."))
        at = parse_time(typed["at"]) if typed["at"] else 0
        added = add_cover(catalog, film, typed["over"], wanted, at, purpose)
    elif typed["at"]:
        raise click.UsageError(_("--at goes with --over."))
    else:
        note = (typed["note"] or "").strip()
        added = add_quotes(catalog, film, [wanted], purpose, place, note=note)
    show_new(app, added)


@click.command(
    "heading",
    help=_(
        "Put a heading into a film: the name of a chapter. It is seen only if --time "
        "says for how long.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit film heading f-3f8 fr:"La confiance" en:Trust --time 0:04'
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("texts", metavar=_("[LANG:]TEXT..."), nargs=-1, required=True)
@place_options
@click.option("--time", metavar=_("TIME"), help=_("How long it is seen."))
@note_option
@json_option
@pass_app
def heading(app: App, /, film: str, texts: Sequence[str], **typed: Any) -> None:
    """Put a heading into a film and print it."""
    _put(app, film, LineKind.HEADING, texts, typed)


@click.command(
    "narrate",
    help=_(
        "Put narration into a film: what a narrator is to say, and the recording once "
        "there is one. Without, it takes as long as reading it aloud does.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit film narrate f-3f8 "Ils ont parlé pendant trois ans." --after K7P\n'
        '  mediakit film narrate f-3f8 "Trois ans." --recording c-8d2'
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("texts", metavar=_("[LANG:]TEXT..."), nargs=-1, required=True)
@place_options
@time_option
@click.option(
    "--recording",
    default="",
    metavar=_("CLIP"),
    help=_("The clip in which the narrator says it."),
)
@note_option
@json_option
@pass_app
def narrate(app: App, /, film: str, texts: Sequence[str], **typed: Any) -> None:
    """Put narration into a film and print it."""
    _put(app, film, LineKind.NARRATION, texts, typed)


@click.command(
    "card",
    help=_(
        "Put a title card into a film: words on a picture of their own.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit film card f-3f8 fr:"Mali, 2026" en:"Mali, 2026" --time 0:04'
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("texts", metavar=_("[LANG:]TEXT..."), nargs=-1, required=True)
@place_options
@time_option
@note_option
@json_option
@pass_app
def card(app: App, /, film: str, texts: Sequence[str], **typed: Any) -> None:
    """Put a card into a film and print it."""
    _put(app, film, LineKind.CARD, texts, typed)


@click.command(
    "note",
    help=_(
        "Put a note into a film: only the team reads it, and it takes no time.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit film note f-3f8 "Ask the elder once more." --after K7P'
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.argument("texts", metavar=_("[LANG:]TEXT..."), nargs=-1, required=True)
@place_options
@json_option
@pass_app
def note(app: App, /, film: str, texts: Sequence[str], **typed: Any) -> None:
    """Put a note into a film and print it."""
    _put(app, film, LineKind.NOTE, texts, typed)


# Any: the options of a command are what Click makes of them
def _put(
    app: App, film: str, kind: LineKind, texts: Sequence[str], typed: dict[str, Any]
) -> None:
    """Put words into a film and print them."""
    space = app.workspace
    facts: LineFacts = said_of_line(texts, typed.get("note"), typed.get("time"))
    if not any(text.strip() for _tag, text in facts.get("texts", ())):
        raise click.UsageError(_("Type what is to be read or said."))
    recording = typed.get("recording")
    if recording and "duration" in facts:
        raise click.UsageError(recorded_time())
    added: AddedLines = add_words(
        space.catalog,
        film,
        kind,
        facts,
        place_of(typed["before"], typed["after"]),
        languages=space.settings.languages,
        last=spoken_to(),
        recording=find_wanted(space.catalog.read(), recording) if recording else None,
        purpose=working_copies(app),
    )
    show_new(app, added)
