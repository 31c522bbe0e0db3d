"""``mediakit transcript``: import, export, show, list."""

import base64
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.use import Use
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.conftest import Run, saved
from tests.formats.spoken import SAMPLES, SPOKEN

CLIP = a_clip()
MESSY = (
    "1\n00:00:01.000 --> 00:00:02.000\nBonjour à tous.\n\n"
    "2\n00:00:03,000 --> 00:00:04,000\n\n"
    "3\n00:00:03.500 --> 00:00:30,000\nNous voulons\nla paix.\n"
)
NOTICE = "It knows the demo's sentences only."


@pytest.fixture(autouse=True)
def _clip(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(CLIP)


@pytest.fixture
def messy(tmp_path: Path) -> str:
    """Return a file with a fault of each sort, in an old encoding."""
    file = tmp_path / "gao.srt"
    file.write_bytes(MESSY.encode("cp1252"))
    return str(file)


@pytest.fixture
def machine(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Keep a transcript by the demo model."""
    source = Source(
        origin=Origin.MACHINE, engine="faster-whisper", model="demo", notice=NOTICE
    )
    transcript = replace(SPOKEN, clip=CLIP.id, source=source)
    return keep_transcript(library, catalog, transcript, state=State.MACHINE)


def test_an_import_says_what_it_mended(run: Run, catalog: Catalog, messy: str) -> None:
    """The id on standard output; each kind of repair with its lines, and the sums."""
    status, out, err = run("transcript", "import", "c-0", messy)

    [record] = catalog.read().all(TranscriptRecord)
    assert (0, f"{record.id}  fr, imported, not checked\n") == (status, out)
    assert [
        "The whole file: the letters were read as cp1252, not UTF-8.",
        "Lines 2, 9: the time is written in an unusual way, but understood.",
        "Line 6: has no text; left out.",
        "Line 9: went on after the clip's end; now ends with it.",
        "Segments imported: 2; repaired: 4; left out: 1.",
    ] == err.splitlines()


def test_an_import_says_it_in_french(run: Run, library: Library, messy: str) -> None:
    """No sentence of a repair stays in English."""
    words = ["transcript", "import", "c-0", messy]
    english = run(*words)[2].splitlines()

    done = subprocess.run(
        [sys.executable, "-m", "mediakit", "--library", str(library.root), *words],
        env={**os.environ, "MEDIAKIT_LANG": "fr", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    french = done.stderr.splitlines()
    assert len(english) == len(french)
    assert not set(english) & set(french)
    assert "cp1252" in french[0]


def test_an_import_for_programs(run: Run, messy: str) -> None:
    """Every repair, one by one."""
    _status, out, _err = run("transcript", "import", "c-0", messy, "--json")

    answer = json.loads(out)
    assert (True, "srt", 2) == (answer["new"], answer["format"], answer["imported"])
    assert CLIP.id == answer["transcript"]["clip"]
    assert {"kind": "encoding", "line": 0, "left_out": False, "encoding": "cp1252"} == (
        answer["repairs"][0]
    )
    assert [6] == [each["line"] for each in answer["repairs"] if each["left_out"]]


def test_the_same_words_twice_change_nothing(
    run: Run, library: Library, messy: str
) -> None:
    """The transcript that is there is named again."""
    first = run("transcript", "import", "c-0", messy)
    before = saved(library)

    again = run("transcript", "import", "c-0", messy)

    assert (0, first[1]) == again[:2]
    assert again[2].endswith("has these words already; nothing was changed.\n")
    assert before == saved(library)


@pytest.mark.parametrize(
    ("content", "words", "status"),
    [
        (b"1\n00:00:01,000 --> never\nOui\n", ("--as", "srt"), 45),
        (b'{"segments": ', ("--as", "whisper"), 46),
        (b"", ("--as", "srt"), 47),
        (b"\x00\x01\x02", (), 49),
        (b"Dear all,", (), 50),
        (b"[09:00] Oui", (), 51),
        (b"[00:01] Oui", ("--origin", "translation"), 52),
        (b'{"format": "mediakit-transcript", "version": 9}', (), 53),
        (b"[00:01] Oui", ("--language", "french"), 16),
        (b"[00:01] Oui", ("--as", "pdf"), 2),
        (b"[00:01] Oui", ("--as", "docx"), 221),
        (b"<!DOCTYPE tt [<!ENTITY a 'b'>]><tt>&a;</tt>", ("--as", "ttml"), 221),
    ],
)
def test_refuses_and_changes_nothing(
    run: Run,
    library: Library,
    tmp_path: Path,
    content: bytes,
    words: tuple[str, ...],
    status: int,
) -> None:
    """Each thing that is wrong has its sentence and status."""
    file = tmp_path / "gao.doc"
    file.write_bytes(content)
    before = saved(library)

    answered, out, err = run("transcript", "import", "c-0", str(file), *words)

    assert (status, "") == (answered, out)
    assert "gao.doc" in err or status in {2, 16}
    assert before == saved(library)
    assert [] == list(library.transcripts.glob("*"))


def test_an_export_says_where_it_is(
    run: Run, library: Library, machine: TranscriptRecord
) -> None:
    """The path on standard output; the warnings inside the file."""
    status, out, err = run("transcript", "export", machine.id, "--as", "vtt")

    file = Path(out.rstrip("\n"))
    assert (0, "") == (status, err)
    assert file.parent == library.exports / "transcripts"
    text = file.read_text("utf-8")
    assert f"NOTE {NOTICE}\n" in text
    assert "NOTE A machine's words, not checked by a person.\n" in text


def test_what_a_format_cannot_hold_is_said(run: Run, machine: TranscriptRecord) -> None:
    """Subtitles have no place for a warning: it is on standard error."""
    _status, out, err = run("transcript", "export", "c-0", "--as", "srt")

    assert NOTICE not in Path(out.rstrip("\n")).read_text("utf-8")
    assert [NOTICE, "A machine's words, not checked by a person."] == err.splitlines()


def test_an_export_to_standard_output_is_the_file(
    run: Run, catalog: Catalog, machine: TranscriptRecord
) -> None:
    """Nothing but the words, and exactly what was recorded."""
    _status, out, _err = run(
        "transcript", "export", "c-0", "--as", "tsv", "--output", "-"
    )

    assert out.startswith("start\tend\ttext\n0\t1480\tBonjour à tous.\n")
    [use] = catalog.read().all(Use)
    assert hashlib.sha256(out.encode()).hexdigest() == use.files[0].sha256


@pytest.mark.parametrize("output", ["", "-"])
def test_an_export_for_programs(
    run: Run, machine: TranscriptRecord, output: str
) -> None:
    """Where it is, or the text itself, and the use."""
    out = run(
        "transcript", "export", "c-0", "--as", "txt", "--output", output, "--json"
    )[1]

    answer = json.loads(out)
    assert "transcript" == answer["use"]["kind"]
    text = answer["text"] if output else Path(answer["path"]).read_text("utf-8")
    assert text.startswith(f"{NOTICE}\nA machine's words")


def test_an_export_overwrites_nothing(
    run: Run, library: Library, machine: TranscriptRecord, tmp_path: Path
) -> None:
    """A file that is there stays as it is, and nothing is recorded."""
    there = tmp_path / "there.vtt"
    there.write_text("mine")
    before = saved(library)

    status, out, _err = run(
        "transcript", "export", "c-0", "--as", "vtt", "--output", str(there)
    )

    assert (43, "") == (status, out)
    assert "mine" == there.read_text()
    assert before == saved(library)


def test_a_transcript_is_shown_by_number(run: Run, machine: TranscriptRecord) -> None:
    """Who made it, what to beware of, and each segment as trim counts them."""
    out = run("transcript", "show", "c-0")[1]

    assert [
        f"{machine.id}  fr, machine, not checked, faster-whisper demo",
        NOTICE,
        "A machine's words, not checked by a person.",
        "",
        "1  0:00 - 0:01.480      Awa     Bonjour à tous.",
        "2  0:01.900 - 0:03.520  Moussa  Nous voulons / la paix.",
    ] == out.splitlines()


def test_doubts_are_shown(run: Run, messy: str, tmp_path: Path) -> None:
    """An overlap that was found on the way in is marked."""
    file = tmp_path / "over.srt"
    file.write_text(MESSY.replace("03.500", "01.500"), "utf-8")
    run("transcript", "import", "c-0", str(file))

    out = run("transcript", "show", "c-0")[1]

    assert out.splitlines()[-1].endswith("la paix.  overlaps")


def test_a_change_of_language_is_shown(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Beside who speaks, where it is another than the transcript's."""
    said = (
        Segment(start=0, end=1000, text="Bonjour.", speaker="Awa"),
        Segment(start=1000, end=2000, text="Hello.", language="en"),
    )
    transcript = Transcript(clip=CLIP.id, language="fr", segments=said)
    record = keep_transcript(library, catalog, transcript, state=State.UNCHECKED)

    out = run("transcript", "show", record.id)[1]

    assert ["1  0:00 - 0:01  Awa   Bonjour.", "2  0:01 - 0:02  (en)  Hello."] == (
        out.splitlines()[-2:]
    )


def test_a_transcript_for_programs(run: Run, machine: TranscriptRecord) -> None:
    """Its record, and every word with its times."""
    answer = json.loads(run("transcript", "show", machine.id, "--json")[1])

    assert machine.id == answer["record"]["id"]
    first = answer["transcript"]["segments"][0]
    assert ("Awa", 3) == (first["speaker"], len(first["words"]))


def test_the_transcripts_of_a_clip_are_listed(
    run: Run, machine: TranscriptRecord
) -> None:
    """Oldest first; a clip may have none."""
    run("transcript", "import", "c-0", str(SAMPLES / "whisperx.srt"))

    lines = run("transcript", "list", "c-0")[1].splitlines()

    assert 2 == len(lines)
    assert lines[0].startswith(machine.id)
    assert [False, True] == [line.endswith("current") for line in lines]
    assert 2 == len(json.loads(run("transcript", "list", "c-0", "--json")[1]))


def test_a_clip_without_transcripts_says_how_to_get_one(run: Run) -> None:
    """An empty list is no error; showing nothing is."""
    listed = run("transcript", "list", "c-0")
    shown = run("transcript", "show", "c-0")
    exported = run("transcript", "export", "c-0", "--as", "vtt")

    assert (0, "There are no transcripts yet.\n") == listed[:2]
    assert (54, 54) == (shown[0], exported[0])
    assert f"mediakit transcribe {CLIP.id}" in shown[2]


def test_an_export_of_the_clips_other_words(
    run: Run, machine: TranscriptRecord
) -> None:
    """By language, by where they come from; a translation beside the speech."""
    file = SAMPLES / "whisperx.srt"
    words = ("--language", "en", "--origin", "translation")
    run("transcript", "import", "c-0", str(file), *words)

    export = ("transcript", "export", "c-0", "--as", "txt", "--output", "-")
    current = run(*export)[1]
    english = run(*export, "--language", "en")[1]
    translated = run(*export, "--which", "translation")[1]
    missing = run(*export, "--language", "ar")

    assert "A machine's words, not checked by a person." == current.splitlines()[1]
    assert english == translated
    assert "Not checked by a person against the recording." == english.splitlines()[1]
    assert (222, "") == missing[:2]


def test_a_document_for_programs_is_base64(run: Run, machine: TranscriptRecord) -> None:
    """JSON has no place for bytes."""
    export = ("transcript", "export", "c-0", "--as", "docx", "--output", "-")

    answer = json.loads(run(*export, "--json")[1])

    content = base64.b64decode(answer["base64"])
    assert hashlib.sha256(content).hexdigest() == answer["use"]["files"][0]["sha256"]
