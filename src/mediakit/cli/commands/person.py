"""``mediakit person``: the people who are heard and seen."""

from collections.abc import Callable, Iterator
from gettext import gettext as _
from typing import Any, cast

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.consent_texts import consent_line
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, fitted
from mediakit.i18n.values import sex_name
from mediakit.model.person import Person, Sex
from mediakit.model.printable import shortened
from mediakit.workflows.add_person import add_person
from mediakit.workflows.edit_person import edit_person
from mediakit.workflows.list_people import list_people
from mediakit.workflows.person_facts import PersonFacts
from mediakit.workflows.remove_person import remove_person
from mediakit.workflows.show_person import KnownPerson, show_person

_WHO = 30  # columns of a screen


@click.group(
    "person",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The people who are heard and seen."),
)
def command() -> None:
    """Hold the verbs."""


# Any: the signature of a command is Click's business
def _facts(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say something about a person."""
    sexes = click.Choice([sex.value for sex in Sex])
    for option in reversed(
        (
            click.option("--sex", type=sexes, help=_("As they said it.")),
            click.option(
                "--age-group", metavar="18-35", help=_("As the programme writes it.")
            ),
            click.option(
                "--community",
                metavar=_("NAME"),
                help=_("The group they belong to, written as in sessions."),
            ),
            click.option("--region", metavar=_("NAME"), help=_("The region.")),
            click.option(
                "--language",
                "languages",
                multiple=True,
                metavar="LANG",
                help=_("A language they speak; may be repeated."),
            ),
            click.option("--notes", metavar=_("TEXT"), help=_("Free text.")),
            click.option(
                "--real-name",
                metavar=_("NAME"),
                help=_("What they are really called: kept apart, never exported."),
            ),
        )
    ):
        command = option(command)
    return command


def _said(facts: dict[str, Any]) -> PersonFacts:
    """Return what was said, without what was not."""
    said = {name: fact for name, fact in facts.items() if fact not in {None, ()}}
    if "sex" in said:
        said["sex"] = Sex(said["sex"])
    return cast("PersonFacts", said)


@command.command(
    "add",
    help=_(
        "Add a person, by the name they agreed to be called by; '' if they want "
        "none.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit person add "Mariam" --sex female --age-group 18-35 --region Gao'
    ),
)
@click.argument("name", metavar=_("NAME"))
@_facts
@json_option
@pass_app
def add(app: App, /, name: str, real_name: str | None, **facts: Any) -> None:
    """Add a person and print their id."""
    space = app.workspace
    said = _said({"name": name, **facts})
    person = add_person(
        space.catalog, space.real_names, said, real_name=real_name or ""
    )
    answer(app, person, [_line(person)])


@command.command(
    "edit",
    help=_(
        "Change what is known of a person; '' takes something out.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit person edit p-7k3 --community Bozo --language bm"
    ),
)
@click.argument("person", metavar=_("PERSON"))
@click.option(
    "--name", metavar=_("NAME"), help=_("The name they agreed to be called by.")
)
@_facts
@json_option
@pass_app
def edit(app: App, /, person: str, real_name: str | None, **facts: Any) -> None:
    """Change a person and print them."""
    space = app.workspace
    changed = edit_person(
        space.catalog, space.real_names, person, _said(facts), real_name=real_name
    )
    answer(app, changed, [_line(changed)])


@command.command(
    "list",
    help=_(
        "List the people by name, with what they agreed to.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit person list"
    ),
)
@json_option
@pass_app
def show_list(app: App) -> None:
    """Print one line a person."""
    day = today()
    listed = list_people(app.workspace.catalog, day)
    head = (_("Id"), _("Who"), _("Clips"), _("Consent"))
    rows = [
        (
            one.person.id,
            shortened(_who(one.person), _WHO),
            str(one.clips),
            consent_line(one.consent, day),
        )
        for one in listed
    ]
    nothing = [_("There are no people yet.")]
    answer(app, listed, fitted([head, *rows]) if rows else nothing)


@command.command(
    "show",
    help=_(
        "Show what is known of a person.\n\n\b\nExample:\n  mediakit person show p-7k3"
    ),
)
@click.argument("person", metavar=_("PERSON"))
@click.option(
    "--real-name",
    "named",
    is_flag=True,
    help=_("Show what they are really called, too."),
)
@json_option
@pass_app
def show(app: App, person: str, named: bool) -> None:
    """Print a person, where they are, and what they agreed to."""
    space, day = app.workspace, today()
    known = show_person(space.catalog, space.real_names, person, day=day, named=named)
    answer(app, known, _lines(known, day))


@command.command(
    "remove",
    help=_(
        "Remove a person who is in no clip and said nothing about consent.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit person remove p-7k3"
    ),
)
@click.argument("person", metavar=_("PERSON"))
@json_option
@pass_app
def remove(app: App, person: str) -> None:
    """Remove a person and print who it was."""
    space = app.workspace
    removed = remove_person(space.catalog, space.real_names, person)
    answer(app, removed, [_line(removed)])


def _who(person: Person) -> str:
    """Return what tells people with the same name apart."""
    facts = (person.name or "-", person.community, person.region)
    return ", ".join(fact for fact in facts if fact)


def _line(person: Person) -> str:
    return f"{person.id}  {person.name}".rstrip()


def _lines(known: KnownPerson, day: str) -> Iterator[str]:
    person = known.person
    yield _line(person)
    facts = (
        (_("Really called: {value}"), known.real_name),
        (_("Sex: {value}"), sex_name(person.sex) if person.sex else ""),
        (_("Age group: {value}"), person.age_group),
        (_("Community: {value}"), person.community),
        (_("Region: {value}"), person.region),
        (_("Languages: {value}"), " ".join(person.languages)),
        (_("Notes: {value}"), person.notes),
    )
    yield from (sentence.format(value=value) for sentence, value in facts if value)
    holds = consent_line(known.consent, day)
    yield _("Consent on {day}: {consent}").format(day=day, consent=holds)
    yield _("Heard or seen in:") if known.clips else _("Heard or seen in: nothing yet")
    for clip in known.clips:
        yield f"  {clip.id}  {clip.title}"
