"""A submission: a clip that somebody sent in after a call for videos."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import ClipId, PersonId, SessionId, SubmissionId, UseId
from mediakit.model.media import MediaInfo
from mediakit.model.possible import verify_day
from mediakit.model.stamp import Stamp


class Standing(StrEnum):
    """What became of it so far."""

    WAITING = "waiting"
    SHORTLISTED = "shortlisted"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A file that was sent in, kept apart until it is accepted.

    Attributes:
        id: As ``b-…``.
        title: What people call it.
        path: Where its file is, relative to the library, below ``submissions``;
            where it was, once it is a clip; empty once it was removed.
        sha256: Of its bytes, in hexadecimal.
        size: Bytes.
        media: What the probe found.
        original_name: The file's name when it came; never exported.
        contributor: Who sent it in, or ``None`` when that is not known.
        sender: Through whom it came: a school, a radio, a telephone group.
        call: The call it answers, as the programme names it.
        limit: Milliseconds it was allowed to last, or ``None``.
        session: The session it was recorded at, if it was at one.
        languages: BCP 47 tags of the speech.
        up_to: The highest rung of consent that came with it, or empty.
        until: ISO 8601 day on which that consent ends, or empty.
        standing: Waiting, shortlisted, accepted or declined.
        why: The reason, for a decision.
        clip: What it became.
        left_as: The use it is a file of: it was made here, left, and came back.

    Raises:
        ValueError: A day is none.
    """

    id: SubmissionId
    title: str
    path: str
    sha256: str
    size: int
    media: MediaInfo
    original_name: str = ""
    contributor: PersonId | None = None
    sender: str = ""
    call: str = ""
    limit: int | None = None
    session: SessionId | None = None
    languages: tuple[str, ...] = ()
    up_to: str = ""
    until: str = ""
    standing: Standing = Standing.WAITING
    why: str = ""
    clip: ClipId | None = None
    left_as: UseId | None = None
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        received = self.created.at[:10] if self.created else ""
        for day in filter(None, (self.until, received)):
            verify_day(day)


def is_open(submission: Submission) -> bool:
    """Tell whether it may still be accepted."""
    return submission.standing in {Standing.WAITING, Standing.SHORTLISTED}


def in_queue(submission: Submission) -> bool:
    """Tell whether its file is kept apart: it was neither accepted nor removed."""
    return bool(submission.path) and submission.standing is not Standing.ACCEPTED
