"""``mediakit film check`` and ``draft``: what they print, and their exit status."""

import json
from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.film import Film
from mediakit.model.ids import FilmId
from mediakit.model.person import Sex
from mediakit.model.timecode import TimeRange
from tests.builders import a_clip, a_quote
from tests.codebooks import a_coding, a_theme
from tests.conftest import Run
from tests.consents import agree, put_person, put_voice, put_voice_of
from tests.films import a_sentence, put_film, put_said

GAO = a_clip()
F = FilmId("f-0000000001")
CUT = TimeRange(2000, 3000)


@pytest.fixture(autouse=True)
def _a_sentence(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(GAO)
        trust = change.put(a_theme("trust"))
        change.put(a_coding("k-1", trust, (500, 3500), strong=True, memo="The well."))
    said = a_sentence("Je n'ai pas confiance ici.", 500)
    put_said(library, catalog, GAO.id, said)
    person = put_person(catalog)
    with catalog.change() as change:
        change.put(replace(person, sex=Sex.FEMALE))
    put_voice(catalog, GAO.id, person)
    agree(catalog, person, "film")


def test_a_check_lists_everything_at_once(run: Run, catalog: Catalog) -> None:
    """What blocks, what is cut off, how much is around it, how time is shared."""
    put_film(catalog, a_quote(range=CUT), languages=("fr", "en"))

    status, out, err = run("film", "check", F)

    told = [line.strip() for line in out.splitlines()]
    assert (0, "") == (status, err)
    assert [
        f"{F}  Autoportrait",
        "Scope: film",
        "Time: 0:04 (lines 0:01, credits of the rendered film 0:03)",
    ] == told[:3]
    for part in (
        "K7P: A word that may turn the sentence round is cut off (n', pas): Je n'ai",
        "K7P: Its words are not there in en. Run 'mediakit translation add",
        "K7P: 0:01 of 0:02 (0:02 before it, 0:00 after it)",
        "Languages, fr: 0:01 (100 %); people heard: 100 %",
    ):
        assert any(line.startswith(part) for line in told), part
    assert "In the way:" not in told


def test_what_blocks_is_an_exit_status(run: Run, catalog: Catalog) -> None:
    """Beside the list, which comes first."""
    put_film(catalog, a_quote(range=CUT))
    put_voice_of(catalog, GAO.id, called="Oumar", up_to="own-group")

    status, out, err = run("film", "check", F)

    assert 89 == status
    assert "In the way:\n  K7P: " in out
    assert "Things that stand in the way: 1." in err
    status, out, err = run("film", "check", F, "--scope", "own-group", "--json")
    told = json.loads(out)
    assert (0, False, "own-group") == (status, told["blocked"], told["scope"])
    assert {"context", "lines", "text"} <= {*told["advice"][0], "context"}


def test_nothing_speaks_against_a_whole_sentence(run: Run, catalog: Catalog) -> None:
    """Which everybody agreed to."""
    put_film(catalog, a_quote(range=TimeRange(500, 3500)))

    assert "Nothing speaks against it." in run("film", "check", F)[1]


def test_a_draft_is_a_film_that_says_why(run: Run, catalog: Catalog) -> None:
    """A new one; who may not be in it is said beside."""
    other = a_clip("c-0000000002")
    with catalog.change() as change:
        change.put(other)
        theme = change.put(a_theme("water"))
        change.put(a_coding("k-2", theme, (0, 900), clip=other.id, strong=True))
    put_voice_of(catalog, other.id, called="Oumar", up_to="own-group")
    wish = ("--max", "1:00", "--balance", "region,sex", "--title", "First")

    status, out, err = run("film", "draft", *wish)

    [made] = catalog.read().all(Film)
    assert (0, "First", 60_000) == (status, made.title, made.budget)
    assert "[heading] trust" in out
    assert "Note: A strong quote about trust, says Awa: The well." in out
    assert "women: 100 % of the people heard, 0 % of the draft before it." in out
    assert "Oumar" in err


def test_a_draft_goes_on_with_a_film(run: Run, catalog: Catalog) -> None:
    """--max is then for the quotes alone."""
    put_film(catalog, a_quote(range=TimeRange(9000, 10_000)), budget=5000)

    status, out, _err = run("film", "draft", F, "--max", "0:30")

    assert (0, True) == (status, "Version v1" in out)
    [film] = catalog.read().all(Film)
    assert (5000, 3) == (film.budget, len(film.lines))
