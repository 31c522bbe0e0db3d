"""``mediakit submission``: what people sent in after a call for videos."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.submission_edit import command as edit_command
from mediakit.cli.commands.submission_import import command as import_command
from mediakit.cli.commands.submission_judge import accept, decline, remove, shortlist
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.cli.submission_texts import (
    contributor,
    facts,
    length,
    missing,
    standing_label,
)
from mediakit.model.submission import Standing
from mediakit.workflows.keep_thumbnail import thumbnail_of
from mediakit.workflows.list_submissions import (
    Listed,
    list_submissions,
    show_submission,
)


@click.group(
    "submission",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("What people sent in after a call for videos."),
)
def command() -> None:
    """Hold the verbs."""


for verb in (import_command, edit_command, shortlist, accept, decline, remove):
    command.add_command(verb)


@command.command(
    "list",
    help=_(
        "List the submissions, oldest first, with what each still lacks.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit submission list\n"
        '  mediakit submission list --standing shortlisted --call "Our river"'
    ),
)
@click.option(
    "--standing",
    type=click.Choice([value.value for value in Standing]),
    help=_("Only those that have it."),
)
@click.option(
    "--call", default="", metavar=_("NAME"), help=_("Only those that answer this call.")
)
@json_option
@pass_app
def show_list(app: App, standing: str | None, call: str) -> None:
    """Print one line a submission."""
    space = app.workspace
    listed = list_submissions(
        space.library,
        space.catalog,
        scopes=space.settings.scopes,
        day=today(),
        standing=Standing(standing) if standing else None,
        call=call,
    )
    head = (
        _("Id"),
        _("Length"),
        _("Standing"),
        _("Contributor"),
        _("Missing"),
        _("Screened"),
        _("Title"),
    )
    rows = map(_row, listed)
    answer(app, listed, columns([head, *rows]) if listed else [_("No submissions.")])


@command.command(
    "show",
    help=_(
        "Show a submission: where it comes from, what it lacks, its file and a "
        "picture of it, and what became of it.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit submission show b-2f8"
    ),
)
@click.argument("submission", metavar=_("SUBMISSION"))
@json_option
@pass_app
def show(app: App, submission: str) -> None:
    """Print everything known of a submission."""
    space = app.workspace
    listed = show_submission(
        space.library,
        space.catalog,
        submission,
        scopes=space.settings.scopes,
        day=today(),
    )
    picture = thumbnail_of(space.library, listed.submission.id)
    shown = picture.relative_to(space.library.root) if picture.is_file() else ""
    answer(app, listed, facts(listed, str(shown)))


def _row(listed: Listed) -> tuple[str, ...]:
    one = listed.submission
    return (
        one.id,
        length(one.media.duration),
        standing_label(one.standing),
        contributor(listed),
        missing(listed),
        str(listed.screened) if listed.clip else "-",
        one.title,
    )
