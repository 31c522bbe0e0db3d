"""``mediakit search``, as people and programs use it."""

import json
import subprocess
import sys

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli.search_texts import highlighted
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId, CodingId, ThemeId, TranscriptId
from mediakit.model.theme import Theme
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.search.question import Passage
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip, a_session
from tests.conftest import Run

GAO = ClipId("c-0000000001")
NOTICE = "Written by a model that knows little."


@pytest.fixture(autouse=True)
def _talked(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_session())
        change.put(a_clip(GAO, session="s-0000000001"))
        change.put(
            Theme(id=ThemeId("th-0000000001"), path="trust", labels={"fr": "Confiance"})
        )
        change.put(
            Coding(
                id=CodingId("k-0000000001"), clip=GAO, theme=ThemeId("th-0000000001")
            )
        )
    said = (
        ("On a peur.", ""),
        ("Un manque de confiance\nenvers \x1b[31ml'armée.", "Awa"),
        ("Il faut parler.", "Awa"),
        ("La confiance revient.", ""),
    )
    transcript = Transcript(
        clip=GAO,
        language="fr",
        source=Source(origin=Origin.MACHINE, notice=NOTICE),
        segments=tuple(
            Segment(start=n * 1000, end=n * 1000 + 900, text=text, speaker=speaker)
            for n, (text, speaker) in enumerate(said)
        ),
    )
    keep_transcript(library, catalog, transcript, state=State.MACHINE)


def test_shows_passages_with_all_one_needs_to_judge_them(run: Run) -> None:
    """Clip, times, who, how sure, where, about what, and the words around."""
    status, out, err = run("search", "armée")

    assert 0 == status
    assert [
        "c-0000000001  0:01 - 0:01.900  Women of Gao",
        "  fr | Awa | machine, not checked | 2026-03-01, Women of Gao, Gao",
        "  Themes: trust",
        "      On a peur.",
        "    > Un manque de confiance envers \N{REPLACEMENT CHARACTER}[31ml'[[armée]].",
        "      Il faut parler.",
        "",
        NOTICE,
    ] == out.splitlines()
    assert "1 passage.\n" == err


def test_shows_in_bold_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Brackets are for files and pipes."""
    said = Segment(start=0, end=1, text="La confiance\nrevient.")
    passage = Passage(TranscriptId("t-1"), said, marks=((3, 20),))

    piped = highlighted(passage)
    monkeypatch.setattr("mediakit.cli.search_texts.is_terminal", lambda: True)
    on_screen = highlighted(passage)

    assert "La [[confiance revient]]." == piped
    assert "La \x1b[1mconfiance revient\x1b[0m." == on_screen


def test_answers_programs(run: Run) -> None:
    """Times in milliseconds, highlights as offsets of characters."""
    status, out, _err = run("search", "armée", "--json")
    found = json.loads(out)
    (hit,) = found["hits"]

    assert 0 == status
    assert (1, "best-first", []) == (found["total"], found["order"], found["unread"])
    assert {"id": "c-0000000001", "title": "Women of Gao"} == hit["clip"]
    assert ("machine", NOTICE) == (
        hit["transcript"]["state"],
        hit["transcript"]["notice"],
    )
    assert "s-0000000001" == hit["session"]["id"]
    assert [{"id": "th-0000000001", "path": "trust"}] == hit["themes"]
    assert (1000, 1900, "Awa", "fr") == tuple(
        hit[name] for name in ("start", "end", "speaker", "language")
    )
    assert ["armée"] == [hit["text"][start:end] for start, end in hit["marks"]]
    assert ["On a peur."] == [segment["text"] for segment in hit["before"]]
    assert ["Il faut parler."] == [segment["text"] for segment in hit["after"]]


@pytest.mark.parametrize(
    ("words", "total"),
    [
        (["confiance"], 2),
        (["confiance", "-armée"], 1),
        (["-haine", "confiance"], 2),
        (["confiance", "-h"], 2),
        (["--theme", "trust", "confiance -revient"], 1),
        (["confiance", "--clip=c-0000000001"], 2),
        (["confiance", "--origin", "imported"], 0),
        (['"manque de confiance"'], 1),
        (["--", "-armée"], 1),
        (["NEAR(", '"', "*"], 0),
        ([""], 0),
    ],
)
def test_takes_words_as_they_are_typed(run: Run, words: list[str], total: int) -> None:
    """A minus before a word leaves it out; no text is an error."""
    status, out, _err = run("search", "--json", *words)

    assert 0 == status
    assert total == json.loads(out)["total"]


def test_says_where_all_is_that_is_coded_with_a_theme(run: Run) -> None:
    """Without words there is nothing to look for, and another command lists it."""
    status, _out, err = run("search", "--theme", "trust")

    assert (2, True) == (status, "mediakit code list --theme THEME --words" in err)


def test_refuses_an_option_it_does_not_know(run: Run) -> None:
    """A slip in an option must not become a word to leave out."""
    status, out, err = run("search", "confiance", "--sesion", "s-1")

    assert (2, "") == (status, out)
    assert "--session" in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["confiance"], "2 passages."),
        (["confiance", "--limit", "1"], "The best of 2 passages; --all shows"),
        (["confiance", "--limit", "1", "--all"], "2 passages."),
        (["parler", "revient"], "In no single segment; 1 time in two"),
        (["zèbre"], "Nothing was found. Try fewer words"),
        (
            ["peur", "--origin", "imported", "--theme", "trust"],
            "Nothing was found with --theme trust --origin imported.",
        ),
        (["?!"], "There is no word to look for."),
        (["mot " * 300], "Only the first 200 words were looked for."),
    ],
)
def test_says_how_much_it_found(run: Run, words: list[str], sentence: str) -> None:
    """Beside the result, on standard error; nothing found is no failure."""
    status, _out, err = run("search", *words)

    assert 0 == status
    assert err.startswith(sentence)


def test_says_when_there_is_nothing_to_search(run: Run, catalog: Catalog) -> None:
    """And how to change that."""
    with catalog.change() as change:
        change.remove(Clip, GAO)

    _status, out, err = run("search", "confiance")

    assert "" == out
    assert "There are no transcripts to search yet." in err


def test_warns_of_a_transcript_it_cannot_read(run: Run, library: Library) -> None:
    """By name, on standard error and in the JSON."""
    (path,) = library.transcripts.iterdir()
    path.write_text("{")

    status, _out, err = run("search", "confiance")
    _status, out, _err = run("search", "confiance", "--json")

    assert 0 == status
    assert err.startswith("Not searched: ")
    assert str(path) in err
    (unread,) = json.loads(out)["unread"]
    assert "transcript_json_unreadable" == unread["code"]
    assert err.startswith(f"Not searched: {unread['message']}\n")
    assert {"file", "reason"} == unread["details"].keys()


def test_says_once_that_no_index_could_be_kept(run: Run, library: Library) -> None:
    """The search is made all the same."""
    (library.derived / "index.sqlite").mkdir(parents=True)

    status, out, err = run("search", "revient")

    assert 0 == status
    assert "[[revient]]" in out
    assert 1 == err.count("The search index could not be kept")


def test_loads_nothing_that_is_slow_to_load(library: Library) -> None:
    """A search takes milliseconds, a speech engine seconds."""
    program = (
        "import sys; from mediakit.cli.start import start; "
        "start(['--library', sys.argv[1], 'search', 'revient']); "
        "print({'numpy', 'av', 'rich', 'faster_whisper', 'pysubs2'} & {*sys.modules})"
    )

    ran = subprocess.run(
        [sys.executable, "-c", program, str(library.root)],
        capture_output=True,
        check=True,
        text=True,
    )

    assert "set()" == ran.stdout.splitlines()[-1]
