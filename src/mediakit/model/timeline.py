"""A film laid out in time: what is seen and heard at which frame, exactly.

This is what editing programs are handed and what a rough cut is rendered from. Places
on it are whole frames of the film; where a shot begins in its clip is an exact fraction
of a second, on a whole frame of the clip. Nothing accumulates: a line begins at the
frame at which the one before it ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from mediakit.errors.base import Reason
from mediakit.model.clip import Clip
from mediakit.model.film import LineKind
from mediakit.model.frame_rate import FrameRate
from mediakit.model.ids import ClipId


class TrackKind(StrEnum):
    """What a track holds."""

    PICTURE = "picture"
    SOUND = "sound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A part of a clip, on a track.

    Picture and sound of one line have the same code, place and length: they are linked.

    Attributes:
        code: That of its line or cover.
        clip: Where it is from.
        at: Frames of the film before it.
        length: Frames of the film it lasts.
        start: Seconds from the clip's beginning: a whole frame of the clip.
    """

    code: str
    clip: ClipId
    at: int
    length: int
    start: Fraction

    @property
    def end(self) -> int:
        """Frames of the film before what follows it."""
        return self.at + self.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Words on a picture of their own, or narration that nobody has recorded yet.

    Attributes:
        code: That of its line.
        kind: What it is.
        at: Frames of the film before it.
        length: Frames of the film it lasts.
        texts: By language tag.
    """

    code: str
    kind: LineKind
    at: int
    length: int
    texts: dict[str, str]

    @property
    def end(self) -> int:
        """Frames of the film before what follows it."""
        return self.at + self.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Things one after the other; between them is nothing.

    Attributes:
        name: ``V1`` for what lines show, ``V2`` for what is seen over them, ``A1`` for
            what people say, ``A2`` for narration.
        kind: What it holds.
        items: In order; none overlaps another.
    """

    name: str
    kind: TrackKind
    items: tuple[Shot | Card, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What is to be known of a line where it begins.

    Attributes:
        code: That of the line.
        kind: What the line is.
        at: Frames of the film before it.
        length: Frames it lasts; a note, and a heading that is not seen, last none.
        quote: What is said, in its own language; nothing where a voice was withdrawn.
        language: The language of that; empty if nobody has said.
        translations: The same in the languages of the film, as far as it is there.
        texts: What the line itself says, by language tag.
        names: What those who are heard agreed to be called, in order.
        consent: What the gate says of it for the film's scope: nothing if it may leave.
        session: Where it was recorded, in words.
        note: What only the team reads.
        machine: The languages in which a machine wrote what is said, and nobody has
            checked it.
    """

    code: str
    kind: LineKind
    at: int
    length: int
    quote: str = ""
    language: str = ""
    translations: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    consent: tuple[Reason, ...] = ()
    session: str = ""
    note: str = ""
    machine: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A subtitle, on the film's own time.

    Attributes:
        code: That of its line.
        at: Frames of the film before it.
        length: Frames it is seen.
        text: May hold line breaks.
        is_machines: Tells that a machine wrote it, and nobody has checked it.
    """

    code: str
    at: int
    length: int
    text: str
    is_machines: bool = False

    @property
    def end(self) -> int:
        """Frames of the film before it is gone."""
        return self.at + self.length


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line or cover that is not on a timeline, and why."""

    code: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A film laid out in time.

    Attributes:
        film: Its id.
        title: What it is called.
        rate: Its frames a second.
        width: Pixels across.
        height: Pixels down.
        languages: Of its subtitles, the first one first.
        tracks: Pictures, the lowest first; then sound.
        markers: One a line that is on it, in order: its script.
        cues: Subtitles by language tag, in order.
        clips: Those that are in it, by id.
        left_out: Lines and covers that are not on it.
    """

    film: str
    title: str
    rate: FrameRate
    width: int
    height: int
    languages: tuple[str, ...] = ()
    tracks: tuple[Track, ...] = ()
    markers: tuple[Marker, ...] = ()
    cues: dict[str, tuple[Cue, ...]] = field(default_factory=dict)
    clips: Mapping[ClipId, Clip] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()

    @property
    def length(self) -> int:
        """Frames it lasts."""
        ends = [one.at + one.length for one in self.markers]
        return max(ends, default=0)

    @property
    def duration(self) -> int:
        """Milliseconds it lasts, to the nearest."""
        return self.rate.milliseconds(self.length)

    def source_rate(self, clip: ClipId) -> FrameRate:
        """Return the frames a second of a clip, as shots of it are counted."""
        return clip_rate(self.clips[clip], self.rate)

    def source_frame(self, shot: Shot) -> int:
        """Return the number of the clip's frame with which a shot begins."""
        return int(shot.start * self.source_rate(shot.clip).exact)


def clip_rate(clip: Clip, film: FrameRate) -> FrameRate:
    """Return the frames a second by which a clip is counted.

    They are its own. Sound has none, and where they vary the clip is brought to the
    film's before anything is cut: both are counted as the film is.
    """
    video = clip.media.video
    if video is None or video.variable:
        return film
    exact = Fraction(video.frame_rate)
    return FrameRate(exact) if exact > 0 else film
