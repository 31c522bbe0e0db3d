"""Wall cards: one an excerpt, to cut out, hang, and arrange in another order.

Everybody in the room sees them: a picture, what it is about, and a code. Neither what
was said nor what the team calls it is on them, for that may tell who it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mediakit.kits.base import Need
from mediakit.kits.paper import colours, embedded, picture_of, write_page
from mediakit.kits.plan import KitItem, KitPlan, in_language
from mediakit.kits.words import words_of

NAME = "wall-cards"
NEEDS = frozenset({Need.STILLS})

FILES = {"wall-cards.html": 4, "wall-cards-large.html": 2}
"""The pages, and how many cards stand on a sheet of paper."""

_MOST_THEMES = 3


@dataclass(frozen=True, slots=True)
class _Band:
    """A theme on a card.

    Attributes:
        label: What it is called.
        icon: One symbol, or empty.
        look: The number of its colours.
    """

    label: str
    icon: str
    look: int


@dataclass(frozen=True, slots=True)
class _Card:
    """What is on a card."""

    code: str
    picture: str
    bands: tuple[_Band, ...]


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Write a page with four cards a sheet, and one with two.

    Raises:
        ReadFailed: A picture cannot be read.
        WriteFailed: It could not be written.
    """
    _ = words_of(plan)
    themes = (theme for item in plan.items for theme in item.themes)
    looks = {pair: n for n, pair in enumerate(dict.fromkeys(map(colours, themes)))}
    cards = [_card(plan, item, looks, folder) for item in plan.items]
    for name, each in FILES.items():
        write_page(
            folder / name,
            "wall_cards.html",
            _style(looks),
            sheets=[cards[n : n + each] for n in range(0, len(cards), each)],
            each=each,
            language=plan.language,
            title=_("Wall cards"),
        )


def _card(
    plan: KitPlan, item: KitItem, looks: Mapping[tuple[str, str], int], folder: Path
) -> _Card:
    bands = tuple(
        _Band(in_language(one.labels, plan.language), one.icon, looks[colours(one)])
        for one in item.themes[:_MOST_THEMES]
    )
    return _Card(item.code, embedded(picture_of(item, folder)), bands)


def _style(looks: Mapping[tuple[str, str], int]) -> str:
    return "".join(
        f".look{number} {{ background: {ground}; color: {ink}; }}\n"
        for (ground, ink), number in looks.items()
    )
