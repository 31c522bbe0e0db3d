"""What is coded in the sample library, against figures worked out by hand.

The clip from Gao lasts 15,360 ms, that of the herder and the farmer 20,440 ms. Awa
coded 3,148 to 5,048 and 5,988 to 8,128 of the first with trust, Salif the second of
these; of the other, Awa 2,768 to 4,448 with roads and 10,308 to 12,208 with cattle,
Salif 8,128 to 12,208 with cattle.
"""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.machine import samples
from mediakit.model.agreement import Table
from mediakit.workflows.compare_coders import compare_coders
from mediakit.workflows.list_codings import list_codings
from mediakit.workflows.show_theme import show_theme

TIME = 15_360 + 20_440


@pytest.fixture
def story() -> Catalog:
    """Open the sample library's catalog."""
    return Catalog(samples() / "catalog.json", author="")


def test_two_coders_of_the_sample_library_agree_so_far(story: Catalog) -> None:
    """Of the elder and the women of the camp, only one of them coded anything."""
    found = compare_coders(story, "Awa", "Salif")

    assert TIME == found.time
    assert {
        "securite/confiance": Table(
            both=2140, first=1900, second=0, neither=TIME - 4040
        ),
        "securite/routes": Table(both=0, first=1680, second=0, neither=TIME - 1680),
        "terre/betail-et-champs": Table(
            both=1900, first=0, second=2180, neither=TIME - 4080
        ),
    } == {one.theme.path: one.table for one in found.themes if one.theme}
    observed = (TIME - 1900) / TIME
    expected = (4040 * 2140 + (TIME - 4040) * (TIME - 2140)) / TIME**2
    assert (observed - expected) / (1 - expected) == pytest.approx(
        found.themes[0].kappa
    )


def test_the_sample_codebook_counts(story: Catalog) -> None:
    """Security: four clips sorted, four passages, 3,148 to 8,128 but for a pause.

    And the roads of the cattle: 1,900 + 2,140 + 1,680 ms.
    """
    counts = show_theme(story, "securite").with_below

    assert (8, 5, 1, 5720) == (
        counts.codings,
        counts.clips,
        counts.strong,
        counts.time,
    )
    assert ("Awa", "Salif", "samples") == counts.coders
    assert "securite/confiance" == show_theme(story, "dannaya").theme.path
    assert 2 == len(list_codings(story, strong=True))
