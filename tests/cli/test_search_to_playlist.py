"""``mediakit search --add-to``: what was found becomes items of a playlist."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.playlist import Playlist
from tests.builders import a_clip, a_playlist
from tests.codebooks import a_theme
from tests.conftest import Run, saved
from tests.consents import agree, put_person, put_voice, withdraw
from tests.library_clips import put_words

CLIP = a_clip()
PL = "pl-0000000001"
TO = ("--add-to", PL)


@pytest.fixture(autouse=True)
def _talked(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(CLIP)
        change.put(a_playlist())
        change.put(a_theme("water"))
    put_words(
        library,
        catalog,
        CLIP,
        (0, 900, "La confiance\nrevient."),
        (1000, 1900, "Il faut parler."),
        (2000, 2900, "Sans confiance, rien."),
        (19_000, 25_000, "Et la confiance dure."),
    )
    person = put_person(catalog)
    agree(catalog, person)
    put_voice(catalog, CLIP.id, person)


def test_puts_passages_on_it(run: Run, catalog: Catalog) -> None:
    """As long as their segments, none longer than the clip; what was added is shown."""
    status, out, err = run("search", "confiance", *TO)

    items = catalog.read().get(Playlist, PL).items
    assert (0, "3 passages.\n") == (status, err)
    assert {(0, 900), (2000, 2900), (19_000, 20_000)} == {
        (item.range.start, item.range.end) for item in items
    }
    assert [item.code for item in items] == [line[:3] for line in out.splitlines()]
    assert "Women of Gao: La confiance revient." in out
    assert {item.excerpt for item in items} == {
        excerpt.id for excerpt in catalog.read().all(Excerpt)
    }


def test_puts_each_there_once(run: Run, catalog: Catalog) -> None:
    """A search may be made again, wider; what is there already is said."""
    run("search", "rien", *TO)

    status, out, err = run("search", "confiance", *TO, "--json")

    assert (0, 2) == (status, len(json.loads(out)))
    assert f"{CLIP.id} 0:02 - 0:02.900 is on it already." in err
    assert 3 == len(catalog.read().get(Playlist, PL).items)


def test_says_who_did_not_agree(run: Run, catalog: Catalog) -> None:
    """At once, by the code of the item."""
    put_voice(catalog, CLIP.id, put_person(catalog, "Oumar"), (2000, 2500))

    _status, out, err = run("search", "rien", *TO)

    assert f"{out[:3]}: {CLIP.id} 0:02 - 0:02.500: Oumar" in err


def test_adds_nothing_that_was_withdrawn(run: Run, catalog: Catalog) -> None:
    """Nor shows it."""
    person = put_person(catalog, "Oumar")
    put_voice(catalog, CLIP.id, person, (2000, 2500))
    withdraw(catalog, person)

    status, out, _err = run("search", "confiance", *TO)

    assert (0, 2) == (status, len(out.splitlines()))
    assert "rien" not in out


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        (("--add-to", "pl-9"), 236, "No playlist has the id pl-9"),
        ((*TO, "--export", "a.csv"), 2, "one of --export, --add-to, --code and"),
        ((*TO, "--code", "water"), 2, "one of --export, --add-to, --code and"),
        ((*TO, "--scope", "film"), 2, "go with --export"),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run, library: Library, typed: tuple[str, ...], status: int, said: str
) -> None:
    """One sentence."""
    before = saved(library)

    found, out, err = run("search", "confiance", *typed)

    assert (status, "") == (found, out)
    assert said in err
    assert before == saved(library)
