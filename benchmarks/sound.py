"""Thirty seconds, faded, out of an hour of speech, in the format it was recorded in.

The peers are pydub as its documentation shows it, which loads the file, and one ffmpeg
process, which seeks; both write with the same codec at the same rate. mediakit's time
is that of the whole command: start, read the library, cut, record what was made.
Needs an ``ffmpeg`` and ``ffprobe`` on PATH, for pydub.

usage: python -m benchmarks.sound [ROUNDS] [--small]
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import Table, Target, Used, compare, main, run
from mediakit.media.cutting.sound import FORMATS
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.workflows.init_library import init_library
from tests.media_files import ffmpeg

ROUNDS = 3
HOUR, FEW = 3600, 240
LENGTH, FADE = 30, 0.5

MEDIAKIT = Path(sys.executable).with_name("mediakit")
ASSETS = Path(__file__).parents[1] / "assets"
SPEECH = next(ASSETS.glob("bamako-visitor-*.wav"))
PYDUB = """
import json, sys, warnings
warnings.simplefilter("ignore")
from pydub import AudioSegment
source, target, start, length, fade, options = sys.argv[1:]
bite = AudioSegment.from_file(source)[int(start):int(start) + int(length)]
bite = bite.fade_in(int(fade)).fade_out(int(fade))
bite.export(target, **json.loads(options))
"""
OPTIONS = {
    "mp3": {"format": "mp3", "codec": "libmp3lame", "bitrate": "192k"},
    "m4a": {"format": "ipod", "codec": "aac", "bitrate": "192k"},
    "wav": {"format": "wav"},
    "opus": {"format": "opus", "codec": "libopus", "bitrate": "128k"},
    "flac": {"format": "flac", "codec": "flac"},
}


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    seconds = FEW if small else HOUR
    # in the middle of a sentence: at whole minutes the speech begins again
    start, program = seconds * 5 // 6 + 7, find_ffmpeg(os.environ).path
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "library")
        init_library(library)
        for name in FORMATS:
            source = _record(Path(folder), name, seconds)
            clip, suffix = _add(library, source), source.suffix
            runs = {
                "mediakit trim": partial(_mediakit, library, clip, suffix, start),
                "ffmpeg": partial(_ffmpeg, program, source, start),
                "pydub": partial(_pydub, source, start),
            }
            yield Table(
                f"Cut {LENGTH} s of {seconds} s of {name}",
                compare(runs, rounds),
                (
                    Target("mediakit trim", "pydub", 1 / 10),
                    Target("mediakit trim", "pydub", 1 / 10, of="memory"),
                ),
                note=f"{source.stat().st_size / 1e6:.0f} MB",
            )


def _record(folder: Path, name: str, seconds: int) -> Path:
    """Make a recording by repeating a minute of speech."""
    whole = folder / f"recording{FORMATS[name].suffix}"
    again, codec = ("-stream_loop", "-1", "-i"), ("-c:a", FORMATS[name].codec)
    rate = ("-ac", "2", "-ar", "48000" if name == "opus" else "44100")
    if not FORMATS[name].bit_rate:
        ffmpeg(*again, str(SPEECH), "-t", str(seconds), *rate, *codec, str(whole))
        return whole
    # encoded once: these encoders are slow, and packets can be repeated
    minute = whole.with_stem("minute")
    ffmpeg(*again, str(SPEECH), "-t", "60", *rate, *codec, str(minute))
    ffmpeg(*again, str(minute), "-t", str(seconds), "-c", "copy", str(whole))
    return whole


def _add(library: Path, source: Path) -> str:
    """Add a recording without copying it; return the clip's id."""
    words = ("--library", library, "add", "--in-place", "--json", source)
    added = subprocess.run([MEDIAKIT, *words], check=True, capture_output=True)
    return str(json.loads(added.stdout)["added"][0]["clip"]["id"])


def _mediakit(library: Path, clip: str, suffix: str, start: int) -> Used:
    span = ("--from", str(start), "--to", str(start + LENGTH), "--fade", str(FADE))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, f"cut{suffix}")
        words = ("trim", clip, *span, "--output", target)
        return run([MEDIAKIT, "--library", library, *words])


def _ffmpeg(program: str, source: Path, start: int) -> Used:
    fades = f"afade=t=in:d={FADE},afade=t=out:st={LENGTH - FADE}:d={FADE}"
    span = ("-ss", str(start), "-t", str(LENGTH))
    names = {"codec": "-c:a", "bitrate": "-b:a", "format": "-f"}
    options = OPTIONS[source.suffix[1:]].items()
    words = [word for name, value in options for word in (names[name], value)]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, f"cut{source.suffix}")
        command = (program, "-v", "error", "-nostdin", *span, "-i", source)
        return run([*command, "-af", fades, *words, target])


def _pydub(source: Path, start: int) -> Used:
    times = (str(start * 1000), str(LENGTH * 1000), str(round(FADE * 1000)))
    options = json.dumps(OPTIONS[source.suffix[1:]])
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, f"cut{source.suffix}")
        return run([sys.executable, "-c", PYDUB, source, target, *times, options])


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
