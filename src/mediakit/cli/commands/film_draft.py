"""``mediakit film draft``: a film out of strong quotes, as a beginning."""

from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.film_options import film_options, said_of_film
from mediakit.cli.film_showing import show_script
from mediakit.cli.leaving import say_left_out, today
from mediakit.cli.options import json_option
from mediakit.cli.output import say
from mediakit.cli.playlist_adding import spoken_to
from mediakit.cli.reasons import in_words_of
from mediakit.model.balance import Trait
from mediakit.model.timecode import parse_time
from mediakit.workflows.draft_film import DraftWish, draft_film

_TRAITS = tuple(trait.value for trait in Trait)


@click.command(
    "draft",
    help=_(
        "Put strong quotes that researchers marked into a film, a heading for each "
        "theme: into one that is there, or into a new one. Taken are those to which "
        "everybody in them agreed for the scope of the film; with --balance, those of "
        "people who had less than their share first. With --max, they last no longer "
        "together; headings and credits come on top. Why each was taken is noted on "
        "its line. The editor goes on from there.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit film draft --theme trust --max 12:00 --balance region,sex\n"
        "  mediakit film draft f-3f8 --theme water --max 4:00"
    ),
)
@click.argument("film", default="", metavar=_("[FILM]"))
@click.option(
    "--theme",
    "themes",
    multiple=True,
    metavar=_("THEME"),
    help=_("Only quotes about a theme or one below it. Repeatable."),
)
@click.option(
    "--balance",
    default="",
    metavar=_("TRAIT,..."),
    help=_(
        "Share its time as the people who were heard: by {traits}, one or several."
    ).format(traits=", ".join(_TRAITS)),
)
@click.option("--title", metavar=_("TITLE"), help=_("What a new film is called."))
@film_options
@json_option
@pass_app
def draft(app: App, /, film: str, **typed: Any) -> None:
    """Draft a film, say why each quote is in it, and print it."""
    space = app.workspace
    room = typed.pop("max")
    wish = DraftWish(
        themes=typed.pop("themes"),
        room=parse_time(room) if room else 0,
        balance=_traits(typed.pop("balance")),
    )
    facts = said_of_film({**typed, "max": None if film else room})
    if film and facts:
        raise click.UsageError(
            _("--title, --fps and the like are for a new film; see 'film edit'.")
        )
    made, drafted = draft_film(
        space.catalog,
        space.settings,
        film,
        facts,
        wish,
        day=today(),
        language=spoken_to(),
        say=in_words_of,
    )
    say_left_out(drafted.left_out)
    if drafted.passed_over:
        say(_("For which there was no room: {count}").format(count=drafted.passed_over))
    show_script(app, made.id)


def _traits(typed: str) -> tuple[Trait, ...]:
    """Return what the time is to be shared by.

    Raises:
        click.BadParameter: One is none.
    """
    names = [name.strip() for name in typed.split(",") if name.strip()]
    unknown = [name for name in names if name not in _TRAITS]
    if unknown:
        raise click.BadParameter(
            _("'{name}' is none of {traits}.").format(
                name=unknown[0], traits=", ".join(_TRAITS)
            ),
            param_hint="--balance",
        )
    return tuple(Trait(name) for name in names)
