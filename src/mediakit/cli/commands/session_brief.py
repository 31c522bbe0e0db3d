"""``mediakit session brief``: what to know of a group before meeting it."""

import textwrap
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from gettext import ngettext
from typing import TypeVar

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.consent_texts import consent_line
from mediakit.cli.labels import session_line
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.cli.playlist_texts import for_session
from mediakit.cli.session_texts import (
    caution_line,
    excerpt_part,
    outcome_line,
    people_line,
)
from mediakit.i18n.values import session_kind
from mediakit.workflows.brief_session import Agreed, Brief, Owed, Seen, brief_session
from mediakit.workflows.gather_facts import consent_rules

Item = TypeVar("Item")

_WIDTH = 79
_NEWEST = 8  # of each list, so that everything fits on a page


@click.command(
    "brief",
    help=_(
        "Brief a facilitator, on one page: what the group of a session has already "
        "seen, what it asked, what it is owed, and who in it agreed to what.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit session brief s-4k2\n"
        "  mediakit session brief s-4k2 --full"
    ),
)
@click.argument("session", metavar=_("SESSION"))
@click.option("--full", is_flag=True, help=_("Tell all of it, not the newest."))
@json_option
@pass_app
def command(app: App, session: str, full: bool) -> None:
    """Print what to know of a group."""
    space = app.workspace
    rules = consent_rules(space.settings)
    brief = brief_session(space.catalog, session, rules=rules, day=today())
    answer(app, brief, _lines(brief, None if full else _NEWEST))


def _lines(brief: Brief, most: int | None) -> Iterator[str]:
    session = brief.session
    yield from _wrapped(f"{session_line(session)} ({session_kind(session.kind)})")
    for line, value in (
        (_("Group: {value}"), session.group),
        (_("Community: {value}"), session.community),
        (_("Languages: {value}"), " ".join(session.languages)),
        (_("People: {value}"), people_line(session)),
    ):
        if value:
            yield from _wrapped(line.format(value=value))
    for playlist in brief.playlists:
        yield from _wrapped(for_session(playlist))
    seen, owed = _newest(brief.seen, most), brief.owed
    yield ""
    yield _("Seen already:") if seen else _("Seen already: nothing")
    yield from _left_out(len(brief.seen) - len(seen))
    for one in seen:
        yield from _wrapped(_seen(one), 2)
    asked = [(one, question) for one in brief.seen for question in one.screening.asked]
    shown = _newest(asked, most)
    yield ""
    yield _("It asked:") if shown else _("It asked: nothing")
    yield from _left_out(len(asked) - len(shown))
    for at, question in shown:
        yield from _wrapped(f"{at.session.date or '-'}  {question}", 2)
    yield ""
    yield _("It is owed:") if owed else _("It is owed: nothing")
    for debt in owed:
        yield from _owed(debt)
    yield ""
    yield from _people(brief)


def _people(brief: Brief) -> Iterator[str]:
    known = _("Consent on {day}:") if brief.people else _("Consent on {day}: nobody")
    yield known.format(day=brief.day)
    for agreed in brief.people:
        yield from _wrapped(_agreed(agreed, brief.day), 2)
    if brief.unnamed:
        line = ngettext(
            "In {count} clip of this group nobody has said who is heard.",
            "In {count} clips of this group nobody has said who is heard.",
            len(brief.unnamed),
        )
        yield from _wrapped(line.format(count=len(brief.unnamed)), 2)


def _seen(seen: Seen) -> str:
    what = _("{title}{part}: {outcome}").format(
        title=seen.clip.title if seen.clip else seen.screening.clip,
        part=excerpt_part(seen.excerpt),
        outcome=outcome_line(seen.screening),
    )
    return f"{seen.session.date or '-'}  {what}"


def _owed(owed: Owed) -> Iterator[str]:
    reply = owed.reply
    answer_, stimulus = reply.answer, reply.stimulus
    line = _("{answer}, which answers {stimulus}").format(
        answer=f"{reply.reply.clip} {answer_.title if answer_ else ''}".rstrip(),
        stimulus=stimulus.title if stimulus else "-",
    )
    yield from _wrapped(line, 2)
    if reply.recorded_at:
        place = _("From: {session}").format(session=session_line(reply.recorded_at))
        yield from _wrapped(place, 4)
    for caution in owed.cautions:
        yield from _wrapped(f"! {caution_line(caution)}", 4)


def _agreed(agreed: Agreed, day: str) -> str:
    person = agreed.person
    name = person.name if person and person.name else agreed.person_id
    clips = ngettext("{count} clip", "{count} clips", agreed.clips)
    return _("{person}, {clips}: {consent}").format(
        person=name,
        clips=clips.format(count=agreed.clips),
        consent=consent_line(agreed.consent, day),
    )


def _newest(items: Sequence[Item], most: int | None) -> Sequence[Item]:
    return items if most is None else items[-most:]


def _left_out(count: int) -> Iterator[str]:
    if count > 0:
        line = ngettext(
            "… and {count} older one; --full tells it.",
            "… and {count} older ones; --full tells them.",
            count,
        )
        yield "  " + line.format(count=count)


def _wrapped(text: str, indent: int = 0) -> list[str]:
    """Return *text* in lines that a narrow terminal and a page hold."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
    )
