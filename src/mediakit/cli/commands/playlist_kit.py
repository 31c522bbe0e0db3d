"""``mediakit playlist kit``: a playlist made into something to carry."""

import contextlib
import os
from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.kit_texts import kit_lines, lacking_lines, lay_of
from mediakit.cli.leaving import leaving, say_cautions
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.progress import progress
from mediakit.i18n.language import machine_language, wanted_language
from mediakit.kits.base import Need
from mediakit.kits.registry import NAMES, kit_named
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.media.rendering.film import HEIGHTS
from mediakit.model.language import normalize_tag
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.make_kit import Kit, make_kit
from mediakit.workflows.pass_gate import Purpose

NONE = "none"


@click.command(
    "kit",
    help=_(
        "Make a playlist into something to carry: a page that any browser plays, a "
        "folder of numbered files, a list for players such as VLC, one video, one "
        "sound file, a run sheet or wall cards to print. Names of files tell nothing, "
        "and all of it passes the gate: for the scope and the session of the playlist, "
        "unless others are named. What masks hide is hidden in every file, stills "
        "too.\n\n"
        "It goes into exports/kits. When some of it is changed, only that is made "
        "again; interrupted, the same command goes on. 'mediakit kit verify' checks it "
        "on any laptop.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit playlist kit pl-3f8 --as page --to /media/stick\n"
        "  mediakit playlist kit pl-3f8 --as video --subtitles fr --voiceover bm"
    ),
)
@click.argument("playlist", metavar=_("PLAYLIST"))
@click.option(
    "--as",
    "kind",
    type=click.Choice(NAMES),
    required=True,
    help=_("What to make of it."),
)
@click.option(
    "--to",
    "output",
    default="",
    metavar=_("FOLDER"),
    help=_("A folder to put it in, as a stick, or a new one that becomes the kit."),
)
@click.option(
    "--language",
    default="",
    metavar="LANG",
    help=_("In which language it speaks to people; else in the session's."),
)
@click.option(
    "--subtitles",
    multiple=True,
    metavar="LANG",
    help=_(
        "Only subtitles in this language, or none; may be repeated. A video has those "
        "that are named, the others all there are."
    ),
)
@click.option(
    "--voiceover",
    "voiceovers",
    multiple=True,
    metavar="LANG",
    help=_("Let interpreters be heard in this language, where they said it."),
)
@click.option(
    "--height",
    type=click.Choice(list(HEIGHTS)),
    help=_("Make larger videos as small as this, for old laptops."),
)
@click.option(
    "--even/--no-even",
    default=True,
    show_default=True,
    help=_("Make all equally loud (EBU R 128), or leave it as it is."),
)
@click.option("--bag", is_flag=True, help=_("Put checksums around it (BagIt)."))
@json_option
@pass_app
@leaving("")
# Any: what the kit is to be like, by the names of the options
def kit(app: App, playlist: str, output: str, purpose: Purpose, **typed: Any) -> None:
    """Make a kit and print where it is."""
    made = _make(app, playlist, _wish(typed), purpose, output)
    if not app.json:
        for line in lacking_lines(made.lacking):
            say(line)
    say_cautions(made.cautions)
    answer(app, lay_of(made), kit_lines(made))


def _wish(typed: dict[str, Any]) -> KitWish:
    wish = KitWish(
        kit=kit_named(typed["kind"]),
        language=typed["language"],
        subtitles=_languages(typed["subtitles"]),
        voiceovers=_languages(typed["voiceovers"]),
        lines=HEIGHTS[typed["height"]] if typed["height"] else 0,
        is_even=typed["even"],
        in_bag=typed["bag"],
    )
    burnt = (Need.SUBTITLES, wish.subtitles, "--subtitles")
    mixed = (Need.VOICEOVERS, wish.voiceovers, "--voiceover")
    for need, languages, option in (burnt, mixed):
        if need not in wish.kit.NEEDS and len(languages or ()) > 1:
            raise click.UsageError(
                _("A kit of the kind {kind} takes {option} only once.").format(
                    kind=wish.kit.NAME, option=option
                )
            )
    _refuse_idle(wish)
    return wish


def _refuse_idle(wish: KitWish) -> None:
    """Refuse what changes nothing in a kit of this kind.

    Raises:
        click.UsageError: It was asked for.
    """
    read, heard, seen = (
        {Need.SUBTITLES, Need.FILM},
        {Need.MEDIA, Need.FILM, Need.SOUND},
        {Need.MEDIA, Need.FILM},
    )
    for option, asked, needs in (
        ("--subtitles", wish.subtitles, read),
        ("--voiceover", wish.voiceovers, heard),
        ("--height", wish.lines, seen),
    ):
        if asked and not needs & wish.kit.NEEDS:
            text = _("{option} is for nothing in a kit of the kind {kind}.")
            raise click.UsageError(text.format(option=option, kind=wish.kit.NAME))


def _languages(typed: Sequence[str]) -> tuple[str, ...] | None:
    if not typed:
        return None
    named = (tag for tag in typed if tag.lower() != NONE)
    return tuple(dict.fromkeys(map(normalize_tag, named)))


def _make(app: App, playlist: str, wish: KitWish, purpose: Purpose, output: str) -> Kit:
    """Make the kit while showing how far it has come."""
    space = app.workspace
    steps = make_kit(
        space.library,
        space.catalog,
        find_ffmpeg(os.environ),
        playlist,
        wish,
        purpose,
        output=output,
        last=wanted_language(os.environ, machine_language()),
    )
    before = 0.0
    with contextlib.closing(steps), progress(app, _("Making the kit"), 1) as advance:
        for step in steps:
            if isinstance(step, Kit):
                return step
            advance(step.share - before, "")
            before = step.share
    raise RuntimeError("a kit ends with the kit")
