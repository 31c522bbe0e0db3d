"""Find the submissions that somebody named, and say what becomes of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError
from mediakit.errors.submissions import SubmissionIsClip
from mediakit.model.submission import Standing, Submission


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A submission whose standing did not change.

    Attributes:
        typed: How it was named.
        errors: Why.
    """

    typed: str
    errors: tuple[MediakitError, ...]


def find_each(
    records: Records, typed: Sequence[str]
) -> Iterator[Submission | NotJudged]:
    """Yield the submission that each of some ids means, once each."""
    seen: set[str] = set()
    for one in typed:
        try:
            submission = records.find(Submission, one)
        except MediakitError as error:
            yield NotJudged(one, (error,))
        else:
            if submission.id not in seen:
                seen.add(submission.id)
                yield submission


def judge_submissions(
    catalog: Catalog, typed: Sequence[str], standing: Standing, *, why: str = ""
) -> list[Submission | NotJudged]:
    """Give submissions a standing that leaves them in the queue, and return them.

    The good ones are changed, all in one commit; the others say why they are not.

    Args:
        catalog: The records.
        typed: Their ids, or how those begin.
        standing: Waiting, shortlisted or declined.
        why: The reason.

    Raises:
        WriteFailed: The catalog cannot be written.
    """
    judged: list[Submission | NotJudged] = []
    with catalog.change() as change:
        for one in find_each(change, typed):
            if isinstance(one, NotJudged):
                judged.append(one)
            elif one.standing is Standing.ACCEPTED:
                accepted = SubmissionIsClip(submission=one.id, clip=one.clip)
                judged.append(NotJudged(one.id, (accepted,)))
            else:
                judged.append(change.put(replace(one, standing=standing, why=why)))
    return judged
