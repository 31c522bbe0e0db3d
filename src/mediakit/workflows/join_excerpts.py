"""Join excerpts into one film, and remember that it was made."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reasons
from mediakit.files import safe_name
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import Film, Shot
from mediakit.media.rendering.joining import SUFFIX
from mediakit.model.clip import Clip
from mediakit.model.mask import Masked
from mediakit.model.use import Use, UsedRange, UseKind
from mediakit.workflows.even_loudness import even_loudness
from mediakit.workflows.keep_export import exporting, unnamed
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.pass_masked import (
    how_masked,
    masks_over,
    pass_masked,
    ranges_masked,
    refuse_changed,
    shifted_voices,
)
from mediakit.workflows.place_export import place_export, public_name
from mediakit.workflows.plan_film import Item, Look, is_item, plan_film
from mediakit.workflows.record_use import record_use
from mediakit.workflows.refuse_standing import refuse_standing
from mediakit.workflows.write_film import Rendering, write_film

FOLDER = "films"


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
) -> Generator[Rendering | Joined, None, None]:
    """Make one film of several excerpts; yield how far it has come, then the film.

    What was encoded stays when the work is interrupted, and is taken up again by the
    next film that needs it. What masks hide is hidden. The gate is asked before the
    work, and again when it is done.

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
        MaskUnconfirmed, MaskNotPossible: What is to be hidden cannot be.
        TargetRefused: *output* exists, or lies among the originals.
        MediakitError: It cannot be made; see `plan_film` and `render_film`.
    """
    parts = tuple((item.clip.id, item.range) for item in items)
    shown = look.shown(items)
    records = catalog.read()
    hidden = masks_over(records, parts, shown)
    passed = pass_masked(records, purpose, parts, hidden, shown)
    refuse_standing(library, records, parts, hidden, shown)
    film = plan_film(library, catalog, items, look, purpose, hidden)
    name = safe_name(look.title) if look.title else public_name(items[0].clip)
    target = place_export(library, passed, FOLDER, name, SUFFIX, output)
    levels: tuple[float | None, ...] = (None,) * len(film.parts)
    if look.is_even:
        film, levels = even_loudness(library, film)
    ranges = _ranges(items, film, levels, hidden, is_even=look.is_even)
    with unnamed(library, target) as new:
        written = yield from write_film(
            library, ffmpeg, film, new, is_even=look.is_even
        )
        with exporting(library, catalog) as export:
            # while it was being made, a clip may have been removed, a voice withdrawn
            for item in items:
                export.change.get(Clip, item.clip.id)
            refuse_changed(export.change, parts, shown, hidden)
            passed = pass_masked(export.change, purpose, parts, hidden, shown)
            refuse_standing(library, export.change, parts, hidden, shown)
            use = record_use(
                export.change,
                passed,
                UseKind.FILM,
                (written.file,),
                how=", ".join([look.how(film.canvas), *how_masked(hidden)]),
                ranges=ranges,
                loudness=written.loudness,
            )
            export.let_go(new)
    told = shifted_voices(zip((clip for clip, _range in parts), hidden, strict=True))
    cautions = Reasons(*passed.cautions.each, *told.each)
    yield Joined(target, film.duration, use, cautions)


def _ranges(
    items: Sequence[Item],
    film: Film,
    levels: Sequence[float | None],
    hidden: Sequence[Masked],
    *,
    is_even: bool,
) -> tuple[UsedRange, ...]:
    """Return what is in the film, in its order, with what was done to its sound."""
    made = [
        (part, level)
        for part, level in zip(film.parts, levels, strict=True)
        if is_item(part)
    ]
    return tuple(
        used
        for item, masks, (part, level) in zip(items, hidden, made, strict=True)
        for used in ranges_masked(
            UsedRange(
                item.clip.id,
                item.range,
                item.excerpt,
                loudness=level,
                gain=part.gain if is_even and isinstance(part, Shot) else None,
            ),
            masks,
        )
    )
