"""What stands for themes that were merged, here and on another laptop."""

from mediakit.model.codebook import codebook
from mediakit.model.theme import Theme
from tests.codebooks import a_theme

PEACE, TRUST = a_theme("peace"), a_theme("peace/trust")
FEAR = a_theme("fear", merged_into=TRUST.id)


def test_themes_are_in_the_order_of_the_tree() -> None:
    """Each below what it belongs to, whatever other names begin with."""
    hyphen = a_theme("peace-making")

    assert (PEACE, TRUST, hyphen) == codebook([hyphen, TRUST, PEACE]).themes


def test_a_merged_theme_is_found_where_it_went() -> None:
    """Through several merges, too; and it counts for what lies above."""
    worry = a_theme("worry", merged_into=FEAR.id)

    book = codebook([worry, FEAR, TRUST, PEACE])

    assert (PEACE, TRUST) == book.themes
    assert TRUST == book.standing[worry.id] == book.standing[FEAR.id]
    assert {PEACE.id, TRUST.id, FEAR.id, worry.id} == book.below(PEACE)
    assert (worry, FEAR) == book.merged_into(TRUST)


def test_two_laptops_that_merge_both_ways_lose_none() -> None:
    """One of the two counts, the same on every laptop."""
    one = a_theme("one", merged_into="th-two")
    two = a_theme("two", merged_into="th-one")

    for themes in ([one, two], [two, one]):
        book = codebook(themes)
        assert (one,) == book.themes
        assert one == book.standing[two.id]


def test_a_theme_merged_into_what_is_gone_counts_itself() -> None:
    """Nothing coded with it is out of sight."""
    lost = a_theme("lost", merged_into="th-gone")

    assert (lost,) == codebook([lost]).themes


def test_a_label_is_in_the_persons_language() -> None:
    """A regional form will do; else what comes first."""
    theme = Theme(id=TRUST.id, path="trust", labels={"fr-ML": "Confiance", "en": "T"})

    assert ["Confiance", "T", "Confiance"] == [
        theme.label(language) for language in ("fr", "en", "bm")
    ]
    assert "trust" == Theme(id=TRUST.id, path="peace/trust", labels={}).label("fr")
