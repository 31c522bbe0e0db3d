"""``mediakit consent``: what people agreed to, and what it opens."""

from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.commands.consent_withdraw import command as withdraw_command
from mediakit.cli.consent_texts import (
    clip_lines,
    event_lines,
    person_lines,
    spans_lines,
)
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.wishes import wishes
from mediakit.model.ids import normalize_id
from mediakit.model.ladder import NOTHING
from mediakit.workflows.find_open_spans import find_open_spans
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.record_consent import Terms, Wishes, record_consent
from mediakit.workflows.session_facts import parse_day
from mediakit.workflows.show_consent import show_clip_consent, show_person_consent


@click.group(
    "consent",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("What people agreed to, and what it opens."),
)
def command() -> None:
    """Hold the verbs."""


command.add_command(withdraw_command)


@command.command(
    "record",
    help=_(
        "Record what a person agreed to. Nothing that was recorded before is changed: "
        "what was said last counts. Wishes that are not repeated stay as they were; "
        "an end or an embargo must be said again.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit consent record p-7k3 --up-to film --face no --evidence form.jpg\n"
        "  mediakit consent record p-7k3 --up-to none --clip c-4k2"
    ),
)
@click.argument("person", metavar=_("PERSON"))
@click.option(
    "--up-to",
    required=True,
    metavar=_("SCOPE"),
    help=_("The most public use agreed to, with all before it, or none."),
)
@wishes
@click.option(
    "--on",
    "day",
    default="",
    metavar="YYYY-MM-DD",
    help=_("The day they said so; today if not given."),
)
@click.option(
    "--until", default="", metavar="YYYY-MM-DD", help=_("The day on which it ends.")
)
@click.option(
    "--embargo",
    default="",
    metavar="YYYY-MM-DD",
    help=_("Nothing but working copies before this day; then ask again."),
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
@json_option
@pass_app
def record(app: App, /, person: str, wished: Wishes, **terms: Any) -> None:
    """Record a consent and print what it says."""
    if terms["up_to"] == NOTHING and (
        wished.get("research") or wished.get("transcribe")
    ):
        raise click.UsageError(
            _("Who agrees to nothing allows neither --transcribe nor --research.")
        )
    space = app.workspace
    recorded = record_consent(
        *(space.library, space.catalog, consent_rules(space.settings), person),
        Terms(**terms),
        wished,
        today=today(),
    )
    answer(app, recorded, event_lines(recorded.event))
    if not recorded.in_force:
        say(_("It does not count: something else holds, see 'mediakit consent show'."))


@command.command(
    "show",
    help=_(
        "Show what a person agreed to and how it came to be, or what everybody in a "
        "clip agreed to.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit consent show p-7k3\n"
        "  mediakit consent show c-4k2"
    ),
)
@click.argument("what", metavar=_("PERSON|CLIP"))
@click.option(
    "--on",
    "day",
    default="",
    metavar="YYYY-MM-DD",
    help=_("As of this day; today if not given."),
)
@json_option
@pass_app
def show(app: App, what: str, day: str) -> None:
    """Print what holds, and the history."""
    day = parse_day(day) or today()
    past = day < today()
    catalog = app.workspace.catalog
    if normalize_id(what).startswith("c-"):
        of_clip = show_clip_consent(catalog, what, day, past=past)
        answer(app, of_clip, clip_lines(of_clip, day))
    else:
        of_person = show_person_consent(catalog, what, day, past=past)
        answer(app, of_person, person_lines(of_person, day))


@command.command(
    "spans",
    help=_(
        "List the parts of a clip that may be used for something, and what closes the "
        "others.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit consent spans c-4k2 --scope film"
    ),
)
@click.argument("clip", metavar=_("CLIP"))
@click.option(
    "--scope",
    required=True,
    metavar=_("SCOPE"),
    help=_("What for: a rung of consent, or transcribe or research."),
)
@click.option(
    "--for",
    "audience",
    default="",
    metavar="ID",
    help=_("The session it is for."),
)
@click.option(
    "--on",
    "day",
    default="",
    metavar="YYYY-MM-DD",
    help=_("As of this day; today if not given."),
)
@json_option
@pass_app
def spans(app: App, clip: str, scope: str, audience: str, day: str) -> None:
    """Print the parts of a clip with what closes them."""
    space, day = app.workspace, parse_day(day) or today()
    found = find_open_spans(
        space.catalog,
        consent_rules(space.settings),
        clip,
        scope=scope,
        day=day,
        past=day < today(),
        audience=audience,
    )
    answer(app, found, spans_lines(found))
