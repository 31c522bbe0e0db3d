"""``mediakit mask blur`` and the others that hide somebody."""

import re
from collections.abc import Callable, Sequence
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import working_copies
from mediakit.cli.mask_texts import mask_line, mask_remarks
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.passage_options import Where, passage_options
from mediakit.cli.playlist_adding import wanted_part
from mediakit.model.mask import MaskKind, Place
from mediakit.model.timecode import TimeRange, parse_time
from mediakit.workflows.keep_mask import MaskWish, add_mask
from mediakit.workflows.propose_faces import propose_faces

_FACE = re.compile(
    r"(\d{1,3}),(\d{1,3}),(\d{1,3}),(\d{1,3})(?:@([^-]+)-([^-]+))?", re.ASCII
)


# Any: the signature of a command is Click's business
def _hiding(
    name: str, told: str, example: str
) -> Callable[[Callable[..., Any]], click.Command]:
    """Return what makes a function the command that hides somebody in a part."""
    text = "\n".join([told, "", "\b", _("Example:"), f"  {example}"])

    def decorated(command: Callable[..., Any]) -> click.Command:
        command = passage_options(json_option(pass_app(command)))
        hidden = click.argument("hidden", metavar=_("EXCERPT|CLIP"))(command)
        return click.command(name, help=text)(hidden)

    return decorated


@_hiding(
    "blur",
    _("Blur the whole picture: only spots of colour are left."),
    "mediakit mask blur c-7k3 --from 0:12 --to 0:40",
)
def blur(app: App, hidden: str, where: Where) -> None:
    """Blur a part of a clip."""
    _hide(app, hidden, where, MaskWish(kind=MaskKind.BLUR))


@_hiding(
    "sound",
    _("Show nothing of a part of a clip: it is only heard."),
    "mediakit mask sound x-2m8",
)
def sound(app: App, hidden: str, where: Where) -> None:
    """Show nothing of a part of a clip."""
    _hide(app, hidden, where, MaskWish(kind=MaskKind.SOUND))


@_hiding(
    "text",
    _(
        "Let a part of a clip be read: nobody is seen or heard, and what is said "
        "stands on a card. In kits a voice-over can be heard with it."
    ),
    "mediakit mask text x-2m8",
)
def text(app: App, hidden: str, where: Where) -> None:
    """Let a part of a clip be read."""
    _hide(app, hidden, where, MaskWish(kind=MaskKind.TEXT))


@_hiding(
    "voice",
    _(
        "Let another voice be heard, in every sound track: that of somebody who says "
        "the same in a clip of their own, or the same voice higher or lower. A voice "
        "that is only shifted can be shifted back by whoever wants to know it, so it "
        "opens nothing to which somebody did not agree: where they could get hurt, "
        "let somebody else say it."
    ),
    "mediakit mask voice x-2m8 --recording c-9t1",
)
@click.option(
    "--recording",
    default="",
    metavar=_("CLIP"),
    help=_("The clip in which somebody else says it, from its beginning on."),
)
@click.option(
    "--pitch",
    type=click.IntRange(-12, 12),
    default=0,
    metavar=_("SEMITONES"),
    help=_("How much higher, or with a minus lower. It can be undone."),
)
def voice(app: App, hidden: str, where: Where, recording: str, pitch: int) -> None:
    """Let another voice be heard."""
    if bool(recording) == bool(pitch):
        raise click.UsageError(_("Say who is heard: with --recording or with --pitch."))
    wish = MaskWish(kind=MaskKind.VOICE, recording=recording, pitch=pitch)
    _hide(app, hidden, where, wish)


@_hiding(
    "faces",
    _(
        "Blur faces. They are looked for, which takes a library: pip install "
        "'mediakit[faces]'. Or each --face says where one is, in hundredths of the "
        "picture: how far from its left and its upper edge, how wide, how high, and "
        "when, in the time of the clip. What looks for them overlooks many: nothing "
        "leaves until somebody has watched it and confirmed that nobody can be made "
        "out."
    ),
    "mediakit mask faces c-7k3 --face 40,10,20,30 --face 70,15,15,25@0:12-0:20",
)
@click.option(
    "--face",
    "typed",
    multiple=True,
    metavar=_("LEFT,TOP,WIDTH,HEIGHT[@TIME-TIME]"),
    help=_("Where a face is."),
)
def faces(app: App, hidden: str, where: Where, typed: Sequence[str]) -> None:
    """Blur faces in a part of a clip."""
    chosen = wanted_part(app, hidden, where).chosen
    places = tuple(map(_place, typed)) or propose_faces(
        app.workspace.library, chosen.clip, chosen.range
    )
    _hide(app, hidden, where, MaskWish(kind=MaskKind.FACES, places=places))


def _hide(app: App, hidden: str, where: Where, wish: MaskWish) -> None:
    """Keep a mask and print it."""
    chosen = wanted_part(app, hidden, where).chosen
    mask = add_mask(
        app.workspace.catalog, chosen.clip, chosen.range, wish, working_copies(app)
    )
    answer(app, mask, [mask_line(mask)])
    for line in mask_remarks(mask):
        say(line)


def _place(typed: str) -> Place:
    """Return where a face is.

    Raises:
        click.BadParameter: It is not in the picture.
        TimeNotUnderstood: A time is none.
    """
    match = _FACE.fullmatch(typed.strip())
    wrong = _("'{face}' is no place in the picture, as 40,10,20,30.")
    refused = click.BadParameter(wrong.format(face=typed), param_hint="--face")
    if match is None:
        raise refused
    *sides, begin, end = match.groups()
    when = TimeRange(parse_time(begin), parse_time(end)) if begin else None
    left, top, width, height = (10 * int(side) for side in sides)
    try:
        return Place(left, top, width, height, when)
    except ValueError as error:
        raise refused from error
