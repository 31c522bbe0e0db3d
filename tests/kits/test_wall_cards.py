"""Wall cards: everybody sees them, so they tell nothing of who it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.kits import wall_cards
from mediakit.kits.paper import colours
from mediakit.kits.plan import KitPlan, KitTheme
from tests.kits.pages import Page
from tests.kits.plans import FEAR, PLAN, ROAD, TRUST, WATER, WELL, with_pictures
from tests.kits.test_run_sheet import HOSTILE


def _pages(plan: KitPlan, folder: Path) -> dict[int, Page]:
    wall_cards.lay_out(plan, folder)
    return {
        each: Page((folder / name).read_text("utf-8"))
        for name, each in wall_cards.FILES.items()
    }


def test_has_a_picture_a_code_and_themes_only(tmp_path: Path) -> None:
    """No title, no words, no place: they may name or tell who speaks."""
    for page in _pages(with_pictures(PLAN, tmp_path), tmp_path).values():
        assert {
            *("Cartes murales", "K7", "M2", "\u266a", "L\u2019eau", "La peur"),
            *(WATER.icon, FEAR.icon, TRUST.labels["fr"]),
        } == set(page.texts)
        assert 1 == len(page.all("img"))


def test_stand_two_or_four_on_a_sheet(tmp_path: Path) -> None:
    """The last sheet may have fewer."""
    items = tuple(replace(ROAD, code=f"A{n}") for n in range(5))

    pages = _pages(replace(PLAN, items=items), tmp_path)

    assert {4: 2, 2: 3} == {each: len(p.all("main")) for each, p in pages.items()}
    assert {5} == {len(page.all("article")) for page in pages.values()}


def test_a_theme_is_known_without_its_colour(tmp_path: Path) -> None:
    """By its name, its symbol, and a frame; the letters stand out from the ground."""
    [page, _large] = _pages(PLAN, tmp_path).values()

    bands = [one["class"] for one in page.all("p") if "band" in one.get("class", "")]
    assert ["band look0", "band look1", "band look2"] == bands
    assert ("#1f6fb2", "#ffffff") == colours(WATER)
    assert ("#f2c230", "#000000") == colours(FEAR)
    assert ("#ffffff", "#000000") == colours(TRUST)


@pytest.mark.parametrize("colour", ["red", "#fed", "#12345g", "#123456;x:y", HOSTILE])
def test_only_colours_are_colours(colour: str, tmp_path: Path) -> None:
    """A catalog may come from a stranger; what is none is not written into a style."""
    theme = KitTheme(labels={"fr": HOSTILE}, colour=colour, icon=HOSTILE)
    plan = replace(PLAN, items=(replace(WELL, code=HOSTILE, themes=(theme,)),))

    [page, _large] = _pages(plan, tmp_path).values()

    assert not page.all("script")
    assert colour not in (tmp_path / "wall-cards.html").read_text("utf-8")
    assert 3 == page.texts.count(HOSTILE)
