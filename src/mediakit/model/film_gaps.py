"""A film without some of its lines, whose time stays empty."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from mediakit.model.clip import Clip
from mediakit.model.film import Film
from mediakit.model.film_layout import lay_out
from mediakit.model.film_order import without_codes
from mediakit.model.ids import ClipId


@dataclass(frozen=True, slots=True)
class Gapped:
    """A film of which some lines are left out.

    Attributes:
        film: What is left: nothing in it tells of the others.
        gaps: Frames that stay empty before a line, by its code.
        ends: Milliseconds of its line at which a cover ends, as the one that is left
            out would have begun, by its code.
    """

    film: Film
    gaps: Mapping[str, int]
    ends: Mapping[str, int]


def without_lines(
    film: Film, clips: Mapping[ClipId, Clip], codes: Collection[str]
) -> Gapped:
    """Return *film* without some lines and covers; all else keeps its time.

    Covers go with their line. Nothing stays empty behind the last line that is left.

    Args:
        film: The paper edit.
        clips: At least those that are in it.
        codes: Those of the lines and covers.
    """
    if not codes:
        return Gapped(film, {}, {})
    lengths = {one.code: one.length for one in lay_out(film, clips).markers}
    gaps: dict[str, int] = {}
    empty = 0
    for line in film.lines:
        if line.code in codes:
            empty += lengths.get(line.code, 0)
        elif empty:
            gaps[line.code], empty = empty, 0
    ends = dict(_ends(film, codes))
    return Gapped(without_codes(film, codes), gaps, ends)


def _ends(film: Film, codes: Collection[str]) -> Iterator[tuple[str, int]]:
    for line in film.lines:
        in_order = sorted(line.covers, key=lambda cover: cover.at)
        for cover, following in pairwise(in_order):
            if following.code in codes:
                yield cover.code, following.at
