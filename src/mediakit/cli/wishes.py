"""The options by which people say what they wish beside a rung of consent."""

import functools
from collections.abc import Callable
from gettext import gettext as _
from typing import Any, cast

import click

from mediakit.workflows.record_consent import Wishes

_NAMES = (
    *("excluded", "face", "voice", "name"),
    *("transcribe", "research", "pseudonym"),
)


# Any: the signature of a command is Click's business
def wishes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command is given `Wishes`, as ``wished``."""

    @functools.wraps(command)
    def with_wishes(*args: Any, **kwargs: Any) -> Any:
        typed = {name: kwargs.pop(name) for name in _NAMES}
        return command(*args, wished=_said(typed), **kwargs)

    chosen: Callable[..., Any] = with_wishes
    for option in reversed(_options()):
        chosen = option(chosen)
    return chosen


def _said(typed: dict[str, Any]) -> Wishes:
    """Return what was said, without what was not."""
    said = {
        name: value == "yes" if value in {"yes", "no"} else value
        for name, value in typed.items()
        if value not in {None, ()}
    }
    if "excluded" in said:
        said["excluded"] = tuple(scope for scope in said["excluded"] if scope)
    return cast("Wishes", said)


def _options() -> tuple[Callable[..., Any], ...]:
    return (
        click.option(
            "--except",
            "excluded",
            multiple=True,
            metavar=_("SCOPE"),
            help=_(
                "Not for this, although it comes before; may be repeated; '' for no "
                "exception any more."
            ),
        ),
        _yes_or_no("face", _("Whether the face may be shown.")),
        _yes_or_no("voice", _("Whether the voice may be heard as it is.")),
        _yes_or_no("name", _("Whether the agreed name may be said.")),
        _yes_or_no("transcribe", _("Whether a machine may process the voice.")),
        _yes_or_no("research", _("Whether the words may go to other tools.")),
        click.option(
            "--pseudonym",
            metavar=_("NAME"),
            help=_("What to call them where the name may not be said."),
        ),
    )


def _yes_or_no(name: str, text: str) -> Callable[..., Any]:
    return click.option(f"--{name}", name, type=click.Choice(("yes", "no")), help=text)
