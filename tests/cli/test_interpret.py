"""``mediakit interpret``: cut, import, and recording at the terminal."""

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli.commands import interpret_record
from mediakit.library import Library
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.load_transcript import load_transcript
from tests.conftest import Run, saved
from tests.fakes.sound_device import FakeDevice
from tests.interpreters import put_original, put_speech, recordings
from tests.speech import ENGLISH, FRENCH

CLIP = "c-0000000001"
WHO = ("--to", "fr", "--by", "Fanta", "--date", "2026-11-20")
EAR = ("--model", "demo", "--threads", "1")

pytestmark = pytest.mark.engine


def _interpreted(library: Library, catalog: Catalog) -> list[str]:
    found = [
        one
        for one in catalog.read().all(TranscriptRecord)
        if one.origin is Origin.ORAL_TRANSLATION
    ]
    return [one.text for one in load_transcript(library, found[-1]).segments]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Let the lines of a text be what is typed; without them the terminal closes."""
    lines = io.StringIO()
    monkeypatch.setattr(sys, "stdin", lines)
    return lines


def _type(typed: io.StringIO, *lines: str) -> None:
    typed.write("".join(f"{line}\n" for line in lines))
    typed.seek(0)


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> FakeDevice:
    """Let an interpreter sit at a machine with sound."""
    fake = FakeDevice(ENGLISH, FRENCH)
    monkeypatch.setattr(interpret_record, "open_device", lambda: fake)
    return fake


def test_from_a_language_no_model_knows_to_words_that_are_found(
    run: Run, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Refused, cut, interpreted, searched, exported: the whole way."""
    put_speech(library, catalog)

    refused = run("transcribe", *EAR)
    cut = run("interpret", "cut", CLIP)
    count = len(cut[1].splitlines())
    folder = recordings(tmp_path / "said", **{f"_1_{count}": FRENCH})
    imported = run("interpret", "import", CLIP, str(folder), *WHO, *EAR)

    assert "'mediakit interpret'" in refused[2]
    assert (0, "001.wav") == (cut[0], cut[1].split()[0])
    assert 0 == imported[0]
    assert FRENCH.sentences[0] in imported[1]
    assert "fr, oral translation by Fanta, 2026-11-20, machine" in imported[1]
    assert "No segment is missing." in imported[2]
    found = run("search", "ensemble")[1]
    assert "oral translation by Fanta, 2026-11-20" in found
    exported = run("transcript", "export", CLIP, "--as", "srt", "--output", "-")
    assert FRENCH.sentences[0] in exported[1]
    assert "An oral translation: not the speaker's own words." in exported[2]
    assert 0 == run("check", "--quick")[0]


def test_the_engine_is_told_the_names_of_the_glossary(
    run: Run, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Interpreters say them too; that it was is kept with their words."""
    put_original(library, catalog)
    text = library.settings_file.read_text("utf-8")
    text = re.sub("(?m)^# glossary = .*$", 'glossary = ["IMRAP", "Ménaka"]', text)
    library.settings_file.write_text(text, "utf-8")
    folder = recordings(tmp_path / "said", _1=FRENCH)

    assert 0 == run("interpret", "import", CLIP, str(folder), *WHO, *EAR)[0]

    [record] = (one for one in catalog.read().all(TranscriptRecord) if one.by)
    source = load_transcript(library, record).source
    assert source is not None
    assert source.options is not None
    assert "IMRAP, Ménaka." == source.options["prompt"]


def test_what_could_not_be_imported_is_listed(
    run: Run, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """With the reason, and the status says so; so is what is missing."""
    put_original(library, catalog)
    folder = recordings(tmp_path / "said", _2=FRENCH, _9=FRENCH)
    (folder / "notes.txt").write_text("Awa was tired.")

    status, out, _err = run(
        "interpret", "import", CLIP, str(folder), *WHO, *EAR, "--json"
    )

    answer = json.loads(out)
    assert (3, [1, 3]) == (status, answer["missing"])
    assert [("2.opus", 2, True)] == [
        (Path(one["file"]).name, one["first"], one["new"]) for one in answer["heard"]
    ]
    assert {"9.opus", "notes.txt"} == {
        Path(one["file"]).name for one in answer["left_out"]
    }
    assert "Fanta" == answer["transcript"]["by"]


def test_an_interpreter_keeps_says_again_and_types(
    run: Run,
    library: Library,
    catalog: Catalog,
    device: FakeDevice,
    typed: io.StringIO,
) -> None:
    """Each segment is played; what is kept stays, and the next time goes on."""
    put_original(library, catalog)
    _type(typed, "", "", "a", "", "", "p", "t", "Bonjour.", "q")

    status, out, err = run("interpret", CLIP, *WHO, *EAR)

    assert 0 == status
    assert [3.0, 2.0, 2.0, 3.0] == device.played
    assert "Segment 1 of 3, 0:00 - 0:03" in err
    assert "Awa: I ni ce." in err
    assert FRENCH.sentences[0] in err
    assert "Segments that are missing: 3." in err
    assert "oral translation by Fanta, 2026-11-20" in out
    assert [FRENCH.sentences[0], "Bonjour."] == _interpreted(library, catalog)
    _type(typed, "s")
    assert "Segment 3 of 3" in run("interpret", "record", CLIP, *WHO, *EAR)[2]


def test_silence_is_said_and_not_kept(
    run: Run,
    library: Library,
    catalog: Catalog,
    monkeypatch: pytest.MonkeyPatch,
    typed: io.StringIO,
) -> None:
    """Not even with words that were typed instead."""
    monkeypatch.setattr(interpret_record, "open_device", FakeDevice)
    put_original(library, catalog)
    _type(typed, "", "", "t", "Bonjour.", "q")

    status, _out, err = run("interpret", CLIP, *WHO, *EAR)

    assert 0 == status
    assert "Nobody was heard" in err
    assert ["Bonjour."] == _interpreted(library, catalog)
    assert not any(library.interpretations.rglob("*.wav"))


def test_a_terminal_that_closes_loses_nothing(
    run: Run,
    library: Library,
    catalog: Catalog,
    device: FakeDevice,
    typed: io.StringIO,
) -> None:
    """What was kept before is a version."""
    put_original(library, catalog)
    _type(typed, "t", "Bonjour.", "")

    status, _out, err = run("interpret", CLIP, *WHO, *EAR)

    assert 130 == status
    assert "the same command goes on" in err
    assert ["Bonjour."] == _interpreted(library, catalog)
    assert not list(library.derived.glob("tmp*"))


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("import", CLIP, os.curdir), 2, "--to"),
        (("import", CLIP, os.curdir, "--to", "fr", "--by", " "), 2, "Say who"),
        (("import", "c-9", os.curdir, *WHO), 23, "No clip has the id"),
        (("import", CLIP, "nowhere", *WHO), 2, "does not exist"),
        (("import", CLIP, "{empty}", *WHO), 94, "no video or sound recording"),
        (("import", CLIP, "{one}", *WHO), 57, "no speech model"),
        (("import", CLIP, "{one}", "--to", "bm", *WHO[2:], *EAR), 62, "language bm"),
        (("import", CLIP, "{one}", *WHO[:4], "--date", "soon"), 17, "not a date"),
        (("cut", "c-9"), 23, "No clip has the id"),
    ],
)
def test_mistakes_have_a_sentence_and_change_nothing(
    run: Run,
    library: Library,
    catalog: Catalog,
    tmp_path: Path,
    words: tuple[str, ...],
    status: int,
    sentence: str,
) -> None:
    """Each has its own exit status."""
    put_original(library, catalog)
    (tmp_path / "empty").mkdir()
    one = recordings(tmp_path / "one", _1=FRENCH)
    before = saved(library)

    found, out, err = run(
        "interpret", *(w.format(empty=tmp_path / "empty", one=one) for w in words)
    )

    assert (status, "") == (found, out)
    assert sentence in err
    assert before == saved(library)


def test_a_clip_without_segments_is_to_be_cut_first(
    run: Run, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Numbers of segments that nobody has seen mean nothing."""
    put_speech(library, catalog)
    folder = recordings(tmp_path / "said", _1=FRENCH)

    status, _out, err = run("interpret", "import", CLIP, str(folder), *WHO, *EAR)

    assert 54 == status
    assert "'mediakit interpret cut'" in err
