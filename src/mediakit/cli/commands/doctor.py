"""``mediakit doctor``: tell what this machine can do."""

import os
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.decimals import decimal
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.reasons import described, in_words, translated
from mediakit.machine import models_folder
from mediakit.media.abilities import Abilities
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.workflows.examine_machine import Installed, Machine, examine_machine


@click.command(
    "doctor",
    help=_(
        "Tell what this machine can do: which ffmpeg cuts and what it can do, which "
        "speech engines and models are there, how much room there is. Nothing is "
        "changed.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit doctor"
    ),
)
@json_option
@pass_app
def command(app: App) -> None:
    """Print what was found, and fail if something needed is missing."""
    machine = examine_machine(
        os.environ, models_folder(os.environ), app.folder or Path.cwd()
    )
    answer(app, _as_json(machine), columns(list(_rows(machine))))
    for problem in machine.problems[1:]:
        say(translated(problem))
    if machine.problems:
        raise machine.problems[0]


def _as_json(machine: Machine) -> dict[str, object]:
    fields = {name: getattr(machine, name) for name in machine.__slots__}
    if machine.abilities:
        able = machine.abilities
        fields["abilities"] = {"encoders": able.encoders, "filters": able.filters}
    return {**fields, "problems": [described(error) for error in machine.problems]}


def _rows(machine: Machine) -> Iterator[tuple[str, str]]:
    yield "mediakit", f"{machine.mediakit}, Python {machine.python}"
    yield (
        _("System"),
        _("{system}, processors: {count}").format(
            system=machine.system, count=machine.processors
        ),
    )
    yield (
        _("Language"),
        _("{language}, letters as {encoding}").format(
            language=machine.language, encoding=machine.encoding
        ),
    )
    yield from _ffmpeg_rows(machine.ffmpeg, machine.abilities)
    yield "PyAV", _version(machine.reader)
    for engine in machine.engines:
        yield engine.name, _version(engine)
    yield _("Models"), ", ".join(machine.models) or _("none yet")
    yield _("Models folder"), str(machine.models_folder)
    yield (
        _("Free room"),
        _("{size} GB in {folder}").format(
            size=decimal(machine.free / 1e9), folder=machine.folder
        ),
    )


def _ffmpeg_rows(
    ffmpeg: Ffmpeg | None, able: Abilities | None
) -> Iterator[tuple[str, str]]:
    if ffmpeg is None:
        yield "ffmpeg", _("missing")
        return
    origins = {
        "named": _("named in MEDIAKIT_FFMPEG"),
        "system": _("the system's"),
        "bundled": _("came with mediakit"),
    }
    yield "ffmpeg", f"{ffmpeg.version}, {ffmpeg.path} ({origins[ffmpeg.origin]})"
    if ffmpeg.instead:
        yield "", _("Not taken: {reason}").format(reason=in_words(ffmpeg.instead))
    if able:
        yield _("Encoders"), " ".join(able.encoders)
        yield _("Filters"), " ".join(able.filters)


def _version(library: Installed) -> str:
    return library.version or _("not installed")
