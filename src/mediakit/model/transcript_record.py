"""What the catalog knows of a transcript; its words are in a file of their own."""

from dataclasses import dataclass, field
from enum import StrEnum

from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange


class Origin(StrEnum):
    """Where the words of a transcript come from.

    Attributes:
        MACHINE: A machine heard them.
        IMPORTED: They were written elsewhere.
        CORRECTED: A person corrected them.
        ORAL_TRANSLATION: An interpreter said, in another language, what they mean.
        TRANSLATION: Somebody wrote, in another language, what they mean.
        MACHINE_TRANSLATION: A machine did.
        SEGMENTS: Nowhere yet: it is only known when somebody speaks.
    """

    MACHINE = "machine"
    IMPORTED = "imported"
    CORRECTED = "corrected"
    ORAL_TRANSLATION = "oral-translation"
    TRANSLATION = "translation"
    MACHINE_TRANSLATION = "machine-translation"
    SEGMENTS = "segments"

    @property
    def is_speech(self) -> bool:
        """Whether the words are those that were spoken."""
        return self in {Origin.MACHINE, Origin.IMPORTED, Origin.CORRECTED}

    @property
    def is_translation(self) -> bool:
        """Whether they are what was spoken, put into another language."""
        return self in {
            Origin.ORAL_TRANSLATION,
            Origin.TRANSLATION,
            Origin.MACHINE_TRANSLATION,
        }


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
        by: Who interpreted or translated, by the name they agreed to.
        date: The day they did, ISO 8601.
        replaces: The version that it corrects.
        flags: How many segments have each doubt.
        guessed_speakers: How many segments have a speaker that no person named.
        checked: When and by whom it was checked, whole, against the recording.
        approved: When and by whom it was approved.
        checked_parts: What of it was checked, where that is not all, in time.
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
    by: str = ""
    date: str = ""
    replaces: TranscriptId | None = None
    flags: dict[str, int] = field(default_factory=dict)
    guessed_speakers: int = 0
    checked: Stamp | None = None
    approved: Stamp | None = None
    checked_parts: tuple[TimeRange, ...] = ()
    created: Stamp | None = None
    changed: Stamp | None = None

    @property
    def is_checked(self) -> bool:
        """Whether a person has checked all of it."""
        return self.state in {State.CHECKED, State.APPROVED}

    @property
    def unchecked(self) -> State:
        """Its state while nobody has: a machine's where one heard the words."""
        return State.MACHINE if self.engine else State.UNCHECKED
