"""``mediakit session list``: the sessions by date, all or some."""

from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, fitted
from mediakit.cli.session_filter import session_filter
from mediakit.i18n.values import session_kind
from mediakit.model.session_filter import Filter
from mediakit.workflows.list_sessions import list_sessions


@click.command(
    "list",
    help=_(
        "List the sessions by date.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit session list\n"
        "  mediakit session list --region Gao --kind focus-group --from 2026-01-01"
    ),
)
@json_option
@pass_app
@session_filter
def command(app: App, wanted: Filter) -> None:
    """Print one line a session."""
    listed = list_sessions(app.workspace.catalog.read(), wanted)
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
    nothing = (
        _("No sessions.") if wanted != Filter() else _("There are no sessions yet.")
    )
    answer(
        app,
        [{"session": s, "recorded": r, "screened": n} for s, r, n in listed],
        fitted([head, *rows]) if rows else [nothing],
    )
