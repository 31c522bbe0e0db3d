"""``mediakit film``: what is typed of a film or a line, and cannot be."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import NotInFilm
from mediakit.library import Library
from mediakit.model.film import Film, FilmLine
from mediakit.model.ids import FilmId
from mediakit.model.timecode import TimeRange
from tests.builders import a_clip, a_quote
from tests.conftest import Run, saved
from tests.films import put_film

MOPTI = a_clip("c-0000000002", title="Youth of Mopti")
F = FilmId("f-0000000001")


@pytest.fixture
def film(catalog: Catalog) -> Film:
    """Put a film of one quote into the catalog."""
    with catalog.change() as change:
        change.put(a_clip())
        change.put(MOPTI)
    return put_film(catalog, a_quote())


def lines(catalog: Catalog) -> tuple[FilmLine, ...]:
    """Return the lines of the only film."""
    [found] = catalog.read().all(Film)
    return found.lines


def test_what_is_recorded_takes_as_long_as_it_is(
    run: Run, catalog: Catalog, film: Film
) -> None:
    """A time that is typed beside it is refused, now and later; a part is taken."""
    recorded = ("--recording", MOPTI.id)

    both = run("film", "narrate", F, "Trois ans.", *recorded, "--time", "3")
    assert (2, 1) == (both[0], len(lines(catalog)))
    assert "--time is for what is not recorded" in both[2]
    assert 0 == run("film", "narrate", F, "Trois ans.", *recorded)[0]
    code = lines(catalog)[-1].code
    later = run("film", "edit", F, code, "--time", "3")
    assert NotInFilm.exit_status == later[0]
    assert f"line {code} is recorded, and takes as long as that" in later[2]
    assert 2 == run("film", "edit", F, code, *recorded, "--time", "3")[0]
    assert 0 == run("film", "edit", F, code, "--from", "1", "--to", "3")[0]
    assert (TimeRange(1000, 3000), 0) == (
        lines(catalog)[-1].range,
        lines(catalog)[-1].duration,
    )


@pytest.mark.parametrize("blank", ["", "  "])
def test_nothing_is_called_nothing(
    run: Run, library: Library, film: Film, blank: str
) -> None:
    """Neither a film nor a playlist; and no line says nothing."""
    before = saved(library)

    for words in (
        ("film", "new", blank),
        ("film", "edit", F, "--title", blank),
        ("film", "draft", "--title", blank),
        ("playlist", "new", blank),
    ):
        status, out, err = run(*words)
        assert (2, "") == (status, out)
        assert "Type what it is called." in err
    for kind in ("heading", "narrate", "card", "note"):
        status, _out, err = run("film", kind, F, blank, f"en:{blank}")
        assert 2 == status
        assert "Type what is to be read or said." in err
    assert before == saved(library)
