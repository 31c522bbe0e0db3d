"""Name who is heard in a film: as they begin to speak, and at its end."""

from collections.abc import Iterable, Iterator, Sequence

from mediakit.errors.base import sentence
from mediakit.i18n.language import SOURCE, known_languages
from mediakit.kits.words import words_in
from mediakit.media.rendering.film import (
    Banner,
    BannerKind,
    Card,
    CardKind,
    Cover,
    Line,
    card_of,
)
from mediakit.model.frame_rate import FrameRate
from mediakit.model.language import primary
from mediakit.model.timeline import Timeline

_CREDITS = sentence("With the voices of")
_NAMES_A_CARD = 8
_STANDS, _READ, _FADES = 4000, 1500, 250  # milliseconds


def lower_third(
    names: Sequence[str], length: int, covers: Sequence[Cover], rate: FrameRate
) -> Iterator[Banner]:
    """Yield who speaks, while they are seen: no other face is to bear their name.

    Args:
        names: What they agreed to be called.
        length: Frames of the line.
        covers: What is seen meanwhile, in order.
        rate: That of the film.
    """
    begin = 0
    for at, end in (*((one.at, one.at + one.frames) for one in covers), (length,) * 2):
        start, free = rate.milliseconds(begin), rate.milliseconds(at - begin)
        if names and free >= min(_READ, rate.milliseconds(length)):
            line = Line(start, start + min(free, _STANDS), ", ".join(names))
            yield Banner(BannerKind.NAME, line)
            return
        begin = end


def credits_duration(timeline: Timeline) -> int:
    """Return how long the credits of a rendered film are, after its lines, in ms."""
    return sum(card.duration for card in credit_cards(timeline, timeline.languages))


def credit_cards(timeline: Timeline, languages: Iterable[str]) -> Iterator[Card]:
    """Yield the cards that name who is heard in a film, each once.

    Args:
        timeline: The film.
        languages: To write them in the first of which the program has texts.
    """
    seen = (one for one in timeline.markers if one.length)
    heard = list(dict.fromkeys(name for one in seen for name in one.names))
    known = known_languages()
    say = words_in(next((tag for tag in languages if primary(tag) in known), SOURCE))
    for first in range(0, len(heard), _NAMES_A_CARD):
        some = heard[first : first + _NAMES_A_CARD]
        text = "\n".join([say(_CREDITS), "", *some])
        yield card_of(CardKind.CREDITS, text, _FADES)
