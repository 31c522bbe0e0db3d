"""Options that say how an engine is to listen."""

from collections.abc import Callable
from functools import wraps
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App
from mediakit.engines.base import Options, Task
from mediakit.model.language import normalize_tag
from mediakit.workflows.transcribe_clips import prompt_with

# Any: the signature of a command is Click's business
Command = Callable[..., Any]

_OPTIONS: tuple[Command, ...] = (
    click.option(
        "--language",
        metavar="LANG",
        help=_("The language spoken, whatever the clips say, as fr."),
    ),
    click.option(
        "--task",
        type=click.Choice([task.value for task in Task]),
        default=Task.TRANSCRIBE.value,
        show_default=True,
        help=_("Write what is said, or what it means in English."),
    ),
    click.option(
        "--prompt",
        default="",
        metavar=_("TEXT"),
        help=_(
            "Names and words as they are spelled, beside the glossary in mediakit.toml."
        ),
    ),
    click.option(
        "--beam",
        type=click.IntRange(1, 10),
        default=5,
        show_default=True,
        metavar=_("NUMBER"),
        help=_("Readings weighed at once: 1 is faster, 5 is better."),
    ),
    click.option(
        "--batch",
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        metavar=_("NUMBER"),
        help=_("Half minutes heard at once: more is faster on a graphics card."),
    ),
    click.option(
        "--every-sound",
        is_flag=True,
        help=_("Listen to silence and noise too, where speech was overlooked."),
    ),
)


def listening_options(command: Command) -> Command:
    """Add the options of listening; the command is given its `Options`."""

    @wraps(command)
    def with_options(
        app: App,
        /,
        *args: Any,
        language: str | None,
        task: str,
        prompt: str,
        beam: int,
        batch: int,
        every_sound: bool,
        **kwargs: Any,
    ) -> Any:
        options = Options(
            languages=(normalize_tag(language),) if language else (),
            beam=beam,
            skip_silence=not every_sound,
            task=Task(task),
            prompt=prompt_with(app.workspace.settings.glossary, prompt),
            batch=batch,
        )
        return command(app, *args, options=options, **kwargs)

    chosen: Command = with_options
    for option in reversed(_OPTIONS):
        chosen = option(chosen)
    return chosen
