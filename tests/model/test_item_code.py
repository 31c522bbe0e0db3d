"""What items of playlists are called."""

import itertools

from mediakit.model.item_code import code_count, make_code, normalize_code


def test_no_two_numbers_have_one_code() -> None:
    """A letter, a digit, a letter."""
    codes = [make_code(number) for number in range(code_count())]

    assert len(codes) == len(set(codes)) > 1000
    assert all(code[1].isdigit() and code[::2].isalpha() for code in codes)


def test_no_two_symbols_look_alike() -> None:
    """From afar, or on a card that hangs upside down."""
    symbols = set("".join(make_code(number) for number in range(code_count())))

    for pair in ("2Z", "5S", "8B", "0O", "1I", "1L", "6G", "UV", "VY", "69", "MW"):
        assert len(set(pair) & symbols) < 2, pair


def test_there_are_always_more_than_are_taken() -> None:
    """However long a playlist grows, drawing by chance goes on."""
    for taken in itertools.chain(range(0, 3000, 100), (10**6,)):
        assert code_count(taken) > 2 * taken


def test_typed_in_any_case() -> None:
    """As people write on paper."""
    assert "K7P" == normalize_code(" k7 p")
