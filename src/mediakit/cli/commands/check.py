"""``mediakit check``: verify every original, record, transcript and link."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.progress import progress
from mediakit.cli.reasons import described, translated
from mediakit.errors.base import MediakitError
from mediakit.errors.check import ProblemsFound
from mediakit.workflows.check_library import check_library, size_to_check


@click.command(
    "check",
    help=_(
        "Verify every original, record, transcript and link, and list all problems. "
        "Nothing is changed.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit check --quick"
    ),
)
@click.option(
    "--quick", is_flag=True, help=_("Compare the sizes of originals, not contents.")
)
@json_option
@pass_app
def command(app: App, quick: bool) -> None:
    """Print all problems; the exit status says whether there are any."""
    space = app.workspace
    problems: list[MediakitError] = []
    warnings: list[MediakitError] = []
    verified = 0
    total = size_to_check(space.catalog, quick=quick)
    with progress(app, _("Checking"), total) as advance:
        for checked in check_library(
            space.library, space.catalog, day=today(), quick=quick
        ):
            problems += checked.problems
            warnings += checked.warnings
            verified += not checked.problems
            advance(checked.size, checked.what)
    good = _("All is well. Things verified: {count}.").format(count=verified)
    answer(
        app,
        {
            "verified": verified,
            "problems": list(map(described, problems)),
            "warnings": list(map(described, warnings)),
        },
        map(translated, problems) if problems else [good],
    )
    for warning in () if app.json else warnings:
        say(_("Warning: {sentence}").format(sentence=translated(warning)))
    if problems:
        raise ProblemsFound(count=len(problems))
