"""What is different between two versions of a film."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mediakit.model.film import Film, FilmLine
from mediakit.model.film_difference import compare_films
from mediakit.model.stamp import Stamp
from mediakit.model.timecode import TimeRange
from tests.builders import a_film, a_quote

A, C, D, E = (a_quote(code) for code in ("A2A", "C3C", "D4D", "E5E"))


def film(*lines: FilmLine) -> Film:
    """Return a film of some lines."""
    return a_film("f-0", *lines)


def test_the_same_film_is_not_different() -> None:
    """Whenever it was changed, and by whom."""
    later = replace(film(A), changed=Stamp("2026-03-01T08:00:00Z", "Awa"))

    assert not compare_films(film(A), later)


def test_what_is_said_of_the_film_is_compared() -> None:
    """What it was, and what it is."""
    before = film(A)

    found = compare_films(before, replace(before, rate="30", budget=60_000))

    assert {"rate": ("25", "30"), "budget": (0, 60_000)} == found.facts
    assert found


def test_lines_come_and_go() -> None:
    """In the order of the version they are in."""
    found = compare_films(film(A, C, D), film(E, C))

    assert ((A, D), (E,), ()) == (found.removed, found.added, found.moved)


def test_one_line_that_goes_elsewhere_is_the_only_one_that_moved() -> None:
    """Those it passes stay."""
    found = compare_films(film(A, C, D, E), film(C, D, E, A))

    assert ("A2A",) == found.moved
    assert ((), (), ()) == (found.removed, found.added, found.changed)


def test_what_changed_of_a_line_is_named() -> None:
    """A line may move and change."""
    other = replace(A, range=TimeRange(0, 1000), note="shorter")

    found = compare_films(film(A, C), film(C, other))

    [changed] = found.changed
    assert (A, other, ("range", "note")) == (
        changed.before,
        changed.after,
        changed.fields,
    )
    assert 1 == len(found.moved)


@given(before=st.permutations(range(7)), after=st.permutations(range(7)))
def test_what_did_not_move_stands_in_the_same_order(
    before: list[int], after: list[int]
) -> None:
    """Whatever the orders: without what moved, both are the same."""
    lines = [a_quote(f"A{number}A") for number in range(7)]
    first, second = (film(*(lines[n] for n in some)) for some in (before, after))

    moved = compare_films(first, second).moved

    stayed = [
        [line for line in one.lines if line.code not in moved]
        for one in (first, second)
    ]
    assert stayed[0] == stayed[1] != []
