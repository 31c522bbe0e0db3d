"""Thirty seconds, exact to the frame, out of a ten-minute 1080p video.

H.264 High at 8 Mb/s with B-frames, its key frames 1.2 to 8.3 s apart, with AAC, as
phones and cameras write it. The start is between key frames, another one in each
round. All encode with x264: ffmpeg and MoviePy everything, at preset veryfast and crf
20; mediakit what must be, at ultrafast and crf 20, which takes more room and is nearer
to the source (by 3 dB or more); smartcut has no option, and chooses its own. The limit
is to copy as many bytes. mediakit's time is that of the
whole command: start, read the library, cut, verify, record what was made.

usage: python -m benchmarks.cut [ROUNDS] [--small]
"""

import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import Table, Target, Used, compare, main, run
from benchmarks.peers import python_with
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.workflows.init_library import init_library
from tests.media_files import ffmpeg

ROUNDS = 3
LENGTH, SHORT = 30, 4
MINUTE, FEW = 60, 12
SIZE, TINY = "1920x1080", "480x270"
BIT_RATE, LOW = "8M", "500k"
TIMES = 10

MEDIAKIT = Path(sys.executable).with_name("mediakit")
MOVIEPY = """
import sys
from moviepy import VideoFileClip
source, target, start, end = sys.argv[1:]
with VideoFileClip(source) as clip:
    clip.subclipped(float(start), float(end)).write_videofile(
        target, preset="veryfast", ffmpeg_params=["-crf", "20"], audio_codec="aac",
        audio_bitrate="128k", logger=None)
"""
COPY = "import sys; open(sys.argv[2], 'wb').write(open(sys.argv[1], 'rb').read({size}))"


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    program = find_ffmpeg(os.environ).path
    length, seconds, size = (SHORT, FEW, TINY) if small else (LENGTH, MINUTE, SIZE)
    with tempfile.TemporaryDirectory() as folder:
        source = _record(Path(folder), small=small)
        clip = _add(Path(folder, "library"), source)
        trim = (MEDIAKIT, "--library", Path(folder, "library"), "trim", clip)
        share = source.stat().st_size * length // (TIMES * seconds)
        runs = {
            "mediakit trim": partial(_trim, trim),
            "mediakit trim --keyframe": partial(_trim, (*trim, "--keyframe")),
            "ffmpeg, re-encoding": partial(_ffmpeg, program, source),
            "smartcut": partial(_smartcut, source),
            "MoviePy": partial(_moviepy, source),
            "copying as many bytes": partial(_copy, source, share),
        }
        yield Table(
            f"Cut {length} s out of {TIMES * seconds} s of video, {size}",
            compare(
                {
                    name: _in_turn(cut, length, small=small)
                    for name, cut in runs.items()
                },
                rounds,
            ),
            (
                Target("mediakit trim", "ffmpeg, re-encoding", 1 / 5),
                Target("mediakit trim", "smartcut", 1 / 4),
            ),
            note=f"{source.stat().st_size / 1e6:.0f} MB",
        )


def _in_turn(
    cut: Callable[[str, str, Path], Used], length: int, *, small: bool
) -> Callable[[], Used]:
    """Return what cuts from another start each time it is called."""
    starts = (3.7, 12.9) if small else (312.4, 95.7, 451.15, 207.3)
    every = itertools.cycle(starts)

    def once() -> Used:
        start = next(every)
        with tempfile.TemporaryDirectory() as folder:
            return cut(f"{start:.3f}", f"{start + length:.3f}", Path(folder, "cut.mp4"))

    return once


def _record(folder: Path, *, small: bool) -> Path:
    """Make a video of a minute with key frames here and there, and repeat it."""
    seconds = FEW if small else MINUTE
    size, rate = (TINY, LOW) if small else (SIZE, BIT_RATE)
    dice, times = random.Random(1), [0.0]
    while times[-1] < seconds:
        times.append(times[-1] + dice.uniform(1.2, 8.3))
    once, whole = folder / "once.mp4", folder / "recording.mp4"
    ffmpeg(
        *("-f", "lavfi", "-i"),
        f"testsrc2=size={size}:rate=30:duration={seconds},noise=alls=6:allf=t",
        *("-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=48000:d={seconds}"),
        *("-c:v", "libx264", "-preset", "fast", "-pix_fmt", "yuv420p", "-bf", "3"),
        *("-b:v", rate, "-maxrate", rate, "-bufsize", rate, "-g", "600"),
        *("-sc_threshold", "0", "-force_key_frames"),
        ",".join(f"{time:.3f}" for time in times),
        *("-c:a", "aac", "-b:a", "128k", "-ac", "2", str(once)),
    )
    again = ("-stream_loop", str(TIMES - 1), "-i", str(once))
    ffmpeg(*again, "-c", "copy", str(whole))
    return whole


def _add(library: Path, source: Path) -> str:
    """Add a recording without copying it; return the clip's id."""
    init_library(library)
    words = ("--library", library, "add", "--in-place", "--json", source)
    added = subprocess.run([MEDIAKIT, *words], check=True, capture_output=True)
    return str(json.loads(added.stdout)["added"][0]["clip"]["id"])


def _trim(trim: tuple[str | Path, ...], start: str, end: str, target: Path) -> Used:
    return run([*trim, "--from", start, "--to", end, "--output", target])


def _ffmpeg(program: str, source: Path, start: str, end: str, target: Path) -> Used:
    span = ("-ss", start, "-t", f"{float(end) - float(start):.3f}")
    video = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "20")
    sound = ("-c:a", "aac", "-b:a", "128k")
    command = (program, "-v", "error", "-nostdin", *span, "-i", source)
    return run([*command, *video, *sound, "-movflags", "+faststart", target])


def _smartcut(source: Path, start: str, end: str, target: Path) -> Used:
    python = python_with("smartcut==1.7")
    keep = ("--keep", f"{start},{end}", "--log-level", "error")
    return run([python, "-m", "smartcut", source, target, *keep])


def _moviepy(source: Path, start: str, end: str, target: Path) -> Used:
    return run(
        [python_with("moviepy==2.2.1"), "-c", MOVIEPY, source, target, start, end]
    )


def _copy(source: Path, size: int, start: str, end: str, target: Path) -> Used:
    del start, end
    return run([sys.executable, "-c", COPY.format(size=size), source, target])


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
