"""``mediakit submission edit``: say what was not known when it came."""

from gettext import gettext as _
from typing import Any, cast

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.workflows.edit_submission import SubmissionFacts, edit_submission


@click.command(
    "edit",
    help=_(
        "Change what is known of a submission that is no clip yet. An empty text takes "
        "a fact away.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit submission edit b-2f8 --contributor p-4k2 --up-to national"
    ),
)
@click.argument("submission", metavar=_("SUBMISSION"))
@click.option("--title", metavar=_("TITLE"), help=_("What it is called."))
@click.option("--from", "sender", metavar=_("NAME"), help=_("Through whom it came."))
@click.option("--call", metavar=_("NAME"), help=_("The call it answers."))
@click.option("--max", "limit", metavar=_("TIME"), help=_("How long it may last."))
@click.option("--contributor", metavar="ID", help=_("The person who sent it in."))
@click.option("--session", metavar="ID", help=_("The session it was recorded at."))
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANG",
    help=_("A language spoken in it, as fr or bm; may be repeated."),
)
@click.option(
    "--up-to",
    metavar=_("SCOPE"),
    help=_("The highest rung of consent that came with it, as national."),
)
@click.option(
    "--until",
    metavar="YYYY-MM-DD",
    help=_("The day on which that consent ends, the first day without."),
)
@json_option
@pass_app
def command(app: App, /, submission: str, **typed: Any) -> None:
    """Change a submission and print its id."""
    said = {key: value for key, value in typed.items() if value not in {None, ()}}
    space = app.workspace
    changed = edit_submission(
        space.catalog,
        submission,
        cast("SubmissionFacts", said),
        scopes=space.settings.scopes,
    )
    answer(app, changed, [f"{changed.id}  {changed.title}"])
