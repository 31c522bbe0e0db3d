"""The options of every way out: what for, for whom, and a team's own decision."""

import functools
from collections.abc import Callable
from datetime import datetime
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App
from mediakit.cli.output import say
from mediakit.cli.reasons import in_words
from mediakit.errors.base import Reasons
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.working_copies import for_the_team


# Any: the signature of a command is Click's business
def leaving(scope: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the options of a way out; the command is given their `Purpose`.

    Args:
        scope: What it is for, if nobody says.
    """

    def decorated(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def with_purpose(app: App, /, *args: Any, **kwargs: Any) -> Any:
            typed = {name: kwargs.pop(name) for name in _NAMES}
            return command(app, *args, purpose=purpose_of(app, **typed), **kwargs)

        chosen: Callable[..., Any] = with_purpose
        for option in reversed(_options(scope)):
            chosen = option(chosen)
        return chosen

    return decorated


def purpose_of(
    app: App,
    *,
    scope: str,
    audience: str = "",
    recipient: str = "",
    override: str | None = None,
) -> Purpose:
    """Return what something is wanted for, today.

    Raises:
        click.UsageError: *override* is there and gives no reason.
    """
    if override is not None and not override.strip():
        raise click.UsageError(_("Say why, after --override."))
    return Purpose(
        rules=consent_rules(app.workspace.settings),
        scope=scope,
        day=today(),
        audience=audience,
        recipient=recipient.strip(),
        override=(override or "").strip(),
    )


def working_copies(app: App) -> Purpose:
    """Return what working copies are wanted for, today."""
    return for_the_team(consent_rules(app.workspace.settings), today())


def today() -> str:
    """Return the day it is here."""
    return datetime.now().astimezone().date().isoformat()


def say_left_out(reasons: Reasons) -> None:
    """Say what did not pass the gate, if anything."""
    if reasons:
        say(_("Left out:"))
        say(in_words(reasons))


def say_cautions(reasons: Reasons) -> None:
    """Say what passed the gate although it should be known, if anything."""
    if reasons:
        say(_("Let pass, and recorded with the use:"))
        say(in_words(reasons))


_NAMES = ("scope", "audience", "recipient", "override")


def _options(scope: str) -> tuple[Callable[..., Any], ...]:
    return (
        click.option(
            "--scope",
            default=scope,
            show_default=bool(scope),
            metavar=_("SCOPE"),
            help=_("What it is for: a rung of consent, as film, or research."),
        ),
        click.option(
            "--for",
            "audience",
            default="",
            metavar="ID",
            help=_("The session it is for; people may have refused that audience."),
        ),
        click.option(
            "--recipient",
            default="",
            metavar=_("NAME"),
            help=_("Who gets it, in words, so that it can be taken back."),
        ),
        click.option(
            "--override",
            metavar=_("REASON"),
            help=_(
                "Let it pass where consent does not cover it; recorded with your name. "
                "Never opens a withdrawn voice."
            ),
        ),
    )
