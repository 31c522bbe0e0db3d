"""sherpa-onnx, really run, with models that were made on the spot."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mediakit.engines.base import RATE
from mediakit.engines.sherpa_speakers import EMBEDDING, SEGMENTATION, load
from mediakit.errors.engines import (
    EngineFailed,
    SpeakerModelsMissing,
    SpeakerModelUnusable,
)
from tests.extras import needs_sherpa
from tests.speaker_models import listen, voice, write_models
from tests.speech import silence

pytestmark = [pytest.mark.engine, needs_sherpa]

ROOT = Path(__file__).parents[2]

# tells voices apart with the models of a folder, in a process of its own
LISTEN = """
import os, signal, sys
from pathlib import Path
from mediakit.engines.sherpa_speakers import load
from tests.speaker_models import voice

def sound():
    yield voice(1, low=True)
    if sys.argv[2] == "interrupted":
        print(steps.gi_frame.f_locals["process"].pid, flush=True)
        os.kill(os.getpid(), signal.SIGINT)

steps = load(Path(sys.argv[1]), threads=1).turns(sound())
list(steps)
"""


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """Make both models."""
    return write_models(tmp_path / "speakers")


def test_a_model_that_is_missing_is_named(tmp_path: Path, models: Path) -> None:
    """With where it is looked for."""
    (models / EMBEDDING).unlink()

    with pytest.raises(SpeakerModelsMissing) as one:
        load(models, threads=1)
    with pytest.raises(SpeakerModelsMissing) as both:
        load(tmp_path / "nowhere", threads=1)

    assert {"missing": EMBEDDING, "folder": str(models)} == one.value.details
    assert f"{SEGMENTATION}, {EMBEDDING}" == both.value.details["missing"]


def test_models_in_each_other_s_place_are_refused(models: Path) -> None:
    """sherpa-onnx would end the whole program."""
    kept = (models / EMBEDDING).read_bytes()
    (models / EMBEDDING).write_bytes((models / SEGMENTATION).read_bytes())

    with pytest.raises(SpeakerModelUnusable) as embedding:
        load(models, threads=1)
    (models / SEGMENTATION).write_bytes(kept)
    with pytest.raises(SpeakerModelUnusable) as segmentation:
        load(models, threads=1)

    assert "no speaker embedding model" in str(embedding.value)
    assert "no segmentation model" in str(segmentation.value)


def test_an_empty_file_is_no_model(models: Path) -> None:
    """A copy that was interrupted may leave one."""
    (models / SEGMENTATION).write_bytes(b"")

    with pytest.raises(SpeakerModelUnusable):
        load(models, threads=1)


def test_a_model_that_cannot_be_loaded_is_told_with_the_reason(models: Path) -> None:
    """In the library's own words."""
    path = models / EMBEDDING
    path.write_bytes(path.read_bytes()[40:])

    with pytest.raises(EngineFailed) as caught:
        list(load(models, threads=1).turns([voice(1, low=True)]))

    assert EMBEDDING in str(caught.value.details["reason"])


@pytest.mark.parametrize(
    ("said", "reason"),
    [({"window_size": ""}, "'window_size' does not exist"), ({"num_classes": 1}, "")],
)
def test_a_model_that_crashes_the_library_does_not_crash_us(
    tmp_path: Path, said: dict[str, object], reason: str
) -> None:
    """It ends a process of its own."""
    models = write_models(tmp_path / "speakers", **said)

    with pytest.raises(EngineFailed) as caught:
        list(load(models, threads=1).turns([voice(3, low=True)]))

    assert reason in str(caught.value.details["reason"])


def test_more_people_than_are_heard_do_not_make_them_one(models: Path) -> None:
    """sherpa-onnx takes all for one voice then."""
    sound = [voice(1, low=True), silence(1), voice(1, low=False)]

    turns, _shares = listen(load(models, threads=1), sound, count=50)

    assert [1, 2] == [turn.speaker for turn in turns]


def test_a_few_seconds_are_of_so_many_people_too(tmp_path: Path) -> None:
    """sherpa-onnx heeds the count only in more sound than it takes at once."""
    models = write_models(tmp_path / "speakers", window_size=10 * RATE)
    sound = [voice(1, low=True), silence(1), voice(1, low=False)]

    turns, _shares = listen(load(models, threads=1), sound, count=1)

    assert {1} == {turn.speaker for turn in turns}


def test_the_models_are_on_record(models: Path) -> None:
    """By what is in them: a file may be replaced later."""
    facts = load(models, threads=1).facts

    assert "sherpa-onnx" == facts["engine"]
    assert 64 == len(str(facts["segmentation"])) == len(str(facts["embedding"]))


def test_nothing_is_left_in_the_home_folder(tmp_path: Path, models: Path) -> None:
    """ONNX Runtime keeps an identifier of the machine there before it reports."""
    home = tmp_path / "home"
    home.mkdir()
    private = {"CI", "GITHUB_ACTIONS", "ORT_DISABLE_TELEMETRY"}
    environment = {
        key: value for key, value in os.environ.items() if key not in private
    }
    environment |= dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA"), str(home))

    subprocess.run(
        [sys.executable, "-c", LISTEN, str(models), "undisturbed"],
        cwd=ROOT,
        env=environment,
        check=True,
    )

    assert [] == list(home.rglob("*"))


def test_nothing_is_imported_from_the_folder_people_are_in(
    tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick may hold a file that is called as a module is."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "json.py").write_text("raise SystemExit('taken from the stick')")
    monkeypatch.chdir(stick)

    assert list(load(models, threads=1).turns([voice(1, low=True)]))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interruption_ends_the_listening(models: Path) -> None:
    """Nothing goes on after Ctrl-C."""
    ended = subprocess.run(
        [sys.executable, "-c", LISTEN, str(models), "interrupted"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert -signal.SIGINT == ended.returncode
    with pytest.raises(ProcessLookupError):
        os.kill(int(ended.stdout), 0)
