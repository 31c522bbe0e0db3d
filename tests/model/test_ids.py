"""Identifiers."""

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.ids import ALPHABET, is_id, make_id, normalize_id


@given(st.integers(0, 2**50 - 1), st.integers(0, 2**50 - 1))
def test_two_numbers_never_share_an_id(one: int, other: int) -> None:
    """Ids are as different as the numbers they spell."""
    assert (one == other) == (make_id("c", one) == make_id("c", other))


def test_letters_that_look_like_digits_are_digits() -> None:
    """What a person copies by hand is understood."""
    assert "c-01" + ALPHABET[-1] == normalize_id(" C-oIZ ")


@given(st.integers(0, 2**50 - 1))
def test_what_is_made_is_an_id(number: int) -> None:
    """Of its own kind, and of no other."""
    assert is_id("c", make_id("c", number))
    assert not is_id("s", make_id("c", number))


def test_what_could_lead_elsewhere_is_no_id() -> None:
    """Ids become names of files."""
    for text in (
        "c-/../x",
        "c-..",
        "c-",
        "c-a/b",
        "c-A",
        "c-é",
        "c-a\n",
        "c-" + 99 * "a",
    ):
        assert not is_id("c", text)
