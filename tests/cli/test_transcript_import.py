"""``mediakit transcript import`` of a folder, matched by name."""

import json
import shutil
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.transcript_record import Origin, TranscriptRecord
from tests.builders import a_clip
from tests.conftest import Run, saved
from tests.formats.spoken import SAMPLES

GAO = a_clip("c-0000000001", title="Gao")
KIDAL = a_clip("c-0000000002", title="Kidal")


@pytest.fixture(autouse=True)
def _clips(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(GAO)
        change.put(KIDAL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with what a team might have in it."""
    folder = tmp_path / "from the team"
    (folder / "week 2").mkdir(parents=True)
    for sample, name in {
        "elan.eaf": "gao.eaf",
        "netflix.dfxp": "week 2/kidal.fr.ttml",
        "otranscribe.otr": "tessalit.otr",
        "whisperx.srt": ".hidden.srt",
    }.items():
        shutil.copy(SAMPLES / sample, folder / name)
    (folder / "week 2" / "kidal.en.srt").write_text("1\n00:00:01,000 --> soon\nNo\n")
    (folder / "gao.mp4").write_bytes(b"film")
    (folder / "link.srt").symlink_to(SAMPLES / "whisperx.srt")
    return folder


def test_a_folder_is_matched_by_name(run: Run, catalog: Catalog, folder: Path) -> None:
    """What fits is imported; every other file is named with its reason."""
    status, out, err = run("transcript", "import", str(folder))

    records = catalog.read().all(TranscriptRecord)
    assert 3 == status
    assert {(r.id, r.clip, r.language) for r in records} == {
        tuple(line.split()[:3]) for line in out.splitlines()
    }
    assert {(GAO.id, "fr"), (KIDAL.id, "fr")} == {(r.clip, r.language) for r in records}
    assert "No clip is called like tessalit.otr." in err
    assert "In kidal.en.srt, line 2" in err
    assert "Left out, not taken for transcripts: 1" in err
    assert "hidden" not in err
    assert "link" not in err
    assert "2 of 4 could not be done" in err


def test_what_was_mended_is_said_under_its_file(run: Run, folder: Path) -> None:
    """Two details of ELAN and an empty annotation are left out."""
    err = run("transcript", "import", str(folder))[2].splitlines()

    first = err.index("In gao.eaf:")
    assert "  Segments imported: 2; repaired: 0; left out: 3." in err[first:]


def test_the_same_folder_twice_makes_no_doubles(
    run: Run, library: Library, folder: Path
) -> None:
    """What is there is named again."""
    run("transcript", "import", str(folder))
    before = saved(library)

    out = run("transcript", "import", str(folder))[1]

    assert before == saved(library)
    assert 2 == out.count("there already")


def test_a_dry_run_changes_nothing(run: Run, library: Library, folder: Path) -> None:
    """Files are read and matched, and nothing is kept."""
    before = saved(library)

    status, out, err = run("transcript", "import", str(folder), "--dry-run", "--json")

    answer = json.loads(out)
    assert 3 == status
    assert before == saved(library)
    assert [] == list(library.transcripts.glob("*"))
    assert [(GAO.id, 2, None), (KIDAL.id, 2, None)] == [
        (one["clip"], one["imported"], one["transcript"]) for one in answer["imported"]
    ]
    assert {"transcript_unmatched", "transcript_line_unreadable"} == {
        one["code"] for one in answer["refused"]
    }
    assert ["gao.mp4"] == [Path(one).name for one in answer["left_out"]]
    assert err


def test_several_files_for_one_clip_are_matched_to_none(
    run: Run, catalog: Catalog, folder: Path
) -> None:
    """Naming the format says which one is meant."""
    shutil.copy(SAMPLES / "whisperx.srt", folder / "Gao.srt")

    status, _out, err = run("transcript", "import", str(folder))
    chosen = run("transcript", "import", str(folder), "--as", "srt")

    assert (3, 3) == (status, chosen[0])
    assert 2 == err.count("is one of 2 files for clip c-0000000001, and none")
    assert [KIDAL.id, GAO.id] == [r.clip for r in catalog.read().all(TranscriptRecord)]


def test_one_file_is_matched_by_name_too(run: Run, folder: Path) -> None:
    """With its clip's name nothing more has to be said; without it is an error."""
    known = run("transcript", "import", str(folder / "gao.eaf"))
    unknown = run("transcript", "import", str(folder / "tessalit.otr"))

    assert 0 == known[0]
    assert GAO.id in known[1]
    assert (223, "") == unknown[:2]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("c-1", "{folder}"), 2),
        (("c-1", "{folder}/gao.eaf", "more"), 2),
        (("{folder}/nothing.srt",), 2),
        (("c-0000000001", "{folder}/gao.eaf", "--dry-run"), 2),
        (("{folder}", "--as", "textgrid"), 226),
        (("{folder}", "--language", "french"), 16),
        ((), 2),
    ],
)
def test_what_cannot_be_meant(
    run: Run, library: Library, folder: Path, words: tuple[str, ...], status: int
) -> None:
    """One sentence, and nothing changes."""
    before = saved(library)

    answered, out, err = run(
        "transcript", "import", *(word.format(folder=folder) for word in words)
    )

    assert (status, "") == (answered, out)
    assert err
    assert before == saved(library)


def test_what_was_exported_comes_back_as_what_it_is(
    run: Run, catalog: Catalog, tmp_path: Path
) -> None:
    """Subtitles say neither their language nor that they are a translation."""
    folder = tmp_path / "back"
    folder.mkdir()
    file = folder / "en.srt"
    file.write_text("1\n00:00:00,000 --> 00:00:01,000\nPeace.\n", "utf-8")
    words = ("translation", "import", GAO.id, str(file), "--to", "en", "--by", "Oumar")
    assert 0 == run(*words)[0]
    [record] = catalog.read().all(TranscriptRecord)
    file = file.rename(folder / f"Gao en {record.id} 2.srt")

    status, out, _err = run("transcript", "import", str(folder))

    assert (0, True) == (status, "there already" in out)
    file.write_text(file.read_text("utf-8").replace("Peace", "Peace, now"), "utf-8")
    assert 0 == run("transcript", "import", str(folder))[0]
    new = catalog.read().all(TranscriptRecord)[-1]
    assert (Origin.TRANSLATION, "en", "Oumar") == (new.origin, new.language, new.by)
