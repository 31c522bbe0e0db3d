"""``mediakit search``: saved, made again, lined up and counted."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.ids import SearchId
from mediakit.model.saved_search import SavedSearch
from tests.builders import a_clip, a_session
from tests.conftest import Run
from tests.consents import put_voice_of, withdraw
from tests.library_clips import put_words

CLIP = a_clip(session="s-0000000001")


@pytest.fixture(autouse=True)
def _talked(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_session(region="Gao"))
        change.put(CLIP)
    put_words(
        library, catalog, CLIP, (0, 900, "La paix\nvient."), (1000, 1900, "La paix.")
    )


def test_makes_a_search_again(run: Run) -> None:
    """With what was typed then, and what is typed now."""
    run("search", "paix", "-vient", "--region", "Gao", "--save", "Peace")

    _status, out, _err = run("search", "--again", "peace", "--json")
    _status, none, err = run("search", "--again", "peace", "--region", "Kidal")
    _status, listed, _err = run("search", "--saved")

    assert ["La paix."] == [hit["text"] for hit in json.loads(out)["hits"]]
    assert "" == none
    assert "--region Kidal" in err
    assert "Peace  paix -vient --region Gao\n" == listed


def test_keeps_every_way_to_look(run: Run) -> None:
    """Options without a value, too; the other one of a pair is itself."""
    typed = ("--never-shown", "--expand", "--similar", "--near", "3")
    run("search", "paix", "vient", *typed, "--save", "Peace")

    listed = run("search", "--saved")[1]
    again = run("search", "--again", "Peace", "--json")

    assert {*typed} <= {*listed.split()}
    assert (0, 1) == (again[0], json.loads(again[1])["total"])


def test_forgets_a_saved_search(run: Run) -> None:
    """Then it is not found."""
    run("search", "paix", "--save", "Peace")
    run("search", "--unsave", "Peace")

    assert 249 == run("search", "--again", "Peace")[0]


def test_makes_no_search_that_would_write(run: Run, catalog: Catalog) -> None:
    """A catalog from a stranger may say that a search writes a file."""
    with catalog.change() as change:
        change.put(
            SavedSearch(
                id=SearchId("q-1"), name="x", words="paix", options={"export": "a.csv"}
            )
        )

    assert 2 == run("search", "--again", "x")[0]


def test_lines_places_up(run: Run) -> None:
    """What was looked for stands under itself, with what is said around it."""
    status, out, _err = run("search", "paix", "--kwic")

    places = {line.index("[[paix]]") for line in out.splitlines()}
    assert (0, 2, 1) == (status, len(out.splitlines()), len(places))


def test_lines_up_nothing_across_words_that_are_closed(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Two sentences are not one because nobody may read what stands between them."""
    other = a_clip("c-0000000002")
    with catalog.change() as change:
        change.put(other)
    said = ((0, 900, "Un puits."), (1000, 1900, "Secret."), (2000, 2900, "Non."))
    put_words(library, catalog, other, *said)
    withdraw(catalog, put_voice_of(catalog, other.id, (1000, 1900)))

    _status, out, _err = run("search", "puits", "--kwic", "--context", "2")

    assert "[[puits]]  . […] Non." in out


def test_counts(run: Run) -> None:
    """By region, with the clips."""
    status, out, err = run("search", "paix", "--count-by", "region")

    assert (0, "2 passages.\n") == (status, err)
    assert ["passages", "clips", "Gao", "2", "1"] == out.split()


@pytest.mark.parametrize(
    "typed",
    [
        (),
        ("paix", "--saved"),
        ("--save", "x"),
        ("paix", "--never-shown", "--heat", "calm"),
        ("paix", "--cleared-for", "s-1"),
        ("paix", "--kwic", "--count-by", "clip"),
    ],
)
def test_refuses_what_does_not_go_together(run: Run, typed: tuple[str, ...]) -> None:
    """Before it searches."""
    assert 2 == run("search", *typed)[0]


def test_refuses_one_word_near_nothing(run: Run) -> None:
    """It takes two."""
    assert 248 == run("search", "paix", "--near", "3")[0]
