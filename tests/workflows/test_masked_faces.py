"""Real faces, found, confirmed and hidden in whatever leaves."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.media.preparing.faces import find_faces
from mediakit.model.mask import MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.workflows.keep_mask import confirm_mask
from mediakit.workflows.propose_faces import propose_faces
from tests.extras import needs_opencv
from tests.library_media import put_media
from tests.masks import hide
from tests.media_files import made
from tests.photographs import filmed
from tests.workflows.test_masked_cuts import cut

pytestmark = [pytest.mark.ffmpeg, needs_opencv]

WHOLE, PART = TimeRange(0, 1000), TimeRange(200, 900)
# for each kind of recording, options of ffmpeg and more filters
KINDS: dict[str, tuple[tuple[str, ...], str]] = {
    "plain": ((), ""),
    # frames at varying distances, as phones record them
    "variable": (("-fps_mode", "passthrough"), ",select='not(eq(mod(n,3),1))'"),
    "ten bits": (("-pix_fmt", "yuv420p10le", "-c:v", "libx265"), ""),
    "upright": ((), ",transpose=cclock"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_found_any_more(
    kind: str, library: Library, catalog: Catalog
) -> None:
    """What found the face finds none, and in the face nothing sharp is left."""
    options, filters = KINDS[kind]
    source = filmed(*options, then=filters)
    if kind == "upright":
        source = turned(source)
    [clip] = put_media(library, catalog, source)
    assert clip.media.video
    assert (kind == "upright") == bool(clip.media.video.rotation)
    places = propose_faces(library, clip, WHOLE)
    mask = hide(catalog, clip, MaskKind.FACES, WHOLE, places=places)
    confirm_mask(catalog, mask.id)
    assert [] != list(find_faces(library.resolve(clip.path), PART))

    hidden = cut(library, catalog, clip, part=PART)

    assert [] == list(find_faces(hidden.path, TimeRange(0, 700)))
    for picture in luma_of(hidden.path):
        height, width = picture.shape
        rows = slice(height * 3 // 10, height * 6 // 10)
        face = picture[rows, width * 45 // 100 : width * 55 // 100]
        assert np.abs(np.diff(face, axis=0)).max() < 12
        assert np.abs(np.diff(face, axis=1)).max() < 12


def turned(path: Path) -> Path:
    """Return a video that players turn: stored lying on its side, as phones do."""
    return made("turned.mp4", "-display_rotation", "-90", "-i", str(path), "-c", "copy")


def luma_of(path: Path) -> list[NDArray[np.int64]]:
    """Return how bright each picture is."""
    import av

    with av.open(str(path)) as container:
        return [
            frame.to_ndarray(format="gray").astype(np.int64)
            for frame in container.decode(video=0)
        ]
