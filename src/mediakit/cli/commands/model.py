"""``mediakit model``: the speech models on this machine."""

import os
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.progress import progress
from mediakit.engines import demo
from mediakit.engines.hub import REPOSITORIES
from mediakit.engines.models import Model
from mediakit.machine import models_folder, threads
from mediakit.workflows.add_model import add_model
from mediakit.workflows.add_program import add_program
from mediakit.workflows.get_model import get_model, offered_model
from mediakit.workflows.list_models import ListedModel, list_models
from mediakit.workflows.load_engine import read_printed
from mediakit.workflows.remove_model import remove_model

_MEGABYTE = 1_000_000
_FEW = 4

_languages_option = click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANG",
    help=_("A language it was made for, as bm; those of Whisper if not given."),
)


@click.group(
    "model",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The speech models on this machine."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "list",
    help=_("List the speech models.\n\n\b\nExample:\n  mediakit model list"),
)
@json_option
@pass_app
def show_list(app: App) -> None:
    """Print one line a model."""
    listed = list_models(_folder())
    head = (_("Name"), _("Engine"), _("Size"), _("Languages"), _("Remarks"))
    answer(app, listed, columns([head, *map(_row, listed)]))


@command.command(
    "add",
    help=_(
        "Add a model from PATH: a folder made for faster-whisper, or a .pt file of "
        "openai-whisper. It is loaded once to be sure.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit model add /media/stick/whisper-small\n"
        "  mediakit model add bambara.pt --name bambara --language bm"
    ),
)
@click.argument("path", metavar=_("PATH"), type=click.Path(path_type=Path, exists=True))
@click.option("--name", default="", metavar=_("NAME"), help=_("What to call it."))
@_languages_option
@click.option(
    "--licence", default="", metavar=_("TEXT"), help=_("What its makers allow.")
)
@click.option(
    "--copy/--link",
    default=True,
    help=_("Copy its files (as if not given), or leave them where they are."),
)
@json_option
@pass_app
def add(
    app: App,
    path: Path,
    name: str,
    languages: tuple[str, ...],
    licence: str,
    copy: bool,
) -> None:
    """Add a model and print its name."""
    say(_("Loading {path} to see what it is.").format(path=path))
    model = add_model(
        _folder(),
        path,
        name=name,
        languages=languages,
        licence=licence,
        link=not copy,
        threads=threads(),
    )
    answer(app, model, [model.name])


@command.command(
    "program",
    help=_(
        "Add a program as a model: any that takes a WAV file and prints Whisper's "
        "JSON. {{sound}} stands for the file, {{language}} for the language. What the "
        "program does is its own affair: it may use the network. It is only given "
        "clips that a machine may process.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit model program bambara --language bm -- ~/asr/run {{sound}}"
    ).format(),
)
@click.argument("name", metavar=_("NAME"))
@click.argument("words", metavar=_("PROGRAM [WORD]..."), nargs=-1, required=True)
@click.option(
    "--language",
    "languages",
    multiple=True,
    required=True,
    metavar="LANG",
    help=_("A language it was made for, as bm."),
)
@click.option(
    "--licence", default="", metavar=_("TEXT"), help=_("What its makers allow.")
)
@json_option
@pass_app
def program(
    app: App,
    name: str,
    words: tuple[str, ...],
    languages: tuple[str, ...],
    licence: str,
) -> None:
    """Try a program, add it and print its name."""
    say(_("Trying {path} on a second of silence.").format(path=words[0]))
    model = add_program(
        _folder(),
        name,
        words,
        languages=languages,
        licence=licence,
        read=read_printed,
    )
    answer(app, model, [model.name])


@command.command(
    "get",
    help=_(
        "Download a model: one of {names}, or OWNER/NAME of any on huggingface.co made "
        "for faster-whisper. This is the only command that uses the network. "
        "Interrupted, it goes on where it stopped.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit model get small"
    ).format(names=", ".join(REPOSITORIES)),
)
@click.argument("name", metavar=_("NAME"))
@_languages_option
@json_option
@pass_app
def get(app: App, name: str, languages: tuple[str, ...]) -> None:
    """Download a model, showing how far it is, and print its name."""
    offer = offered_model(_folder(), name)
    say(
        _("Downloading {size} from {address}").format(
            size=_size(offer.size), address=offer.address
        )
    )
    here = 0
    steps = get_model(_folder(), offer, languages=languages, threads=threads())
    with progress(app, _("Downloading"), offer.size) as advance:
        for step in steps:
            if isinstance(step, Model):
                answer(app, step, [step.name])
            else:
                advance(step - here, _size(step))
                here = step


@command.command(
    "remove",
    help=_(
        "Remove a model that was added or downloaded. The files of one added with "
        "--link stay where they are.\n\n\b\nExample:\n  mediakit model remove small"
    ),
)
@click.argument("name", metavar=_("NAME"))
@json_option
@pass_app
def remove(app: App, name: str) -> None:
    """Remove a model and print its name."""
    if name == demo.NAME:
        raise click.BadParameter(_("The demo model is part of mediakit and stays."))
    place = remove_model(_folder(), name)
    answer(app, {"removed": place}, [place.name])


def _folder() -> Path:
    return models_folder(os.environ)


def _row(listed: ListedModel) -> tuple[str, ...]:
    model = listed.model
    return (
        model.name,
        model.engine,
        _size(model.size),
        _languages(model.languages),
        _remarks(listed),
    )


def _remarks(listed: ListedModel) -> str:
    if listed.model.notice:
        return _("knows the demo's sentences only")
    if not listed.is_there:
        return _("not found at {path}").format(path=listed.model.weights)
    return listed.model.licence


def _languages(tags: tuple[str, ...]) -> str:
    if len(tags) <= _FEW:
        return " ".join(tags)
    return ngettext("{count} language", "{count} languages", len(tags)).format(
        count=len(tags)
    )


def _size(count: int) -> str:
    return _("{count} MB").format(count=max(1, round(count / _MEGABYTE)))
