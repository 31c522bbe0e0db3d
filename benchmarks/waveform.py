"""The waveform of an hour of speech; and all that is measured of it in the same pass.

Ours makes the waveform, and measures loudness, true peak and silences. The peers make
a waveform alone: pydub as its documentation shows it, which loads the file. The limit
is decoding with ffmpeg and throwing the sound away. Needs an ``ffmpeg`` and
``ffprobe`` on PATH, for pydub.

usage: python -m benchmarks.waveform [ROUNDS] [--small]
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import Table, Target, compare, main, run
from mediakit.media.ffmpeg import find_ffmpeg
from tests.media_files import ffmpeg

ROUNDS = 3
HOUR, FEW = 3600, 60
CODECS = {
    ".mp3": ("-c:a", "libmp3lame", "-b:a", "128k"),
    ".m4a": ("-c:a", "aac", "-b:a", "128k"),
    ".wav": ("-c:a", "pcm_s16le"),
}
ASSETS = Path(__file__).parents[1] / "assets"
SPEECH = next(ASSETS.glob("gao-routes-*.mp3"))

OURS = """
import sys
from pathlib import Path
from mediakit.media.preparing.hearing import hear
source, seconds, target = sys.argv[1:]
heard = hear(Path(source), int(seconds) * 1000)
Path(target).write_bytes(heard.waveform)
"""
PYDUB = """
import json, sys, warnings
warnings.simplefilter("ignore")
from pydub import AudioSegment
source, seconds, target = sys.argv[1:]
samples = AudioSegment.from_file(source).set_channels(1).get_array_of_samples()
step = max(1, len(samples) // 4000)
parts = [samples[start : start + step] for start in range(0, len(samples), step)]
with open(target, "w") as file:
    json.dump([[min(part), max(part)] for part in parts], file)
"""


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    seconds = FEW if small else HOUR
    program = find_ffmpeg(os.environ).path
    with tempfile.TemporaryDirectory() as folder:
        for suffix in CODECS:
            source = recording(Path(folder), suffix, seconds)
            words = (source, str(seconds), Path(folder, "waveform.json"))
            runs = {
                "mediakit, with loudness and silences": partial(
                    run, [sys.executable, "-c", OURS, *words]
                ),
                "pydub": partial(run, [sys.executable, "-c", PYDUB, *words]),
                "limit: ffmpeg, decoding only": partial(run, decoding(program, source)),
            }
            ours, pydub, _limit = runs
            yield Table(
                f"Waveform of {seconds} s of {suffix[1:]}, stereo",
                compare(runs, rounds),
                (Target(ours, pydub, 1 / 10, of="memory"),),
            )


def recording(folder: Path, suffix: str, seconds: int) -> Path:
    """Make a stereo recording by repeating a minute of speech."""
    minute, whole = folder / f"minute{suffix}", folder / f"whole{suffix}"
    again, two = ("-stream_loop", "-1", "-i"), ("-ac", "2", "-ar", "44100")
    ffmpeg(*again, str(SPEECH), "-t", "60", *two, *CODECS[suffix], str(minute))
    ffmpeg(*again, str(minute), "-t", str(seconds), "-c", "copy", str(whole))
    return whole


def decoding(program: str, source: Path, *more: str) -> list[str | Path]:
    """Return the command that decodes a recording and throws it away."""
    command = [program, "-v", "error", "-nostdin", "-threads", "1", "-i"]
    return [*command, source, *more, "-f", "null", "-"]


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
