"""``mediakit screening``: what was shown at which session."""

import dataclasses
from collections.abc import Callable
from gettext import gettext as _
from typing import Any, cast

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.screening_import import command as import_command
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option, present_option
from mediakit.cli.output import answer, say
from mediakit.cli.session_texts import caution_line
from mediakit.model.screening import Heat, Outcome, Screening
from mediakit.workflows.add_screening import add_screening
from mediakit.workflows.check_showing import check_showing
from mediakit.workflows.edit_screening import edit_screening
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.remove_screening import remove_screening
from mediakit.workflows.screening_facts import ScreeningFacts


@click.group(
    "screening",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("What was shown at which session."),
)
def command() -> None:
    """Hold the verbs."""


command.add_command(import_command)


# Any: the signature of a command is Click's business
def _facts(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say something about a screening."""
    outcomes = click.Choice([outcome.value for outcome in Outcome])
    heats = click.Choice([heat.value for heat in Heat])
    for option in reversed(
        (
            click.option("--excerpt", metavar="ID", help=_("The part that was shown.")),
            click.option(
                "--order",
                type=click.IntRange(1),
                metavar=_("NUMBER"),
                help=_("Its place in the evening, from 1; last if not given."),
            ),
            click.option(
                "--outcome",
                type=outcomes,
                help=_("What became of it; shown if not given."),
            ),
            click.option(
                "--question", metavar=_("TEXT"), help=_("What was asked after it.")
            ),
            click.option(
                "--reaction", metavar=_("TEXT"), help=_("What the room said.")
            ),
            click.option("--heat", type=heats, help=_("How the room took it.")),
            click.option(
                "--asked",
                multiple=True,
                metavar=_("TEXT"),
                help=_("A question that the room asked; may be repeated."),
            ),
            present_option,
        )
    ):
        command = option(command)
    return command


def _said(facts: dict[str, Any]) -> ScreeningFacts:
    """Return what was said, without what was not."""
    # nothing asked is not said; that it was a mistake is said with ''
    said = {
        name: fact
        for name, fact in facts.items()
        if fact is not None and (fact != () or name == "present")
    }
    for name, kind in (("outcome", Outcome), ("heat", Heat)):
        if name in said:
            said[name] = kind(said[name])
    if "asked" in said:
        said["asked"] = tuple(question for question in said["asked"] if question)
    return cast("ScreeningFacts", said)


@command.command(
    "add",
    help=_(
        "Record that a clip was shown at a session, and say what there was to know "
        "before: see 'mediakit screening check'.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit screening add c-7k3 s-4k2 --heat lively --asked "And the road?"'
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.argument("session", metavar=_("SESSION"))
@_facts
@json_option
@pass_app
def add(app: App, /, clip: str, session: str, **facts: Any) -> None:
    """Record a screening and print its id."""
    space = app.workspace
    recorded = add_screening(
        space.catalog,
        clip,
        session,
        _said(facts),
        rules=consent_rules(space.settings),
        day=today(),
    )
    for told in recorded.cautions:
        say(caution_line(told))
    document = dataclasses.asdict(recorded.screening)
    document["cautions"] = [told.caution for told in recorded.cautions]
    answer(app, document, [_line(recorded.screening)])


@command.command(
    "edit",
    help=_(
        "Change what was noted of a screening. Questions and people that are given "
        "replace those there; '' takes them away.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit screening edit sc-9d1 --outcome stopped --heat walked-out"
    ),
)
@click.argument("screening", metavar=_("SCREENING"))
@_facts
@json_option
@pass_app
def edit(app: App, /, screening: str, **facts: Any) -> None:
    """Change a screening and print it."""
    changed = edit_screening(app.workspace.catalog, screening, _said(facts))
    answer(app, changed, [_line(changed)])


@command.command(
    "check",
    help=_(
        "Tell what to know before a clip or an excerpt is shown at a session: whether "
        "this group saw it, whether it was recorded in this very place, whether "
        "somebody in it did not agree to be shown there, and whether it is to be shown "
        "with care.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit screening check c-7k3 s-4k2"
    ),
)
@click.argument("what", metavar=_("CLIP|EXCERPT"))
@click.argument("session", metavar=_("SESSION"))
@json_option
@pass_app
def check(app: App, what: str, session: str) -> None:
    """Print what to know, a line each."""
    space = app.workspace
    cautions = check_showing(
        space.catalog,
        what,
        session,
        rules=consent_rules(space.settings),
        day=today(),
    )
    lines = [caution_line(told) for told in cautions]
    answer(app, cautions, lines or [_("Nothing speaks against it.")])


@command.command(
    "remove",
    help=_(
        "Take back a screening that was recorded by mistake, if nothing answers it."
        "\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit screening remove sc-9d1"
    ),
)
@click.argument("screening", metavar=_("SCREENING"))
@json_option
@pass_app
def remove(app: App, screening: str) -> None:
    """Remove a screening and print what it was."""
    removed = remove_screening(app.workspace.catalog, screening)
    answer(app, removed, [f"{removed.id}  {removed.clip} > {removed.session}"])


def _line(screening: Screening) -> str:
    return f"{screening.id}  {screening.order}. {screening.clip} > {screening.session}"
