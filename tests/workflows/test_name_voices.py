"""Credits name whoever is heard, each once, in a language that the program speaks."""

import pytest

from mediakit.model.film import LineKind
from mediakit.model.frame_rate import RATES, FrameRate
from mediakit.model.timeline import Marker, Timeline
from mediakit.workflows.name_voices import credit_cards


def _film(*heard: tuple[str, ...], length: int = 25) -> Timeline:
    markers = tuple(
        Marker(
            code=f"K{place}",
            kind=LineKind.QUOTE,
            at=place * length,
            length=length,
            names=names,
        )
        for place, names in enumerate(heard)
    )
    return Timeline(
        film="f-1",
        title="Gao",
        rate=FrameRate(RATES["25"]),
        width=320,
        height=180,
        markers=markers,
    )


@pytest.mark.parametrize(
    ("languages", "head"),
    [
        (["ar", "fr"], "Avec les voix de"),
        (["fr-ML"], "Avec les voix de"),
        (["ar", "bm"], "With the voices of"),
        ([], "With the voices of"),
    ],
)
def test_credits_speak_the_films_language(languages: list[str], head: str) -> None:
    """The first of the film's in which the program has texts, before English."""
    [card] = credit_cards(_film(("Awa",), ("Oumar", "Awa"), ()), languages)

    assert [head, "", "Awa", "Oumar"] == card.text.split("\n")


def test_many_names_are_on_several_cards() -> None:
    """More than a screen holds is not made smaller, but shown after it."""
    names = [f"Awa {number}" for number in range(20)]

    cards = list(credit_cards(_film(tuple(names)), ["fr"]))

    assert [8, 8, 4] == [len(card.text.splitlines()) - 2 for card in cards]
    assert names == [one for card in cards for one in card.text.splitlines()[2:]]


def test_nobody_to_name_needs_no_credits() -> None:
    """Who agreed to no name, and what takes no time, is not named."""
    assert [] == list(credit_cards(_film((), ()), ["fr"]))
    assert [] == list(credit_cards(_film(("Awa",), length=0), ["fr"]))
