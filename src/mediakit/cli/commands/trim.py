"""``mediakit trim``: cut an excerpt out of a clip."""

import os
from collections.abc import Iterable
from dataclasses import replace
from gettext import gettext as _
from pathlib import PurePath

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.cut_texts import how_cut
from mediakit.cli.leaving import leaving, say_cautions
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.passage_options import Where, chosen_passage, passage_options
from mediakit.cli.progress import progress
from mediakit.media.cutting.sound import FORMATS
from mediakit.media.cutting.video import Manner
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.model.ladder import INTERNAL
from mediakit.model.timecode import format_time
from mediakit.workflows.cut_excerpt import Cut, cut_excerpt
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.snap_passage import snap_passage
from mediakit.workflows.write_cut import VIDEO, Shape, Writing, formats_of


@click.command(
    "trim",
    help=_(
        "Cut an excerpt out of a clip: exact to the frame for video, to the "
        "millisecond for sound. Pictures are copied wherever that can be exact, else "
        "encoded again; the answer says which. Say which part by times, by words that "
        "are said, or by the numbers of segments. The cut goes into exports/cuts, "
        "without anything that tells where, when or with what the clip was filmed, if "
        "everybody who is heard or seen in it agreed to what it is for. What a mask "
        "hides is hidden in it: it is encoded again then, and the answer says with "
        "which masks; a mask of some of it keeps it back.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit trim c-7k3 --from 1:02 --to 1:31.5\n"
        '  mediakit trim c-7k3 --quote "manque de confiance" --title "The well"\n'
        "  mediakit trim c-7k3 --segments 4-7 --sound --scope film --recipient RTM"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@passage_options
@click.option(
    "--snap",
    is_flag=True,
    help=_(
        "Move both ends to the nearest pause, so that no word is cut and no silence "
        "is left: two seconds at most."
    ),
)
@click.option(
    "--title",
    default="",
    metavar=_("TITLE"),
    help=_("What people will call the excerpt."),
)
@click.option("--sound", is_flag=True, help=_("Only the sound of a video."))
@click.option(
    "--as",
    "format_name",
    type=click.Choice((VIDEO, *FORMATS)),
    help=_("The format; else the one nearest to the original's."),
)
@click.option(
    "--fade",
    type=click.FloatRange(0, 60),
    metavar=_("SECONDS"),
    help=_("How long sound comes and goes at the ends; else just enough not to click."),
)
@click.option(
    "--gain",
    type=click.FloatRange(-60, 60),
    metavar="DB",
    help=_("Make sound louder by so many decibels; softer if negative."),
)
@click.option(
    "--reencode",
    is_flag=True,
    help=_(
        "Encode every picture again, instead of copying those that can be: for players "
        "that stumble over a copied cut."
    ),
)
@click.option(
    "--keyframe",
    is_flag=True,
    help=_(
        "Only a preview, at once: from the key frame before the start to one after the "
        "end. It shows more than you asked for; the answer says what."
    ),
)
@click.option(
    "--output",
    default="",
    metavar=_("FILE"),
    help=_("A new file instead of one in exports/cuts."),
)
@json_option
@pass_app
@leaving(INTERNAL)
def command(
    app: App,
    clip: str,
    where: Where,
    snap: bool,
    title: str,
    sound: bool,
    format_name: str | None,
    fade: float | None,
    gain: float | None,
    reencode: bool,
    keyframe: bool,
    output: str,
    purpose: Purpose,
) -> None:
    """Cut an excerpt and print where it is."""
    chosen = chosen_passage(app, clip, where)
    if snap:
        chosen = snap_passage(app.workspace.library, chosen)
    name = _format(chosen, format_name or "", output, sound=sound)
    manner = _manner(name, reencode=reencode, keyframe=keyframe)
    shape = replace(_shape(name, fade, gain), manner=manner)
    cut = _cut(app, chosen, shape, purpose, title, output)
    say_cautions(cut.cautions)
    if cut.reused:
        say(_("This cut had been made already; it is intact and was kept."))
    answer(app, cut, [_line(cut)])


def _format(chosen: Chosen, typed: str, output: str, *, sound: bool) -> str:
    """Return the format that was asked for, by name, by the output's, or not at all."""
    suffix = PurePath(output).suffix.lower().removeprefix(".")
    names = formats_of(chosen.clip)
    if sound:
        names = tuple(name for name in names if name != VIDEO)
    wanted = typed or suffix or (names[0] if names else "")
    if wanted not in names:
        raise click.UsageError(
            _(
                "Clip {clip} cannot be cut to '{format}'. Choose from: {formats}."
            ).format(
                clip=chosen.clip.id, format=wanted, formats=", ".join(names) or "-"
            )
        )
    if suffix not in {"", wanted}:
        raise click.UsageError(
            _("The name {file} does not end in .{format}.").format(
                file=output, format=wanted
            )
        )
    return wanted


def _shape(name: str, fade: float | None, gain: float | None) -> Shape:
    if name == VIDEO and (fade is not None or gain is not None):
        raise click.UsageError(_("--fade and --gain are for sound; add --sound."))
    shape = Shape(format=name, gain=gain or 0.0)
    return shape if fade is None else replace(shape, fade=round(fade * 1000))


def _manner(name: str, *, reencode: bool, keyframe: bool) -> Manner:
    if reencode and keyframe:
        raise click.UsageError(_("Choose one of --reencode and --keyframe."))
    if name != VIDEO and (reencode or keyframe):
        raise click.UsageError(_("--reencode and --keyframe are for video."))
    if reencode:
        return Manner.REENCODE
    return Manner.KEYFRAME if keyframe else Manner.EXACT


def _cut(
    app: App, chosen: Chosen, shape: Shape, purpose: Purpose, title: str, output: str
) -> Cut:
    """Make the cut while showing how far it has come."""
    space = app.workspace
    steps: Iterable[Writing | Cut] = cut_excerpt(
        space.library,
        space.catalog,
        find_ffmpeg(os.environ),
        chosen,
        shape,
        purpose,
        title=title.strip(),
        output=output,
    )
    before = 0
    with progress(app, _("Cutting"), chosen.range.duration) as advance:
        for step in steps:
            if isinstance(step, Cut):
                return step
            advance(step.done - before, "")
            before = step.done
    raise RuntimeError("a cut ends with the cut")


def _line(cut: Cut) -> str:
    held = cut.use.ranges[0].range
    start, end = format_time(held.start), format_time(held.end)
    how = how_cut(cut.use.how)
    made = f"{how}  " if how else ""
    return f"{cut.excerpt.id}  {start} - {end}  {made}{cut.path}"
