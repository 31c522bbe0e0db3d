"""Blurring: pictures, or parts of them, of which too little is left to know anybody.

What is hidden is first made so small that only a few spots of colour are left, and
then large and soft again: sharpening brings nothing back, as it could of a mere blur.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from mediakit.media.rendering.film import Blurred

_WHOLE = 1000
# across the shorter side of a picture: of a face that fills it, those who know it know
# it by twelve
_SPOTS = 6
_STEP = 8  # pixels of a face that become one


# Any: ffmpeg-python's graphs
def with_blurred(pictures: Any, blurred: Sequence[Blurred], stands: Fraction) -> Any:
    """Return *pictures* with what is blurred in them, rather too much than too little.

    Where all is, they come out small, and are made larger wherever they are shown.

    Args:
        pictures: As recorded, what is shown counted from zero.
        blurred: What cannot be made out.
        stands: Seconds for which a picture may be seen: one that came so long before
            something is to be blurred in it still shows it then.
    """
    for one in blurred:
        is_whole = (one.width, one.height) == (_WHOLE, _WHOLE)
        pictures = _everywhere(pictures) if is_whole else _there(pictures, one, stands)
    return pictures


def _everywhere(pictures: Any) -> Any:
    # what does not say its shape would come out in that of the spots
    shaped = pictures.filter("setsar", "if(gt(sar,0),sar,1)")
    return shaped.filter(
        "scale",
        w=f"max(2,trunc(iw*{_SPOTS}/min(iw,ih)))",
        h=f"max(2,trunc(ih*{_SPOTS}/min(iw,ih)))",
        flags="area",
    )


def _there(pictures: Any, one: Blurred, stands: Fraction) -> Any:
    both = pictures.filter_multi_output("split")
    face = (
        both[1]
        .filter(
            "crop",
            _steps("iw", one.width),
            _steps("ih", one.height),
            f"min(iw*{one.left}/{_WHOLE},iw-ow)",
            f"min(ih*{one.top}/{_WHOLE},ih-oh)",
        )
        .filter("scale", w=f"iw/{_STEP}", h=f"ih/{_STEP}", flags="area")
        .filter("scale", w=f"iw*{_STEP}", h=f"ih*{_STEP}", flags="bicubic")
        .filter(
            "boxblur",
            luma_radius="min(w,h)/4",
            luma_power=3,
            chroma_radius="min(cw,ch)/4",
            chroma_power=3,
        )
    )
    return both[0].overlay(
        face,
        x=f"min(main_w*{one.left}/{_WHOLE},main_w-overlay_w)",
        y=f"min(main_h*{one.top}/{_WHOLE},main_h-overlay_h)",
        eof_action="repeat",
        enable=_when(one, stands),
    )


def _when(one: Blurred, stands: Fraction) -> str:
    """Return when it is blurred; times in recordings are no whole milliseconds."""
    end = "1" if one.end is None else f"lte(t,{(one.end + 1) / 1000})"
    return f"gte(t,{one.start / 1000 - float(stands)})*{end}"


def _steps(side: str, share: int) -> str:
    """Return how many pixels a face takes, whole steps of them."""
    most = f"trunc({side}/{_STEP})*{_STEP}"
    return f"min({most},ceil({side}*{share}/{_WHOLE}/{_STEP})*{_STEP})"
