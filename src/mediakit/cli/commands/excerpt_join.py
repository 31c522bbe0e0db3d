"""``mediakit excerpt join``: one film of several excerpts."""

import os
from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.decimals import decimal
from mediakit.cli.leaving import leaving, say_cautions
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.rendering import mp4_name, rendered
from mediakit.cli.transcript_texts import ORIGINS, warnings
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.media.rendering.film import HEIGHTS, RATES
from mediakit.model.ladder import INTERNAL
from mediakit.model.timecode import format_time
from mediakit.model.transcript_record import Origin
from mediakit.workflows.join_excerpts import Joined, join_excerpts
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.plan_film import Item, Look, find_items, words_below


@click.command(
    "join",
    help=_(
        "Make one film of several excerpts, or whole clips, in the order in which they "
        "are typed, with a title, and questions between them for the room. Recordings "
        "of every size, rate and kind go together, sound bites too; all are made "
        "equally loud. The film goes into exports/films, if everybody in it agreed to "
        "what it is for; what masks hide is hidden.\n\n"
        "When some of it is changed, only that is encoded again.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit excerpt join x-2m8 x-9t1 --title "The well" --subtitles fr\n'
        '  mediakit excerpt join x-2m8 c-7k3 --ask "And here?" --ask "Who decides?"'
    ),
)
@click.argument("excerpts", metavar=_("EXCERPT|CLIP..."), nargs=-1, required=True)
@click.option(
    "--title", default="", metavar=_("TITLE"), help=_("What its opening card says.")
)
@click.option(
    "--ask",
    "questions",
    multiple=True,
    metavar=_("QUESTION"),
    help=_(
        "What a card asks after an excerpt: given once, after each; else once for each "
        'in order, "" where nothing is asked.'
    ),
)
@click.option(
    "--subtitles",
    default="",
    metavar="LANG",
    help=_("Write what is said below, from the transcripts in this language."),
)
@click.option(
    "--words",
    type=click.Choice(ORIGINS),
    help=_(
        "Where the words of --subtitles come from, where there are several in that "
        "language: as oral-translation."
    ),
)
@click.option(
    "--names", is_flag=True, help=_("Show each excerpt's title as it begins.")
)
@click.option(
    "--quotes", is_flag=True, help=_("Show the words each excerpt was chosen by.")
)
@click.option(
    "--size",
    type=click.Choice(list(HEIGHTS)),
    default="720p",
    show_default=True,
    help=_("The height of the picture, which is 16:9."),
)
@click.option(
    "--fps",
    type=click.Choice(list(RATES)),
    help=_("Frames a second; else what suits the first video."),
)
@click.option(
    "--fade",
    type=click.FloatRange(0, 10),
    default=0.25,
    show_default=True,
    metavar=_("SECONDS"),
    help=_("How long parts take to come and to go."),
)
@click.option(
    "--even/--no-even",
    default=True,
    show_default=True,
    help=_("Make all excerpts equally loud (EBU R 128), or leave them as they are."),
)
@click.option(
    "--output",
    default="",
    metavar=_("FILE"),
    help=_("A new file instead of one in exports/films."),
)
@json_option
@pass_app
@leaving(INTERNAL)
# Any: the look of the film, by the names of the options
def join(
    app: App,
    excerpts: tuple[str, ...],
    questions: tuple[str, ...],
    output: str,
    purpose: Purpose,
    **typed: Any,
) -> None:
    """Make a film and print where it is."""
    asked = _asked(questions, len(excerpts))
    items, look = find_items(app.workspace.catalog, excerpts), _look(asked, typed)
    for line in _warnings(app, items, look):
        say(line)
    joined = _join(app, items, look, purpose, mp4_name(output))
    say_cautions(joined.cautions)
    if joined.use.loudness is not None:
        say(_("Loudness: {level} LUFS").format(level=decimal(joined.use.loudness)))
    length = format_time(joined.duration)
    answer(app, joined, [f"{joined.use.id}  {length}  {joined.path}"])


def _asked(questions: Sequence[str], count: int) -> tuple[str, ...]:
    """Return the question after each excerpt, or nothing if there are none."""
    if len(questions) == 1:
        return (questions[0],) * count
    if questions and len(questions) != count:
        raise click.UsageError(
            _(
                "--ask was given {questions} times for {count} excerpts. Give it once, "
                'or once for each; "" asks nothing.'
            ).format(questions=len(questions), count=count)
        )
    return tuple(questions)


def _look(questions: tuple[str, ...], typed: dict[str, Any]) -> Look:
    return Look(
        title=typed["title"].strip(),
        questions=questions,
        subtitles=typed["subtitles"],
        words_of=Origin(typed["words"]) if typed["words"] else None,
        has_names=typed["names"],
        has_quotes=typed["quotes"],
        height=HEIGHTS[typed["size"]],
        rate=RATES[typed["fps"]] if typed["fps"] else None,
        fade=round(typed["fade"] * 1000),
        is_even=typed["even"],
    )


def _warnings(app: App, items: Sequence[Item], look: Look) -> list[str]:
    """Return what must be known of the words that are written below."""
    found = words_below(app.workspace.catalog.read(), items, look).values()
    lines = [
        _("Subtitles of {clip}: {sentence}").format(clip=record.clip, sentence=one)
        for record in found
        if record
        for one in warnings(record)
    ]
    return list(dict.fromkeys(lines))


def _join(
    app: App, items: Sequence[Item], look: Look, purpose: Purpose, output: str
) -> Joined:
    """Make the film while showing how far it has come."""
    space = app.workspace
    steps = join_excerpts(
        space.library,
        space.catalog,
        find_ffmpeg(os.environ),
        items,
        look,
        purpose,
        output=output,
    )
    return rendered(app, steps, Joined)
