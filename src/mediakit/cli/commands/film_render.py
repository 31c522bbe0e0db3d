"""``mediakit film render``: a film on paper as one to be watched."""

import os
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.decimals import decimal
from mediakit.cli.film_texts import left_out_lines, machine_lines, wordless_lines
from mediakit.cli.leaving import leaving, say_cautions
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.rendering import mp4_name, rendered
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.media.rendering.film import HEIGHTS
from mediakit.model.timecode import format_time
from mediakit.workflows.make_rough_cut import RenderedFilm, make_rough_cut
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.plan_rough_cut import RoughLook, Subtitles


@click.command(
    "render",
    help=_(
        "Render a film as one video to be watched: what people say, what is seen over "
        "it, cards and headings, the names people agreed to be called as they begin to "
        "speak, narration with the sound of its pictures softly beneath, subtitles, "
        "and who was heard at the end. All are made equally loud. Everything in it "
        "passes the gate for the film's scope unless another is named, and the film "
        "is kept as a version.\n\n"
        "What was rendered stays: a line that was changed is rendered again, and no "
        "other; what was interrupted goes on where it was.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film render f-3k2\n"
        "  mediakit film render f-3k2 --language fr --subtitles separate --size 1080p"
    ),
)
@click.argument("film", metavar=_("FILM"))
@click.option(
    "--language",
    default="",
    metavar="LANG",
    help=_("Of cards, credits and subtitles; else the first language of the film."),
)
@click.option(
    "--subtitles",
    type=click.Choice([one.value for one in Subtitles]),
    default=Subtitles.BURNT.value,
    show_default=True,
    help=_(
        "Written into the pictures, in files of their own for every language of the "
        "film, or not at all."
    ),
)
@click.option(
    "--size",
    type=click.Choice(list(HEIGHTS)),
    default="720p",
    show_default=True,
    help=_("The shorter side of the picture, which has the shape of the film."),
)
@click.option(
    "--output",
    default="",
    metavar=_("FILE"),
    help=_("A new file instead of one in exports/films."),
)
@json_option
@pass_app
@leaving("")
def render(
    app: App,
    film: str,
    language: str,
    subtitles: str,
    size: str,
    output: str,
    purpose: Purpose,
) -> None:
    """Render a film and print where it is."""
    space = app.workspace
    steps = make_rough_cut(
        space.library,
        space.catalog,
        find_ffmpeg(os.environ),
        film,
        RoughLook(
            language=language, subtitles=Subtitles(subtitles), lines=HEIGHTS[size]
        ),
        purpose,
        usual=next(iter(space.settings.languages), "en"),
        output=mp4_name(output),
    )
    made = rendered(app, steps, RenderedFilm)
    for line in (
        *left_out_lines(made.left_out),
        *wordless_lines(made.wordless),
        *machine_lines(made.by_machine),
    ):
        say(line)
    say_cautions(made.cautions)
    if made.use.loudness is not None:
        say(_("Loudness: {level} LUFS").format(level=decimal(made.use.loudness)))
    lines = [f"{made.use.id}  {format_time(made.duration)}  {made.path}"]
    answer(app, made, [*lines, *map(str, made.subtitles.values())])
