"""``mediakit consent withdraw``: close a voice, and name every place to go to."""

from gettext import gettext as _
from gettext import ngettext
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.consent_texts import event_lines
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.use_texts import asked_lines
from mediakit.workflows.gather_facts import consent_rules
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
        "it, and stays on the list of 'mediakit use recall' until it is taken back. "
        "What 'mediakit clip prepare' made of it is thrown away.\n\n"
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
@click.option(
    "--evidence",
    multiple=True,
    metavar=_("FILE"),
    help=_("What shows it: a file, or the id of a clip; may be repeated."),
)
@click.option("--why", default="", metavar=_("TEXT"), help=_("Why, in their words."))
@click.option("--dry-run", is_flag=True, help=_("Show the list, and record nothing."))
@json_option
@pass_app
def command(
    app: App,
    /,
    person: str,
    dry_run: bool,
    **said: Any,  # Any: what Click was given for each option
) -> None:
    """Record a withdrawal and print what is to be taken back."""
    space, wish = app.workspace, Wish(**said)
    if dry_run:
        done = try_withdrawal(space.library, space.catalog, person, wish, today=today())
        say(_("Nothing was recorded; the list would be:"))
    else:
        rules = consent_rules(space.settings)
        done = withdraw_consent(
            *(space.library, space.catalog, rules, person), wish, today=today()
        )
    if done.event.day > today():
        say(
            _("It holds from {day}; until then, what was agreed before counts.").format(
                day=done.event.day
            )
        )
    answer(app, done, [*event_lines(done.event), *asked_lines(done.asked)])
    if done.recordings:
        paths = " ".join(done.recordings)
        text = _("Interpreters say what this voice said in: {recordings}")
        say(text.format(recordings=paths))
    count = len(done.asked)
    say(
        ngettext(
            "{count} thing is to be taken back.",
            "{count} things are to be taken back.",
            count,
        ).format(count=count)
    )
