"""How much is coded: counted the same way wherever it is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId
from mediakit.model.spans import union
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingCounts:
    """What some codings come to.

    Attributes:
        codings: How many there are.
        clips: How many clips they are in.
        strong: How many are strong quotes.
        coders: Who coded, in the order of the alphabet.
        time: Milliseconds of what is said that are coded; what several codings have
            in common counts once, and clips that are only sorted do not.
    """

    codings: int
    clips: int
    strong: int
    coders: tuple[str, ...]
    time: int


def count_codings(
    codings: Iterable[Coding], clips: Mapping[ClipId, Clip]
) -> CodingCounts:
    """Return what *codings* come to, but for those of clips that are gone."""
    known = [coding for coding in codings if coding.clip in clips]
    passages: dict[ClipId, list[TimeRange]] = {}
    for coding in known:
        if coding.range is not None:
            passages.setdefault(coding.clip, []).append(coding.range)
    return CodingCounts(
        codings=len(known),
        clips=len({coding.clip for coding in known}),
        strong=sum(coding.strong for coding in known),
        coders=tuple(sorted({coding.coded_by for coding in known} - {""})),
        time=sum(span.duration for some in passages.values() for span in union(some)),
    )
