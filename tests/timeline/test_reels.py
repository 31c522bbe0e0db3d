"""Reel names are eight plain letters, and each recording has its own."""

from mediakit.timeline.reels import BLACK, LONGEST, reel_names


def test_a_reel_is_called_by_its_clip() -> None:
    """In capitals and digits alone."""
    assert {"c-7k3m2p9q4r": "C7K3M2P9"} == reel_names(["c-7k3m2p9q4r"])


def test_no_two_reels_have_one_name() -> None:
    """Nor one that means something else: black, or no tape."""
    clips = ["c-0000000001", "c-0000000002", "c-0000000001", "bl", "ax", "---"]

    names = reel_names(clips)

    assert 5 == len(names) == len(set(names.values()))
    assert {"C0000000", "C0000002"} == {names[clip] for clip in clips[:2]}
    assert BLACK not in names.values()
    assert all(0 < len(name) <= LONGEST for name in names.values())
    assert all(name.isalnum() and name.isascii() for name in names.values())
