"""A use: a record that something left the library."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import (
    ClipId,
    ExcerptId,
    FilmId,
    MaskId,
    PersonId,
    SessionId,
    UseId,
    VoiceoverId,
)
from mediakit.model.possible import verify_range
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange

READ_BACK = "read back from"
"""What `Use.how` says of a finished cut."""


class UseKind(StrEnum):
    """What left the library.

    Attributes:
        CUT: A part of a clip.
        TRANSCRIPT: What is said in one.
        DATA: A table.
        FILM: Several excerpts in a row.
        SHEET: What is said, for somebody to write in.
        TIMELINE: A film on paper: as editing programs read it, its script, its
            subtitles; or what came back from an editing program.
    """

    CUT = "cut"
    TRANSCRIPT = "transcript"
    DATA = "data"
    FILM = "film"
    SHEET = "sheet"
    KIT = "kit"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class UsedFile:
    """A file that was made.

    Attributes:
        path: Relative to the library with forward slashes, or absolute.
        sha256: Of its bytes, in hexadecimal.
    """

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class UsedRange:
    """What of a clip is in it.

    Attributes:
        clip: The clip.
        range: Which part.
        excerpt: The excerpt it was chosen as.
        loudness: How loud it is in the clip, in LUFS, where that was evened.
        gain: By how many decibels it was made louder.
        voiceovers: Those that can be heard over it.
        at: Where it is in a film, as timecode.
        masks: What hid somebody in it.

    Raises:
        ValueError: The range goes backwards.
    """

    clip: ClipId
    range: TimeRange
    excerpt: ExcerptId | None = None
    loudness: float | None = None
    gain: float | None = None
    voiceovers: tuple[VoiceoverId, ...] = ()
    at: str = ""
    masks: tuple[MaskId, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be; all of a clip that lasts no time is a part of it."""
        verify_range(self.range, least=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What the gate found and somebody let pass: a warning, or an override.

    Attributes:
        cause: As `mediakit.model.gate.Cause` has it.
        clip: Where.
        range: Which part.
        person: Who, unless nobody knows.
        scope: The rung that was missing, where one was.
        day: The day that matters: of the end, the embargo.
    """

    cause: str
    clip: ClipId
    range: TimeRange
    person: PersonId | None = None
    scope: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What left, from which clips, under which consent scope.

    Attributes:
        id: As ``u-…``.
        kind: What was made.
        files: What it consists of.
        ranges: What of which clips is in it.
        scope: The consent scope it was made under, as ``internal``.
        how: How it was made, as ``re-encoded``.
        film: The film on paper that it was made from.
        refused: The codes of lines and covers of that film that were left out, as the
            gate refused them.
        loudness: How loud it is as a whole, in LUFS, where that was evened.
        audience: The session it was made for.
        recipient: Who got it when it was made, in words.
        given: Who was given it since, in words.
        warnings: What the gate warned of.
        overridden: What the gate refused and somebody decided to let pass.
        override: Why they did; who and when is in `created`.
        unfinished: Whether nobody has seen its files get their names: it is recorded
            before, and the program that was to name them was killed, or could not.
    """

    id: UseId
    kind: UseKind
    files: tuple[UsedFile, ...]
    ranges: tuple[UsedRange, ...]
    scope: str = "internal"
    how: str = ""
    film: FilmId | None = None
    refused: tuple[str, ...] = ()
    loudness: float | None = None
    audience: SessionId | None = None
    recipient: str = ""
    given: tuple[str, ...] = ()
    warnings: tuple[Noted, ...] = ()
    overridden: tuple[Noted, ...] = ()
    override: str = ""
    unfinished: bool = False
    created: Stamp | None = None
    changed: Stamp | None = None

    @property
    def is_read_back(self) -> bool:
        """Whether it is a finished cut: its file is the editor's, without a voice."""
        return READ_BACK in self.how

    @property
    def holders(self) -> tuple[str, ...]:
        """Who has it, in words."""
        return (self.recipient, *self.given) if self.recipient else self.given
