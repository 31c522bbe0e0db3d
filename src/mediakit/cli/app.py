"""What every command is given: the library it works in and how to answer."""

import functools
from collections.abc import Callable
from functools import cached_property
from typing import Any, Concatenate, ParamSpec

import click

from mediakit.cli.state import State
from mediakit.workspace import Workspace, open_workspace

P = ParamSpec("P")


class App(State):
    """One run of one command."""

    @cached_property
    def workspace(self) -> Workspace:
        """The library that was named, or the one around the current folder."""
        return open_workspace(self.folder)

    def close(self) -> None:
        """Leave the library, if one was opened, as others should find it."""
        if "workspace" in vars(self):
            self.workspace.close()


def pass_app(
    # Any: what a command returns is Click's business
    command: Callable[Concatenate[App, P], Any],
) -> Callable[P, Any]:
    """Give a command its `App`, and close that when the command is over."""

    @functools.wraps(command)
    def with_app(*args: P.args, **kwargs: P.kwargs) -> Any:
        typed = click.get_current_context().ensure_object(State)
        app = App(**vars(typed))
        try:
            return command(app, *args, **kwargs)
        finally:
            app.close()

    return with_app
