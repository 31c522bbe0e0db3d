"""Write a film as a new file: rendered, measured, its bytes counted."""

from collections.abc import Generator
from dataclasses import dataclass

from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import Film
from mediakit.media.rendering.loudness import measure
from mediakit.model.timecode import TimeRange
from mediakit.model.use import UsedFile
from mediakit.workflows.keep_export import Unnamed
from mediakit.workflows.render_film import render_film


@dataclass(frozen=True, slots=True)
class Rendering:
    """How far a film has come, as a share of all."""

    share: float


@dataclass(frozen=True, slots=True)
class WrittenFilm:
    """A film that was written, and that nobody has a record of yet.

    Attributes:
        file: As a use names it.
        loudness: LUFS of all of it; ``None`` where it was not evened, or is silent.
    """

    file: UsedFile
    loudness: float | None


def write_film(
    library: Library, ffmpeg: Ffmpeg, film: Film, new: Unnamed, *, is_even: bool = True
) -> Generator[Rendering, None, WrittenFilm]:
    """Write *film* as a new file without its name; yield how far it has come.

    Args:
        library: Where segments are kept.
        ffmpeg: The program.
        film: At least one part.
        new: The file.
        is_even: It was made evenly loud: how loud it has become is measured.

    Raises:
        MediakitError: It cannot be made; see `render_film`.
    """
    for share in render_film(library, ffmpeg, film, new.written):
        yield Rendering(share)
    whole = TimeRange(0, film.duration)
    loudness = measure(new.written, whole) if is_even else None
    return WrittenFilm(new.finish(library), loudness)
