"""``mediakit submission shortlist``, ``accept``, ``decline`` and ``remove``."""

from collections.abc import Callable, Sequence
from gettext import gettext as _
from typing import Any

import click

from mediakit.cli.app import App, pass_app
from mediakit.cli.asking import be_sure
from mediakit.cli.leaving import today
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, columns, say
from mediakit.cli.progress import progress
from mediakit.cli.reasons import described, translated
from mediakit.cli.submission_texts import standing_label
from mediakit.errors.batches import SomeNotDone
from mediakit.model.submission import Standing, Submission
from mediakit.workflows.accept_submissions import accept_submissions
from mediakit.workflows.judge_submissions import NotJudged, judge_submissions
from mediakit.workflows.make_clip import Accepted, Terms
from mediakit.workflows.remove_submissions import Emptied, remove_submissions

_several = click.argument(
    "submissions", nargs=-1, required=True, metavar=_("SUBMISSION...")
)


# Any: the signature of a command is Click's business
def _why(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--why", default="", metavar=_("TEXT"), help=_("The reason, which is kept.")
    )(command)


@click.command(
    "shortlist",
    help=_(
        "Put submissions on the list that is looked at again.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit submission shortlist b-2f8 b-9c1"
    ),
)
@_several
@_why
@json_option
@pass_app
def shortlist(app: App, submissions: tuple[str, ...], why: str) -> None:
    """Shortlist what was named."""
    _judge(app, submissions, Standing.SHORTLISTED, why)


@click.command(
    "decline",
    help=_(
        "Decline submissions. Nothing is deleted: their files stay until 'mediakit "
        "submission remove', and they can still be accepted.\n\n"
        "\b\n"
        "Example:\n"
        '  mediakit submission decline b-9c1 --why "No sound"'
    ),
)
@_several
@_why
@json_option
@pass_app
def decline(app: App, submissions: tuple[str, ...], why: str) -> None:
    """Decline what was named."""
    _judge(app, submissions, Standing.DECLINED, why)


@click.command(
    "accept",
    help=_(
        "Accept submissions: each becomes a clip, in which its contributor is heard "
        "and seen. What lacks a contributor or consent, or is too long, needs "
        "--even-so and a reason. A withdrawn consent stays closed.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit submission accept b-2f8\n"
        '  mediakit submission accept b-9c1 --even-so "The jury wants all 2:20"'
    ),
)
@_several
@_why
@click.option(
    "--even-so",
    metavar=_("REASON"),
    help=_("Why what is missing does not matter; it is kept."),
)
@json_option
@pass_app
def accept(
    app: App, submissions: tuple[str, ...], why: str, even_so: str | None
) -> None:
    """Accept what was named, and tell which clips came of it."""
    if even_so is not None and not even_so.strip():
        raise click.UsageError(_("Say why, after --even-so."))
    space = app.workspace
    terms = Terms(
        scopes=space.settings.scopes,
        day=today(),
        why=why.strip(),
        even_so=(even_so or "").strip(),
    )
    results: list[Accepted | NotJudged] = []
    with progress(app, _("Accepting"), len(submissions)) as advance:
        for result in accept_submissions(
            space.library, space.catalog, submissions, terms
        ):
            results.append(result)
            advance(1, "")
    done = [result for result in results if isinstance(result, Accepted)]
    rows = [(one.submission.id, one.clip.id, one.clip.title) for one in done]
    answer(app, {"accepted": done, **_refused(results)}, columns(rows))
    if done:
        say(
            _(
                "If others than the contributor are heard or seen in it, add them with "
                "'mediakit voice add'."
            )
        )
    _conclude(len(done), results)


@click.command(
    "remove",
    help=_(
        "Take the files of declined submissions out of the queue. They go to the "
        "folder removed/ of the library, unless --delete is given. The records stay, "
        "so that what was declined is recognised when it is sent again.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit submission remove b-9c1"
    ),
)
@_several
@click.option("--delete", is_flag=True, help=_("Delete the files for good."))
@click.option("--yes", is_flag=True, help=_("Do not ask before deleting."))
@json_option
@pass_app
def remove(app: App, submissions: tuple[str, ...], delete: bool, yes: bool) -> None:
    """Empty the queue of what was named, and say where the files are."""
    if delete and not yes:
        be_sure(_("Delete the files of these submissions for good?"))
    space = app.workspace
    results = remove_submissions(
        space.library, space.catalog, submissions, delete=delete
    )
    done = [result for result in results if isinstance(result, Emptied)]
    rows = [
        (one.submission.id, str(one.folder or _("deleted")), one.submission.title)
        for one in done
    ]
    answer(app, {"removed": done, **_refused(results)}, columns(rows))
    _conclude(len(done), results)


def _judge(app: App, typed: Sequence[str], standing: Standing, why: str) -> None:
    results = judge_submissions(app.workspace.catalog, typed, standing, why=why.strip())
    done = [result for result in results if isinstance(result, Submission)]
    rows = [(one.id, standing_label(one.standing), one.title) for one in done]
    answer(app, {"submissions": done, **_refused(results)}, columns(rows))
    _conclude(len(done), results)


def _refused(results: Sequence[object]) -> dict[str, object]:
    return {
        "refused": [
            {"submission": one.typed, **described(error)}
            for one in results
            if isinstance(one, NotJudged)
            for error in one.errors
        ]
    }


def _conclude(done: int, results: Sequence[object]) -> None:
    """Name what was not done; fail if there is such a thing.

    Raises:
        MediakitError: The one submission that was named was refused, for one reason.
        SomeNotDone: Some were refused.
    """
    refused = [one for one in results if isinstance(one, NotJudged)]
    errors = [error for one in refused for error in one.errors]
    if len(errors) == 1 and not done:
        raise errors[0]
    for error in errors:
        say(_("Not done: {sentence}").format(sentence=translated(error)))
    if refused:
        raise SomeNotDone(failed=len(refused), total=done + len(refused))
