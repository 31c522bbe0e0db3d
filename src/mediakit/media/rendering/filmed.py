"""The pictures of a recording, brought to a canvas."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mediakit.media.cutting.reencode import reading_of
from mediakit.media.rendering.blurring import with_blurred
from mediakit.media.rendering.film import Blurred, Canvas
from mediakit.media.rendering.footage import Footage

# as in cutting: whole numbers of these make the frames of all usual rates
_TICKS = 360_000
_NEAR = 360  # of these: times in recordings are no whole milliseconds


# Any: ffmpeg-python's graphs
def filmed(
    source: Path,
    footage: Footage,
    canvas: Canvas,
    cores: int,
    blurred: Sequence[Blurred] = (),
) -> Any:
    """Return what a part of a recording shows; the last picture stands for ever.

    Args:
        source: The recording.
        footage: Where in it the part lies.
        canvas: What it is to fit.
        cores: How many processors may decode it.
        blurred: What cannot be made out.
    """
    width, height = canvas.width, canvas.height
    clip = reading_of(source, footage.seek, "an", cores=cores)
    first = footage.start if footage.first is None else footage.first
    recorded = (
        clip["V:0"]
        .filter("settb", f"1/{_TICKS}")
        .filter("setpts", f"PTS-{round(footage.start * _TICKS)}")
        # of what was before nobody may have to do with it
        .filter("select", f"gte(pts,{round((first - footage.start) * _TICKS) - _NEAR})")
    )
    pictures = (
        # before a picture takes the time of the film's frame that it is nearest to,
        # and stands until the next: it is blurred by its own
        with_blurred(recorded, blurred, footage.stands)
        .filter("fps", str(canvas.rate))
        # the last picture stands for ever, also if it came before the shot; and the
        # first from the beginning, also if it comes late
        .filter("tpad", stop=-1, stop_mode="clone")
        .filter("fps", str(canvas.rate), start_time=0)
    )
    return (
        pictures.filter(
            "scale",
            w=f"max(2,trunc(min({width},{height}*dar)/2)*2)",
            h=f"max(2,trunc(min({height},{width}/dar)/2)*2)",
            in_color_matrix=footage.matrix,
            out_color_matrix="bt709",
            out_range="tv",
        )
        .filter("setsar", 1)
        .filter("format", "yuv420p")
        .filter("pad", width, height, "(ow-iw)/4*2", "(oh-ih)/4*2")
    )
