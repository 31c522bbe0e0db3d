"""Identifiers."""

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.ids import ALPHABET, make_id, normalize_id


@given(st.integers(0, 2**50 - 1), st.integers(0, 2**50 - 1))
def test_two_numbers_never_share_an_id(one: int, other: int) -> None:
    """Ids are as different as the numbers they spell."""
    assert (one == other) == (make_id("c", one) == make_id("c", other))


def test_letters_that_look_like_digits_are_digits() -> None:
    """What a person copies by hand is understood."""
    assert "c-01" + ALPHABET[-1] == normalize_id(" C-oIZ ")
