"""``mediakit playlist``: what is typed, what is printed, what is refused."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.person import Person
from mediakit.model.playlist import Playlist
from tests.builders import FIRST_SECONDS, a_clip, a_playlist, a_session, an_item
from tests.conftest import Run, saved
from tests.consents import agree, put_person, put_voice, withdraw

GAO, MOPTI = a_clip(), a_clip("c-0000000002", title="Youth of Mopti")
X = ExcerptId("x-0000000001")
PL = "pl-0000000001"


@pytest.fixture(autouse=True)
def _two_clips(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_session(languages=("fr",)))
        change.put(Excerpt(id=X, clip=GAO.id, range=FIRST_SECONDS, title="The well"))
    person = put_person(catalog)
    agree(catalog, person)
    for clip in (GAO, MOPTI):
        with catalog.change() as change:
            change.put(clip)
        put_voice(catalog, clip.id, person)
        library.resolve(clip.path).write_bytes(b"x")


@pytest.fixture
def three(catalog: Catalog) -> Playlist:
    """Put a playlist of three items into the catalog."""
    codes = ("A2A", "C3C", "D4D")
    with catalog.change() as change:
        return change.put(a_playlist(items=tuple(map(an_item, codes))))


def playlist(catalog: Catalog) -> Playlist:
    """Return the only playlist."""
    [found] = catalog.read().all(Playlist)
    return found


def test_begins_and_lists(run: Run, catalog: Catalog) -> None:
    """Its id, title and time; for another community, if nobody says."""
    assert "There are no playlists." in run("playlist", "list")[1]
    options = ("--session", "s-0", "--budget", "1:30:00")

    status, out, err = run("playlist", "new", "Ménaka, jeunes", *options)

    made = playlist(catalog)
    assert (0, f"{made.id}  Ménaka, jeunes  (0:00 of 1:30:00)\n", "") == (
        status,
        out,
        err,
    )
    assert ("other-communities", 5_400_000) == (made.scope, made.budget)
    assert f"{made.id}  0      0:00 of 1:30:00" in run("playlist", "list")[1]
    [listed] = json.loads(run("playlist", "list", "--session", "s-0", "--json")[1])
    assert made.id == listed["id"]


def test_adds_with_questions_in_several_languages(run: Run, catalog: Catalog) -> None:
    """An excerpt, a clip, a part; what is in no language is in the session's."""
    run("playlist", "new", "Ménaka", "--session", "s-0")
    pl = playlist(catalog).id
    said = ("--ask", "Et ici ?", "--ask", "ar:وهنا؟", "--note", "en:Wait")

    status, out, _err = run("playlist", "add", pl, X, *said, "--pause")
    assert 0 == run("playlist", "add", pl, MOPTI.id)[0]
    assert 0 == run("playlist", "add", pl, GAO.id, "--from", "3", "--to", "4")[0]

    first, second, third = playlist(catalog).items
    assert (0, f"{first.code}  0:00 - 0:02  Women of Gao: The well\n") == (status, out)
    assert {"fr": "Et ici ?", "ar": "وهنا؟"} == first.questions
    assert ({"en": "Wait"}, 300_000) == (first.notes, first.pause)
    assert (X, None) == (first.excerpt, second.excerpt)
    assert third.excerpt not in {X, None}
    told = run("playlist", "show", pl)[1]
    assert f"  1. {first.code}  0:00 - 0:02  Women of Gao: The well" in told
    assert "Question (ar): وهنا؟" in told
    assert "To talk: 5:00" in told
    assert "Time: 5:23" in told


def test_says_at_once_what_there_is_to_know(run: Run, catalog: Catalog) -> None:
    """As a check does later; it is on the playlist all the same."""
    run("playlist", "new", "Ménaka", "--scope", "national")
    put_voice(catalog, GAO.id, put_person(catalog, "Oumar"))

    status, out, err = run("playlist", "add", playlist(catalog).id, X)

    assert (0, True) == (status, out.endswith("The well\n"))
    assert "Oumar" in err
    assert "has not been asked yet. Ask, and note the answer" in err


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        (("add", PL, X, "--to", "1"), 2, "is a part already"),
        (("add", PL, "x-9"), 27, "No excerpt has the id x-9"),
        (("add", PL, "c-9"), 23, "No clip has the id c-9"),
        (("add", PL, X, "--pause", "soon"), 14, "'soon' is not a time"),
        (("new", "A", "--scope", "research"), 117, "no consent scope"),
        (("edit", PL, "--ask", "Why"), 2, "go with an item's code"),
        (("edit", PL, "A2A", "--budget", "5"), 2, "are for the playlist"),
        (("edit", PL, "--title", "a", "--title", "b"), 2, "has one title"),
        (("edit", PL, "X9X", "--ask", "Why"), 238, "has no item X9X"),
        (("move", PL, "A2A"), 2, "Say where to"),
        (("move", PL, "A2A", "--to", "1", "--after", "C3C"), 2, "Say where to"),
        (("order", PL, "C3C", "c3c"), 240, "Item C3C is named twice"),
        (("remove", PL), 2, "add --whole"),
        (("remove", PL, "A2A", "--whole"), 2, "add --whole"),
        (("show", "pl-9"), 236, "No playlist has the id pl-9"),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run,
    library: Library,
    three: Playlist,
    typed: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    """One sentence, and what to do."""
    before = saved(library)

    found, out, err = run("playlist", *typed)

    assert (status, "") == (found, out), err
    assert said in err
    assert before == saved(library)


def test_edits_a_playlist_and_its_items(
    run: Run, catalog: Catalog, three: Playlist
) -> None:
    """An empty text takes one away."""
    run(
        "playlist", "edit", PL, "--title", "Gao", "--session", "s-0", "--budget", "9:00"
    )
    run("playlist", "edit", PL, "c3c", "--ask", "Et ici ?", "--ask", "en:And here?")
    run("playlist", "edit", PL, "C3C", "--ask", "fr:", "--title", "ar:هنا", "--pause")

    found = playlist(catalog)
    assert ("Gao", "s-0000000001", 540_000) == (
        found.title,
        found.session,
        found.budget,
    )
    item = found.items[1]
    assert ({"en": "And here?"}, {"ar": "هنا"}) == (item.questions, item.titles)
    assert 300_000 == item.pause
    run("playlist", "edit", PL, "C3C", "--pause", "0")
    run("playlist", "edit", PL, "--session", "")
    assert (0, None) == (playlist(catalog).items[1].pause, playlist(catalog).session)


@pytest.mark.parametrize("blank", ["", " "])
def test_a_playlist_has_a_title(run: Run, three: Playlist, blank: str) -> None:
    """Also after a change, and as a copy."""
    for words in ("edit", PL, "--title", blank), ("copy", PL, "--title", blank):
        status, out, err = run("playlist", *words)
        assert (2, "") == (status, out)
        assert "Type what it is called." in err


def test_orders_moves_and_removes(run: Run, catalog: Catalog, three: Playlist) -> None:
    """By the codes on the cards; codes stay with their items."""

    def codes() -> str:
        return " ".join(item.code for item in playlist(catalog).items)

    run("playlist", "order", PL, "d4d", "A2A")
    assert "D4D A2A C3C" == codes()
    run("playlist", "move", PL, "C3C", "--before", "A2A")
    assert "D4D C3C A2A" == codes()
    run("playlist", "move", PL, "D4D", "--to", "2")
    assert "C3C D4D A2A" == codes()
    run("playlist", "remove", PL, "D4D", "C3C")
    assert "A2A" == codes()
    assert "Ménaka" in run("playlist", "remove", PL, "--whole")[1]
    assert [] == catalog.read().all(Playlist)


def test_copies_with_the_codes(run: Run, catalog: Catalog, three: Playlist) -> None:
    """For another room; the first stays as it was."""
    run("playlist", "copy", PL, "--title", "Gao", "--session", "s-0")

    first, copy = catalog.read().all(Playlist)
    assert (three, three.items) == (first, copy.items)
    assert ("Gao", "s-0000000001") == (copy.title, copy.session)


def test_check_blocks_where_it_must(
    run: Run, catalog: Catalog, three: Playlist
) -> None:
    """Advice alone does not."""
    status, out, err = run("playlist", "check", PL)
    assert (0, "") == (status, err)
    assert "To think of:" in out
    assert "A2A C3C D4D: They show the same." in out

    withdraw(catalog, put_person_in(catalog))
    status, out, err = run("playlist", "check", PL, "--session", "s-0")
    assert (239, True) == (status, "In the way:" in out)
    assert "Things that stand in the way: 3." in err
    status, out, _err = run("playlist", "check", PL, "--budget", "0:01", "--json")
    told = json.loads(out)
    assert (239, True, 1000) == (status, told["blocked"], told["budget"])
    assert "time" in {one["matter"] for one in told["advice"]}
    assert {"region", "sex", "age-group", "language", "theme"} == {
        one["trait"] for one in told["balance"]
    }


def test_shows_no_words_of_a_withdrawn_voice(
    run: Run, catalog: Catalog, library: Library
) -> None:
    """The item can still be found and taken off."""
    said = {"fr": "Nous avons peur"}
    item = an_item(excerpt=X, titles=said, notes=said, questions=said)
    with catalog.change() as change:
        change.put(a_playlist(items=(item,)))
    assert "Nous avons peur" in run("playlist", "show", PL)[1]
    withdraw(catalog, put_person_in(catalog))

    for words in ("show", PL), ("show", PL, "--json"), ("move", PL, "K7P", "--to", "1"):
        out = run("playlist", *words)[1]

        assert "K7P" in out
        assert "Nous avons peur" not in out
    assert "to be taken back" in run("playlist", "show", PL)[1]
    listed = run("use", "recall", "--json")[1]
    assert PL in listed
    assert "Nous avons peur" not in listed


def put_person_in(catalog: Catalog) -> Person:
    """Put somebody into the first clip."""
    person = put_person(catalog, "Issa")
    put_voice(catalog, GAO.id, person)
    return person
