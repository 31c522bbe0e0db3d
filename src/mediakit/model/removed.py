"""What is remembered of a clip that was taken out, so that a withdrawal finds it."""

from dataclasses import dataclass

from mediakit.model.ids import ClipId, RemovedId, SessionId
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True)
class ShownThen:
    """A screening of a clip that was taken out since.

    Attributes:
        session: Where.
        range: The part that was shown; ``None`` for all of it.
    """

    session: SessionId
    range: TimeRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A clip that was taken out; who is heard and seen in it stays recorded.

    Attributes:
        id: As ``rm-…``.
        clip: What its id was, and is again when the same recording is added.
        title: What people called it.
        sha256: Of its original's bytes, in hexadecimal.
        folder: Where its files and records lie, relative to the library with forward
            slashes; empty if they were deleted.
        shown: Where it was screened.
    """

    id: RemovedId
    clip: ClipId
    title: str
    sha256: str
    folder: str = ""
    shown: tuple[ShownThen, ...] = ()
    created: Stamp | None = None
    changed: Stamp | None = None
