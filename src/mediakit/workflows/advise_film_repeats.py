"""Advise on what is heard twice in a film."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from mediakit.errors.base import Reason, sentence
from mediakit.model.film import FilmLine, LineKind
from mediakit.model.group import fold_name
from mediakit.model.ids import ClipId
from mediakit.model.timecode import TimeRange
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.playlist_advice import Advice, Matter

_WORDS_ALIKE = 4


def advise_repeats(laid: LaidOut) -> Iterator[Advice]:
    """Yield what is heard twice: the same part of a clip, or the same words."""
    lines = [one for one in laid.film.lines if one.kind is LineKind.QUOTE]
    moments = set(_overlapping(lines))
    words = set(_saying_the_same(laid, lines)) - moments
    for pair in sorted(moments | words):
        line, other = (lines[place] for place in pair)
        yield Advice(
            matter=Matter.TWICE,
            items=(line.code, other.code),
            reason=Reason(
                sentence("They let the same moment be heard.")
                if pair in moments
                else sentence("They say the same words.")
            ),
            remedy=Reason(
                sentence(
                    "Keep one, unless it is to be heard twice: 'mediakit film "
                    "remove {film} {line}'."
                ),
                film=laid.film.id,
                line=other.code,
            ),
        )


def _overlapping(lines: Sequence[FilmLine]) -> Iterator[tuple[int, int]]:
    """Yield the places of lines that let the same moment of a clip be heard."""
    parts = sorted(
        (*one.part, place) for place, one in enumerate(lines) if one.part is not None
    )
    open_: list[tuple[ClipId, TimeRange, int]] = []
    for clip, range_, place in parts:
        open_ = [one for one in open_ if one[0] == clip and one[1].overlaps(range_)]
        for _clip, _range, other in open_:
            yield min(place, other), max(place, other)
        open_.append((clip, range_, place))


def _saying_the_same(
    laid: LaidOut, lines: Sequence[FilmLine]
) -> Iterator[tuple[int, int]]:
    """Yield the places of lines in which the same words are said."""
    places = {line.code: place for place, line in enumerate(lines)}
    alike: dict[tuple[str, ...], list[int]] = {}
    for marker in laid.timeline.markers:
        words = _folded(marker.quote)
        if words and marker.code in places:
            alike.setdefault(words, []).append(places[marker.code])
    for some in alike.values():
        yield from combinations(some, 2)


def _folded(quote: str) -> tuple[str, ...]:
    """Return a quote to compare; nothing of what everybody says, as 'thank you'."""
    words = tuple(fold_name(quote).strip(" .!?").split())
    return words if len(words) >= _WORDS_ALIKE else ()
