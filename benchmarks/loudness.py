"""The loudness of an hour of speech: integrated, range and true peak.

Ours makes the waveform and finds the silences in the same pass. The peers are ffmpeg's
``loudnorm`` as it is used to measure, its ``ebur128``, and pyloudnorm, which needs the
whole recording in memory and knows neither range nor true peak. The limit is decoding
with ffmpeg and throwing the sound away.

usage: python -m benchmarks.loudness [ROUNDS] [--small]
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import Table, Target, compare, main, run
from benchmarks.peers import python_with
from benchmarks.waveform import FEW, HOUR, OURS, decoding, recording
from mediakit.media.ffmpeg import find_ffmpeg

ROUNDS = 1
PYLOUDNORM = """
import sys
import pyloudnorm, soundfile
samples, rate = soundfile.read(sys.argv[1])
print(pyloudnorm.Meter(rate).integrated_loudness(samples))
"""


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    seconds = FEW if small else HOUR
    program = find_ffmpeg(os.environ).path
    python = python_with("pyloudnorm==0.2.0", "soundfile>=0.12,<1")
    with tempfile.TemporaryDirectory() as folder:
        source = recording(Path(folder), ".mp3", seconds)
        words = (source, str(seconds), Path(folder, "waveform.json"))
        ours = "mediakit, with waveform and silences"
        loudnorm, meter = "ffmpeg loudnorm", "ffmpeg ebur128=peak=true"
        runs = {
            ours: partial(run, [sys.executable, "-c", OURS, *words]),
            meter: partial(run, decoding(program, source, "-af", meter.split()[1])),
            loudnorm: partial(
                run, decoding(program, source, "-af", "loudnorm=print_format=json")
            ),
            "pyloudnorm": partial(run, [python, "-c", PYLOUDNORM, source]),
            "limit: ffmpeg, decoding only": partial(run, decoding(program, source)),
        }
        yield Table(
            f"Loudness of {seconds} s of mp3, stereo",
            compare(runs, rounds),
            (Target(ours, meter, 1.0),),
        )


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
