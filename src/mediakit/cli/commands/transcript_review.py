"""``mediakit transcript review``: what a person should check first."""

from collections.abc import Iterator
from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.batch.outcomes import Failed
from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import purpose_of
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.progress import progress
from mediakit.cli.reasons import translated
from mediakit.i18n.values import doubt
from mediakit.model.clip import Clip
from mediakit.model.ladder import INTERNAL
from mediakit.model.printable import printable
from mediakit.model.review import Waiting, Wanted
from mediakit.model.timecode import format_time
from mediakit.workflows.review_transcripts import (
    Queue,
    review_transcripts,
    transcripts_to_review,
)


@click.command(
    "review",
    help=_(
        "List the segments that a person should check against the recording: first "
        "those about to be used (in a film on paper, on a playlist, strong quotes, "
        "what was cut or put into a film), then those with doubts, the least sure "
        "first. Correct them with 'mediakit transcript edit'; say that they are right "
        "with 'mediakit transcript mark CLIP checked --segments 4-7', and they are not "
        "asked again.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcript review\n"
        "  mediakit transcript review --clip c-7k3 --limit 50"
    ),
)
@click.option("--clip", default="", metavar="ID", help=_("In one clip."))
@click.option("--session", default="", metavar="ID", help=_("Recorded at a session."))
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar=_("NUMBER"),
    help=_("How many segments to show at most."),
)
@json_option
@pass_app
def command(app: App, clip: str, session: str, limit: int) -> None:
    """Print the queue."""
    space = app.workspace
    records = transcripts_to_review(space.catalog, clip=clip, session=session)
    purpose = purpose_of(app, scope=INTERNAL)
    steps = review_transcripts(
        space.library, space.catalog, records, purpose, limit=limit
    )
    with progress(app, _("Reading transcripts"), len(records)) as advance:
        for step in steps:
            if isinstance(step, Queue):
                queue = step
            elif isinstance(step, Failed):
                say(_("Left out: {reason}").format(reason=translated(step.error)))
            else:
                advance(1, step.record.id)
    answer(
        app,
        {
            "total": queue.total,
            "wanted": queue.wanted,
            "withheld": queue.withheld,
            "waiting": [_json(*one) for one in queue.waiting],
        },
        [line for one in queue.waiting for line in _lines(*one)],
    )
    _remark(queue)


def _json(clip: Clip, one: Waiting) -> dict[str, object]:
    return {
        "clip": clip.id,
        "title": clip.title,
        "transcript": one.record.id,
        "number": one.number,
        "wanted": one.wanted,
        "confidence": one.confidence,
        "segment": one.segment,
    }


def _lines(clip: Clip, one: Waiting) -> Iterator[str]:
    segment = one.segment
    times = f"{format_time(segment.start)} - {format_time(segment.end)}"
    yield f"{clip.id}  {one.number}  {times}  {clip.title}"
    marks = [*map(_wanted, one.wanted), *map(doubt, segment.flags)]
    if one.confidence is not None:
        marks.append(_("sure: {share}").format(share=_share(one.confidence)))
    if marks:
        yield "  " + " | ".join(marks)
    yield "    > " + printable(segment.text).replace("\n", " ")


def _share(confidence: float) -> str:
    return _("{percent}%").format(percent=round(100 * confidence))


def _wanted(why: Wanted) -> str:
    return {
        Wanted.FILM: _("in a film"),
        Wanted.PLAYLIST: _("on a playlist"),
        Wanted.STRONG: _("a strong quote"),
        Wanted.CUT: _("in a cut or film"),
    }[why]


def _remark(queue: Queue) -> None:
    told = ngettext(
        "{count} segment to check; about to be used: {wanted}.",
        "{count} segments to check; about to be used: {wanted}.",
        queue.total,
    )
    say(told.format(count=queue.total, wanted=queue.wanted))
    if queue.withheld:
        say(
            _("Not shown, because consent does not cover it: {count}.").format(
                count=queue.withheld
            )
        )
