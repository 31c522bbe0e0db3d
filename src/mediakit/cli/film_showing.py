"""Showing a film, or the lines of it that are new."""

from collections.abc import Sequence

from mediakit.cli.app import App
from mediakit.cli.film_texts import film_json, film_lines, script_lines
from mediakit.cli.leaving import today, working_copies
from mediakit.cli.output import answer, for_screen, say
from mediakit.cli.playlist_adding import say_present
from mediakit.cli.reasons import in_words
from mediakit.workflows.add_item import Wanted
from mediakit.workflows.add_line import AddedLines, Place, add_quotes
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.show_film import show_film


def show_script(app: App, film: str, version: str = "") -> None:
    """Print a film as a script."""
    space = app.workspace
    shown = show_film(
        space.library,
        space.catalog,
        film,
        rules=consent_rules(space.settings),
        day=today(),
        version=version,
    )
    answer(app, film_json(shown), for_screen(film_lines(shown)))


def put_in(app: App, film: str, wanted: Sequence[Wanted]) -> None:
    """Put what people say at the end of a film, and print it, once each."""
    purpose = working_copies(app)
    added = add_quotes(app.workspace.catalog, film, wanted, purpose, Place(), once=True)
    say_present(added.present)
    show_new(app, added)


def show_new(app: App, added: AddedLines) -> None:
    """Print the lines that were put into a film, and say what stands in their way."""
    space = app.workspace
    rules = consent_rules(space.settings)
    shown = show_film(
        space.library, space.catalog, added.film.id, rules=rules, day=today()
    )
    lines = for_screen(script_lines(shown, added.codes))
    answer(app, film_json(shown, added.codes), lines)
    for marker in shown.timeline.markers:
        if marker.code in added.codes:
            for reason in marker.consent:
                say(in_words(reason))
