"""Tables people can read, however narrow their screen."""

from mediakit.cli.output import table

HEAD = ("Theme", "Raised", "To do")


def test_what_fits_is_a_table() -> None:
    """A head, and a line each."""
    lines = table(HEAD, [("water", "Gao", "-"), ("peace/trust", "-", "validate: Gao")])

    assert [
        "Theme        Raised  To do",
        "water        Gao     -",
        "peace/trust  -       validate: Gao",
    ] == lines


def test_what_is_too_wide_is_told_line_by_line() -> None:
    """Nothing is cut off; what is not known is left out."""
    path = "peace/" + "very-long-theme/" * 5
    lines = table(HEAD, [(path, "-", "validate: Gao"), ("water", "Gao", "-")])

    assert [path, "  To do: validate: Gao", "water", "  Raised: Gao"] == lines


def test_nothing_has_no_head() -> None:
    """A table of nothing is nothing."""
    assert [] == table(HEAD, [])
