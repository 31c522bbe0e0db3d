"""``mediakit code``, ``search --code`` and ``transcript review`` as they are typed."""

import io
import json
import os
import re
import subprocess
import sys

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.conftest import Run, saved

CLIP = a_clip()
TEXTS = ("Le puits est loin.", "Il manque de confiance.", "Le puits est vide.")


@pytest.fixture(autouse=True)
def _words(library: Library, catalog: Catalog, run: Run) -> None:
    with catalog.change() as change:
        change.put(CLIP)
    said = tuple(
        Segment(
            start=number * 2000,
            end=number * 2000 + 1000,
            text=text,
            words=tuple(
                Word(number * 2000 + place * 100, number * 2000 + place * 100 + 90, one)
                for place, one in enumerate(text.split())
            ),
            probability=0.5,
        )
        for number, text in enumerate(TEXTS)
    )
    source = Source(origin=Origin.MACHINE)
    words = Transcript(clip=CLIP.id, language="fr", segments=said, source=source)
    keep_transcript(library, catalog, words, state=State.MACHINE)
    run("theme", "add", "water")
    run("theme", "add", "peace/trust", "--label", "fr=Confiance")


def in_french(library: Library, *words: str) -> str:
    """Return what a command answers to somebody who set French."""
    return subprocess.run(
        [sys.executable, "-m", "mediakit", "--library", str(library.root), *words],
        env={**os.environ, "MEDIAKIT_LANG": "fr", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def listed(run: Run, *words: str) -> list[tuple[int, int]]:
    """Return the times of codings."""
    _status, out, _err = run("code", "list", *words, "--json")
    ranges = [one["coding"]["range"] for one in json.loads(out)]
    return [(range_["start"], range_["end"]) for range_ in ranges]


def test_a_passage_is_coded_by_times_words_or_segments(run: Run) -> None:
    """Each way gives times."""
    run("code", "add", "c-0", "water", "--from", "0:00.5", "--to", "1")
    run("code", "add", "c-0", "trust", "--quote", "MANQUE de", "--strong")
    status, out, _err = run("code", "add", "c-0", "water", "--segments", "2-3")

    assert 0 == status
    assert out.endswith("c-0000000001  0:02 - 0:05  water  [Awa]\n")
    assert [(500, 1000), (2000, 5000), (2100, 2290)] == listed(run)
    assert [(2100, 2290)] == listed(run, "--strong")


def test_codings_are_listed_with_what_is_said(run: Run) -> None:
    """Label, coder, words and memo; in English the path's label will do."""
    run("code", "add", "c-0", "trust", "--quote", "manque de", "--memo", "Of whom?")

    _status, out, _err = run("code", "list", "--words")

    clip, head, *rest = out.splitlines()
    assert "c-0000000001  Women of Gao" == clip
    assert head.endswith("  0:02.100 - 0:02.290  Awa  peace/trust")
    assert ["    > manque de", "    Memo: Of whom?"] == rest


def test_codings_of_long_names_fit_a_narrow_screen(run: Run) -> None:
    """Below their clip, told once; a theme that is archived is marked."""
    path = "peace/" + "very-long-theme/" * 9 + "water"
    run("theme", "add", path)
    run("code", "add", "c-0", path, "--from", "1", "--to", "2")
    run("code", "add", "c-0", "trust", "--from", "2", "--to", "3")
    run("theme", "archive", path)

    out = run("code", "list")[1]

    assert 1 == out.count("c-0000000001")
    assert "(archived) peace/very-long" in out
    assert [] == [line for line in out.splitlines() if len(line) > 80]


def test_nobody_is_compared_with_themselves(run: Run) -> None:
    """However the name is written."""
    run("code", "add", "c-0", "trust", "--from", "2", "--to", "3")

    status, _out, err = run("code", "agreement", "Awa", " awa ")

    assert 2 == status
    assert "Name two coders who are not the same." in err


def test_coders_are_compared(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line a theme; figures in JSON."""
    run("code", "add", "c-0", "water", "--from", "0", "--to", "4")
    monkeypatch.setenv("MEDIAKIT_AUTHOR", "Moussa")
    run("code", "add", "c-0", "water", "--from", "2", "--to", "5")

    _status, out, err = run("code", "agreement", "Awa", "Moussa")
    found = json.loads(run("code", "agreement", "Awa", "Moussa", "--json")[1])

    assert out.splitlines()[1].split() == [
        *("water", "0:02", "0:02", "0:01", "85.0%", "0.483", "0.481")
    ]
    assert "one millisecond" in err
    # 20 s: observed 17/20; expected (4 * 3 + 16 * 17) / 400 = 0.71
    assert (0.85 - 0.71) / 0.29 == pytest.approx(found["themes"][0]["kappa"])


def test_figures_are_written_as_in_french(run: Run, library: Library) -> None:
    """With a comma, and a space before the sign."""
    run("code", "add", "c-0", "water", "--from", "0", "--to", "4", "--coder", "Moussa")
    run("code", "add", "c-0", "water", "--from", "2", "--to", "5")

    compared = in_french(library, "code", "agreement", "Awa", "Moussa")
    queue = in_french(library, "transcript", "review")

    assert {"85,0\N{NO-BREAK SPACE}%", "0,483", "0,481"} <= {
        *re.split(r"\s{2,}", compared.strip())
    }
    assert "50\N{NO-BREAK SPACE}%" in queue


def test_what_a_search_finds_is_coded_after_asking(
    run: Run, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No changes nothing; yes codes what was shown, once, and says what found it."""
    monkeypatch.setattr("sys.stdin", io.StringIO("n\ny\n"))
    before = saved(library)

    dry = run("search", "puits", "--code", "water", "--dry-run")
    refused = run("search", "puits", "--code", "water")

    assert (0, 2) == (dry[0], dry[1].count("[[puits]]"))
    assert "2 passages would be coded with water" in dry[2]
    assert refused[0] != 0
    assert "Code these 2 passages with water?" in refused[2]
    assert before == saved(library)
    told = json.loads(run("search", "puits", "--code", "water", "--json")[1])
    assert (2, 0) == (len(told["coded"]["added"]), len(told["coded"]["known"]))
    again = json.loads(run("search", "puits", "--code", "water", "--yes", "--json")[1])
    assert (0, 2) == (len(again["coded"]["added"]), len(again["coded"]["known"]))
    assert [(0, 1000), (4000, 5000)] == listed(run, "--theme", "water")
    assert "Found by: puits" in run("code", "list")[1]


def test_words_that_go_past_the_end_are_coded_up_to_it(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """A machine may hear longer than there is something to hear."""
    short = a_clip("c-0000000002")
    with catalog.change() as change:
        change.put(short)
    past = Segment(start=19_000, end=21_000, text="La pirogue.")
    source = Source(origin=Origin.MACHINE)
    words = Transcript(clip=short.id, language="fr", segments=(past,), source=source)
    keep_transcript(library, catalog, words, state=State.MACHINE)

    run("search", "pirogue", "--code", "water", "--yes")

    assert [(19_000, 20_000)] == listed(run)


def test_only_what_was_shown_is_coded(run: Run) -> None:
    """A limit holds for coding too."""
    run("search", "puits", "--code", "water", "--yes", "--limit", "1")

    assert 1 == len(listed(run))


def test_the_queue_empties_as_segments_are_checked(run: Run) -> None:
    """A strong quote comes first; what is marked is not asked again."""
    run("code", "add", "c-0", "trust", "--segments", "2", "--strong")

    _status, out, err = run("transcript", "review", "--limit", "1")
    marked = run("transcript", "mark", "c-0", "checked", "--segments", "2")

    assert [
        "c-0000000001  2  0:02 - 0:03  Women of Gao",
        "  a strong quote | sure: 50%",
        "    > Il manque de confiance.",
    ] == out.splitlines()
    assert "3 segments to check; about to be used: 1." in err
    assert (0, "Checked: segments 2.\n") == (marked[0], marked[2])
    told = json.loads(run("transcript", "review", "--json")[1])
    assert ([1, 3], 0) == ([one["number"] for one in told["waiting"]], told["wanted"])


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("code", "add", "c-0", "water"), 2),
        (("code", "add", "c-0", "water", "--segments", "1", "--to", "2"), 2),
        (("code", "add", "c-0", "fire", "--segments", "1"), 26),
        (("code", "add", "c-0", "water", "--from", "0", "--to", "99"), 40),
        (("code", "edit", "k-zzz", "--strong"), 29),
        (("code", "remove", "k-zzz"), 29),
        (("code", "list", "--coder", "Issa"), 246),
        (("code", "agreement", "Awa", "Issa"), 246),
        (("search", "puits", "--code", "fire", "--yes"), 26),
        (("search", "puits", "--yes"), 2),
        (("search", "puits", "--code", "water", "--yes", "--dry-run"), 2),
        (("search", "puits", "--code", "water", "--export", "a.csv"), 2),
        (("search", "puits", "--code", "water", "--add-to", "pl-0"), 2),
        (("transcript", "mark", "c-0", "approved", "--segments", "1"), 2),
        (("transcript", "mark", "c-0", "checked", "--segments", "9"), 210),
        (("theme", "move", "water", "water"), 245),
        (("theme", "split", "water", "other"), 2),
        (("theme", "rename", "water", "peace/trust"), 0),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run, library: Library, words: tuple[str, ...], status: int
) -> None:
    """Each mistake has its status; a slash in a name is only a letter of it."""
    before = saved(library)

    answered, out, err = run(*words)

    assert status == answered, err
    if status:
        assert "" == out
        assert before == saved(library)
