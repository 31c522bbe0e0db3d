"""Which codings of two people are compared."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.themes import NothingCoded, NothingToCompare
from mediakit.model.agreement import Table
from mediakit.workflows.compare_coders import Agreement, compare_coders
from mediakit.workflows.merge_themes import merge_themes
from tests.builders import a_clip
from tests.codebooks import a_coding, a_theme

PEACE, TRUST, WATER = a_theme("peace"), a_theme("peace/trust"), a_theme("water")
FIRST, SECOND, THIRD = (a_clip(f"c-000000000{n}") for n in (1, 2, 3))
LENGTH = FIRST.media.duration


@pytest.fixture(autouse=True)
def _coded(catalog: Catalog) -> None:
    """Let two code: the first clip both, the second one only, the third sorted."""
    with catalog.change() as change:
        for record in (FIRST, SECOND, THIRD):
            change.put(record)
        for theme in (PEACE, TRUST, WATER):
            change.put(theme)
        for coding in (
            a_coding("k-1", TRUST, (0, 4000)),
            a_coding("k-2", TRUST, (2000, 5000), by="Moussa"),
            a_coding("k-3", WATER, (0, 1000)),
            a_coding("k-4", PEACE, (8000, 9000), by="Moussa"),
            a_coding("k-5", TRUST, (0, 500), clip=SECOND.id),
            a_coding("k-6", TRUST, clip=THIRD.id),
            a_coding("k-7", TRUST, clip=THIRD.id, by="Moussa"),
        ):
            change.put(coding)


def tables(found: Agreement) -> dict[str, Table]:
    """Return what was compared, by theme."""
    return {one.theme.path: one.table for one in found.themes if one.theme}


def test_clips_without_any_time_are_not_compared(catalog: Catalog) -> None:
    """Damaged recordings may last none; a share of nothing is no figure."""
    with catalog.change() as change:
        change.put(replace(FIRST, media=replace(FIRST.media, duration=0)))

    with pytest.raises(NothingToCompare):
        compare_coders(catalog, "Awa", "Moussa", theme="peace", clips=[FIRST.id])


def test_only_clips_that_both_coded_passages_of_are_compared(catalog: Catalog) -> None:
    """Theme by theme; codings that sort clips are told, and left out."""
    found = compare_coders(catalog, "Awa", "MOUSSA")

    assert (("Awa", "Moussa"), (FIRST.id,)) == (
        found.coders,
        tuple(clip.id for clip in found.clips),
    )
    assert (LENGTH, 2) == (found.time, found.sorted_only)
    assert {
        "peace": Table(both=0, first=0, second=1000, neither=LENGTH - 1000),
        "peace/trust": Table(both=2000, first=2000, second=1000, neither=LENGTH - 5000),
        "water": Table(both=0, first=1000, second=0, neither=LENGTH - 1000),
    } == tables(found)
    assert found.pooled is not None
    assert 3 * LENGTH == found.pooled.table.time


def test_a_theme_is_compared_as_one_with_those_below(catalog: Catalog) -> None:
    """A merged one is the one it became."""
    found = compare_coders(catalog, "Awa", "Moussa", theme="peace")
    merge_themes(catalog, "water", "trust")
    merged = compare_coders(catalog, "Awa", "Moussa", theme="trust")

    assert {
        "peace": Table(both=2000, first=2000, second=2000, neither=LENGTH - 6000)
    } == tables(found)
    assert {
        "peace/trust": Table(both=2000, first=2000, second=1000, neither=LENGTH - 5000)
    } == tables(merged)


def test_a_clip_that_is_named_is_compared(catalog: Catalog) -> None:
    """That one of them found nothing in it is something they disagree on."""
    found = compare_coders(catalog, "Moussa", "Awa", clips=[SECOND.id])

    assert {
        "peace/trust": Table(both=0, first=0, second=500, neither=LENGTH - 500)
    } == tables(found)


def test_who_has_coded_nothing_is_not_compared(catalog: Catalog) -> None:
    """Nor somebody with themselves, nor two who coded different clips."""
    for other in ("Issa", "awa"):
        with pytest.raises(NothingCoded):
            compare_coders(catalog, "Awa", other)
    with catalog.change() as change:
        change.put(a_coding("k-8", TRUST, (0, 9), clip=SECOND.id, by="Issa"))
    with pytest.raises(NothingToCompare, match="Awa, Issa, Moussa"):
        compare_coders(catalog, "Moussa", "Issa")
