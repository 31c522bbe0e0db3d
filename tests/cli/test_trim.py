"""``mediakit trim``, as a person types it."""

import json
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.media.ffmpeg import CHOICE
from mediakit.media.probe import probe
from mediakit.model.clip import Clip
from mediakit.model.transcript_record import Origin
from tests.conftest import Run, saved
from tests.fakes.ffmpegs import fake_ffmpeg
from tests.library_clips import put_clip, put_words
from tests.media.barcode import Recipe, Track, picture_numbers

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video of four seconds with two sentences into the library."""
    made = put_clip(library, catalog, Recipe())
    put_words(
        library,
        catalog,
        made,
        (1000, 2000, "Le puits est loin."),
        (2000, 3000, "L'école est fermée."),
    )
    return made


def test_cuts_between_times(run: Run, clip: Clip) -> None:
    """The answer is the excerpt, its range and the file."""
    status, out, err = run("trim", clip.id, "--from", "1", "--to", "0:02,5")

    name, path = out.split("  ")[0], Path(out.split("  ")[-1].strip())
    assert (0, "") == (status, err)
    assert name.startswith("x-")
    assert "0:01 - 0:02.500" in out
    assert list(range(25, 63)) == [number for number, _ in picture_numbers(path)]


def test_cuts_what_is_said(run: Run, clip: Clip) -> None:
    """As JSON: the file, the excerpt with its quote, the use."""
    status, out, _err = run("trim", clip.id, "--quote", "PUITS EST", "--json")

    made = json.loads(out)
    assert (0, False) == (status, made["reused"])
    assert {"start": 1250, "end": 1750} == made["excerpt"]["range"]
    assert "puits est" == made["excerpt"]["quote"]
    assert made["path"].endswith(made["use"]["files"][0]["path"])


def test_says_that_a_quote_is_a_translation(
    run: Run, library: Library, catalog: Catalog, clip: Clip
) -> None:
    """All that an interpreter rendered so is cut, not some words of it."""
    said = (1000, 3000, "The well is far away.")
    put_words(library, catalog, clip, said, origin=Origin.ORAL_TRANSLATION)

    status, out, err = run("trim", clip.id, "--quote", "well is far")

    assert 0 == status
    assert "0:01 - 0:03" in out
    assert "These words are a translation" in err


def test_cuts_the_sound_of_segments(run: Run, clip: Clip, tmp_path: Path) -> None:
    """The output's name says which format."""
    target = tmp_path / "puits.mp3"

    status, _out, err = run(
        *("trim", clip.id, "--segments", "1-2", "--sound"),
        *("--fade", "0.1", "--output", str(target)),
    )

    assert (0, "") == (status, err)
    found = probe(target)
    assert ("sound", 2000, "mp3") == (found.kind, found.duration, found.sound[0].codec)


def test_snaps_both_ends_to_pauses(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """The range that was cut is told, and is the excerpt's."""
    quiet = Track(codec="pcm_s16le", gaps=((900, 1200), (2900, 3200)))
    clip = put_clip(library, catalog, Recipe(suffix=".mkv", tracks=(quiet,)))

    status, out, err = run("trim", clip.id, "--from", "1.3", "--to", "2.7", "--snap")

    assert (0, "") == (status, err)
    assert "0:01.090 - 0:03.010" in out


def test_says_when_a_cut_was_there_already(run: Run, clip: Clip) -> None:
    """The result is the same, the sentence is not part of it."""
    _status, first, _err = run("trim", clip.id, "--to", "1")

    status, again, err = run("trim", clip.id, "--to", "1")

    assert (0, first) == (status, again)
    assert "made already" in err


@pytest.mark.parametrize(
    ("option", "words", "how"),
    [
        ("--keyframe", "0:00 - 0:02.400  preview", "mp4, key frames"),
        ("--reencode", "0:01 - 0:02  re-encoded", "mp4, re-encoded"),
        ("--title=x", "0:01 - 0:02  copied", "mp4, copied"),
    ],
)
def test_says_how_a_video_was_cut(
    run: Run, clip: Clip, option: str, words: str, how: str
) -> None:
    """And what a preview shows, which is more."""
    typed = ("trim", clip.id, "--from", "1", "--to", "2", option)

    _status, out, _err = run(*typed)
    _status, told, _err = run(*typed, "--json")

    assert words in out
    assert how == json.loads(told)["use"]["how"]


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        ((), 2, "--from and --to"),
        (("--to", "1", "--quote", "puits"), 2, "--from and --to"),
        (("--quote", "   "), 2, "--from and --to"),
        (("--to", "1", "--occurrence", "2"), 2, "--occurrence goes with"),
        (("--to", "1", "--transcript", "t-1"), 2, "--transcript goes with"),
        (("--to", "1", "--fade", "0.1"), 2, "add --sound"),
        (("--to", "1", "--gain", "3"), 2, "add --sound"),
        (("--to", "1", "--reencode", "--keyframe"), 2, "one of --reencode"),
        (("--to", "1", "--sound", "--keyframe"), 2, "are for video"),
        (("--to", "1", "--output", "x.avi"), 2, "cannot be cut to 'avi'"),
        (("--to", "1", "--sound", "--as", "mp4"), 2, "Choose from: m4a"),
        (("--to", "1", "--as", "mp4", "--output", "x.mp3"), 2, "not end in .mp4"),
        (("--to", "1:99"), 14, "not a time"),
        (("--from", "2", "--to", "1"), 15, "not after"),
        (("--to", "5"), 40, "0:04 long"),
        (("--quote", "guerre"), 41, "'guerre' is not"),
        (("--segments", "2-3"), 41, "'2-3' is not"),
        (("--quote", "est"), 42, "2 times"),
        (("--to", "1", "--output", "assets/x.mp4"), 43, "keeps its own files"),
        (("--to", "1", "--output", "transcripts/x.mp4"), 43, "keeps its own files"),
        (("--to", "1", "--output", "-"), 102, "standard output"),
        (("--to", "1", "--output", "new/x.mp4"), 184, "There is no folder"),
    ],
)
def test_says_what_is_wrong_and_changes_nothing(
    run: Run,
    library: Library,
    clip: Clip,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    status: int,
    words: str,
) -> None:
    """One sentence, a status of its own, no file, no record."""
    monkeypatch.chdir(library.root)
    before = saved(library)

    found, out, err = run("trim", clip.id, *options)

    assert (status, "") == (found, out)
    assert words in err
    assert before == saved(library)
    assert not list(library.exports.rglob("*.*"))


def test_errors_are_told_to_programs_too(run: Run, clip: Clip) -> None:
    """With a code, and the values of the sentence."""
    status, out, err = run("trim", clip.id, "--to", "5", "--json")

    error = json.loads(err)["error"]
    assert (40, "", "range_beyond_clip") == (status, out, error["code"])
    assert "0:04" == error["details"]["duration"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX scripts")
def test_what_ffmpeg_said_last_is_told_to_who_asks(
    run: Run, clip: Clip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence for everybody, all of it with --verbose."""
    complaint = "Error while opening encoder\nNothing was written\nConversion failed!\n"
    monkeypatch.setenv(CHOICE, str(fake_ffmpeg(tmp_path, complaint=complaint)))

    status, out, err = run("trim", clip.id, "--to", "1", "--sound")
    _status, _out, more = run("--verbose", "trim", clip.id, "--to", "1", "--sound")

    assert (39, "") == (status, out)
    assert "Nothing was written." in err
    assert "opening encoder" not in err
    assert more == f"{complaint}{err}"
