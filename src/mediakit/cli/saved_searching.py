"""Saved searches: what is kept of one that was typed, and how it is made again."""

from collections.abc import Mapping
from gettext import gettext as _

import click
from click.core import ParameterSource

from mediakit.cli.app import App
from mediakit.cli.output import answer, columns, say
from mediakit.model.saved_search import SavedSearch
from mediakit.workflows.save_search import (
    drop_search,
    find_search,
    list_searches,
    save_search,
)

_NEVER_SHOWN = "never-shown"
_WIDENING = frozenset({"expand", "similar"})
# a catalog may come from a stranger: what it says must not write files
_KEPT = frozenset(
    {
        *("theme", "coder", "session", "kind", "region", "place", "group", "community"),
        *("from", "to", "shown-at", "heat", "shown", _NEVER_SHOWN, "language", "clip"),
        *("origin", "state", "cleared", "cleared-for", "person", "sex", "age-group"),
        *("person-community", "person-region", "near"),
        *_WIDENING,
    }
)


def typed_options(context: click.Context) -> dict[str, str]:
    """Return the options that were typed to say where and how to look."""
    typed = {}
    for parameter in context.command.params:
        name = str(parameter.name)
        source = context.get_parameter_source(name)
        value = context.params.get(name)
        if source is ParameterSource.COMMANDLINE and isinstance(
            parameter, click.Option
        ):
            option = parameter.opts[0].removeprefix("--")
            if option == "shown" and not value:
                option = _NEVER_SHOWN
            if option in _KEPT and value != "":
                typed[option] = "" if parameter.is_flag else str(value)
    return typed


def narrowing(options: Mapping[str, str]) -> str:
    """Return the options that leave something out, as they are typed."""
    kept = {name: text for name, text in options.items() if name not in _WIDENING}
    return " ".join(f"--{name} {text}".rstrip() for name, text in kept.items())


def list_saved(app: App) -> None:
    """Print the searches that are kept."""
    found = list_searches(app.workspace.catalog.read())
    answer(app, found, columns([(one.name, _typed(one)) for one in found]))
    if not found:
        say(_("No search is saved yet. Save one with --save NAME."))


def save(app: App, name: str, words: str, options: Mapping[str, str]) -> None:
    """Keep a search, and say how it is made again."""
    kept = save_search(app.workspace.catalog, name.strip(), words, options)
    text = _("Saved. It is made again with: mediakit search --again '{name}'")
    say(text.format(name=kept.name))


def drop(app: App, name: str) -> None:
    """Keep a search no longer."""
    dropped = drop_search(app.workspace.catalog, name)
    say(_("No longer saved: {name}").format(name=dropped.name))


def make_again(app: App, context: click.Context, name: str) -> None:
    """Make a search that was kept; what is typed now comes first.

    Raises:
        SavedSearchNotFound: There is none of this name.
        click.UsageError: A newer mediakit kept it.
    """
    found = find_search(app.workspace.catalog.read(), name)
    again = context.command.make_context(
        context.info_name, [*_arguments(found), "--", found.words], context.parent
    )
    for typed, value in context.params.items():
        source = context.get_parameter_source(typed)
        if source is ParameterSource.COMMANDLINE and typed != "again":
            again.params[typed] = value
            again.set_parameter_source(typed, source)
    with again:
        context.command.invoke(again)


def _arguments(search: SavedSearch) -> list[str]:
    if unknown := sorted(set(search.options) - _KEPT):
        text = _("The search was saved by a newer mediakit; not known here: {options}")
        raise click.UsageError(text.format(options=", ".join(unknown)))
    return [
        f"--{name}={value}" if value else f"--{name}"
        for name, value in search.options.items()
    ]


def _typed(search: SavedSearch) -> str:
    options = (f"--{name} {text}".rstrip() for name, text in search.options.items())
    return " ".join([search.words, *options])
