"""``mediakit translation``, and versions beside each other."""

import json
import stat
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from tests.conftest import Run, saved
from tests.interpreters import put_original

CLIP = "c-0000000001"
WHO = ("--to", "en", "--by", "Oumar", "--date", "2026-11-20")


@pytest.fixture(autouse=True)
def _original(library: Library, catalog: Catalog) -> None:
    put_original(library, catalog)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the editor")
def test_a_person_translates_in_an_editor(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written there is a translation by somebody, on a day."""
    program = tmp_path / "editor"
    program.write_text(
        '#!/bin/sh\nsed -i.old "s/| Moussa]/&Peace./" "$1"\nrm "$1.old"\n'
    )
    program.chmod(stat.S_IRWXU)
    monkeypatch.setenv("VISUAL", str(program))

    status, out, err = run("translation", "add", CLIP, *WHO)

    assert (0, "Segments that are missing: 1-2.\n") == (status, err)
    assert out.endswith("en, translation by Oumar, 2026-11-20, not checked\n")
    assert "translation by Oumar, 2026-11-20" in run("show", CLIP)[1]
    assert "Peace." in run("transcript", "show", out.split()[0])[1]


def test_a_sheet_goes_to_another_room_and_comes_back(run: Run, tmp_path: Path) -> None:
    """Somebody else may translate it on another machine."""
    sheet = tmp_path / "words.txt"

    assert 0 == run("translation", "add", CLIP, *WHO, "--sheet", str(sheet))[0]
    empty = run("translation", "add", CLIP, *WHO, "--from", str(sheet))
    sheet.write_text(sheet.read_text("utf-8").replace("Awa]", "Awa] Hello."), "utf-8")
    status, _out, err = run("translation", "add", CLIP, *WHO, "--from", str(sheet))

    assert (0, "", "Nothing was written, and nothing was changed.\n") == empty
    assert (0, "Segments that are missing: 3.\n") == (status, err)


def test_a_translation_in_any_format_is_imported(run: Run, tmp_path: Path) -> None:
    """Beside one of the same words by somebody else; once."""
    srt = tmp_path / "gao.srt"
    srt.write_text("1\n00:00:00,000 --> 00:00:03,000\nHello.\n")

    first = run("translation", "import", CLIP, str(srt), *WHO)
    again = run("translation", "import", CLIP, str(srt), *WHO)
    other = run("translation", "import", CLIP, str(srt), *WHO[:3], "Ali")

    assert [0, 0, 0] == [first[0], again[0], other[0]]
    assert "en, translation by Oumar, 2026-11-20, not checked" in first[1]
    assert "nothing was changed" in again[2]
    assert "translation by Ali" in other[1]


def test_versions_stand_side_by_side(run: Run, tmp_path: Path) -> None:
    """In 80 columns, aligned by time; in JSON with all that is known of them."""
    srt = tmp_path / "gao.srt"
    srt.write_text(
        "1\n00:00:00,000 --> 00:00:03,000\nHello to everybody who has come here.\n"
    )
    run("translation", "import", CLIP, str(srt), *WHO)

    status, out, _err = run("transcript", "show", CLIP, "--beside")
    document = json.loads(run("transcript", "show", CLIP, "--beside", "--json")[1])

    assert 0 == status
    head, *blocks = out.split("\n\n")
    assert ["A", "B"] == [line[0] for line in head.splitlines()]
    assert (
        "0:00 - 0:03\n"
        "A  Awa: I ni ce.                         B  Hello to everybody who has come\n"
        "                                            here."
    ) == blocks[0]
    assert all(len(line) <= 80 for line in out.splitlines())
    assert ["", "translation"] == [
        "" if one["origin"] == "imported" else one["origin"]
        for one in document["versions"]
    ]
    assert [0, 3000, 6000] == [row["start"] for row in document["rows"]]
    assert [[], "Hello to everybody who has come here."] == [
        document["rows"][1]["segments"][1],
        document["rows"][0]["segments"][1][0]["text"],
    ]


def test_many_versions_stand_one_below_the_other(run: Run, tmp_path: Path) -> None:
    """Where they would be too narrow to read; languages choose some of them."""
    srt = tmp_path / "gao.srt"
    srt.write_text("1\n00:00:00,000 --> 00:00:03,000\nHello.\n")
    for language in ("en", "fr", "ar"):
        who = ("--to", language, "--by", "Oumar")
        run("translation", "import", CLIP, str(srt), *who)

    every = run("transcript", "show", CLIP, "--beside")[1]
    some = run("transcript", "show", CLIP, "--beside", "fr, ar")[1]

    assert "\nA  Awa: I ni ce.\nB  Hello.\nC  Hello.\nD  Hello.\n" in every
    assert ["bm,", "fr,", "ar,"] == [
        line.split()[2] for line in some.split("\n\n")[0].splitlines()
    ]


def test_more_versions_than_letters_are_all_shown(run: Run, tmp_path: Path) -> None:
    """None is left out in silence."""
    srt = tmp_path / "gao.srt"
    for number in range(27):
        srt.write_text(f"1\n00:00:00,000 --> 00:00:03,000\nHello {number}.\n")
        who = ("--to", "en", "--by", f"Oumar {number}")
        run("translation", "import", CLIP, str(srt), *who)

    shown = run("transcript", "show", CLIP, "--beside")[1]

    assert "\nA  Awa: I ni ce.\n" in shown
    assert "\nAB  Hello 26.\n" in shown


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("translation", "add", "c-9", *WHO), 23),
        (("translation", "add", CLIP, "--to", "en"), 2),
        (("translation", "add", CLIP, "--to", "english!", "--by", "Oumar"), 16),
        (("translation", "add", CLIP, *WHO, "--from", "{sheet}"), 220),
        (("translation", "import", CLIP, "{sheet}", *WHO, "--as", "tsv"), 47),
        (("transcript", "show", CLIP, "--beside", "english!"), 16),
    ],
)
def test_mistakes_have_a_sentence_and_change_nothing(
    run: Run, library: Library, tmp_path: Path, words: tuple[str, ...], status: int
) -> None:
    """Each with its own status."""
    sheet = tmp_path / "words.txt"
    sheet.write_text("[0:01 - 0:02] Hello.\n")
    before = saved(library)

    found, out, err = run(*(word.format(sheet=sheet) for word in words))

    assert (status, "") == (found, out)
    assert err
    assert before == saved(library)
