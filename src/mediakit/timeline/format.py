"""What a format for editing programs can do."""

from typing import Protocol

from mediakit.model.frame_rate import FrameRate
from mediakit.timeline.base import HandOff, Placed
from mediakit.timeline.found import ReadBack


class TimelineFormat(Protocol):
    """A format for editing programs: a module of this package."""

    @property
    def NAME(self) -> str:  # noqa: N802 a module's constant
        """As typed after ``--as``."""

    @property
    def SUFFIX(self) -> str:  # noqa: N802 a module's constant
        """What the names of its files end in, with the point."""

    @property
    def FIRST(self) -> str:  # noqa: N802 a module's constant
        """The timecode with which films begin for who opens its files."""

    @property
    def NAMES_FILES(self) -> bool:  # noqa: N802 a module's constant
        """Whether its files say where the recordings are."""

    def recognizes(self, content: bytes, /) -> bool:
        """Tell whether a file is of this format, by how it begins."""

    def write(self, hand_off: HandOff, /) -> bytes:
        """Return the file; the same film gives the same bytes.

        Raises:
            TimelineNotPossible: The format cannot say what is in the film.
        """

    def read(self, content: bytes, file: str, rate: FrameRate | None, /) -> ReadBack:
        """Return what a file says, whichever program wrote it.

        Args:
            content: The file.
            file: What it is called.
            rate: Frames a second of the film, for formats that do not say them.

        Raises:
            TimelineUnreadable: It is damaged, holds no film, or is beyond any.
        """

    def placed(self, hand_off: HandOff, /) -> tuple[Placed, ...]:
        """Return what the format can say of a film, as `read` ought to find it."""
