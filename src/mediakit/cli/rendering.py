"""What the commands that render a film share: its file's name, and its progress."""

from collections.abc import Iterator
from gettext import gettext as _
from typing import TypeVar

import click

from mediakit.cli.app import App
from mediakit.cli.progress import progress
from mediakit.media.rendering.joining import SUFFIX
from mediakit.workflows.write_film import Rendering

Made = TypeVar("Made")


def mp4_name(output: str) -> str:
    """Return the name a person wants for a film, if there is one.

    Raises:
        click.UsageError: It does not end as films do.
    """
    if output and not output.lower().endswith(SUFFIX):
        raise click.UsageError(
            _("The name {file} does not end in .{format}.").format(
                file=output, format=SUFFIX.removeprefix(".")
            )
        )
    return output


def rendered(app: App, steps: Iterator[Rendering | Made], kind: type[Made]) -> Made:
    """Render a film while showing how far it has come, and return what was made."""
    before = 0.0
    with progress(app, _("Rendering"), 1) as advance:
        for step in steps:
            if isinstance(step, kind):
                return step
            if isinstance(step, Rendering):
                advance(step.share - before, "")
                before = step.share
    raise RuntimeError("a film ends with the film")
