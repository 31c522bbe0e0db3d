"""What the catalog knows of a transcript; its words are in a file of their own."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.stamp import Stamp


class Origin(StrEnum):
    """Where the words of a transcript come from."""

    MACHINE = "machine"
    IMPORTED = "imported"
    CORRECTED = "corrected"
    ORAL_TRANSLATION = "oral-translation"
    TRANSLATION = "translation"


class State(StrEnum):
    """How far people have checked a transcript."""

    MACHINE = "machine"
    UNCHECKED = "unchecked"
    CHECKED = "checked"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptRecord:
    """The catalog's record of a transcript; the words are in its file.

    Attributes:
        id: As ``t-…``.
        clip: Whose words they are.
        path: The file, relative to the library (``transcripts/….json``).
        sha256: Of the file's bytes, in hexadecimal.
        language: BCP 47 tag.
        origin: Machine, imported, ...
        state: Whether a person has checked it.
        segments: How many there are.
        engine: The speech engine, for a machine's.
        model: Its model's name.
        notice: A warning that goes wherever the words go.
    """

    id: TranscriptId
    clip: ClipId
    path: str
    sha256: str
    language: str
    origin: Origin
    state: State
    segments: int
    engine: str = ""
    model: str = ""
    notice: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None
