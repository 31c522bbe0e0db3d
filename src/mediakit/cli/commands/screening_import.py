"""``mediakit screening import``: the log of a page comes back."""

from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.labels import session_line
from mediakit.cli.options import file_argument, json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.reasons import described, translated
from mediakit.errors.batches import SomeNotDone
from mediakit.i18n.values import outcome
from mediakit.workflows.import_screenings import (
    How,
    ImportedLog,
    ImportedScreening,
    import_screenings,
)


@click.command(
    "import",
    help=_(
        "Take in the log that the page of a kit saved: what was shown, skipped and "
        "stopped at a session, with what was noted of it. The same file can be taken "
        "in again.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit screening import mediakit-log-pl-4k2-2026-03-02-1030.json\n"
        "  mediakit screening import log.json --session s-4k2 --dry-run"
    ),
)
@file_argument
@click.option(
    "--session",
    default="",
    metavar="ID",
    help=_("At which session it was kept, if not at the one the playlist was for."),
)
@click.option(
    "--update",
    is_flag=True,
    help=_("Change screenings that are known, and of which the log says otherwise."),
)
@click.option(
    "--dry-run", is_flag=True, help=_("Change nothing; tell what would be done.")
)
@json_option
@pass_app
def command(app: App, file: Path, session: str, update: bool, dry_run: bool) -> None:
    """Take a log in, and tell what became of each entry."""
    imported = import_screenings(
        app.workspace.catalog, file, session=session, update=update, dry_run=dry_run
    )
    say(_("Session: {session}").format(session=session_line(imported.session)))
    answer(app, _document(imported), columns([_row(one) for one in imported.items]))
    if dry_run:
        say(_("Nothing was changed."))
    _conclude(imported)


def _row(item: ImportedScreening) -> tuple[str, ...]:
    screening = item.screening
    done = {
        How.ADDED: _("added"),
        How.KNOWN: _("there already"),
        How.DIFFERENT: _("there already, but different: {fields}"),
        How.CHANGED: _("changed: {fields}"),
    }[item.how].format(fields=", ".join(item.different))
    return (
        str(screening.order),
        item.code,
        screening.id,
        screening.excerpt or screening.clip,
        outcome(screening.outcome),
        done,
    )


def _document(imported: ImportedLog) -> dict[str, object]:
    return {
        "session": imported.session.id,
        "items": imported.items,
        "unknown": [
            {"code": one.code, "error": described(one.error)}
            for one in imported.unknown
        ],
    }


def _conclude(imported: ImportedLog) -> None:
    """Name what is not in this library; fail if there is something.

    Raises:
        SomeNotDone: Some entries could not be taken in.
    """
    log, session = imported.log, imported.session
    if log.began[: len(session.date)] != session.date:
        say(
            _("The log was kept on {day}, and the session was on {date}.").format(
                day=log.began[:10], date=session.date
            )
        )
    if any(one.how is How.DIFFERENT for one in imported.items):
        say(_("What is different was left as it is; --update changes it."))
    for one in imported.unknown:
        sentence = _("{name}: {told}").format(name=one.code, told=translated(one.error))
        say(_("Not imported: {sentence}").format(sentence=sentence))
    if imported.unknown:
        failed = len(imported.unknown)
        raise SomeNotDone(failed=failed, total=failed + len(imported.items))
