"""What a shot needs to know of its source before ffmpeg reads it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mediakit.media.cutting.plan import Track, opened, seek_before, tracks_between
from mediakit.media.probe import pictures
from mediakit.media.rendering.film import Shot

# numbers of ITU-T H.273 to swscale's names
_MATRICES = {1: "bt709", 4: "fcc", 5: "bt601", 6: "bt601", 7: "smpte240m", 9: "bt2020"}
# pictures that do not say are taken as every player takes them, by their size
_LARGE = 720


@dataclass(frozen=True, slots=True)
class Footage:
    """Where a shot lies in its source, in the source's own time.

    Attributes:
        seek: From which second on to decode, counted from the file's beginning.
        start: Seconds.
        end: Seconds.
        track: The sound, if there is any.
        has_pictures: Whether anything moves.
        matrix: How colours were made, as swscale calls it.
    """

    seek: int
    start: Fraction
    end: Fraction
    track: Track | None
    has_pictures: bool
    matrix: str


def examine(shot: Shot) -> Footage:
    """Return where a shot lies in its source and what is there.

    Raises:
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    with opened(shot.source) as container:
        zero = Fraction(container.start_time or 0, 1_000_000)
        start = zero + Fraction(shot.span.start, 1000)
        end = zero + Fraction(shot.span.end, 1000)
        video = pictures(container)
        tracks = tracks_between(container, start, end)
        return Footage(
            seek=seek_before(container, shot.span),
            start=start,
            end=end,
            track=tracks[0] if tracks else None,
            has_pictures=video is not None,
            matrix=_matrix(video),
        )


# Any: PyAV's stream
def _matrix(video: Any | None) -> str:
    if video is None:
        return "bt709"
    context = video.codec_context
    large = min(context.width, context.height) >= _LARGE
    return _MATRICES.get(int(context.colorspace), "bt709" if large else "bt601")
