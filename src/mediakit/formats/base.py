"""What a transcript format is, and what reading one yields before it is mended.

Formats only turn what a file holds into cues, and segments into that. What a file
got wrong in its times is mended for all formats alike in `mediakit.formats.mend`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from mediakit.formats.repairs import Repair
from mediakit.model.transcript import Segment, Source, Transcript

Content = TypeVar("Content", str, bytes)


@dataclass(frozen=True, slots=True)
class Cue:
    """A segment as a file has it; its times may still make no sense.

    Attributes:
        line: Where it begins: the line, or in other files the segment, from 1.
        segment: As read; the end may lie before the start.
        open_end: The file does not say where it ends; the segment's end is
            its start.
    """

    line: int
    segment: Segment
    open_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a file holds, before anything is mended.

    Attributes:
        cues: In the file's order.
        repairs: What the format itself had to overlook or read with good will.
        language: BCP 47 tag, if the file says one.
        source: Where the words come from, if the file says so.
        place: What `Cue.line` and `Repair.line` count.
    """

    cues: tuple[Cue, ...]
    repairs: tuple[Repair, ...] = ()
    language: str = ""
    source: Source | None = None
    place: Literal["line", "segment"] = "line"


class TranscriptFormat(Protocol[Content]):
    """One way of writing a transcript; each is a module of this package.

    Its files are text, whose encoding and line ends `mediakit.formats.letters` has
    dealt with, or bytes of its own.
    """

    @property
    def NAME(self) -> str:  # noqa: N802 a module's constant
        """What people type after ``--as``."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 a module's constant
        """Ends of file names, the one to write first."""

    @property
    def HOLDS_NOTES(self) -> bool:  # noqa: N802 a module's constant
        """Whether a warning about the words can be written beside them."""

    def recognizes(self, content: Content, /) -> bool:
        """Tell whether *content* is, by itself alone, in this format."""

    def read(self, content: Content, file: str, /) -> Draft:
        """Turn what a file holds into cues.

        Args:
            content: The whole file; of text, with a line feed alone at line ends.
            file: What errors call the file.
        """

    def write(self, transcript: Transcript, notes: Sequence[str] = (), /) -> Content:
        """Turn a transcript into a file, as much as the format holds.

        Args:
            transcript: What to write.
            notes: Lines about the words, written where comments have a place.
        """
