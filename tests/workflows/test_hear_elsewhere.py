"""Transcribing with the machines of a cluster."""

import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from mediakit.batch import arriving
from mediakit.batch.cluster_address import Cluster
from mediakit.batch.outcomes import Done, Failed
from mediakit.batch.sending import Sender
from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Device, Options
from mediakit.engines.demo import demo_models
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.add_program import add_program
from mediakit.workflows.find_segments import pass_clip
from mediakit.workflows.hear_clips import Heeded, hear_clips
from mediakit.workflows.hear_elsewhere import hear_elsewhere
from mediakit.workflows.hear_recording import skill
from mediakit.workflows.load_engine import load_engine, read_printed
from mediakit.workflows.transcribe_clips import transcribe_clips
from tests.builders import a_clip
from tests.clusters import local_cluster
from tests.consents import purpose, put_voice_of, withdraw
from tests.fakes.hearing import hearing
from tests.fakes.program import write_program
from tests.library_speech import put_speech
from tests.speech import ENGLISH, FRENCH, THREE_FRENCH

DEMO = demo_models()[0]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Start a cluster of one worker that has the demo model."""
    with local_cluster(skill(DEMO)) as cluster:
        yield cluster


def _transcripts(steps: Iterator[Heeded]) -> dict[str, Transcript]:
    return {step.item.id: step.value for step in steps if isinstance(step, Done)}


@pytest.mark.engine
def test_what_is_heard_elsewhere_is_what_is_heard_here(
    library: Library, catalog: Catalog, cluster: Cluster
) -> None:
    """The same words, times, language and source."""
    clips = [
        put_speech(library, catalog, n, s) for n, s in enumerate((FRENCH, ENGLISH))
    ]
    options = Options(beam=2)
    engine = load_engine(DEMO, threads=1, device=Device.CPU)

    here = _transcripts(hear_clips(library, hearing(engine), DEMO, options, clips))
    there = _transcripts(
        hear_elsewhere(library, cluster, DEMO, options, Device.CPU, clips)
    )

    assert 2 == len(here)
    assert here == there


def test_a_clip_without_sound_needs_nobody(
    library: Library, catalog: Catalog, cluster: Cluster
) -> None:
    """It has a transcript in which nobody speaks."""
    mute = MediaInfo(kind="video", duration=1000, container="mp4")
    clip = a_clip("c-0000000001", media=mute, languages=("fr",))

    heard = _transcripts(
        hear_elsewhere(library, cluster, DEMO, Options(), Device.CPU, [clip])
    )

    transcript = heard[clip.id]
    assert ("fr", ()) == (transcript.language, transcript.segments)


@pytest.mark.engine
def test_who_withdraws_before_a_clip_is_sent_is_not_sent(
    library: Library,
    catalog: Catalog,
    cluster: Cluster,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However long ago it was asked whether a machine may listen."""
    monkeypatch.setattr(arriving, "_is_here", lambda _recording: False)
    sent: list[object] = []
    monkeypatch.setattr(Sender, "send", lambda *words: sent.append(words))
    clip = put_speech(library, catalog, 0, FRENCH)
    withdraw(catalog, put_voice_of(catalog, clip.id))
    records = catalog.read()

    def allow(clip: Clip) -> None:
        pass_clip(records, clip, purpose("transcribe"))

    steps = list(
        hear_elsewhere(*(library, cluster, DEMO, Options(), Device.CPU), [clip], allow)
    )

    [failed] = steps
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, ConsentWithdrawn)
    assert [] == sent


WAITS = """
    import os, pathlib, time
    import psutil
    folder = pathlib.Path(__file__).with_name("begun")
    worker = psutil.Process(os.getppid()).ppid()
    (folder / f"{worker}-{os.getpid()}").touch()
    while not (folder / "go").exists():
        time.sleep(0.05)
    print(json.dumps({"segments": [{"start": 0, "end": 1, "text": "said"}]}))
"""
"""Tells which worker had it started, by way of its guard; goes on once it may."""


def _kill_one(begun: Path, killed: list[int]) -> None:
    """Kill one of two workers once both are at work; then let programs go on."""
    pause = threading.Event()
    while len(workers := {path.name.split("-")[0] for path in begun.iterdir()}) < 2:
        pause.wait(0.05)
    killed.append(int(min(workers)))
    os.kill(killed[0], signal.SIGKILL)
    (begun / "go").touch()


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_a_killed_worker_was_doing_another_does(
    library: Library, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two processes one is killed in the middle; every clip is transcribed once."""
    models, begun = tmp_path / "models", tmp_path / "begun"
    monkeypatch.setenv("MEDIAKIT_MODELS", str(models))
    begun.mkdir()
    (begun / "go").touch()
    words = write_program(tmp_path, WAITS)
    model = add_program(models, "waits", words, languages=("fr",), read=read_printed)
    shutil.rmtree(begun)
    begun.mkdir()
    speeches = (FRENCH, ENGLISH, THREE_FRENCH)
    clips = [
        put_speech(library, catalog, n, speech) for n, speech in enumerate(speeches)
    ]
    killed: list[int] = []
    killer = threading.Thread(target=_kill_one, args=(begun, killed), daemon=True)

    with local_cluster(skill(model), workers=2, processes=True) as cluster:
        killer.start()
        hearing = partial(
            hear_elsewhere, library, cluster, model, Options(), Device.CPU
        )
        steps = list(
            transcribe_clips(
                *(library, catalog, clips, hearing, model.languages, Options()),
                purpose("transcribe"),
            )
        )

    assert 1 == len(killed)
    assert {clip.id for clip in clips} == {
        s.item.id for s in steps if isinstance(s, Done)
    }
    assert 3 == len(catalog.read().all(TranscriptRecord))
    assert 1 == len([*begun.glob(f"{killed[0]}-*")])
    # three clips, one of them twice, and the word to go on
    assert 5 == len([*begun.iterdir()])
