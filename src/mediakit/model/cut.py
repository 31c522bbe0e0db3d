"""A finished cut: the shots that an editor left in a film, and where they are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from mediakit.errors.base import Reason
from mediakit.model.ids import ClipId, UseId
from mediakit.model.timecode import TimeRange


class How(StrEnum):
    """By what the clip of a shot was known again.

    Attributes:
        ID: Its id, in our own metadata or in its name.
        NAME: Its name or reel, and its time in the recording.
        HASH: The content of its file.
        NOTHING: It was not.
    """

    ID = "id"
    NAME = "name"
    HASH = "hash"
    NOTHING = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutShot:
    """A shot of a finished cut.

    Attributes:
        at: Frames of the film before it.
        length: Frames it lasts.
        tracks: What it is on: ``V1``, ``A1``.
        line: The code of the line of the paper edit that the file names.
        how: By what its clip was known.
        clip: The clip.
        range: Which part of it, at most; all of it where that is not known.
        name: What the editing program calls it.
        path: Where its file was.
        use: What it is made of, where that left the library.
        also: What else it may be a part of: other clips, and which part of each.
        doubt: What is not sure of it.
    """

    at: int
    length: int
    tracks: tuple[str, ...]
    line: str = ""
    how: How = How.NOTHING
    clip: ClipId | None = None
    range: TimeRange | None = None
    name: str = ""
    path: str = ""
    use: UseId | None = None
    also: tuple[tuple[ClipId, TimeRange], ...] = ()
    doubt: Reason | None = None

    @property
    def end(self) -> int:
        """Frames of the film before what follows it."""
        return self.at + self.length

    @property
    def is_seen(self) -> bool:
        """Whether its pictures are in the film."""
        return any(track.startswith("V") for track in self.tracks)

    @property
    def is_heard(self) -> bool:
        """Whether its sound is in the film."""
        return any(track.startswith("A") for track in self.tracks)


def joined_shots(shots: Iterable[CutShot]) -> tuple[CutShot, ...]:
    """Return shots in order, each once: its picture and its sound are one.

    A recording that goes on after a cut as if there were none is one shot, too.
    """
    linked: dict[CutShot, list[str]] = {}
    for shot in shots:
        linked.setdefault(replace(shot, tracks=()), []).extend(shot.tracks)
    whole: list[CutShot] = []
    ends: dict[tuple[object, ...], int] = {}
    for bare, tracks in sorted(linked.items(), key=lambda one: _order(one[0])):
        shot = replace(bare, tracks=tuple(sorted(set(tracks), reverse=True)))
        key = (shot.clip, shot.tracks, shot.how, shot.doubt, shot.name, shot.path)
        place = ends.get((*key, shot.at))
        if place is not None and _goes_on(whole[place], shot):
            whole[place] = _together(whole[place], shot)
        else:
            place = len(whole)
            whole.append(shot)
        ends[*key, whole[place].end] = place
    return tuple(whole)


def _order(shot: CutShot) -> tuple[object, ...]:
    return shot.at, shot.end, shot.clip or "", shot.name, shot.line


def _goes_on(before: CutShot, after: CutShot) -> bool:
    if before.range is None or after.range is None or before.also or after.also:
        return False
    is_one = not (before.line and after.line) or before.line == after.line
    return is_one and abs(before.range.end - after.range.start) <= 1


def _together(before: CutShot, after: CutShot) -> CutShot:
    if before.range is None or after.range is None:
        return before
    return replace(
        before,
        line=before.line or after.line,
        length=after.end - before.at,
        range=TimeRange(before.range.start, after.range.end),
    )
