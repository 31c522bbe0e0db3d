"""``mediakit transcript replace``: a word that is wrong in many transcripts."""

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.batch.outcomes import Done, Failed
from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import purpose_of
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.reasons import described, translated
from mediakit.cli.transcript_texts import stay_as_they_are, transcript_row
from mediakit.errors.batches import SomeNotDone
from mediakit.model.ladder import INTERNAL
from mediakit.model.timecode import format_time
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.replace_words import (
    Closed,
    Replaced,
    find_words,
    replace_words,
)


@click.command(
    "replace",
    help=_(
        "Put a word right in many transcripts, as a name that machines get wrong. "
        "What would change is shown; nothing is changed without --yes. Whole words "
        "are found only.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit transcript replace "mena ka" Ménaka\n'
        "  mediakit transcript replace gaou Gao --session s-4k2 --yes"
    ),
)
@click.argument("wrong", metavar=_("WRONG"))
@click.argument("right", metavar=_("RIGHT"))
@click.option(
    "--clip", "clips", multiple=True, metavar="ID", help=_("Only in this clip.")
)
@click.option("--session", default="", metavar="ID", help=_("Recorded at a session."))
@click.option("--theme", default="", metavar=_("THEME"), help=_("About a theme."))
@click.option("--ignore-case", is_flag=True, help=_("Find it in upper and lower case."))
@click.option("--yes", is_flag=True, help=_("Change it."))
@json_option
@pass_app
def command(
    app: App,
    wrong: str,
    right: str,
    clips: tuple[str, ...],
    session: str,
    theme: str,
    ignore_case: bool,
    yes: bool,
) -> None:
    """Print what would change or, with --yes, the new versions."""
    library, catalog = app.workspace.library, app.workspace.catalog
    steps = list(
        find_words(
            library,
            catalog,
            wrong,
            right,
            purpose_of(app, scope=INTERNAL),
            clips=clips,
            session=session,
            theme=theme,
            ignore_case=ignore_case,
        )
    )
    found = [one for one in steps if isinstance(one, Replaced)]
    failed = [one for one in steps if isinstance(one, Failed)]
    done: list[TranscriptRecord] = []
    for step in replace_words(library, catalog, found) if yes else ():
        if isinstance(step, Done):
            done.append(step.value)
        else:
            failed.append(step)
    closed = sum(one.count for one in steps if isinstance(one, Closed))
    _answer(app, found, done, failed, closed=closed, yes=yes)


def _answer(
    app: App,
    found: Sequence[Replaced],
    done: Sequence[TranscriptRecord],
    failed: Sequence[Failed[TranscriptRecord]],
    *,
    closed: int,
    yes: bool,
) -> None:
    errors = [{"transcript": one.item.id, **described(one.error)} for one in failed]
    lines = [line for one in found for line in _lines(one)]
    answer(
        app,
        {"found": found, "changed": done, "failed": errors, "withheld": closed},
        list(map(transcript_row, done)) if yes else lines,
    )
    for one in () if app.json else failed:
        say(f"{one.item.id}: {translated(one.error)}")
    say(_summary(len(found)))
    if closed:
        say(stay_as_they_are(closed))
    if found and not yes:
        say(_("Nothing was changed; --yes changes them."))
    if failed:
        total = len({one.record.id for one in found} | {one.item.id for one in failed})
        raise SomeNotDone(failed=len(failed), total=total)


def _summary(count: int) -> str:
    return ngettext(
        "Found in {count} segment.", "Found in {count} segments.", count
    ).format(count=count)


def _lines(found: Replaced) -> tuple[str, str]:
    place = f"{found.record.clip} {format_time(found.before.start)}"
    return f"- {place}  {found.before.text}", f"+ {place}  {found.after.text}"
