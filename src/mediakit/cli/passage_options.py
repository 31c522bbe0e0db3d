"""The options that say which part of a clip is meant: by times, words or segments."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App
from mediakit.cli.output import say
from mediakit.workflows.find_passage import (
    Chosen,
    passage_between,
    passage_of_segments,
    passage_saying,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """What was typed to say which part of the clip."""

    start: str
    end: str
    quote: str
    occurrence: int | None
    segments: str
    transcript: str

    def __bool__(self) -> bool:
        """Tell whether anything was typed."""
        return any(getattr(self, name) for name in Where.__slots__)


# Any: the signature of a command is Click's business
def passage_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command is given what was typed as ``where``."""

    @functools.wraps(command)
    def with_where(*args: Any, **kwargs: Any) -> Any:
        typed = {name: kwargs.pop(name) for name in Where.__slots__}
        return command(*args, where=Where(**typed), **kwargs)

    chosen: Callable[..., Any] = with_where
    for option in reversed(_options()):
        chosen = option(chosen)
    return chosen


def chosen_passage(app: App, clip: str, where: Where) -> Chosen:
    """Return the part of the clip that was meant.

    Raises:
        click.UsageError: Nothing was typed, or what does not go together.
        MediakitError: It is not found; see `mediakit.workflows.find_passage`.
    """
    library, catalog = app.workspace.library, app.workspace.catalog
    ways = (where.start or where.end, where.quote.strip(), where.segments)
    if sum(map(bool, ways)) != 1:
        raise click.UsageError(
            _("Say which part: with --from and --to, with --quote, or with --segments.")
        )
    if where.occurrence is not None and not where.quote:
        raise click.UsageError(_("--occurrence goes with --quote."))
    if where.transcript and not (where.quote or where.segments):
        raise click.UsageError(_("--transcript goes with --quote or --segments."))
    if where.quote:
        chosen = passage_saying(
            library,
            catalog,
            clip,
            where.quote.strip(),
            transcript=where.transcript,
            occurrence=where.occurrence,
        )
    elif where.segments:
        chosen = passage_of_segments(
            library, catalog, clip, where.segments, transcript=where.transcript
        )
    else:
        chosen = passage_between(catalog, clip, where.start, where.end)
    if chosen.is_translated:
        say(_("These words are a translation: all of what they translate is meant."))
    return chosen


def _options() -> tuple[Callable[..., Any], ...]:
    return (
        click.option(
            "--from",
            "start",
            default="",
            metavar=_("TIME"),
            help=_("Where it begins, as 83, 1:23 or 00:01:23.500; else with the clip."),
        ),
        click.option(
            "--to",
            "end",
            default="",
            metavar=_("TIME"),
            help=_("Where it ends; else with the clip."),
        ),
        click.option(
            "--quote",
            default="",
            metavar=_("WORDS"),
            help=_("Words that are said, in a row; accents and case do not matter."),
        ),
        click.option(
            "--occurrence",
            type=click.IntRange(1),
            metavar=_("NUMBER"),
            help=_("Which one is meant, of words that are said several times."),
        ),
        click.option(
            "--segments",
            default="",
            metavar=_("NUMBERS"),
            help=_("Segments as 'mediakit transcript show' numbers them: 4 or 4-7."),
        ),
        click.option(
            "--transcript",
            default="",
            metavar="ID",
            help=_("The transcript to look in; else the current one."),
        ),
    )
