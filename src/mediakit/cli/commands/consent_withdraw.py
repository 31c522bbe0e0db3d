"""``mediakit consent withdraw``: close a voice, and name every place to go to."""

from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.consent_texts import event_lines
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.use_texts import asked_lines
from mediakit.workflows.withdraw_consent import (
    Wish,
    try_withdrawal,
    withdraw_consent,
)


@click.command(
    "withdraw",
    help=_(
        "Record that a person withdrew. From that day nothing opens the voice, on "
        "screens of the team neither. Everything that holds it is listed, with who has "
        "it, and stays on the list of 'mediakit use recall' until it is taken back.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit consent withdraw p-7k3 --why "She fears for her son."\n'
        "  mediakit consent withdraw p-7k3 --clip c-4k2 --dry-run"
    ),
)
@click.argument("person", metavar=_("PERSON"))
@click.option(
    "--from",
    "day",
    default="",
    metavar="YYYY-MM-DD",
    help=_("The day from which it holds; today if not given."),
)
@click.option(
    "--clip",
    "clips",
    multiple=True,
    metavar="ID",
    help=_("Only for this clip; may be repeated."),
)
@click.option("--why", default="", metavar=_("TEXT"), help=_("Why, in their words."))
@click.option("--dry-run", is_flag=True, help=_("Show the list, and record nothing."))
@json_option
@pass_app
def command(
    app: App, person: str, day: str, clips: tuple[str, ...], why: str, dry_run: bool
) -> None:
    """Record a withdrawal and print what is to be taken back."""
    act = try_withdrawal if dry_run else withdraw_consent
    wish = Wish(day=day, clips=clips, why=why)
    done = act(app.workspace.catalog, person, wish, today=today())
    if dry_run:
        say(_("Nothing was recorded; the list would be:"))
    if done.event.day > today():
        say(
            _("It holds from {day}; until then, what was agreed before counts.").format(
                day=done.event.day
            )
        )
    answer(app, done, [*event_lines(done.event), *asked_lines(done.asked)])
    count = len(done.asked)
    say(
        ngettext(
            "{count} thing is to be taken back.",
            "{count} things are to be taken back.",
            count,
        ).format(count=count)
    )
