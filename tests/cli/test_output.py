"""Tables people can read, however narrow their screen."""

import io

import pytest

from mediakit.cli.output import say, table, wrapped

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


def test_words_are_not_cut_at_the_edge_of_a_screen() -> None:
    """What follows stands further in than its line begins; what fits is as it was."""
    lines = wrapped("  Nous avons la même peur, et le même puits.", 22)

    assert ["  Nous avons la même", "      peur, et le même", "      puits."] == lines
    assert ["  Nous"] == wrapped("  Nous", 22)
    assert [""] == wrapped("", 22)
    assert ["un", "", "deux"] == wrapped("un\n\ndeux", 22)


def test_commands_stay_whole() -> None:
    """What is to be copied to the prompt is on one line, in both languages."""
    command = "mediakit film edit f-3f8 K7P --to TIME"

    assert [f"Run '{command}', and", "    go on."] == wrapped(
        f"Run '{command}', and go on.", 50
    )
    quoted = f"«\N{NO-BREAK SPACE}{command}\N{NO-BREAK SPACE}»"
    assert ["Lancez donc", f"    {quoted}."] == wrapped(f"Lancez donc {quoted}.", 30)


@pytest.mark.parametrize("is_terminal", [True, False])
def test_sentences_are_broken_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool
) -> None:
    """Between words; programs find each on one line."""
    stream = io.StringIO()
    stream.isatty = lambda: is_terminal  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("COLUMNS", "20")

    say("Nobody has said who is heard.\nAsk them.")

    broken = "Nobody has said who\n    is heard.\nAsk them.\n"
    whole = "Nobody has said who is heard.\nAsk them.\n"
    assert (broken if is_terminal else whole) == stream.getvalue()
