"""Speech into text: the engines, what mediakit adds to them, batches, and memory.

The model is as large as Whisper's ``tiny`` and says the same in every window; see
tiny_whisper.py. The peers are the engines as their own documentation shows them, with
the same beam, word times, voice detection where they have one, and one thread.
mediakit's time is that of the whole command. Needs openai-whisper.

usage: python -m benchmarks.transcribe [ROUNDS] [--small]
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.measure import Table, Target, Used, compare, main, run
from benchmarks.tiny_whisper import LANGUAGE, make
from mediakit.workflows.init_library import init_library
from tests.media_files import ffmpeg

ROUNDS = 3
MINUTES, FEW_SECONDS = 600, 60
CLIPS, FEW_CLIPS = 40, 4
HOURS, FEW_MINUTES = 3 * 3600, 300

MEDIAKIT = Path(sys.executable).with_name("mediakit")
ASSETS = Path(__file__).parents[1] / "assets"
SPEECH = next(ASSETS.glob("timbuktu-elder-*.opus"))

FASTER = """
import sys
from faster_whisper import WhisperModel
model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", cpu_threads=1)
segments, _info = model.transcribe(
    sys.argv[2], language=sys.argv[3], beam_size=5, word_timestamps=True,
    vad_filter=True, condition_on_previous_text=False,
)
print(len(list(segments)))
"""
OPENAI = """
import sys, torch, whisper, wave, numpy
torch.set_num_threads(1)
model = whisper.load_model(sys.argv[1], device="cpu")
with wave.open(sys.argv[2]) as file:
    samples = numpy.frombuffer(file.readframes(file.getnframes()), "<i2")
heard = model.transcribe(
    samples.astype("f4") / 32768, language=sys.argv[3], beam_size=5,
    word_timestamps=True, condition_on_previous_text=False, fp16=False,
)
print(len(heard["segments"]))
"""


@dataclass(frozen=True)
class Studio:
    """A library, and models of both engines.

    Attributes:
        folder: Where everything is.
        tiny: The model's folder, for faster-whisper.
        checkpoint: The model's file, for openai-whisper.
    """

    folder: Path
    tiny: Path
    checkpoint: Path

    @property
    def library(self) -> Path:
        """Where clips are added."""
        return self.folder / "library"

    def record(self, seconds: float, name: str, *, suffix: str = ".wav") -> Path:
        """Make a recording by repeating a sentence."""
        path = self.folder / f"{name}{suffix}"
        again = ("-stream_loop", "-1", "-i", str(SPEECH), "-t", str(seconds))
        ffmpeg(*again, "-ac", "1", "-ar", "16000", str(path))
        return path

    def add(self, source: Path) -> str:
        """Add a recording without copying it; return the clip's id."""
        words = ("add", "--in-place", "--language", LANGUAGE, "--json", source)
        added = subprocess.run(
            [MEDIAKIT, "--library", self.library, *words],
            check=True,
            capture_output=True,
        )
        return str(json.loads(added.stdout)["added"][0]["clip"]["id"])

    def transcribe(self, *clips: str, model: str, engine: str = "") -> Used:
        """Run the command, which makes another transcript each time."""
        chosen = ("--engine", engine) if engine else ()
        words = ("transcribe", *clips, "--model", model, *chosen)
        return run(
            [
                *(MEDIAKIT, "--library", self.library, *words),
                *("--again", "--threads", "1"),
            ]
        )

    def direct(self, script: str, model: Path, sound: Path) -> Used:
        """Call an engine as its documentation shows it."""
        return run([sys.executable, "-c", script, model, sound, LANGUAGE])


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    with tempfile.TemporaryDirectory() as name:
        studio = _studio(Path(name))
        yield _engines(studio, rounds, FEW_SECONDS if small else MINUTES)
        yield _batch(studio, rounds, FEW_CLIPS if small else CLIPS)
        yield _memory(studio, FEW_MINUTES if small else HOURS)


def _studio(folder: Path) -> Studio:
    os.environ["MEDIAKIT_MODELS"] = str(folder / "models")
    os.environ["OMP_NUM_THREADS"] = "1"
    studio = Studio(folder, *make(folder))
    init_library(studio.library)
    for model in (studio.tiny, studio.checkpoint):
        name = "tiny" if model is studio.tiny else "tiny-openai"
        add = (MEDIAKIT, "model", "add", model, "--name", name)
        subprocess.run(add, check=True, capture_output=True)
    return studio


def _engines(studio: Studio, rounds: int, seconds: int) -> Table:
    sound = studio.record(seconds, "minutes")
    clip = studio.add(sound)
    ours, direct = "mediakit, faster-whisper int8", "faster-whisper int8"
    theirs = "mediakit, openai-whisper"
    runs = {
        ours: partial(studio.transcribe, clip, model="tiny"),
        direct: partial(studio.direct, FASTER, studio.tiny, sound),
        theirs: partial(studio.transcribe, clip, model="tiny-openai"),
        "openai-whisper": partial(studio.direct, OPENAI, studio.checkpoint, sound),
    }
    return Table(
        f"Transcribe {seconds} s of speech",
        compare(runs, rounds),
        (
            Target(ours, direct, 1.03),
            Target(ours, "openai-whisper", 1),
            Target(ours, "openai-whisper", 1, of="memory"),
        ),
    )


def _batch(studio: Studio, rounds: int, count: int) -> Table:
    # of different lengths, or they would be taken for one
    lengths = [2 + number / 20 for number in range(count)]
    sounds = [studio.record(length, f"short {length}") for length in lengths]
    clips = [studio.add(sound) for sound in sounds]
    ours, alone = "mediakit, one batch", "mediakit, one process a clip"
    runs = {
        ours: partial(studio.transcribe, *clips, model="demo"),
        alone: lambda: _sum(studio.transcribe(clip, model="demo") for clip in clips),
    }
    return Table(
        f"Transcribe {count} short clips",
        compare(runs, rounds),
        (Target(ours, alone, 1 / 5),),
    )


def _memory(studio: Studio, seconds: int) -> Table:
    """Compare a long recording with an eighteenth of it, once.

    The demo model is quicker, and its memory would show more of what is added to it.
    """
    lengths = (seconds, seconds // 18)
    names = [f"{length / 60:g} minutes" for length in lengths]
    clips = [
        studio.add(studio.record(length, name, suffix=".opus"))
        for length, name in zip(lengths, names, strict=True)
    ]
    used = {
        name: studio.transcribe(clip, model="demo")
        for name, clip in zip(names, clips, strict=True)
    }
    return Table(
        "Memory of a long recording",
        used,
        # the transcript itself grows
        (Target(names[0], names[1], 1.25, of="memory"),),
    )


def _sum(several: Iterable[Used]) -> Used:
    """Return what several runs took, one after the other."""
    each = list(several)
    return Used(
        sum(used.wall for used in each),
        sum(used.cpu for used in each),
        max(used.memory for used in each),
    )


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
