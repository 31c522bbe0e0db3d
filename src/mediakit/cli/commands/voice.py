"""``mediakit voice``: who is heard or seen in which part of a clip."""

from collections.abc import Iterator
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.model.timecode import TimeRange, format_time
from mediakit.model.voice import Voice
from mediakit.workflows.add_voice import Where, add_voices
from mediakit.workflows.list_voices import ClipVoices, list_voices
from mediakit.workflows.remove_voice import remove_voice


@click.group(
    "voice",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Who is heard or seen in which part of a clip."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "add",
    help=_(
        "Say who is heard or seen in a clip, all of it or a part. Said again of the "
        "same person and part, it replaces what was said before. With --nobody, say "
        "that you looked and nobody can be recognised: a landscape, a title.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit voice add c-4k2 p-7k3\n"
        "  mediakit voice add c-4k2 p-7k3 p-9m1 --from 1:02 --to 1:31.5 --unseen\n"
        "  mediakit voice add c-4k2 p-7k3 --speaker SPEAKER_01\n"
        "  mediakit voice add c-4k2 --nobody --to 0:08"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.argument("people", metavar=_("[PERSON]..."), nargs=-1)
@click.option("--nobody", is_flag=True, help=_("Nobody can be recognised there."))
@click.option(
    "--from",
    "start",
    default="",
    metavar=_("TIME"),
    help=_("Where it begins, as 83, 1:23 or 00:01:23.500; else with the clip."),
)
@click.option(
    "--to",
    "end",
    default="",
    metavar=_("TIME"),
    help=_("Where it ends; else with the clip."),
)
@click.option(
    "--speaker",
    default="",
    metavar=_("LABEL"),
    help=_("Where the transcript says that this speaker has the word."),
)
@click.option("--unheard", is_flag=True, help=_("The voice cannot be heard."))
@click.option("--unseen", is_flag=True, help=_("The person cannot be seen."))
@json_option
@pass_app
def add(
    app: App,
    clip: str,
    people: tuple[str, ...],
    nobody: bool,
    start: str,
    end: str,
    speaker: str,
    unheard: bool,
    unseen: bool,
) -> None:
    """Record who is heard or seen and print it."""
    if bool(people) == nobody:
        raise click.UsageError(_("Name the people, or say --nobody."))
    if speaker and (start or end or nobody):
        raise click.UsageError(
            _("--speaker goes with people, without --from and --to.")
        )
    if unheard and unseen:
        raise click.UsageError(
            _("Who is neither heard nor seen is not in the clip; leave one out.")
        )
    space = app.workspace
    where = Where(
        start=start, end=end, speaker=speaker, heard=not unheard, seen=not unseen
    )
    voices = add_voices(space.library, space.catalog, clip, people, where)
    answer(app, voices, map(_line, voices))


@command.command(
    "list",
    help=_(
        "List who is heard or seen in a clip, and the parts of which nobody has said "
        "it.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit voice list c-4k2"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@json_option
@pass_app
def show_list(app: App, clip: str) -> None:
    """Print one line a voice."""
    found = list_voices(app.workspace.catalog, clip)
    answer(app, found, _lines(found))


@command.command(
    "remove",
    help=_(
        "Take back a voice that was recorded by mistake.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit voice remove v-9m1"
    ),
)
@click.argument("voice", metavar=_("VOICE"))
@json_option
@pass_app
def remove(app: App, voice: str) -> None:
    """Remove a voice and print what it was."""
    removed = remove_voice(app.workspace.catalog, voice)
    answer(app, removed, [_line(removed)])


def _line(voice: Voice, name: str = "") -> str:
    part = _times(voice.range) if voice.range else _("the whole clip")
    who = f"{voice.person} {name}".rstrip() if voice.person else _("nobody")
    return f"{voice.id}  {part}  {who}{_how(voice)}"


def _how(voice: Voice) -> str:
    if voice.person is None or (voice.heard and voice.seen):
        return ""
    how = _("unseen") if voice.heard else _("unheard")
    return f" ({how})"


def _lines(found: ClipVoices) -> Iterator[str]:
    yield f"{found.clip.id}  {found.clip.title}"
    for one in found.voices:
        yield "  " + _line(one.voice, one.person.name if one.person else "")
    if found.unknown:
        spans = ", ".join(map(_times, found.unknown))
        yield "  " + _("Nobody has said who is in: {spans}").format(spans=spans)


def _times(span: TimeRange) -> str:
    return f"{format_time(span.start)} - {format_time(span.end)}"
