"""``mediakit clip prepare``, ``add --prepare``, and what ``show`` tells then."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.cli import preparing
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.workflows import prepare_clips
from mediakit.workflows.prepare_clips import Outcome
from mediakit.workflows.prepared_files import filmstrip_of, proxy_of, read_measures
from tests.conftest import Run, saved
from tests.fakes.batch import run as in_one_process
from tests.library_media import put_media
from tests.media_files import sound, video

pytestmark = pytest.mark.ffmpeg


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no processes: preparing does, but those are tested where it lives."""
    monkeypatch.setattr(prepare_clips, "run", in_one_process)


@pytest.fixture
def clips(library: Library, catalog: Catalog) -> list[Clip]:
    """Add a video with sound, and a sound bite."""
    return put_media(library, catalog, video(seconds=2), sound(".wav"))


def test_says_what_was_made_of_which_clip(run: Run, clips: list[Clip]) -> None:
    """A line each; the second time there is nothing to do."""
    first = run("clip", "prepare")
    second = run("clip", "prepare")

    lines = [line.split() for line in first[1].splitlines()]
    assert [
        [clips[0].id, "pictures,", "sound", "video"],
        [clips[1].id, "sound", "sound"],
    ] == sorted(lines, key=lambda line: line[0] == clips[1].id)
    assert (0, "") == (first[0], first[2])
    assert (0, "") == second[:2]
    assert "Nothing is left to prepare; --again makes everything again." in second[2]


def test_answers_programs_in_json(
    run: Run, library: Library, clips: list[Clip]
) -> None:
    """What was made, and what was not."""
    library.resolve(clips[1].path).unlink()

    status, out, _err = run("clip", "prepare", "--proxy", "--json")

    answer = json.loads(out)
    assert 3 == status
    assert [{"clip": clips[0].id, "parts": ["pictures", "proxy", "sound"]}] == answer[
        "prepared"
    ]
    assert [(clips[1].id, "original_missing")] == [
        (one["clip"], one["code"]) for one in answer["not_prepared"]
    ]
    assert proxy_of(library, clips[0].id).is_file()


def test_what_could_not_be_prepared_is_named(
    run: Run, library: Library, clips: list[Clip]
) -> None:
    """With the reason; the others are prepared."""
    library.resolve(clips[0].path).unlink()

    status, out, err = run("clip", "prepare")

    assert 3 == status
    assert clips[1].id in out
    assert f"Not prepared: {clips[0].id} video: The original of clip" in err
    assert "1 of 2 could not be done" in err


def test_only_the_clips_named_are_prepared(
    run: Run, library: Library, clips: list[Clip]
) -> None:
    """The others wait."""
    run("clip", "prepare", clips[1].id)

    assert not filmstrip_of(library, clips[0].id).exists()
    assert read_measures(library, clips[1].id).sound is not None


def test_a_wrong_id_changes_nothing(
    run: Run, library: Library, clips: list[Clip]
) -> None:
    """Not even of the clip that is right."""
    before = saved(library)

    status, out, err = run("clip", "prepare", clips[0].id, "c-nobody")

    assert (23, "") == (status, out)
    assert "No clip has the id c-nobody" in err
    assert before == saved(library)
    assert not library.measures.exists()


def test_show_tells_what_was_measured(run: Run, clips: list[Clip]) -> None:
    """Nothing before; loudness, silence and shots afterwards."""
    before = run("show", clips[0].id)[1]
    run("clip", "prepare")
    after = run("show", clips[0].id)[1]
    document = json.loads(run("show", clips[0].id, "--json")[1])

    assert "Loudness" not in before
    assert "LUFS, range 0.0 LU, true peak -17." in after
    assert "Silence: 0 %, in 0 pauses" in after
    assert "Shots: 1" in after
    loudness = document["measures"]["sound"]["loudness"]
    assert -25 < loudness["integrated"] < -20
    assert [] == document["measures"]["pictures"]["changes"]


def test_add_prepares_when_asked(run: Run, library: Library) -> None:
    """Otherwise it makes thumbnails only: it must be quick."""
    first = run("add", str(sound()))
    second = run("add", str(video()), "--prepare", "--json")

    document = json.loads(second[1])
    assert (0, 0) == (first[0], second[0])
    assert [["pictures", "sound"]] == [one["parts"] for one in document["prepared"]]
    assert [document["added"][0]["clip"]["id"]] == [
        path.stem for path in library.measures.iterdir()
    ]


def test_ctrl_c_ends_cleanly_and_the_same_command_goes_on(
    run: Run, clips: list[Clip], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is done is kept and printed."""

    # Any: the arguments of prepare_clips
    def interrupted(*arguments: object) -> Iterator[Outcome]:
        for outcome in prepare_clips.prepare_clips(*arguments):  # type: ignore[arg-type]
            yield outcome
            signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(preparing, "prepare_clips", interrupted)
        first = run("clip", "prepare", "--json")
    second = run("clip", "prepare", "--json")

    assert 130 == first[0]
    assert "the same command goes on" in first[2]
    done = [
        (one["clip"], part)
        for _status, out, _err in (first, second)
        for one in json.loads(out)["prepared"]
        for part in one["parts"]
    ]
    assert sorted(
        [(clips[0].id, "pictures"), (clips[0].id, "sound"), (clips[1].id, "sound")]
    ) == sorted(done)


def test_add_keeps_what_it_added_when_preparing_is_interrupted(
    run: Run, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in the catalog before anything is prepared, and said."""

    def interrupted(*_arguments: object) -> Iterator[Outcome]:
        signal.raise_signal(signal.SIGINT)
        yield from ()

    monkeypatch.setattr(preparing, "prepare_clips", interrupted)

    status, out, _err = run("add", str(sound()), "--prepare")

    [clip] = catalog.read().all(Clip)
    assert 130 == status
    assert clip.id in out
