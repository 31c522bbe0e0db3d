"""Agreement of coders: published examples, figures by hand, and millisecond counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.agreement import Table, alpha, compare, kappa, together
from mediakit.model.timecode import TimeRange

# https://en.wikipedia.org/wiki/Cohen%27s_kappa, "Simple example": 50 proposals
GRANTS = Table(both=20, first=5, second=10, neither=15)
# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section A
KRIPPENDORFF = ("0100000010", "1110010000")

LENGTH = 40
parts = st.lists(
    st.builds(
        lambda start, length: TimeRange(start, start + length),
        st.integers(0, LENGTH - 1),
        st.integers(1, LENGTH + 5),
    ),
    max_size=4,
)


def said(values: str) -> list[TimeRange]:
    """Return a coder's values, one a millisecond, as ranges."""
    return [TimeRange(at, at + 1) for at, value in enumerate(values) if value == "1"]


def test_kappa_of_the_textbook() -> None:
    """Observed 0.7, expected 0.5."""
    assert (0.7, 0.5) == (GRANTS.observed, GRANTS.kappa_expected)
    assert 0.4 == pytest.approx(kappa([GRANTS]))


def test_alpha_of_krippendorffs_paper() -> None:
    """Two observers, ten units, no missing values: 0.095."""
    one, other = KRIPPENDORFF
    table = compare(said(one), said(other), len(one))

    assert Table(both=1, first=1, second=3, neither=5) == table
    assert 0.095 == pytest.approx(alpha([table]), abs=0.0005)


def test_figures_worked_out_by_hand() -> None:
    """Ten seconds; one codes 2 to 6, the other 4 to 7.

    Both: 2 s, only the first: 2 s, only the second: 1 s, neither: 5 s. Observed 0.7.
    Kappa: by chance 0.4 * 0.3 + 0.6 * 0.7 = 0.54, and (0.7 - 0.54) / 0.46 = 8 / 23.
    Alpha: of 20,000 values 7,000 are yes, and 13,000 no; unequal by chance are
    2 * 7,000 * 13,000 / (20,000 * 19,999) of the pairs.
    """
    table = compare([TimeRange(2000, 6000)], [TimeRange(4000, 7000)], 10_000)

    assert Table(both=2000, first=2000, second=1000, neither=5000) == table
    assert 8 / 23 == pytest.approx(kappa([table]))
    assert 1 - 0.3 * 20_000 * 19_999 / (2 * 7_000 * 13_000) == pytest.approx(
        alpha([table])
    )


def test_the_ends_of_agreement() -> None:
    """One who copies the other, one who says the opposite, and nobody who says no."""
    half = [TimeRange(0, 500)]
    same = compare(half, half, 1000)
    opposite = compare(half, [TimeRange(500, 1000)], 1000)
    all_of_it = compare([TimeRange(0, 1000)], [TimeRange(0, 1000)], 1000)

    assert (1, 1) == (kappa([same]), alpha([same]))
    assert -1 == kappa([opposite])
    assert -1 == pytest.approx(alpha([opposite]), abs=0.002)
    assert (None, None) == (kappa([all_of_it]), alpha([all_of_it]))
    assert (None, None) == (kappa([]), alpha([]))


def test_a_theme_that_only_one_uses_is_chance() -> None:
    """Kappa is 0 then, and alpha a little below: they do disagree."""
    table = compare([TimeRange(0, 100)], [], 1000)

    assert 0 == kappa([table])
    assert 0 > (alpha([table]) or 0)


def test_several_themes_are_pooled() -> None:
    """Means of what was observed and expected, worked out by hand.

    Observed 0.7 and 0.9, expected 0.5 and 0.82: (0.8 - 0.66) / (1 - 0.66).
    """
    rare = Table(both=5, first=5, second=5, neither=85)

    assert (0.9, 0.82) == pytest.approx((rare.observed, rare.kappa_expected))
    assert 0.14 / 0.34 == pytest.approx(kappa([GRANTS, rare]))


@given(first=parts, second=parts)
def test_as_counted_millisecond_by_millisecond(
    first: list[TimeRange], second: list[TimeRange]
) -> None:
    """Overlapping codings of one coder count once; what is past the end does not."""
    says = [
        [any(r.start <= at < r.end for r in ranges) for at in range(LENGTH)]
        for ranges in (first, second)
    ]
    pairs = list(zip(*says, strict=True))

    assert Table(
        both=pairs.count((True, True)),
        first=pairs.count((True, False)),
        second=pairs.count((False, True)),
        neither=pairs.count((False, False)),
    ) == compare(first, second, LENGTH)


@given(st.lists(st.tuples(parts, parts), min_size=1, max_size=4))
def test_clips_one_after_the_other_are_one_long_clip(
    clips: list[tuple[list[TimeRange], list[TimeRange]]],
) -> None:
    """Figures are of all time together, not means of clips."""

    def moved(ranges: list[TimeRange], by: int) -> list[TimeRange]:
        ends = ((r.start, min(r.end, LENGTH)) for r in ranges)
        return [TimeRange(start + by, end + by) for start, end in ends]

    tables = [compare(first, second, LENGTH) for first, second in clips]
    first, second = (
        [r for n, clip in enumerate(clips) for r in moved(clip[who], n * LENGTH)]
        for who in (0, 1)
    )

    assert compare(first, second, LENGTH * len(clips)) == together(tables)
