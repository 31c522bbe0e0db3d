"""Find the files that a film's shots are taken from, as editing programs need them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from mediakit.errors.base import Reason, sentence
from mediakit.errors.timelines import TimelineNotPossible
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.frame_rate import FrameRate, parse_timecode
from mediakit.model.ids import ClipId
from mediakit.model.timeline import Shot, Timeline, clip_rate
from mediakit.timeline.base import Footage
from mediakit.workflows.place_export import public_name

_DROPPED = (";", ",", ".")
_SAMPLE_RATE = 48_000


@dataclass(frozen=True, slots=True)
class Clock:
    """How the recorder of a clip counted its frames.

    Attributes:
        rate: Frames a second.
        first: The number of the first frame; 0 without a clock.
    """

    rate: FrameRate
    first: int = 0


def gather_footage(
    library: Library, timeline: Timeline, folder: Path
) -> dict[str, Footage]:
    """Return the original of each shot, by the shot's code; it may be absent.

    Args:
        library: Where originals are.
        timeline: The film in time.
        folder: Where the timeline will be, from which they are named.
    """
    files = {
        clip.id: footage_of(
            timeline, clip, _from_folder(library.resolve(clip.path), folder)
        )
        for clip in timeline.clips.values()
    }
    return {shot.code: files[shot.clip] for shot in shots_of(timeline)}


def require_steady(timeline: Timeline, kind: str) -> None:
    """Refuse recordings whose frames come at varying distances: programs drift there.

    Raises:
        TimelineNotPossible: There is one.
    """
    used = dict.fromkeys(shot.clip for shot in shots_of(timeline))
    clips = [timeline.clips[clip] for clip in used]
    varying = [one.id for one in clips if one.media.video and one.media.video.variable]
    if varying:
        reason = Reason(
            sentence(
                "the frames of {clips} come at varying distances, as phones record "
                "them, and editing programs would drift there; --collect brings them "
                "to the film's"
            ),
            clips=", ".join(varying),
        )
        raise TimelineNotPossible(film=timeline.film, format=kind, reason=reason)


def shots_of(timeline: Timeline) -> Iterator[Shot]:
    """Yield every shot of a film, track by track."""
    for track in timeline.tracks:
        yield from (item for item in track.items if isinstance(item, Shot))


def clock_of(timeline: Timeline, clip: ClipId) -> Clock:
    """Return how the frames of a clip are counted in a film."""
    return clip_clock(timeline.clips[clip], timeline.rate)


def clip_clock(clip: Clip, film: FrameRate) -> Clock:
    """Return how the frames of a clip are counted.

    A recorder's clock that makes no sense at the clip's rate is as good as none.
    """
    rate, video = clip_rate(clip, film), clip.media.video
    written = video.timecode if video and not video.variable else ""
    drop = any(mark in written for mark in _DROPPED)
    try:
        counted = FrameRate(rate.exact, drop) if video else rate
        return Clock(counted, parse_timecode(written, counted))
    except ValueError:
        return Clock(FrameRate(rate.exact) if video else rate)


def footage_of(timeline: Timeline, clip: Clip, path: str) -> Footage:
    """Return all of a clip as a file that is found at a path; see `Footage`."""
    clock = clock_of(timeline, clip.id)
    video, sound = clip.media.video, clip.media.sound
    length = clock.rate.whole_frames(Fraction(clip.media.duration, 1000))
    return Footage(
        clip=clip.id,
        name=public_name(clip),
        path=path,
        rate=clock.rate,
        first=clock.first,
        length=max(1, length),
        width=video.width if video else 0,
        height=video.height if video else 0,
        channels=sound[0].channels if sound else 0,
        sample_rate=sound[0].sample_rate if sound else _SAMPLE_RATE,
    )


def _from_folder(path: Path, folder: Path) -> str:
    """Return a path as seen from a folder; as it is, where that is on another disk."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.as_posix()
