"""Who is heard on a playlist, and who is missing."""

from mediakit.model.balance import Trait, balance


def test_shares_time() -> None:
    """Most first; an item with two values counts for both."""
    times = {
        "A2A": {"Gao": 1000, "Mopti": 1000},
        "C3C": {"Mopti": 5000},
        "D4D": {},
    }

    found = balance(Trait.REGION, times, ["Gao", "Ménaka", "Mopti"])

    assert [("Mopti", 6000), ("Gao", 1000)] == list(found.heard.items())
    assert (("Ménaka",), ("D4D",)) == (found.missing, found.unknown)


def test_names_that_differ_in_case_are_one() -> None:
    """And are written as the settings write them."""
    times = {
        "A2A": {"gao ": 1000, "GAO": 1000},
        "C3C": {"Kidal": 5000},
        "D4D": {"": 300},
    }

    found = balance(Trait.REGION, times, ["Gao"])

    assert {"Gao": 1000, "Kidal": 5000} == found.heard
    assert ((), ("D4D",)) == (found.missing, found.unknown)
