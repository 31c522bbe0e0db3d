"""``mediakit session``: the sessions where clips are recorded and screened."""

from collections.abc import Callable
from gettext import gettext as _
from typing import Any, cast

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.session_brief import command as brief_command
from mediakit.cli.commands.session_exchange import export as export_command
from mediakit.cli.commands.session_exchange import import_file as import_command
from mediakit.cli.commands.session_list import command as list_command
from mediakit.cli.commands.session_show import command as show_command
from mediakit.cli.labels import session_line
from mediakit.cli.options import json_option, present_option
from mediakit.cli.output import answer
from mediakit.model.session import SessionKind
from mediakit.workflows.add_session import add_session
from mediakit.workflows.edit_session import edit_session
from mediakit.workflows.remove_session import remove_session
from mediakit.workflows.session_facts import SessionFacts


@click.group(
    "session",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The sessions where clips are recorded and screened."),
)
def command() -> None:
    """Hold the verbs."""


command.add_command(list_command)
command.add_command(show_command)
command.add_command(brief_command)
command.add_command(import_command)
command.add_command(export_command)


# Any: the signature of a command is Click's business
def _facts(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say something about a session."""
    kinds = click.Choice([kind.value for kind in SessionKind])
    for option in reversed(
        (
            click.option("--kind", type=kinds, help=_("What sort of meeting it is.")),
            click.option("--date", metavar="YYYY-MM-DD", help=_("The day.")),
            click.option(
                "--group",
                metavar=_("NAME"),
                help=_("The group that met, written the same each time it meets."),
            ),
            click.option(
                "--community",
                metavar=_("NAME"),
                help=_("The community its people belong to."),
            ),
            click.option(
                "--place", metavar=_("NAME"), help=_("Town, village or camp.")
            ),
            click.option("--region", metavar=_("NAME"), help=_("The region or camp.")),
            click.option("--country", metavar=_("NAME"), help=_("The country.")),
            click.option(
                "--language",
                "languages",
                multiple=True,
                metavar="LANG",
                help=_("A language spoken there; may be repeated."),
            ),
            click.option(
                "--facilitator",
                "facilitators",
                multiple=True,
                metavar=_("NAME"),
                help=_("A facilitator, by the name they work under; may be repeated."),
            ),
            click.option(
                "--partner", metavar=_("NAME"), help=_("The partner organisation.")
            ),
            click.option(
                "--people",
                type=click.IntRange(0),
                metavar=_("NUMBER"),
                help=_("How many were present."),
            ),
            present_option,
            click.option("--notes", metavar=_("TEXT"), help=_("Free text.")),
        )
    ):
        command = option(command)
    return command


def _said(facts: dict[str, Any]) -> SessionFacts:
    """Return what was said, without what was not."""
    # no languages typed is none said; nobody present is said with ''
    said = {
        name: fact
        for name, fact in facts.items()
        if fact is not None and (fact != () or name == "present")
    }
    if "kind" in said:
        said["kind"] = SessionKind(said["kind"])
    return cast("SessionFacts", said)


@command.command(
    "add",
    help=_(
        "Add a session; a focus group if no kind is given.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit session add "Women of Gao" --date 2026-03-01 --place Gao\n'
        '  mediakit session add "Youth of Mopti" --present female=6 --present male=8'
    ),
)
@click.argument("title", metavar=_("TITLE"))
@_facts
@json_option
@pass_app
def add(app: App, /, title: str, **facts: Any) -> None:
    """Add a session and print its id."""
    session = add_session(app.workspace.catalog, title, _said(facts))
    answer(app, session, [f"{session.id}  {session_line(session)}"])


@command.command(
    "edit",
    help=_(
        "Change what is known of a session.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit session edit s-4k2 --people 14 --place Ansongo"
    ),
)
@click.argument("session", metavar=_("SESSION"))
@click.option("--title", metavar=_("TITLE"), help=_("What it is called."))
@_facts
@json_option
@pass_app
def edit(app: App, /, session: str, **facts: Any) -> None:
    """Change a session and print it."""
    changed = edit_session(app.workspace.catalog, session, _said(facts))
    answer(app, changed, [f"{changed.id}  {session_line(changed)}"])


@command.command(
    "remove",
    help=_(
        "Remove a session at which nothing was recorded or screened.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit session remove s-4k2"
    ),
)
@click.argument("session", metavar=_("SESSION"))
@json_option
@pass_app
def remove(app: App, session: str) -> None:
    """Remove a session and print what it was."""
    removed = remove_session(app.workspace.catalog, session)
    answer(app, removed, [f"{removed.id}  {session_line(removed)}"])
