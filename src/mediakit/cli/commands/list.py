"""``mediakit list``: list the clips."""

from collections import Counter
from collections.abc import Sequence
from gettext import gettext as _

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.media_texts import media_kind
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns
from mediakit.cli.transcript_texts import doubts
from mediakit.model.timecode import format_time
from mediakit.workflows.list_clips import ListedClip, list_clips, list_doubtful


@click.command(
    "list",
    help=_(
        "List the clips, oldest first.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit list --session s-4k2 --theme trust --language fr"
    ),
)
@click.option("--session", default="", metavar="ID", help=_("Recorded at a session."))
@click.option("--theme", default="", metavar=_("THEME"), help=_("About a theme."))
@click.option("--language", default="", metavar="LANG", help=_("In a language."))
@click.option(
    "--without-transcript", is_flag=True, help=_("Only those not transcribed yet.")
)
@click.option(
    "--flags",
    is_flag=True,
    help=_(
        "Only those in whose transcripts something is doubtful, as text over silence "
        "or loops: how many segments, by doubt."
    ),
)
@json_option
@pass_app
def command(
    app: App,
    session: str,
    theme: str,
    language: str,
    without_transcript: bool,
    flags: bool,
) -> None:
    """Print one line a clip."""
    catalog = app.workspace.catalog
    listed = list_clips(
        catalog,
        session=session,
        theme=theme,
        language=language,
        without_transcript=without_transcript,
    )
    if flags:
        _print_doubts(app, list_doubtful(catalog, listed))
        return
    head = (
        _("Id"),
        _("Length"),
        _("Kind"),
        _("Language"),
        _("Transcripts"),
        _("Title"),
    )
    rows = map(_row, listed)
    answer(app, listed, columns([head, *rows]) if listed else [_("No clips.")])


def _print_doubts(app: App, listed: Sequence[ListedClip]) -> None:
    totals: Counter[str] = Counter()
    for item in listed:
        totals.update(item.flags)
    head = (_("Id"), _("Title"), _("Doubtful segments"))
    rows = [(item.clip.id, item.clip.title, doubts(item.flags)) for item in listed]
    total = (_("In all"), "", doubts(totals))
    lines = columns([head, *rows, total]) if rows else [_("No doubts.")]
    answer(app, {"clips": listed, "totals": totals}, lines)


def _row(item: ListedClip) -> tuple[str, ...]:
    clip = item.clip
    return (
        clip.id,
        format_time(clip.media.duration // 1000 * 1000),
        media_kind(clip.media.kind),
        " ".join(clip.languages) or "-",
        str(item.transcripts),
        clip.title,
    )
