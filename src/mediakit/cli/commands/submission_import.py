"""``mediakit submission import``: take in what people sent."""

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from pathlib import Path

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.leaving import today, working_copies
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.reasons import translated
from mediakit.cli.submission_texts import length, missing, standing_label
from mediakit.cli.taking_in import conclude, refusals, remark, watched
from mediakit.errors.submissions import SubmissionListUnusable
from mediakit.model.ids import SubmissionId
from mediakit.model.timecode import parse_time
from mediakit.workflows.find_media import Found, Refused, find_media
from mediakit.workflows.import_submissions import Call, Entry, import_submissions
from mediakit.workflows.keep_media import Added, How
from mediakit.workflows.keep_submissions import Received
from mediakit.workflows.list_submissions import Listed, list_submissions
from mediakit.workflows.read_submission_list import read_submission_list
from mediakit.workflows.take_in_file import NotAdded


@click.command(
    "import",
    help=_(
        "Put what people sent in a queue, apart from the clips: files, and folders "
        "with all that is below them. They are copied, and recognised by their content "
        "when they are sent again. What is too long is taken in, and said to be.\n\n"
        "LIST is a CSV or XLSX file with the columns file, contributor (the agreed "
        "name or the id of somebody in 'mediakit person list'), consent (a rung, as "
        "national) and until (a day); only file is needed. Importing again with a list "
        "fills in what was not known.\n\n"
        "\b\n"
        "Examples:\n"
        '  mediakit submission import ~/call --max 2:00 --from "Radio Ménaka"\n'
        "  mediakit submission import ~/call --list ~/call/who.csv"
    ),
)
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar=_("PATH..."),
)
@click.option("--max", "limit", metavar=_("TIME"), help=_("How long each may last."))
@click.option(
    "--from",
    "sender",
    default="",
    metavar=_("NAME"),
    help=_("Through whom they came: a school, a radio, a telephone group."),
)
@click.option("--call", default="", metavar=_("NAME"), help=_("The call they answer."))
@click.option(
    "--contributor", default="", metavar="ID", help=_("The person who sent them in.")
)
@click.option(
    "--list",
    "listed",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar=_("LIST"),
    help=_("Who sent which file in, and what they agreed to."),
)
@click.option(
    "--session", default="", metavar="ID", help=_("The session they were recorded at.")
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="LANG",
    help=_("A language spoken in them, as fr or bm; may be repeated."),
)
@json_option
@pass_app
def command(
    app: App,
    paths: tuple[Path, ...],
    limit: str | None,
    sender: str,
    call: str,
    contributor: str,
    listed: Path | None,
    session: str,
    languages: tuple[str, ...],
) -> None:
    """Take in what was named, and tell what became of each thing."""
    space = app.workspace
    beside = listed.resolve() if listed else None
    things = [
        thing
        for thing in find_media(space.library, paths)
        if thing.path.resolve() != beside
    ]
    taking = import_submissions(
        space.library,
        space.catalog,
        things,
        Call(
            sender=sender,
            name=call,
            limit=parse_time(limit) if limit else None,
            contributor=contributor,
            session=session,
            languages=languages,
        ),
        _read(app, listed, things) if listed else {},
        working_copies(app),
    )
    results = watched(app, _("Importing"), taking, things)
    there = [result for result in results if not isinstance(result, NotAdded)]
    refused = [result for result in results if isinstance(result, NotAdded)]
    queue = _queue(app)
    answer(
        app,
        {
            "received": [_document(one, queue) for one in there],
            **refusals(refused),
        },
        columns([_row(one, queue) for one in there]),
    )
    received = [one for one in there if isinstance(one, Received)]
    remark(one.submission for one in received if one.how is How.ADDED)
    conclude(paths, len(there), refused)


def _read(
    app: App, path: Path, things: Sequence[Found | Refused]
) -> Mapping[Path, Entry]:
    """Return what a list says.

    Raises:
        SubmissionListUnusable: It has mistakes, which were said.
    """
    settings = app.workspace.settings
    read = read_submission_list(
        app.workspace.catalog,
        path,
        things,
        scopes=settings.scopes,
        date_order=settings.form.date_order,
    )
    for problem in read.problems:
        say(translated(problem))
    if read.problems:
        raise SubmissionListUnusable(file=path.name, count=len(read.problems))
    return read.entries


def _queue(app: App) -> dict[SubmissionId, Listed]:
    space = app.workspace
    listed = list_submissions(
        space.library, space.catalog, scopes=space.settings.scopes, day=today()
    )
    return {one.submission.id: one for one in listed}


def _document(
    one: Received | Added, queue: Mapping[SubmissionId, Listed]
) -> dict[str, object]:
    document: dict[str, object] = {"path": one.path, "how": one.how}
    if isinstance(one, Added):
        return {**document, "clip": one.clip}
    needs = queue[one.submission.id].needs
    return {**document, "submission": one.submission, "needs": needs}


def _row(
    one: Received | Added, queue: Mapping[SubmissionId, Listed]
) -> tuple[str, ...]:
    if isinstance(one, Added):
        clip = one.clip
        how = _("original put back") if one.how is How.RESTORED else _("a clip")
        return clip.id, length(clip.media.duration), how, "-", "-", clip.title
    submission = one.submission
    how = {
        How.ADDED: _("received"),
        How.KNOWN: _("there already"),
        How.RESTORED: _("file put back"),
    }[one.how]
    return (
        submission.id,
        length(submission.media.duration),
        how,
        standing_label(submission.standing),
        missing(queue[submission.id]),
        submission.title,
    )
