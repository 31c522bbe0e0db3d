"""The engine that listens for a command: chosen, named to the person, and loaded."""

from gettext import gettext as _
from textwrap import shorten

from mediakit.cli.app import App
from mediakit.cli.output import say
from mediakit.engines.base import Device, Engine
from mediakit.engines.models import Model
from mediakit.machine import threads as processors
from mediakit.workflows.choose_model import choose_model
from mediakit.workflows.load_engine import load_engine

# letters of what is left out
_MOST_SHOWN = 200


def chosen_model(app: App, name: str, engine: str) -> Model:
    """Return the model that was asked for, and say which it is.

    Args:
        app: The run of the command.
        name: The model's; empty for the library's.
        engine: Where a model is for several; empty for any.

    Raises:
        MediakitError: There is none; see `choose_model`.
    """
    space = app.workspace
    model = choose_model(
        space.models, space.library, space.settings, name=name, engine=engine
    )
    say(_("Model: {name}, {engine}.").format(name=model.name, engine=model.engine))
    if model.notice:
        say(_(model.notice))
    return model


def loaded_engine(
    model: Model, prompt: str, *, threads: int, device: Device = Device.AUTO
) -> Engine:
    """Load a model, and say what of the prompt is too long for it.

    Args:
        model: The model.
        prompt: What it will be told first.
        threads: Processors to use; all if 0.
        device: What to compute on.

    Raises:
        MediakitError: It cannot be loaded; see `load_engine`.
    """
    engine = load_engine(model, threads=threads or processors(), device=device)
    say_left_out(engine.not_prompted(prompt))
    return engine


def say_left_out(prompt: str) -> None:
    """Say what of a prompt the model does not listen with, if anything."""
    if prompt:
        text = shorten(prompt, _MOST_SHOWN, placeholder=" …")
        say(
            _("Too long for the model, and left out of the prompt: {text}").format(
                text=text
            )
        )
