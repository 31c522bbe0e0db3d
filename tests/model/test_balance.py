"""Who is heard on a playlist, and who is missing."""

from mediakit.model.balance import Trait, balance
from mediakit.model.timecode import TimeRange
from tests.builders import an_item

ITEMS = (
    an_item("A2A", range=TimeRange(0, 1000)),
    an_item("C3C", range=TimeRange(0, 5000)),
    an_item("D4D", range=TimeRange(0, 300)),
)


def test_shares_time() -> None:
    """Most first; an item with two values counts for both."""
    said = {"A2A": ["Gao", "Mopti"], "C3C": ["Mopti"]}

    found = balance(Trait.REGION, ITEMS, said, ["Gao", "Ménaka", "Mopti"])

    assert [("Mopti", 6000), ("Gao", 1000)] == list(found.heard.items())
    assert (("Ménaka",), ("D4D",)) == (found.missing, found.unknown)


def test_names_that_differ_in_case_are_one() -> None:
    """And are written as the settings write them."""
    said = {"A2A": ["gao ", "GAO"], "C3C": ["Kidal"], "D4D": [""]}

    found = balance(Trait.REGION, ITEMS, said, ["Gao"])

    assert {"Gao": 1000, "Kidal": 5000} == found.heard
    assert ((), ("D4D",)) == (found.missing, found.unknown)
