"""A project as REFI-QDA has it: who coded what, in which sources, with which codes."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import overload

from mediakit.exchange.refi_codes import Code

_HEX = 32  # digits of a GUID


class SourceKind(StrEnum):
    """What a source is, as its element is called."""

    VIDEO = "VideoSource"
    SOUND = "AudioSource"
    TEXT = "TextSource"
    PICTURE = "PictureSource"
    PDF = "PDFSource"

    @property
    def is_recording(self) -> bool:
        """Whether it lasts some time."""
        return self in {SourceKind.VIDEO, SourceKind.SOUND}


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """That something has a code.

    Attributes:
        guid: Its own.
        code: That of the code.
        user: That of who coded it, or empty.
        at: When, ISO 8601, or empty.
        notes: Those of notes about it.
    """

    guid: str
    code: str
    user: str = ""
    at: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A part of a recording.

    Attributes:
        guid: Its own.
        start: Milliseconds.
        end: Milliseconds.
        name: What it is called.
        description: What is said of it.
        codings: What it is coded with; a part may be a part without.
        notes: Those of notes about it.
    """

    guid: str
    start: int
    end: int
    name: str = ""
    description: str = ""
    codings: tuple[Coded, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SyncPoint:
    """A moment of a recording and its place in a text.

    Attributes:
        guid: Its own.
        time: Milliseconds.
        position: Of a character (Unicode code point) in the text, from 0.
    """

    guid: str
    time: int
    position: int


class SyncPoints(Sequence[SyncPoint]):
    """Moments in a few bytes each: hours of speech have millions.

    Args:
        points: The moments.
    """

    def __init__(self, points: Iterable[SyncPoint]) -> None:
        self._guids, self._numbers = bytearray(), array("q")
        for one in points:
            self._guids += bytes.fromhex(one.guid.replace("-", "").rjust(_HEX, "0"))
            self._numbers.extend((one.time, one.position))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._numbers) // 2

    @overload
    def __getitem__(self, index: int) -> SyncPoint: ...
    @overload
    def __getitem__(self, index: slice) -> list[SyncPoint]: ...
    def __getitem__(self, index: int | slice) -> SyncPoint | list[SyncPoint]:
        """Return one, or some."""
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        text = self._guids[_HEX // 2 * place : _HEX // 2 * (place + 1)].hex()
        guid = f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
        return SyncPoint(guid, *self._numbers[2 * place : 2 * place + 2])

    def __eq__(self, other: object) -> bool:
        """Tell whether the same moments are in the same order."""
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        """Return the same for the same moments."""
        return hash(tuple(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSelection:
    """A part of the text of a transcript.

    Attributes:
        guid: Its own.
        start: The GUID of the moment at which it begins.
        end: That of the moment at which it ends.
        description: What is said of it.
        codings: What it is coded with.
        notes: Those of notes about it.
    """

    guid: str
    start: str
    end: str
    description: str = ""
    codings: tuple[Coded, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTranscript:
    """What is said in a recording, as a text with moments.

    Attributes:
        guid: Its own.
        name: What it is called.
        text: All of it.
        points: The moments.
        selections: Parts of the text.
    """

    guid: str
    name: str
    text: str
    points: Sequence[SyncPoint] = ()
    selections: tuple[TextSelection, ...] = ()


Values = tuple[tuple[str, str], ...]
"""What is known of a source or a case: names of variables and what they say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A recording, or a document.

    Attributes:
        guid: Its own.
        kind: What it is.
        name: What it is called.
        path: Where its file is, as the standard has it.
        transcripts: What is said in it.
        selections: Parts of it.
        codings: What all of it is coded with.
        values: What is known of it.
    """

    guid: str
    kind: SourceKind
    name: str = ""
    path: str = ""
    transcripts: tuple[WrittenTranscript, ...] = ()
    selections: tuple[Selection, ...] = ()
    codings: tuple[Coded, ...] = ()
    values: Values = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Somebody, or something, that sources are about.

    Attributes:
        guid: Its own.
        name: What it is called.
        values: What is known of it.
        sources: The GUIDs of sources that it is in.
        selections: Those of parts that it is in.
    """

    guid: str
    name: str = ""
    values: Values = ()
    sources: tuple[str, ...] = ()
    selections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was written about something.

    Attributes:
        name: What it is called.
        text: What it says.
    """

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """All of a project that has a place here.

    Attributes:
        name: What it is called.
        users: Names of those who coded, by GUID.
        codes: The codebook.
        cases: Whom it is about.
        sources: What was coded.
        notes: By GUID.
        aside: How many things it has besides, by the name of their element.
    """

    name: str
    users: dict[str, str] = field(default_factory=dict)
    codes: tuple[Code, ...] = ()
    cases: tuple[Case, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: dict[str, Note] = field(default_factory=dict)
    aside: dict[str, int] = field(default_factory=dict)
