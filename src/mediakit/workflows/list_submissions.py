"""List the submissions, with what each still lacks and whether it was screened."""

from collections import Counter
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.person import Person
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session
from mediakit.model.submission import Standing, Submission, is_open
from mediakit.workflows.submission_needs import (
    Consents,
    Needs,
    needs,
    read_consents,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A submission with what is known about it at a glance.

    Attributes:
        submission: Its record.
        contributor: Who sent it in, if the catalog knows them.
        session: Where it was recorded, if that is known.
        needs: What it lacks; nothing where it is decided.
        clip: What it became, if that is still in the library.
        screened: How often it was shown, wholly or in part.
    """

    submission: Submission
    contributor: Person | None
    session: Session | None
    needs: Needs | None
    clip: Clip | None
    screened: int


def list_submissions(
    library: Library,
    catalog: Catalog,
    *,
    scopes: tuple[str, ...],
    day: str,
    standing: Standing | None = None,
    call: str = "",
) -> list[Listed]:
    """Return the submissions, oldest first, that meet every condition given.

    Args:
        library: Where their files are.
        catalog: Its records.
        scopes: The ladder of consent.
        day: ISO 8601 day of today.
        standing: Only those that have it.
        call: Only those that answer this call.
    """
    records = catalog.read()
    chosen = [
        one
        for one in records.all(Submission)
        if standing in {None, one.standing} and call in {"", one.call}
    ]
    return _listed(library, records, read_consents(records, scopes, day), chosen)


def show_submission(
    library: Library,
    catalog: Catalog,
    typed: str,
    *,
    scopes: tuple[str, ...],
    day: str,
) -> Listed:
    """Return one submission.

    Raises:
        SubmissionNotFound: No submission has this id.
    """
    records = catalog.read()
    chosen = [records.find(Submission, typed)]
    return _listed(library, records, read_consents(records, scopes, day), chosen)[0]


def _listed(
    library: Library, records: Records, consents: Consents, chosen: list[Submission]
) -> list[Listed]:
    clips = {clip.id: clip for clip in records.all(Clip)}
    sessions = {session.id: session for session in records.all(Session)}
    shown = Counter(
        screening.clip
        for screening in records.all(Screening)
        if screening.outcome is not Outcome.SKIPPED
    )
    return [
        Listed(
            submission=one,
            contributor=(
                consents.people.get(one.contributor) if one.contributor else None
            ),
            session=sessions.get(one.session) if one.session else None,
            needs=needs(library, one, consents) if is_open(one) else None,
            clip=clips.get(one.clip) if one.clip else None,
            screened=shown[one.clip] if one.clip else 0,
        )
        for one in chosen
    ]
