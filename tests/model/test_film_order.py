"""The order of a film's lines, and what is seen over them."""

import pytest

from mediakit.errors.films import NotInFilm
from mediakit.model.film import Cover, Film, FilmLine, LineKind
from mediakit.model.film_order import (
    covered,
    find_cover,
    find_line,
    inserted,
    moved,
    part_of,
    with_line,
    without_codes,
)
from mediakit.model.ids import ClipId
from mediakit.model.timecode import TimeRange
from tests.builders import FIRST_SECONDS, a_film, a_quote

CLIP = ClipId("c-0000000001")
LATER = TimeRange(4000, 5000)
HEADING = FilmLine(code="H2H", kind=LineKind.HEADING, texts={"fr": "La paix"})
FILM = a_film("f-0", a_quote("A2A"), a_quote("C3C"), a_quote("D4D"))


def a_cover(code: str, at: int = 0) -> Cover:
    """Return a second of pictures."""
    return Cover(code=code, clip=CLIP, range=LATER, at=at)


def codes(film: Film) -> str:
    """Return the first letters of a film's lines."""
    return "".join(line.code[0] for line in film.lines)


def test_a_code_is_found_however_it_is_typed() -> None:
    """That of what is seen over a line finds the line."""
    film = covered(FILM, "A2A", a_cover("X5X"))

    assert "A2A" == find_line(film, " a2a ").code == find_line(film, "x5x").code
    assert (None, a_cover("X5X")) == (find_cover(film, "A2A"), find_cover(film, "x5x"))
    with pytest.raises(NotInFilm, match="it has no line ZZZ"):
        find_line(film, "ZZZ")


def test_a_part_is_that_of_the_line_or_of_what_is_seen_over_it() -> None:
    """Words alone have none."""
    film = inserted(covered(FILM, "A2A", a_cover("X5X")), [HEADING])

    assert (CLIP, FIRST_SECONDS) == part_of(film, "A2A")
    assert (CLIP, LATER) == part_of(film, "X5X")
    with pytest.raises(NotInFilm, match="line H2H lets nothing of a clip be heard"):
        part_of(film, "H2H")


@pytest.mark.parametrize(
    ("place", "expected"),
    [({}, "ACDH"), ({"before": "A2A"}, "HACD"), ({"after": "c3c"}, "ACHD")],
)
def test_new_lines_go_where_they_are_put(place: dict[str, str], expected: str) -> None:
    """To the end, if nobody says where."""
    assert expected == codes(inserted(FILM, [HEADING], **place))


@pytest.mark.parametrize(
    ("code", "to", "expected"),
    [("D4D", 1, "DAC"), ("A2A", 2, "CAD"), ("A2A", 99, "CDA"), ("C3C", 2, "ACD")],
)
def test_a_line_moves_to_a_place(code: str, to: int, expected: str) -> None:
    """Counted as it is read afterwards; beyond the end is the end."""
    assert expected == codes(moved(FILM, code, to=to))


def test_a_line_moves_beside_another() -> None:
    """Not beside itself, and not beside what is not there."""
    assert "CDA" == codes(moved(FILM, "A2A", after="D4D"))
    assert "DAC" == codes(moved(FILM, "D4D", before="A2A"))
    with pytest.raises(NotInFilm, match="beside itself"):
        moved(FILM, "A2A", after="a2a")
    with pytest.raises(NotInFilm):
        moved(FILM, "A2A", after="ZZZ")


def test_what_is_seen_over_a_line_is_in_order() -> None:
    """By when it is seen; the same code again takes the place of what was there."""
    film = covered(covered(FILM, "A2A", a_cover("X5X", 900)), "A2A", a_cover("Y7Y", 5))

    film = covered(film, "A2A", a_cover("X5X", 1))

    found = find_line(film, "A2A").covers
    assert [("X5X", 1), ("Y7Y", 5)] == [(one.code, one.at) for one in found]


def test_nothing_is_seen_over_words_alone() -> None:
    """Nobody is heard there whose sound could go on."""
    with pytest.raises(NotInFilm, match="nobody is heard on line H2H"):
        covered(inserted(FILM, [HEADING]), "H2H", a_cover("X5X"))


def test_lines_and_what_is_seen_over_them_are_taken_out() -> None:
    """A line with all that is seen over it; or that alone."""
    film = covered(covered(FILM, "A2A", a_cover("X5X")), "C3C", a_cover("Y7Y"))

    left = without_codes(film, ["A2A", "Y7Y"])

    assert ["C3C", "D4D"] == list(left.codes)


def test_a_line_is_replaced_by_its_code() -> None:
    """The others stay as they are."""
    film = with_line(FILM, a_quote("C3C", range=LATER))

    assert [FIRST_SECONDS, LATER, FIRST_SECONDS] == [one.range for one in film.lines]
