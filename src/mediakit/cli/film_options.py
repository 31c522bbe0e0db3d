"""The options that say something about a film, or about a line of one."""

import re
from collections.abc import Callable, Sequence
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.options import a_title
from mediakit.cli.reasons import in_words
from mediakit.model.film import is_size
from mediakit.model.frame_rate import RATES, FrameRate, parse_rate
from mediakit.model.tagged_text import split_tag
from mediakit.model.timecode import parse_time
from mediakit.workflows.add_line import Place
from mediakit.workflows.film_facts import FilmFacts, LineFacts

_SIZE = re.compile(r"(\d{1,5})\s*[x\u00d7]\s*(\d{1,5})", re.ASCII | re.IGNORECASE)


# Any: the signature of a command is Click's business
def film_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what a film is."""
    for option in reversed(
        (
            click.option(
                "--fps",
                metavar=_("RATE"),
                help=_(
                    "Frames a second: {rates}. These are exact fractions: 29.97 is "
                    "30000/1001."
                ).format(rates=", ".join(RATES)),
            ),
            click.option(
                "--drop/--non-drop",
                default=None,
                help=_("With drop-frame timecode, at 29.97 and 59.94, or without."),
            ),
            click.option(
                "--size",
                metavar=_("WIDTHxHEIGHT"),
                help=_("Pixels across and down, as 1920x1080."),
            ),
            click.option(
                "--scope",
                metavar=_("SCOPE"),
                help=_("What it is for: a rung of consent, as film or broadcast."),
            ),
            click.option(
                "--languages",
                metavar=_("LANG,..."),
                help=_("Of its subtitles and of what is written, the first one first."),
            ),
            click.option(
                "--max",
                metavar=_("TIME"),
                help=_("How long it may last with its credits, as 52:00."),
            ),
        )
    ):
        command = option(command)
    return command


# Any: the signature of a command is Click's business
def place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say where a line is put."""
    for option in reversed(
        (
            click.option(
                "--before",
                default="",
                metavar=_("LINE"),
                help=_("Just before another line."),
            ),
            click.option(
                "--after",
                default="",
                metavar=_("LINE"),
                help=_("Just after another line."),
            ),
        )
    ):
        command = option(command)
    return command


# Any: the signature of a command is Click's business
def time_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option that says how long words are seen."""
    return click.option(
        "--time",
        metavar=_("TIME"),
        help=_("How long it takes; as long as its words take to be read if not said."),
    )(command)


# Any: the signature of a command is Click's business
def note_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option for what only the team reads."""
    return click.option(
        "--note", metavar=_("TEXT"), help=_("What only the team reads.")
    )(command)


def said_of_film(typed: dict[str, Any], before: FrameRate | None = None) -> FilmFacts:
    """Return what was said of a film, without what was not.

    Args:
        typed: The options.
        before: The rate it has already.

    Raises:
        click.BadParameter: The rate or the size is none.
        TimeNotUnderstood: The time is none.
    """
    facts: FilmFacts = {}
    if typed.get("title") is not None:
        facts["title"] = a_title(typed["title"])
    if typed["fps"] is not None or typed["drop"] is not None:
        facts["rate"] = _rate(typed["fps"], typed["drop"], before)
    if typed["size"] is not None:
        facts["size"] = _size(typed["size"])
    if typed["scope"] is not None:
        facts["scope"] = typed["scope"].strip()
    if typed["languages"] is not None:
        tags = (tag.strip() for tag in typed["languages"].split(","))
        facts["languages"] = [tag for tag in tags if tag]
    if typed["max"] is not None:
        facts["budget"] = parse_time(typed["max"])
    return facts


def said_of_line(
    texts: Sequence[str] = (), note: str | None = None, time: str | None = None
) -> LineFacts:
    """Return what was said of a line, without what was not.

    Raises:
        TimeNotUnderstood: The time is none.
    """
    facts: LineFacts = {}
    if texts:
        facts["texts"] = [split_tag(text) for text in texts]
    if note is not None:
        facts["note"] = note.strip()
    if time is not None:
        facts["duration"] = parse_time(time)
    return facts


def recorded_time() -> str:
    """Return why no time is said of what is recorded."""
    return _(
        "--time is for what is not recorded: a recording takes as long as it is. Once "
        "it is in the film, 'mediakit film edit FILM LINE --from TIME --to TIME' takes "
        "a part of it."
    )


def place_of(before: str, after: str) -> Place:
    """Return where a line is put.

    Raises:
        click.UsageError: Two places were typed.
    """
    if before and after:
        raise click.UsageError(_("Say where to: with --before or with --after."))
    return Place(before=before, after=after)


def _rate(typed: str | None, drop: bool | None, before: FrameRate | None) -> FrameRate:
    usual = before or FrameRate(RATES["25"])
    try:
        exact = parse_rate(typed).exact if typed is not None else usual.exact
        return FrameRate(exact, usual.drop and typed is None if drop is None else drop)
    except ValueError as error:
        [reason] = error.args
        raise click.BadParameter(in_words(reason), param_hint="--fps") from error


def _size(typed: str) -> tuple[int, int]:
    match = _SIZE.fullmatch(typed.strip())
    width, height = map(int, match.groups()) if match else (0, 0)
    if not is_size(width, height):
        raise click.BadParameter(
            _("'{size}' is no size, as 1920x1080.").format(size=typed),
            param_hint="--size",
        )
    return width, height
