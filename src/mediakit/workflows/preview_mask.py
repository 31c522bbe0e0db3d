"""Show the team what a mask leaves to see and hear, before anybody relies on it."""

from collections.abc import Generator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.files import staged
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import (
    Film,
    nearest_rate,
    wide_canvas,
)
from mediakit.media.rendering.joining import SUFFIX
from mediakit.media.rendering.segment_cache import owner
from mediakit.model.clip import Clip
from mediakit.model.leaving import Part as Held
from mediakit.model.leaving import Shown
from mediakit.model.mask import Mask, Masked
from mediakit.model.timecode import TimeRange
from mediakit.workflows.masked_copy import masked_part
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.render_film import render_film
from mediakit.workflows.write_film import Rendering

_LINES = 360
_RATE = Fraction(25)


@dataclass(frozen=True, slots=True)
class Previewed:
    """What a mask leaves, as a film for the team.

    Attributes:
        mask: The mask.
        path: The film, among the working copies.
    """

    mask: Mask
    path: Path


def preview_mask(
    library: Library, catalog: Catalog, ffmpeg: Ffmpeg, typed: str, purpose: Purpose
) -> Generator[Rendering | Previewed, None, None]:
    """Render what a mask leaves to see and hear; yield how far it has come, then it.

    It is a working copy: it goes with the clip, and nothing leaves.

    Args:
        library: Where the clip is.
        catalog: The records.
        ffmpeg: The program.
        typed: The mask.
        purpose: For whom; see `for_the_team`.

    Raises:
        MaskNotFound, IdAmbiguous: It is not found.
        ConsentRefused, ConsentWithdrawn: The clip is closed to the team.
        MediakitError: It cannot be rendered; see `render_film`.
    """
    records = catalog.read()
    mask = records.find(Mask, typed)
    clip = records.get(Clip, mask.clip)
    parts: list[Held] = [(clip.id, mask.range)]
    if mask.recording:
        said = records.get(Clip, mask.recording)
        parts.append((said.id, TimeRange(0, said.media.duration)))
    pass_gate(records, purpose, parts, Shown(0))
    video = clip.media.video
    rate = nearest_rate(Fraction(video.frame_rate)) if video else _RATE
    canvas = wide_canvas(_LINES, rate)
    frames = canvas.frames(mask.range.duration)
    part = masked_part(
        *(library, records, purpose, clip, mask.range, Masked((mask,)), frames)
    )
    film = Film(canvas, (part,))
    path = library.segments / owner(part) / f"{mask.id}{SUFFIX}"
    with staged(path) as half:
        for share in render_film(library, ffmpeg, film, Path(half.name)):
            yield Rendering(share)
    yield Previewed(mask, path)
