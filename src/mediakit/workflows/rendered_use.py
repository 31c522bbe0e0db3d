"""How a film was rendered, and what of clips is in it, for the record of its use."""

from collections.abc import Iterator, Mapping, Sequence

from mediakit.media.rendering.film import Part, Shot
from mediakit.model.film import Film, FilmLine
from mediakit.model.frame_rate import format_timecode
from mediakit.model.mask import Masked
from mediakit.model.timeline import Timeline
from mediakit.model.use import UsedRange
from mediakit.workflows.pass_masked import how_masked, ranges_masked
from mediakit.workflows.plan_rough_cut import RoughCut, RoughLook, Subtitles


def how_rendered(
    cut: RoughCut,
    film: Film,
    version: str,
    look: RoughLook,
    masks: Mapping[str, Masked],
) -> str:
    """Return what the use record of a film says of how it was rendered."""
    canvas = cut.film.canvas
    parts = [f"film {film.id} {version} as mp4", f"{canvas.width}x{canvas.height}"]
    parts += [f"{film.frame_rate.name} fps", look.language]
    if look.subtitles is not Subtitles.NONE:
        parts.append(f"subtitles {look.subtitles}")
    return ", ".join([*parts, *how_masked(masks.values())])


def rendered_ranges(
    cut: RoughCut,
    timeline: Timeline,
    parts: Sequence[Part],
    levels: Sequence[float | None],
    masks: Mapping[str, Masked],
) -> Iterator[UsedRange]:
    """Yield what of clips is in a film, in its order, and when from its beginning.

    Args:
        cut: The film as it was planned.
        timeline: Where its lines and covers lie on paper.
        parts: The same as they were rendered, as loud as they are.
        levels: How loud each is in its clip, where that was evened.
        masks: What is hidden, by the code of its line.
    """
    begin, rate = 0, timeline.rate
    for line, part, level in zip(cut.lines, parts, levels, strict=True):
        if line is None:
            continue
        gain = part.gain if isinstance(part, Shot) else None
        at = format_timecode(begin, rate)
        if line.part:
            used = UsedRange(*line.part, line.excerpt, loudness=level, gain=gain, at=at)
            yield from ranges_masked(used, masks.get(line.code, Masked()))
        yield from _covering(line, timeline, begin, masks)
        begin += part.frames


def _covering(
    line: FilmLine, timeline: Timeline, begin: int, masks: Mapping[str, Masked]
) -> Iterator[UsedRange]:
    """Yield what is seen over a line; nowhere what was too short to be."""
    [own] = [one.at for one in timeline.markers if one.code == line.code]
    items = [item for track in timeline.tracks for item in track.items]
    rate = timeline.rate
    places = {one.code: format_timecode(begin + one.at - own, rate) for one in items}
    for one in line.covers:
        yield UsedRange(
            one.clip,
            one.range,
            at=places.get(one.code, ""),
            masks=masks.get(one.code, Masked()).ids,
        )
