"""Times without fractions: as exact as with them."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mediakit.media.cutting.plan import rounded


@given(
    count=st.integers(-(1 << 40), 1 << 40),
    unit=st.fractions(Fraction(1, 1000), 1000, max_denominator=1000),
)
def test_rounding_is_that_of_fractions(count: int, unit: Fraction) -> None:
    """Halves go to the even one, before zero too."""
    assert round(count * unit) == rounded(count, unit)
