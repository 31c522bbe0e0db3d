"""``mediakit film``: what is typed, what is printed, what is refused."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.film import Cover, Film, FilmLine
from mediakit.model.ids import FilmId
from mediakit.model.timecode import TimeRange
from tests.builders import a_clip, a_quote
from tests.codebooks import a_coding, a_theme
from tests.conftest import Run, saved
from tests.consents import agree, put_person, put_voice, withdraw
from tests.films import a_sentence, put_film, put_said

GAO, MOPTI = a_clip(), a_clip("c-0000000002", title="Youth of Mopti")
F = FilmId("f-0000000001")


@pytest.fixture(autouse=True)
def _two_clips(library: Library, catalog: Catalog) -> None:
    person = put_person(catalog)
    agree(catalog, person)
    for clip in (GAO, MOPTI):
        with catalog.change() as change:
            change.put(clip)
        put_voice(catalog, clip.id, person)
    put_said(library, catalog, GAO.id, a_sentence("Nous avons confiance.", 500))


@pytest.fixture
def film(catalog: Catalog) -> Film:
    """Put a film of one quote into the catalog."""
    return put_film(catalog, a_quote(), languages=("fr", "en"))


def lines(catalog: Catalog) -> tuple[FilmLine, ...]:
    """Return the lines of the only film."""
    [found] = catalog.read().all(Film)
    return found.lines


def test_begins_and_lists(run: Run, catalog: Catalog) -> None:
    """As is typed; for a film at 25 frames a second, if nobody says."""
    assert "There are no films." in run("film", "list")[1]
    options = ("--fps", "29.97", "--drop", "--size", "1280x720", "--max", "52:00")
    more = ("--scope", "web", "--languages", "fr,en")

    status, out, err = run("film", "new", "Autoportrait", *options, *more)

    [made] = catalog.read().all(Film)
    assert (0, f"{made.id}  Autoportrait  (0:00 of 52:00)\n", "") == (status, out, err)
    assert ("30000/1001", True, (1280, 720)) == (
        made.rate,
        made.drop,
        (made.width, made.height),
    )
    assert ("web", ("fr", "en"), 3_120_000) == (made.scope, made.languages, made.budget)
    assert f"{made.id}  0      0:00 of 52:00  29.97" in run("film", "list")[1]
    [listed] = json.loads(run("film", "list", "--json")[1])
    assert (made.id, 0) == (listed["id"], listed["versions"])
    run("film", "new", "Other")
    usual = catalog.read().all(Film)[-1]
    assert ("25", False, "film") == (usual.rate, usual.drop, usual.scope)


def test_shows_a_script_with_running_times(run: Run, film: Film) -> None:
    """What is said and by whom, when it begins, how long it takes, what is noted."""
    run("film", "card", F, "fr:Mali, 2026", "en:In Mali", "--time", "4")
    run("film", "narrate", F, "Trois ans.", "--after", "K7P", "--note", "Calm")
    run("film", "heading", F, "La confiance", "--before", "K7P")

    status, out, err = run("film", "show", F)

    texts = [line.strip() for line in out.splitlines()]
    heading, quote, part, narration, note, card, english = (
        line.split("  ", 2)[-1] for line in texts[6:]
    )
    assert (0, "") == (status, err)
    assert [
        "Time: 0:12 (lines 0:09, credits of the rendered film 0:03)",
        "[heading] La confiance",
    ] == [texts[4], heading]
    assert "(0:02) Mariam: Nous avons confiance." == quote
    assert "0:00 - 0:02" == part
    assert "(0:03) [narration] Trois ans." == narration
    assert "Note: Calm" == note
    assert "(0:04) [card] Mali, 2026" == card
    assert "en: In Mali" == english
    assert texts[5].startswith("Timecode: from 01:00:00:00, as in editing programs; ")
    assert texts[6].startswith("01:00:00:00")
    assert texts[9].startswith("01:00:02:00")
    told = json.loads(run("film", "show", F, "--json")[1])
    assert [0, 0, 50, 125] == [line["place"]["at"] for line in told["lines"]]
    assert (225, 9000, 3000) == (told["frames"], told["duration"], told["credits"])


def test_adds_a_clip_a_part_and_a_quote(run: Run, catalog: Catalog, film: Film) -> None:
    """Each is printed, with where it begins; other pictures over a line, too."""
    _status, whole, _err = run("film", "add", F, MOPTI.id, "--before", "K7P")
    _status, said, _err = run("film", "add", F, GAO.id, "--quote", "avons confiance")
    over = ("--from", "0:01", "--to", "0:02", "--over", "K7P", "--at", "0:00.5")
    status, seen, _err = run("film", "add", F, MOPTI.id, *over)

    assert 0 == status
    assert "01:00:00:00" in whole
    assert "(0:20) Mariam" in whole
    assert "01:00:22:00" in said
    assert "Mariam: avons confiance." in said
    assert "Seen over it from 0:00.500: " in seen
    assert [MOPTI.id, GAO.id, GAO.id] == [line.clip for line in lines(catalog)]
    assert 1 == len(lines(catalog)[1].covers)


def test_adds_what_was_coded_and_what_is_found(
    run: Run, catalog: Catalog, film: Film
) -> None:
    """By the id of the coding; of what a search finds, what is not there yet."""
    with catalog.change() as change:
        change.put(a_coding("k-0000000001", a_theme("water"), (500, 2000)))

    status, out, err = run("film", "add", F, "k-0000000001")
    assert (0, "") == (status, err)
    assert "Mariam: Nous avons confiance." in out
    again = run("search", "confiance", "--add-to", F)
    part = run("film", "add", F, "k-0000000001", "--to", "1")

    assert (0, "") == again[:2]
    assert "c-0000000001 0:00.500 - 0:02 is on it already." in again[2]
    assert 2 == part[0]
    assert [TimeRange(500, 2000)] == [line.range for line in lines(catalog)[1:]]


def test_changes_moves_and_takes_out(run: Run, catalog: Catalog, film: Film) -> None:
    """The film is printed as it is then; nothing typed of it, nothing changes."""
    run("film", "card", F, "Mali")
    card = lines(catalog)[-1].code

    run("film", "edit", F, card, "--text", "en:In Mali", "--time", "0:05")
    run("film", "edit", F, "k7p", "--from", "0:00.5", "--note", "Calm")
    run("film", "edit", F, "--title", "Self-portrait", "--fps", "50")
    run("film", "move", F, card, "--to", "1")

    first, second = lines(catalog)
    assert ({"fr": "Mali", "en": "In Mali"}, 5000) == (first.texts, first.duration)
    assert (TimeRange(500, 2000), "Calm") == (second.range, second.note)
    status, out, _err = run("film", "remove", F, card)
    assert (0, True, False) == (status, "Self-portrait" in out, card in out)
    assert "50 frames a second" in out
    status, out, _err = run("film", "remove", F, "--whole")
    assert (0, f"{F}  Self-portrait  (0:01)\n") == (status, out)
    assert [] == catalog.read().all(Film)


def test_keeps_versions_and_compares_them(run: Run, film: Film) -> None:
    """What is gone, new, elsewhere, and not the same."""
    assert 69 == run("film", "diff", F)[0]
    status, out, _err = run("film", "keep", F, "as shown in Gao")
    assert (0, True) == (status, out.startswith("Version v1: "))
    assert out.endswith("  as shown in Gao\n")
    assert f"{F}  Autoportrait\nFrom v1 to now" in run("film", "diff", F)[1]
    assert "Nothing is different." in run("film", "diff", F)[1]

    run("film", "card", F, "Mali")
    run("film", "add", F, MOPTI.id, "--to", "1", "--over", "K7P")
    run("film", "edit", F, "K7P", "--to", "0:01.5", "--note", "Calm")
    run("film", "edit", F, "--max", "1:00", "--languages", "fr")
    status, out, _err = run("film", "diff", F, "v1")

    told = [line.strip() for line in out.splitlines()]
    assert 0 == status
    for expected in (
        "Time: 0:02 -> 0:04",
        "languages: fr, en -> fr",
        "longest time: 0:00 -> 1:00",
        "part: 0:00 - 0:02 -> 0:00 - 0:01.500",
        "note: - -> Calm",
        "* K7P  Mariam: Nous avons",
    ):
        assert expected in told
    [over] = (line for line in told if line.startswith("seen over it: - -> "))
    assert over.endswith(f" 0:00 ({MOPTI.id}  0:00 - 0:01)")
    assert any(line.startswith("+ ") and "[card] Mali" in line for line in told)
    assert "Version v1" in run("film", "show", F)[1]
    found = json.loads(run("film", "diff", F, "v1", "--json")[1])
    assert ([2000, 4480], 1) == (
        found["duration"],
        len(found["difference"]["added"]),
    )


def test_says_what_stands_in_the_way_of_what_is_added(
    run: Run, catalog: Catalog, film: Film
) -> None:
    """At once; a voice that was withdrawn is not put in at all."""
    oumar = put_person(catalog, "Oumar")
    put_voice(catalog, MOPTI.id, oumar)

    status, _out, err = run("film", "add", F, MOPTI.id)
    assert (0, True) == (status, "Oumar" in err)
    withdraw(catalog, oumar)
    status, _out, err = run("film", "add", F, MOPTI.id, "--to", "1")
    assert (171, True) == (status, "withdrew" in err)
    _status, out, _err = run("film", "show", F)

    assert "[to be taken back]" in out.splitlines()[-2]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("show", "f-9"), 68),
        (("show", F, "--version", "v2"), 69),
        (("move", F, "ZZZ", "--to", "1"), 69),
        (("remove", F, "K7P", "ZZZ"), 69),
        (("add", F, GAO.id, "--from", "0", "--to", "0.001"), 69),
        (("add", F, GAO.id, "--over", "ZZZ"), 69),
        (("edit", F, "K7P", "--text", "Oui"), 69),
        (("new", "X", "--scope", "everywhere"), 117),
        (("new", "X", "--languages", "klingon!!"), 16),
        (("new", "X", "--max", "soon"), 14),
        (("new", "X", "--fps", "29"), 2),
        (("new", "X", "--fps", "25", "--drop"), 2),
        (("new", "X", "--size", "12"), 2),
        (("new", "X", "--size", "0x0"), 2),
        (("new", "X", "--size", "99999x9"), 2),
        (("card", F, "fr:"), 2),
        (("heading", F, " "), 2),
        (("card", F, "Mali", "--before", "K7P", "--after", "K7P"), 2),
        (("add", F, GAO.id, "--at", "0:01"), 2),
        (("add", F, GAO.id, "--over", "K7P", "--note", "Calm"), 2),
        (("edit", F, "--text", "Oui"), 2),
        (("edit", F, "K7P", "--title", "X"), 2),
        (("edit", F, "K7P", "--recording", GAO.id, "--to", "1"), 2),
        (("move", F, "K7P"), 2),
        (("move", F, "K7P", "--to", "1", "--after", "K7P"), 2),
        (("remove", F), 2),
        (("remove", F, "K7P", "--whole"), 2),
        (("draft", F, "--fps", "25"), 2),
        (("draft", "--balance", "colour"), 2),
        (("draft", "--theme", "fire"), 26),
        (("draft",), 246),
    ],
)
def test_what_cannot_be_changes_nothing(
    run: Run, library: Library, film: Film, typed: tuple[str, ...], expected: int
) -> None:
    """The exit status says which mistake it was."""
    before = saved(library)

    status, out, err = run("film", *typed)

    assert (expected, "") == (status, out), err
    assert before == saved(library)


def test_pictures_that_are_to_be_taken_back_are_marked(
    run: Run, catalog: Catalog
) -> None:
    """What is seen over a line, too: its own voice may be open."""
    cover = Cover(code="X5X", clip=MOPTI.id, range=TimeRange(0, 1000))
    put_film(catalog, a_quote(covers=(cover,)))
    oumar = put_person(catalog, "Oumar")
    put_voice(catalog, MOPTI.id, oumar)
    withdraw(catalog, oumar)

    _status, out, _err = run("film", "show", F)

    [marked] = [line for line in out.splitlines() if "to be taken back" in line]
    assert "X5X" in marked
