"""The options that say which sessions are meant."""

import functools
from collections.abc import Callable
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App
from mediakit.model.session import SessionKind
from mediakit.model.session_filter import Filter


# Any: the signature of a command is Click's business
def session_filter(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose sessions; the command is given their `Filter`."""

    @functools.wraps(command)
    def with_filter(app: App, /, *args: Any, **kwargs: Any) -> Any:
        return command(app, *args, wanted=taken_filter(kwargs), **kwargs)

    chosen: Callable[..., Any] = with_filter
    for option in reversed(session_options()):
        chosen = option(chosen)
    return chosen


# Any: what was typed, by name
def taken_filter(typed: dict[str, Any]) -> Filter:
    """Take what chooses sessions out of what was typed."""
    names = {name: typed.pop(name) for name in _NAMES}
    kind = typed.pop("kind")
    return Filter(kind=SessionKind(kind) if kind else None, **names)


_NAMES = ("region", "place", "group", "community", "first", "last")


def session_options() -> tuple[Callable[..., Any], ...]:
    """Return the options that choose sessions."""
    kinds = click.Choice([kind.value for kind in SessionKind])
    name = _("NAME")
    return (
        click.option("--kind", type=kinds, help=_("Only this sort of meeting.")),
        click.option(
            "--region", default="", metavar=name, help=_("In a region or camp.")
        ),
        click.option("--place", default="", metavar=name, help=_("At a place.")),
        click.option("--group", default="", metavar=name, help=_("Of a group.")),
        click.option(
            "--community", default="", metavar=name, help=_("Of a community.")
        ),
        click.option(
            "--from",
            "first",
            default="",
            metavar="YYYY-MM-DD",
            help=_("On this day or later."),
        ),
        click.option(
            "--to",
            "last",
            default="",
            metavar="YYYY-MM-DD",
            help=_("On this day or earlier."),
        ),
    )
