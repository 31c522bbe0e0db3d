"""Join excerpts into one film, and remember that it was made."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reasons
from mediakit.errors.library import TargetRefused
from mediakit.files import checksum, safe_name, staged
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import Film, Shot
from mediakit.media.rendering.joining import SUFFIX
from mediakit.media.rendering.loudness import measure
from mediakit.model.clip import Clip
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.even_loudness import even_loudness
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.place_export import place_export, public_name, recorded_path
from mediakit.workflows.plan_film import Item, Look, plan_film
from mediakit.workflows.record_use import record_use
from mediakit.workflows.render_film import render_film

FOLDER = "films"


@dataclass(frozen=True, slots=True)
class Joining:
    """How far a film has come, as a share of all."""

    share: float


@dataclass(frozen=True, slots=True)
class Joined:
    """A film that is there.

    Attributes:
        path: The file.
        duration: Milliseconds.
        use: The record that it was made, with all that is in it.
        cautions: What the gate let pass and people should know.
    """

    path: Path
    duration: int
    use: Use
    cautions: Reasons = field(default_factory=Reasons)


def join_excerpts(
    library: Library,
    catalog: Catalog,
    ffmpeg: Ffmpeg,
    items: Sequence[Item],
    look: Look,
    purpose: Purpose,
    *,
    output: str = "",
) -> Generator[Joining | Joined, None, None]:
    """Make one film of several excerpts; yield how far it has come, then the film.

    What was encoded stays when the work is interrupted, and is taken up again by the
    next film that needs it. The gate is asked before the work, and again when it is
    done.

    Args:
        library: Where the clips are.
        catalog: Where the use is recorded.
        ffmpeg: The program.
        items: What is shown, in this order; at least one.
        look: How.
        purpose: What it is for.
        output: A file that is not there yet, instead of one among the exports.

    Raises:
        ConsentRefused, ConsentWithdrawn: The gate says no.
        TargetRefused: *output* exists, or lies among the originals.
        MediakitError: It cannot be made; see `plan_film` and `render_film`.
    """
    parts = tuple((item.clip.id, item.range) for item in items)
    passed = pass_gate(catalog.read(), purpose, parts, look.shown(items))
    film = plan_film(library, catalog, items, look, purpose)
    name = safe_name(look.title) if look.title else public_name(items[0].clip)
    target = place_export(library, passed, FOLDER, name, SUFFIX, output)
    levels: tuple[float | None, ...] = (None,) * len(film.parts)
    if look.is_even:
        film, levels = even_loudness(library, film)
    with staged(target) as half:
        written = Path(half.name)
        for share in render_film(library, ffmpeg, film, written):
            yield Joining(share)
        length = _length(film)
        loudness = measure(written, TimeRange(0, length)) if look.is_even else None
        file = UsedFile(recorded_path(library, target), checksum(written))
        if target.exists():
            raise TargetRefused(path=str(target))
    ranges = _ranges(items, film, levels, is_even=look.is_even)
    with exporting(library, catalog, target) as export:
        # while it was being made, a clip may have been removed, a voice withdrawn
        for item in items:
            export.change.get(Clip, item.clip.id)
        passed = pass_gate(export.change, purpose, parts, look.shown(items))
        use = record_use(
            export.change,
            passed,
            UseKind.FILM,
            (file,),
            how=look.how(film.canvas),
            ranges=ranges,
            loudness=loudness,
        )
    yield Joined(target, length, use, passed.cautions)


def _ranges(
    items: Sequence[Item],
    film: Film,
    levels: Sequence[float | None],
    *,
    is_even: bool,
) -> tuple[UsedRange, ...]:
    """Return what is in the film, in its order, with what was done to its sound."""
    shots = [
        (part, level)
        for part, level in zip(film.parts, levels, strict=True)
        if isinstance(part, Shot)
    ]
    return tuple(
        UsedRange(
            item.clip.id,
            item.range,
            item.excerpt,
            loudness=level,
            gain=shot.gain if is_even else None,
        )
        for item, (shot, level) in zip(items, shots, strict=True)
    )


def _length(film: Film) -> int:
    frames = sum(film.canvas.frames(part.duration) for part in film.parts)
    return round(frames * 1000 / film.canvas.rate)
