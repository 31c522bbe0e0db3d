"""The options that say where and how to search."""

import functools
from collections.abc import Callable
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App
from mediakit.cli.session_filter import session_options, taken_filter
from mediakit.model.person import Sex
from mediakit.model.screening import Heat
from mediakit.model.session_filter import Filter
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.count_passages import By
from mediakit.workflows.search_filters import Filters, Traits
from mediakit.workflows.search_transcripts import Manner

_TEXTS = (
    *("theme", "coder", "session", "shown_at", "clip", "language"),
    "cleared",
)
_PEOPLE = ("person", "age_group", "person_community", "person_region")
_CHOICES = ("heat", "origin", "state", "sex", "shown", "cleared_for")
_MANNER = ("limit", "context", "near", "expand", "similar", "count_by")


# Any: the signature of a command is Click's business
Command = Callable[..., Any]


def search_options(command: Command) -> Command:
    """Add the options that say where and how to look; see `with_search`."""
    options = (
        *_where_options(),
        *session_options(),
        *_people_options(),
        *_how_options(),
    )
    for option in reversed(options):
        command = option(command)
    return command


def with_search(command: Command) -> Command:
    """Give a command that has `search_options` its `Filters` and its `Manner`."""

    @functools.wraps(command)
    def given(app: App, /, *args: Any, **kwargs: Any) -> Any:
        sessions = taken_filter(kwargs)
        typed = {name: kwargs.pop(name) for name in (*_TEXTS, *_CHOICES, *_PEOPLE)}
        how = {name: kwargs.pop(name) for name in _MANNER}
        filters = _filters(sessions, typed)
        return command(app, *args, filters=filters, manner=_manner(how), **kwargs)

    return given


# Any: what was typed, by name
def _filters(sessions: Filter, typed: dict[str, Any]) -> Filters:
    if typed["shown"] is False and (typed["shown_at"] or typed["heat"]):
        raise click.UsageError(_("What was never shown was shown to no room."))
    if typed["cleared_for"] and not typed["cleared"]:
        raise click.UsageError(_("--cleared-for goes with --cleared."))
    sex, heat = typed["sex"], typed["heat"]
    origin, state = typed["origin"], typed["state"]
    return Filters(
        **{name: typed[name] for name in _TEXTS},
        sessions=sessions,
        heat=Heat(heat) if heat else None,
        origin=Origin(origin) if origin else None,
        state=State(state) if state else None,
        shown=typed["shown"],
        audience=typed["cleared_for"],
        people=Traits(
            person=typed["person"],
            sex=Sex(sex) if sex else None,
            age_group=typed["age_group"],
            community=typed["person_community"],
            region=typed["person_region"],
        ),
    )


# Any: as above
def _manner(typed: dict[str, Any]) -> Manner:
    count_by = typed.pop("count_by")
    return Manner(count_by=By(count_by) if count_by else None, **typed)


def _where_options() -> tuple[Callable[..., Any], ...]:
    return (
        _text("--theme", _("THEME"), _("In passages about a theme or one below it.")),
        _text("--coder", _("NAME"), _("In passages that this person coded.")),
        _text("--session", "ID", _("Recorded at a session.")),
        _text("--shown-at", "ID", _("In what was screened at a session.")),
        _choice("--heat", Heat, _("In what a room took so.")),
        click.option(
            "--shown/--never-shown",
            default=None,
            help=_("In what was screened; or in what never was."),
        ),
        _text("--language", "LANG", _("Said in a language.")),
        _text("--clip", "ID", _("In one clip.")),
        _listed(
            "--origin",
            [one.value for one in Origin if one is not Origin.SEGMENTS],
            _("In words that come from one kind of source: {choices}."),
        ),
        _choice(
            "--state",
            State,
            _("In words that were checked so far; what is approved is checked, too."),
        ),
        _text(
            "--cleared",
            _("SCOPE"),
            _("In what may be shown as it is, by consent: for film, research..."),
        ),
        click.option(
            "--cleared-for",
            default="",
            metavar="ID",
            help=_("With --cleared: to this session."),
        ),
    )


def _people_options() -> tuple[Callable[..., Any], ...]:
    name = _("NAME")
    return (
        _text("--person", "ID", _("While a person is heard.")),
        _choice("--sex", Sex, _("While a person of this sex is heard.")),
        _text("--age-group", _("AGES"), _("While a person of this age is heard.")),
        _text("--person-community", name, _("While a person of it is heard.")),
        _text("--person-region", name, _("While a person from there is heard.")),
    )


def _how_options() -> tuple[Callable[..., Any], ...]:
    number = _("NUMBER")
    return (
        click.option(
            "--expand",
            is_flag=True,
            help=_("Look for the other words of a theme, too, in every language."),
        ),
        click.option(
            "--similar",
            is_flag=True,
            help=_("Look for words that sound alike, too: Tamasheq, Tamachek."),
        ),
        click.option(
            "--near",
            type=click.IntRange(min=0),
            metavar=number,
            help=_("With at most so many other words between those typed."),
        ),
        _listed(
            "--count-by",
            [one.value for one in By],
            _("Count the passages instead of showing them, by {choices}."),
        ),
        click.option(
            "--limit",
            type=click.IntRange(min=1),
            default=20,
            show_default=True,
            metavar=number,
            help=_("How many passages to show at most."),
        ),
        click.option(
            "--context",
            type=click.IntRange(min=0),
            default=1,
            show_default=True,
            metavar=number,
            help=_("How many segments to show before and after each."),
        ),
    )


def _text(option: str, metavar: str, text: str) -> Callable[..., Any]:
    return click.option(option, default="", metavar=metavar, help=text)


def _listed(option: str, values: list[str], text: str) -> Callable[..., Any]:
    """Return an option with more choices than fit beside its name."""
    return click.option(
        option,
        type=click.Choice(values),
        metavar=_("WHAT"),
        help=text.format(choices=", ".join(values)),
    )


def _choice(
    option: str, values: type[Heat | State | Sex], text: str
) -> Callable[..., Any]:
    chosen = click.Choice([value.value for value in values])
    return click.option(option, type=chosen, help=text)
