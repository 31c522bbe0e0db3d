"""Correcting and translating what several people say, one of whom withdrew.

What she said is shown to nobody, and is not lost: every version keeps it.
"""

import json
import stat
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.ids import ClipId
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import Use, UseKind
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from tests.builders import a_clip
from tests.conftest import Run
from tests.consents import agree, put_person, put_voice, withdraw

GAO = ClipId("c-0000000001")
HERS = "J'ai vu les soldats."
SPOKEN = (
    Segment(start=0, end=2000, text="Le puits est à Gao.", speaker="Awa"),
    Segment(start=2000, end=4000, text=HERS, speaker="Mariam"),
    Segment(start=4000, end=6000, text="Il est à sec à Gao.", speaker="Awa"),
)
HER_MEANING = "I saw the soldiers."
MEANT = (
    Segment(start=0, end=2000, text="The well is in Gao.", speaker="Awa"),
    Segment(start=2000, end=4000, text=HER_MEANING, speaker="Mariam"),
)
WHO = ("--to", "en", "--by", "Oumar")


@pytest.fixture
def mariam(library: Library, catalog: Catalog) -> Person:
    """Put a clip into the library in which she speaks second."""
    with catalog.change() as change:
        change.put(a_clip(GAO))
    words = Transcript(clip=GAO, language="fr", segments=SPOKEN)
    keep_transcript(library, catalog, words, state=State.MACHINE)
    source = Source(origin=Origin.TRANSLATION, by="Oumar", date="2026-03-01")
    words = Transcript(clip=GAO, language="en", segments=MEANT, source=source)
    keep_transcript(library, catalog, words, state=State.UNCHECKED)
    person = put_person(catalog)
    put_voice(catalog, GAO, person, (2000, 4000))
    return person


@pytest.fixture
def gone(catalog: Catalog, mariam: Person) -> Person:
    """Have her withdraw."""
    withdraw(catalog, mariam)
    return mariam


def _newest(library: Library, catalog: Catalog, language: str = "fr") -> list[str]:
    records = catalog.read().all(TranscriptRecord)
    newest = [one for one in records if one.language == language][-1]
    return [one.text for one in load_transcript(library, newest).segments]


def _sheet(run: Run, tmp_path: Path, *command: str) -> tuple[Path, str]:
    sheet = tmp_path / "words.txt"
    assert 0 == run(*command, "--sheet", str(sheet))[0]
    return sheet, sheet.read_text("utf-8")


@pytest.mark.usefixtures("gone")
@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as the editor")
def test_an_editor_shows_only_when_she_speaks(
    run: Run,
    library: Library,
    catalog: Catalog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is written around her is kept, and so is what she said."""
    editor, seen = tmp_path / "editor", tmp_path / "seen.txt"
    editor.write_text(
        f'#!/bin/sh\ncp "$1" "{seen}"\nsed -i.old "s/sec/nouveau sec/" "$1"\n'
        'rm "$1.old"\n'
    )
    editor.chmod(stat.S_IRWXU)
    monkeypatch.setenv("VISUAL", str(editor))

    status, _out, err = run("transcript", "edit", GAO)

    assert 0 == status
    assert HERS not in seen.read_text("utf-8")
    assert "\n{0:02 - 0:04}\n" in seen.read_text("utf-8")
    assert "1 segment stays as it is" in err
    assert [
        "Le puits est à Gao.",
        HERS,
        "Il est à nouveau sec à Gao.",
    ] == _newest(library, catalog)


@pytest.mark.usefixtures("gone")
def test_her_line_may_even_be_deleted(
    run: Run, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Who did not see the words cannot mean to leave them out."""
    sheet, text = _sheet(run, tmp_path, "transcript", "edit", GAO)
    sheet.write_text(text.replace("{0:02 - 0:04}\n", "").replace("Le puits", "Un"))

    status, out, _err = run("transcript", "edit", GAO, "--from", str(sheet), "--json")

    answer = json.loads(out)
    assert (0, 1, 0, 1) == (
        status,
        answer["changed"],
        answer["removed"],
        answer["withheld"],
    )
    assert ["Un est à Gao.", HERS, SPOKEN[2].text] == _newest(library, catalog)


def test_a_sheet_may_be_older_than_the_withdrawal(
    run: Run, library: Library, catalog: Catalog, mariam: Person, tmp_path: Path
) -> None:
    """What was written of her then is not taken, and the other way round.

    Her words are not lost where she comes back before a sheet that did not show them.
    """
    sheet, text = _sheet(run, tmp_path, "transcript", "edit", GAO)
    sheet.write_text(text.replace("les soldats", "des gens").replace("sec", "vide"))
    withdraw(catalog, mariam)
    taken = run("transcript", "edit", GAO, "--from", str(sheet))
    sheet.unlink()
    sheet, text = _sheet(run, tmp_path, "transcript", "edit", GAO)
    sheet.write_text(text.replace("Le puits", "Un puits"))
    agree(catalog, mariam, day="2026-03-02")
    after = run("transcript", "edit", GAO, "--from", str(sheet))

    assert (0, 0) == (taken[0], after[0])
    assert [
        "Un puits est à Gao.",
        HERS,
        "Il est à vide à Gao.",
    ] == _newest(library, catalog)


@pytest.mark.usefixtures("gone")
def test_a_sheet_is_a_recorded_use(run: Run, catalog: Catalog, tmp_path: Path) -> None:
    """Of what is in it; that it was written in later is nobody's mistake."""
    sheet, text = _sheet(run, tmp_path, "transcript", "edit", GAO)

    [use] = catalog.read().all(Use)
    assert (UseKind.SHEET, "internal") == (use.kind, use.scope)
    assert [(0, 2000), (4000, 6000)] == [
        (used.range.start, used.range.end) for used in use.ranges
    ]
    sheet.write_text(text.replace("sec", "vide"))
    assert "export_changed" not in run("check", "--json")[1]


@pytest.mark.usefixtures("gone")
def test_what_she_said_is_not_replaced(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """That something of it would be is said, so that nobody wonders."""
    found = run("transcript", "replace", "soldats", "gens", "--yes")
    both = run("transcript", "replace", "à", "vers", "--yes", "--json")

    assert (0, "") == found[:2]
    assert "Found in 0 segments.\n1 segment stays as it is" in found[2]
    assert 0 == json.loads(both[1])["withheld"]
    assert HERS == _newest(library, catalog)[1]


def test_a_comparison_says_when_she_was_corrected(
    run: Run, catalog: Catalog, mariam: Person
) -> None:
    """Not what was written, then or now."""
    for words in ("soldats", "gens"), ("Gao", "Ménaka"):
        assert 0 == run("transcript", "replace", *words, "--yes")[0]
    withdraw(catalog, mariam)
    records = catalog.read().all(TranscriptRecord)
    speech = [one for one in records if one.language == "fr"]

    status, out, _err = run("transcript", "diff", speech[-1].id, speech[0].id)

    assert 0 == status
    assert "soldats" not in out
    assert "gens" not in out
    assert "- 0:02 - 0:04  not shown: consent does not cover it\n" in out
    assert "Le puits est à Ménaka." in out


@pytest.mark.usefixtures("gone")
def test_what_she_said_is_not_split(run: Run) -> None:
    """A word of hers could fall to the side that is open."""
    hers = run("transcript", "split", GAO, "2", "--at", "0:03")
    other = run("transcript", "split", GAO, "3", "--at", "0:05")

    assert (ConsentWithdrawn.exit_status, 0) == (hers[0], other[0])


@pytest.mark.usefixtures("gone")
def test_a_translator_sees_neither_her_words_nor_what_they_meant(
    run: Run, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """What was translated of her before stays, and nothing of her is missing."""
    sheet, text = _sheet(run, tmp_path, "translation", "add", GAO, *WHO)
    sheet.write_text(text.replace("[0:04 - 0:06 | Awa]", "[0:04 - 0:06 | Awa] Dry."))

    status, _out, err = run("translation", "add", GAO, *WHO, "--from", str(sheet))

    assert HERS not in text
    assert HER_MEANING not in text
    assert "\n{0:02 - 0:04}\n" in text
    assert (0, "No segment is missing.\n") == (status, err)
    assert ["The well is in Gao.", HER_MEANING, "Dry."] == _newest(
        library, catalog, "en"
    )
    [use] = catalog.read().all(Use)
    assert TimeRange(2000, 4000) not in [used.range for used in use.ranges]
