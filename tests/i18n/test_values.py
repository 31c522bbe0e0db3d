"""Names of fixed values, in the language of who reads them."""

from mediakit.i18n.values import author
from mediakit.machine import author as author_here


def test_who_nobody_knows_is_said_in_words() -> None:
    """The word in the record is not written as if it were a name."""
    assert ["somebody unnamed", "Awa"] == [author(author_here({})), author("Awa")]
