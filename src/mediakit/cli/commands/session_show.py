"""``mediakit session show``: tell an evening."""

from collections.abc import Iterator
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.labels import session_line
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer
from mediakit.cli.playlist_texts import for_session
from mediakit.cli.session_texts import (
    excerpt_part,
    outcome_line,
    people_line,
    screening_notes,
)
from mediakit.i18n.values import session_kind, step
from mediakit.model.theme import Theme
from mediakit.model.validation import Validation
from mediakit.workflows.show_session import Evening, Shown, show_session


@click.command(
    "show",
    help=_(
        "Tell an evening: what was recorded at a session, what it was shown, in "
        "order, and what it decided.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit session show s-4k2"
    ),
)
@click.argument("session", metavar=_("SESSION"))
@json_option
@pass_app
def command(app: App, session: str) -> None:
    """Print everything linked to a session."""
    evening = show_session(app.workspace.catalog, session, today())
    answer(app, evening, _lines(evening))


def _lines(evening: Evening) -> Iterator[str]:
    session = evening.session
    yield f"{session.id}  {session_line(session)}"
    yield _("Kind: {kind}").format(kind=session_kind(session.kind))
    facts = (
        (_("Group: {value}"), session.group),
        (_("Community: {value}"), session.community),
        (_("Region: {value}"), session.region),
        (_("Country: {value}"), session.country),
        (_("Languages: {value}"), " ".join(session.languages)),
        (_("Facilitators: {value}"), ", ".join(session.facilitators)),
        (_("Partner: {value}"), session.partner),
        (_("People: {value}"), people_line(session)),
        (_("Notes: {value}"), session.notes),
    )
    for sentence, value in facts:
        if value:
            yield sentence.format(value=value)
    yield _("Recorded here:") if evening.recorded else _("Recorded here: nothing")
    for clip in evening.recorded:
        yield f"  {clip.id}  {clip.title}"
    yield from map(for_session, evening.playlists)
    yield _("Screened here:") if evening.screened else _("Screened here: nothing")
    for shown in evening.screened:
        yield from _screening(shown)
    if evening.decided:
        yield _("Themes:")
    for validation, theme in evening.decided:
        yield f"  {_decision(validation, theme)}"


def _screening(shown: Shown) -> Iterator[str]:
    screening = shown.screening
    what = _("{order}. {title}{part}: {outcome}").format(
        order=screening.order,
        title=shown.clip.title if shown.clip else screening.clip,
        part=excerpt_part(shown.excerpt),
        outcome=outcome_line(screening),
    )
    yield f"  {screening.id}  {what}"
    for line in screening_notes(screening):
        yield f"     {line}"
    for reply in shown.replies:
        yield "     " + _("Answered by: {clip}").format(clip=reply.clip)


def _decision(validation: Validation, theme: Theme | None) -> str:
    named = theme.path if theme else validation.theme
    done = _("{name}: {told}").format(name=named, told=step(validation.step))
    return f"{done}, {validation.rank}" if validation.rank else done
