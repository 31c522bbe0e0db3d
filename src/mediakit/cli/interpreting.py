"""What the commands about translation share: who, of what, heard by which model."""

from collections.abc import Callable, Sequence
from gettext import gettext as _
from typing import Any, TypeVar

import click

from mediakit.cli.app import App
from mediakit.cli.leaving import purpose_of, today
from mediakit.cli.listening import chosen_model, loaded_engine
from mediakit.cli.output import say
from mediakit.cli.progress import progress
from mediakit.engines.base import Options, spoken_languages
from mediakit.engines.registry import ENGINES
from mediakit.errors.transcripts import TranscriptMissing
from mediakit.model.ladder import INTERNAL, TRANSCRIBE
from mediakit.model.language import normalize_tag
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.cut_segments import cut_segments
from mediakit.workflows.find_segments import Original, clip_of, find_segments
from mediakit.workflows.interpret_clip import Ear
from mediakit.workflows.keep_interpretation import Terms
from mediakit.workflows.match_recordings import numbers
from mediakit.workflows.pass_part import Ask, asking
from mediakit.workflows.session_facts import parse_day
from mediakit.workflows.transcribe_clips import prompt_with

# Any: the signature of a command is Click's business
Command = TypeVar("Command", bound=Callable[..., Any])


def terms_options(command: Command) -> Command:
    """Add ``--to``, ``--by`` and ``--date``."""
    for option in (
        click.option(
            "--date",
            default="",
            metavar="YYYY-MM-DD",
            help=_("The day it was done; today if not given."),
        ),
        click.option(
            "--by",
            required=True,
            metavar=_("NAME"),
            help=_("Who does it, by the name they agree to be called by."),
        ),
        click.option(
            "--to", required=True, metavar="LANG", help=_("Into which language, as fr.")
        ),
    ):
        command = option(command)
    return command


def ear_options(command: Command) -> Command:
    """Add ``--model``, ``--engine`` and ``--threads``."""
    for option in (
        click.option(
            "--threads",
            type=click.IntRange(1),
            metavar=_("NUMBER"),
            help=_("Processors to use; all if not given."),
        ),
        click.option(
            "--engine",
            type=click.Choice(ENGINES),
            help=_("The speech engine, where a model is for several."),
        ),
        click.option(
            "--model",
            default="",
            metavar=_("NAME"),
            help=_("See 'mediakit model list'."),
        ),
    ):
        command = option(command)
    return command


def terms_of(to: str, by: str, date: str) -> Terms:
    """Return who translates what, as it was typed.

    Raises:
        LanguageNotUnderstood: The language is no tag.
        DateNotUnderstood: The date is no day.
        click.UsageError: The name is empty.
    """
    name = " ".join(by.split())
    if not name:
        raise click.UsageError(_("Say who, after --by."))
    return Terms(language=normalize_tag(to), by=name, day=parse_day(date) or today())


def segments_there(app: App, which: str) -> Original:
    """Return the segments of a clip or a transcript.

    Raises:
        TranscriptMissing: The clip has none yet.
        MediakitError: They cannot be read; see `find_segments`.
    """
    space = app.workspace
    purpose = purpose_of(app, scope=INTERNAL)
    found = find_segments(space.library, space.catalog, which, purpose)
    if found is None:
        raise TranscriptMissing(clip=clip_of(space.catalog.read(), which).id)
    return found


def segments_of(app: App, which: str) -> Original:
    """Return the segments of a clip or a transcript; a clip without is cut first.

    Raises:
        NothingToInterpret: Nobody speaks in it.
        MediakitError: They cannot be read; see `find_segments` and `cut_segments`.
    """
    space = app.workspace
    purpose = purpose_of(app, scope=INTERNAL)
    if found := find_segments(space.library, space.catalog, which, purpose):
        return found
    clip = clip_of(space.catalog.read(), which)
    listening = purpose_of(app, scope=TRANSCRIBE)
    reached = 0
    with progress(app, _("Listening"), clip.media.duration) as advance:
        for step in cut_segments(space.library, space.catalog, clip, listening):
            if isinstance(step, TranscriptRecord):
                text = _("Nothing is written of this clip: it was cut at its pauses.")
                say(text)
            else:
                advance(step - reached, clip.title)
                reached = step
    return segments_there(app, which)


def load_ear(app: App, language: str, name: str, engine: str, threads: int) -> Ear:
    """Load the model that listens to an interpreter.

    Args:
        app: The run of the command.
        language: What the interpreter speaks.
        name: The model's; empty for the library's.
        engine: Where a model is for several; empty for any.
        threads: Processors to use; all if 0.

    Raises:
        LanguageUnknown: The model does not know the interpreter's language.
        MediakitError: It cannot be loaded; see `choose_model` and `load_engine`.
    """
    model = chosen_model(app, name, engine)
    spoken_languages((language,), model.languages)
    # interpreters say the names of the glossary too
    prompt = prompt_with(app.workspace.settings.glossary, "")
    loaded = loaded_engine(model, prompt, threads=threads)
    return Ear(loaded, model, Options(languages=(language,), prompt=prompt))


def may_play(app: App, original: Original) -> Ask:
    """Return what asks whether a part of a clip may be played to an interpreter."""
    purposes = (purpose_of(app, scope=INTERNAL),)
    return asking(app.workspace.catalog, original.clip, purposes)


def may_listen(app: App, original: Original) -> Ask:
    """Return what asks whether a machine may write down what a part means."""
    scopes = (INTERNAL, TRANSCRIBE)
    purposes = tuple(purpose_of(app, scope=scope) for scope in scopes)
    return asking(app.workspace.catalog, original.clip, purposes)


def say_missing(missing: Sequence[int]) -> None:
    """Say which segments nothing is about yet."""
    if missing:
        text = _("Segments that are missing: {numbers}.")
        say(text.format(numbers=numbers(missing)))
    else:
        say(_("No segment is missing."))
