"""``mediakit kit``: kits that were made, on whatever laptop they are now."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.catalog.catalog import Records
from mediakit.cli.app import App, pass_app
from mediakit.cli.kit_texts import verified_lines
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.errors.library import LibraryNotFound
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.verify_kit import refuse_unsound, verify_kit


@click.group(
    "kit",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("Kits that 'mediakit playlist kit' made."),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "verify",
    help=_(
        "Tell whether a kit is as it was made: what is damaged, missing or was added. "
        "Needs no library; in the one that made it, or with --library, it also tells "
        "whether somebody in it withdrew since, and warns where consent has ended. The "
        "exit status says which.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit kit verify /media/stick/pl-3f8-folder"
    ),
)
@click.argument(
    "folder",
    metavar=_("FOLDER"),
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@json_option
@pass_app
def verify(app: App, folder: Path) -> None:
    """Print what a kit is like now; fail if it must not be shown."""
    records = _records(app)
    rules = consent_rules(app.workspace.settings) if records else None
    verified = verify_kit(folder, records, today(), rules)
    answer(app, verified, verified_lines(verified))
    refuse_unsound(verified)


def _records(app: App) -> Records | None:
    try:
        return app.workspace.catalog.read()
    except LibraryNotFound:
        if app.folder:
            raise
        return None
