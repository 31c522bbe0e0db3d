"""How much is coded."""

from mediakit.model.coding_counts import CodingCounts, count_codings
from tests.builders import a_clip
from tests.codebooks import a_coding, a_theme

WATER = a_theme("water")
CLIPS = {clip.id: clip for clip in (a_clip("c-1"), a_clip("c-2"))}


def test_time_that_is_coded_twice_counts_once() -> None:
    """And neither clips that are only sorted nor clips that are gone have any."""
    codings = [
        a_coding("k-1", WATER, (0, 2000), clip="c-1", strong=True),
        a_coding("k-2", WATER, (1000, 3000), clip="c-1", by="Moussa"),
        a_coding("k-3", WATER, clip="c-2"),
        a_coding("k-4", WATER, (0, 9000), clip="c-3", by="Issa"),
    ]

    assert CodingCounts(
        codings=3, clips=2, strong=1, coders=("Awa", "Moussa"), time=3000
    ) == count_codings(codings, CLIPS)
