"""``mediakit library``: the library as a whole."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.asking import be_sure
from mediakit.cli.commands.library_exchange import export, import_file
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.workflows.find_mentions import Named
from mediakit.workflows.forget_person import forget_person


@click.group(
    "library",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The library as a whole."),
)
def command() -> None:
    """Hold the verbs."""


for verb in (export, import_file):
    command.add_command(verb)


@command.command(
    "forget",
    help=_(
        "Forget who a person was: the names, agreed and real, and everything known "
        "about them go for good, with pseudonyms and reasons. The id stays, with what "
        "was agreed to, so that a withdrawn voice stays closed. Places where people "
        "wrote the name themselves are listed for you to change.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit library forget p-7k3"
    ),
)
@click.argument("person", metavar=_("PERSON"))
@click.option("--yes", is_flag=True, help=_("Do not ask before."))
@json_option
@pass_app
def forget(app: App, person: str, yes: bool) -> None:
    """Forget a person and print where the name still stands."""
    if not yes:
        be_sure(_("Forget who {person} was, for good?").format(person=person))
    space = app.workspace
    done = forget_person(space.library, space.catalog, space.real_names, person)
    rows = [(one.where, one.field or "-", _which(one.name)) for one in done.mentions]
    answer(app, done, [done.person.id, *columns(rows)])
    if rows:
        say(_("People wrote the name in the places listed; change them yourself."))
    if done.evidence:
        kept = " ".join(done.evidence)
        say(
            _("What shows the consent may say it too: {evidence}").format(evidence=kept)
        )
    say(_("Copies and backups of this library still say who it was."))


def _which(name: Named) -> str:
    return {
        Named.AGREED: _("agreed name"),
        Named.REAL: _("real name"),
        Named.PSEUDONYM: _("pseudonym"),
    }[name]
