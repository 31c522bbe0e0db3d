"""Masks in a test's library, and what is left to see of what they hide."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.mask import Mask, MaskKind, Place
from mediakit.model.timecode import TimeRange
from mediakit.workflows.keep_mask import MaskWish, add_mask
from tests.consents import WORKING, purpose, put_voice_of
from tests.library_clips import put_clip
from tests.media.barcode import Recipe
from tests.rough_cuts import a_line, put_film

WHOLE = TimeRange(0, 4000)
PART = TimeRange(1000, 2000)
FILM = purpose("film")
FACE = (Place(250, 250, 500, 500),)


def put_unseen(library: Library, catalog: Catalog) -> Clip:
    """Put a video there in which somebody does not want to be seen, and a film."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    put_voice_of(catalog, clip.id, up_to="film", face=False, voice=True)
    put_film(catalog, a_line("Q1", clip, 1000, 2000), scope="film")
    return clip


def hide(
    catalog: Catalog,
    clip: Clip,
    kind: MaskKind,
    part: TimeRange = WHOLE,
    # Any: the fields of a wish
    **how: Any,
) -> Mask:
    """Hide somebody in a clip."""
    return add_mask(catalog, clip, part, MaskWish(kind=kind, **how), WORKING)


def luma(path: Path, number: int) -> NDArray[np.int64]:
    """Return how bright one picture is, as numbers that can be negative."""
    import av

    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            if index == number:
                return frame.to_ndarray(format="gray").astype(np.int64)
    raise AssertionError(number)


def sharpness(picture: NDArray[np.int64]) -> int:
    """Return how much brighter one column of a picture can be than the one beside it.

    The bars of a picture's number are sharp; what is blurred has no such edges. Of the
    numbers only the upper part is looked at, and of large pictures a few columns.
    """
    height, width = picture.shape
    upper = picture[: height * 4 // 9, :: max(1, width // 160)]
    return int(np.abs(np.diff(upper)).max())
