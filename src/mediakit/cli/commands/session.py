"""``mediakit session``: the sessions where clips are recorded and screened."""

from collections.abc import Callable, Iterator
from gettext import gettext as _
from typing import Any, cast

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.labels import outcome, session_kind, session_line
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.model.session import SessionKind
from mediakit.model.timecode import format_time
from mediakit.workflows.add_session import add_session
from mediakit.workflows.edit_session import edit_session
from mediakit.workflows.list_sessions import list_sessions
from mediakit.workflows.remove_session import remove_session
from mediakit.workflows.session_facts import SessionFacts
from mediakit.workflows.show_session import Evening, Shown, show_session


@click.group(
    "session",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The sessions where clips are recorded and screened."),
)
def command() -> None:
    """Hold the verbs."""


# Any: the signature of a command is Click's business
def _facts(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say something about a session."""
    kinds = click.Choice([kind.value for kind in SessionKind])
    for option in reversed(
        (
            click.option("--kind", type=kinds, help=_("What sort of meeting it is.")),
            click.option("--date", metavar="YYYY-MM-DD", help=_("The day.")),
            click.option(
                "--place", metavar=_("NAME"), help=_("Town, village or camp.")
            ),
            click.option("--region", metavar=_("NAME"), help=_("The region.")),
            click.option("--country", metavar=_("NAME"), help=_("The country.")),
            click.option(
                "--language",
                "languages",
                multiple=True,
                metavar="LANG",
                help=_("A language spoken there; may be repeated."),
            ),
            click.option(
                "--facilitator",
                "facilitators",
                multiple=True,
                metavar=_("NAME"),
                help=_("A facilitator, by the name they work under; may be repeated."),
            ),
            click.option(
                "--partner", metavar=_("NAME"), help=_("The partner organisation.")
            ),
            click.option(
                "--people",
                type=click.IntRange(0),
                metavar=_("NUMBER"),
                help=_("How many were present."),
            ),
            click.option("--notes", metavar=_("TEXT"), help=_("Free text.")),
        )
    ):
        command = option(command)
    return command


def _said(facts: dict[str, Any]) -> SessionFacts:
    """Return what was said, without what was not."""
    said = {name: fact for name, fact in facts.items() if fact not in {None, ()}}
    if "kind" in said:
        said["kind"] = SessionKind(said["kind"])
    return cast("SessionFacts", said)


@command.command(
    "add",
    help=_(
        "Add a session; a focus group if no kind is given.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit session add "Women of Gao" --date 2026-03-01 --place Gao'
    ),
)
@click.argument("title", metavar=_("TITLE"))
@_facts
@json_option
@pass_app
def add(app: App, /, title: str, **facts: Any) -> None:
    """Add a session and print its id."""
    session = add_session(app.workspace.catalog, title, _said(facts))
    answer(app, session, [f"{session.id}  {session_line(session)}"])


@command.command(
    "edit",
    help=_(
        "Change what is known of a session.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit session edit s-4k2 --people 14 --place Ansongo"
    ),
)
@click.argument("session", metavar=_("SESSION"))
@click.option("--title", metavar=_("TITLE"), help=_("What it is called."))
@_facts
@json_option
@pass_app
def edit(app: App, /, session: str, **facts: Any) -> None:
    """Change a session and print it."""
    changed = edit_session(app.workspace.catalog, session, _said(facts))
    answer(app, changed, [f"{changed.id}  {session_line(changed)}"])


@command.command(
    "remove",
    help=_(
        "Remove a session at which nothing was recorded or screened.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit session remove s-4k2"
    ),
)
@click.argument("session", metavar=_("SESSION"))
@json_option
@pass_app
def remove(app: App, session: str) -> None:
    """Remove a session and print what it was."""
    removed = remove_session(app.workspace.catalog, session)
    answer(app, removed, [f"{removed.id}  {session_line(removed)}"])


@command.command(
    "list",
    help=_("List the sessions by date.\n\n\b\nExample:\n  mediakit session list"),
)
@json_option
@pass_app
def show_list(app: App) -> None:
    """Print one line a session."""
    listed = list_sessions(app.workspace.catalog)
    head = (_("Id"), _("Date"), _("Kind"), _("Recorded"), _("Screened"), _("Title"))
    rows = [
        (
            s.id,
            s.date or "-",
            session_kind(s.kind),
            str(recorded),
            str(screened),
            s.title,
        )
        for s, recorded, screened in listed
    ]
    answer(
        app,
        [{"session": s, "recorded": r, "screened": n} for s, r, n in listed],
        columns([head, *rows]) if rows else [_("There are no sessions yet.")],
    )


@command.command(
    "show",
    help=_(
        "Tell an evening: what was recorded at a session, and what it was shown, in "
        "order.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit session show s-4k2"
    ),
)
@click.argument("session", metavar=_("SESSION"))
@json_option
@pass_app
def show(app: App, session: str) -> None:
    """Print everything linked to a session."""
    evening = show_session(app.workspace.catalog, session)
    answer(app, evening, _lines(evening))


def _lines(evening: Evening) -> Iterator[str]:
    session = evening.session
    yield f"{session.id}  {session_line(session)}"
    yield _("Kind: {kind}").format(kind=session_kind(session.kind))
    facts = (
        (_("Region: {value}"), session.region),
        (_("Country: {value}"), session.country),
        (_("Languages: {value}"), " ".join(session.languages)),
        (_("Facilitators: {value}"), ", ".join(session.facilitators)),
        (_("Partner: {value}"), session.partner),
        (_("People: {value}"), "" if session.people is None else session.people),
        (_("Notes: {value}"), session.notes),
    )
    for sentence, value in facts:
        if value != "":
            yield sentence.format(value=value)
    yield _("Recorded here:") if evening.recorded else _("Recorded here: nothing")
    for clip in evening.recorded:
        yield f"  {clip.id}  {clip.title}"
    yield _("Screened here:") if evening.screened else _("Screened here: nothing")
    for shown in evening.screened:
        yield from _screening(shown)


def _screening(shown: Shown) -> Iterator[str]:
    screening, clip, excerpt = shown.screening, shown.clip, shown.excerpt
    part = ""
    if excerpt:
        start, end = map(format_time, (excerpt.range.start, excerpt.range.end))
        part = f" [{start} - {end}]"
    title = clip.title if clip else screening.clip
    what = _("{order}. {title}{part}: {outcome}").format(
        order=screening.order,
        title=title,
        part=part,
        outcome=outcome(screening.outcome),
    )
    yield f"  {screening.id}  {what}"
    if screening.question:
        yield "     " + _("Asked: {question}").format(question=screening.question)
    if screening.reaction:
        yield "     " + _("Reaction: {reaction}").format(reaction=screening.reaction)
