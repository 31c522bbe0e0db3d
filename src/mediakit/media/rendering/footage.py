"""What a shot needs to know of its source before ffmpeg reads it."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.media.cutting.plan import (
    Track,
    is_still,
    opened,
    pictures_around,
    seek_before,
    tracks_between,
)
from mediakit.media.probe import pictures
from mediakit.model.timecode import TimeRange

# numbers of ITU-T H.273 to swscale's names
_MATRICES = {1: "bt709", 4: "fcc", 5: "bt601", 6: "bt601", 7: "smpte240m", 9: "bt2020"}
# pictures that do not say are taken as every player takes them, by their size
_LARGE = 720
# a phone in the dark takes its time, and says nothing of it
_LONGEST = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Footage:
    """Where a shot lies in its source, in the source's own time.

    Attributes:
        seek: From which second on to decode, counted from the file's beginning.
        start: Seconds.
        end: Seconds.
        tracks: The sound, if there is any.
        first: When the first picture that may be shown was; ``None`` without any.
        matrix: How colours were made, as swscale calls it.
        stands: Seconds for which one of its pictures may be seen.
    """

    seek: int
    start: Fraction
    end: Fraction
    tracks: tuple[Track, ...]
    first: Fraction | None
    matrix: str
    stands: Fraction

    @property
    def has_pictures(self) -> bool:
        """Whether anything of it is seen."""
        return self.first is not None


def examine(source: Path, span: TimeRange) -> Footage:
    """Return where a part of a recording lies in it and what is there.

    Raises:
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    with opened(source) as container:
        zero = Fraction(container.start_time or 0, 1_000_000)
        start = zero + Fraction(span.start, 1000)
        end = zero + Fraction(span.end, 1000)
        video = pictures(container)
        return Footage(
            seek=seek_before(container, span),
            start=start,
            end=end,
            tracks=tracks_between(container, start, end),
            first=_first(container, video, start, end),
            matrix=_matrix(video),
            stands=_stands(video),
        )


# Any, here and below: PyAV's container and stream
def _first(
    container: Any, video: Any | None, start: Fraction, end: Fraction
) -> Fraction | None:
    """Return from when on pictures are shown: none of before, but one that stands."""
    if video is None:
        return None
    standing, following = pictures_around(container, video, start)
    if standing is not None:
        return standing if is_still(start, following) else start
    return start if following is not None and following < end else None


def _stands(video: Any | None) -> Fraction:
    rate = video.average_rate if video is not None else None
    return max(_LONGEST, 1 / Fraction(rate)) if rate else _LONGEST


def _matrix(video: Any | None) -> str:
    if video is None:
        return "bt709"
    context = video.codec_context
    large = min(context.width, context.height) >= _LARGE
    return _MATRICES.get(int(context.colorspace), "bt709" if large else "bt601")
