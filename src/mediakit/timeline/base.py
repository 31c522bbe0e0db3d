"""What every format is given, and where in it everything lies.

Numbers of frames are whole and never computed by adding up seconds: where something
lies in the film is counted in the film's frames, where it begins in its recording in
those of the recording, from midnight by the clock of the recorder.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mediakit.errors.base import Reason, sentence
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.model.frame_rate import FrameRate, parse_timecode
from mediakit.model.printable import shortened
from mediakit.model.timeline import Card, Marker, Shot, Timeline, Track

FIRST_TIMECODE = "01:00:00:00"
"""Where films begin, so that leaders have room before them."""

FROM_ZERO = "00:00:00:00"
"""Where they begin for what counts from their first frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footage:
    """A file that shots are taken from.

    Attributes:
        clip: The id of the clip it is, or is a part of.
        name: What it may be called outside.
        path: Relative to the folder of the timeline with forward slashes, or absolute.
        rate: Its frames a second, and how its recorder counted them.
        first: The number of its first frame by the recorder's clock; 0 without one.
        offset: Frames of the clip before it begins.
        length: Frames it has.
        width: Pixels across; 0 if it has no pictures.
        height: Pixels down.
        channels: Of its sound; 0 if it has none.
        sample_rate: Samples a second of its sound.
    """

    clip: str
    name: str
    path: str
    rate: FrameRate
    first: int = 0
    offset: int = 0
    length: int
    width: int = 0
    height: int = 0
    channels: int = 0
    sample_rate: int = 48_000


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOff:
    """A film that is handed to an editing program.

    Attributes:
        timeline: What is seen and heard when.
        footage: The file of each shot, by the shot's code.
        names: What the marker of a line is called, by code.
        notes: What it says, by code.
    """

    timeline: Timeline
    footage: Mapping[str, Footage]
    names: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The number of the film's first frame."""
        return parse_timecode(FIRST_TIMECODE, self.timeline.rate)

    @property
    def tracks(self) -> tuple[Track, ...]:
        """Those on which there is something, and those below them."""
        tracks = self.timeline.tracks
        return tuple(
            track
            for place, track in enumerate(tracks)
            if any(one.items and one.kind is track.kind for one in tracks[place:])
        )

    @property
    def files(self) -> tuple[Footage, ...]:
        """Every file once, in the order in which shots need them."""
        shots = [item for track in self.tracks for item in track.items]
        used = (self.footage[item.code] for item in shots if isinstance(item, Shot))
        return tuple({one.path: one for one in used}.values())

    def frame_in_file(self, shot: Shot) -> int:
        """Return how many frames of its file come before a shot."""
        file = self.footage[shot.code]
        return int(shot.start * file.rate.exact) - file.offset

    def source_length(self, shot: Shot) -> int:
        """Return how many frames of its file a shot takes: to the nearest, halves up.

        Where both rates are one it is the shot's length.
        """
        seconds = self.timeline.rate.seconds(shot.length)
        return max(1, nearest(seconds * self.footage[shot.code].rate.exact))


@dataclass(frozen=True, slots=True, order=True)
class Placed:
    """Something on a track, as it was meant or as a file has it.

    Attributes:
        track: As ``V1``.
        at: Frames of the film before it.
        length: Frames of the film it lasts.
        clip: The id of its clip; nothing for a card.
        frame: The number of its first frame, by the recorder's clock.
    """

    track: str
    at: int
    length: int
    clip: str = ""
    frame: int = 0


def placed(hand_off: HandOff) -> tuple[Placed, ...]:
    """Return everything on a film's tracks, in order."""
    return tuple(sorted(_placed(hand_off)))


def placed_shot(hand_off: HandOff, track: str, shot: Shot) -> Placed:
    """Return a shot as it is meant."""
    file = hand_off.footage[shot.code]
    frame = file.first + hand_off.frame_in_file(shot)
    return Placed(track, shot.at, shot.length, file.clip, frame)


def nearest(number: Fraction) -> int:
    """Return the nearest whole number, halves up."""
    return int((number + Fraction(1, 2)) // 1)


def card_text(card: Card, languages: tuple[str, ...]) -> str:
    """Return what a card says in the film's languages, one below the other."""
    tags = [*(tag for tag in languages if tag in card.texts), *card.texts]
    return "\n".join(card.texts[tag] for tag in dict.fromkeys(tags))


def marker_text(hand_off: HandOff, marker: Marker) -> str:
    """Return all that is to be known of a place, in one row."""
    name = hand_off.names.get(marker.code, marker.code)
    note = " / ".join(hand_off.notes.get(marker.code, "").splitlines())
    return ": ".join(part for part in (name, note) if part)


def unreadable(file: str, error: Exception) -> TimelineUnreadable:
    """Return why a file cannot be understood, of what went wrong as it was read."""
    problem = error.args[0] if error.args else ""
    if isinstance(problem, Reason):
        return TimelineUnreadable(file=file, reason=problem)
    text = sentence("a number or a name in it makes no sense ({problem})")
    shown = shortened(str(problem))
    return TimelineUnreadable(file=file, reason=Reason(text, problem=shown))


def _placed(hand_off: HandOff) -> Iterator[Placed]:
    for track in hand_off.tracks:
        for item in track.items:
            if isinstance(item, Card):
                yield Placed(track.name, item.at, item.length)
            else:
                yield placed_shot(hand_off, track.name, item)
