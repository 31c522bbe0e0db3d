"""Who is heard on a playlist, and who is missing."""

from mediakit.model.balance import Trait, balance

TIMES = {"A2A": 1000, "C3C": 5000, "D4D": 300}


def test_shares_time() -> None:
    """Most first; an item with two values counts for both."""
    said = {"A2A": ["Gao", "Mopti"], "C3C": ["Mopti"]}

    found = balance(Trait.REGION, TIMES, said, ["Gao", "Ménaka", "Mopti"])

    assert [("Mopti", 6000), ("Gao", 1000)] == list(found.heard.items())
    assert (("Ménaka",), ("D4D",)) == (found.missing, found.unknown)


def test_names_that_differ_in_case_are_one() -> None:
    """And are written as the settings write them."""
    said = {"A2A": ["gao ", "GAO"], "C3C": ["Kidal"], "D4D": [""]}

    found = balance(Trait.REGION, TIMES, said, ["Gao"])

    assert {"Gao": 1000, "Kidal": 5000} == found.heard
    assert ((), ("D4D",)) == (found.missing, found.unknown)
