"""``mediakit screening``: what was shown at which session."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.model.screening import Outcome
from mediakit.workflows.add_screening import add_screening
from mediakit.workflows.remove_screening import remove_screening


@click.group(
    "screening",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("What was shown at which session."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "add",
    help=_(
        "Record that a clip was shown at a session.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit screening add c-7k3 s-4k2 --question "And here?" --reaction "…"'
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.argument("session", metavar=_("SESSION"))
@click.option("--excerpt", default="", metavar="ID", help=_("The part that was shown."))
@click.option(
    "--order",
    type=click.IntRange(1),
    metavar=_("NUMBER"),
    help=_("Its place in the evening, from 1; last if not given."),
)
@click.option(
    "--outcome",
    type=click.Choice([outcome.value for outcome in Outcome]),
    default=Outcome.SHOWN.value,
    show_default=True,
    help=_("What became of it."),
)
@click.option(
    "--question", default="", metavar=_("TEXT"), help=_("What was asked after it.")
)
@click.option(
    "--reaction", default="", metavar=_("TEXT"), help=_("What the room said.")
)
@json_option
@pass_app
def add(
    app: App,
    clip: str,
    session: str,
    excerpt: str,
    order: int | None,
    outcome: str,
    question: str,
    reaction: str,
) -> None:
    """Record a screening and print its id."""
    screening = add_screening(
        app.workspace.catalog,
        clip,
        session,
        excerpt=excerpt,
        order=order,
        outcome=Outcome(outcome),
        question=question,
        reaction=reaction,
    )
    answer(
        app,
        screening,
        [f"{screening.id}  {screening.order}. {screening.clip} > {screening.session}"],
    )


@command.command(
    "remove",
    help=_(
        "Take back a screening that was recorded by mistake.\n\n"
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
