"""How a film shares its time by theme: each second once for each of its themes."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.balance import Trait
from mediakit.model.timecode import TimeRange
from mediakit.workflows.share_film import Share
from tests.builders import a_clip, a_quote
from tests.codebooks import a_coding, a_theme
from tests.films import check, put_film

WATER, DEEP, PEACE = (
    a_theme("water", id="th-0000000001"),
    a_theme("water/deep", id="th-0000000002"),
    a_theme("peace", id="th-0000000003"),
)
PART = TimeRange(10_000, 20_000)
"""What the line of the film lets be heard."""


@pytest.fixture(autouse=True)
def themes(catalog: Catalog) -> None:
    """Put a clip and a codebook there."""
    with catalog.change() as change:
        for record in (a_clip(), WATER, DEEP, PEACE):
            change.put(record)


def by_theme(library: Library, catalog: Catalog) -> Share:
    """Return how a film of one line shares its time."""
    put_film(catalog, a_quote(range=PART))
    shares = check(library, catalog).shares
    return next(one for one in shares if one.trait is Trait.THEME)


def test_what_is_coded_twice_is_counted_once(
    library: Library, catalog: Catalog
) -> None:
    """By two coders, and under a theme below it: from 2 s to 7 s, and from 9 s on."""
    with catalog.change() as change:
        change.put(a_coding("k-0000000001", WATER, (12_000, 15_000)))
        change.put(a_coding("k-0000000002", WATER, (13_000, 16_000), by="Fanta"))
        change.put(a_coding("k-0000000003", DEEP, (14_000, 17_000)))
        change.put(a_coding("k-0000000004", DEEP, (19_000, 25_000)))

    assert {"water": 6000} == by_theme(library, catalog).heard


def test_what_is_about_two_themes_counts_for_both(
    library: Library, catalog: Catalog
) -> None:
    """Each for what is about it: all of the line, and its first 4 s."""
    with catalog.change() as change:
        change.put(a_coding("k-0000000001", WATER))
        change.put(a_coding("k-0000000002", PEACE, (5_000, 14_000)))

    share = by_theme(library, catalog)

    assert [("water", 10_000), ("peace", 4000)] == list(share.heard.items())
    assert (10 / 14, 4 / 14) == (share.of_film("water"), share.of_film("peace"))


def test_what_is_coded_beside_a_line_is_not_in_it(
    library: Library, catalog: Catalog
) -> None:
    """Not even where the two touch."""
    with catalog.change() as change:
        change.put(a_coding("k-0000000001", WATER, (20_000, 30_000)))

    share = by_theme(library, catalog)

    assert ({}, ("K7P",)) == (share.heard, share.unknown)
