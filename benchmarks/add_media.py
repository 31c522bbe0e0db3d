"""Adding 500 small clips, against processes for each file.

The peers are the shell loops that people write: one ffprobe, one sha256sum, and one
ffmpeg for the thumbnail; and the same without thumbnails. Neither copies anything, nor
tells whether a recording can be decoded. Needs ``ffprobe`` and ``ffmpeg`` on PATH.

usage: python -m benchmarks.add_media [ROUNDS] [--small]
"""

import functools
import itertools
import struct
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Table, Target, Used, compare, main, run
from mediakit.workflows.init_library import init_library
from tests.media_files import sound, video

ROUNDS = 3
FILES, FEW = 500, 10
KNOW = """
for file in "$1"/*; do
  ffprobe -v error -show_format -show_streams -of json "$file"
  sha256sum "$file"
done
"""
SEE = """
for file in "$1"/*; do
  ffprobe -v error -show_format -show_streams -of json "$file"
  sha256sum "$file"
  case "$file" in *.mp3) continue;; esac
  ffmpeg -v error -nostdin -y -threads 1 -ss 0.4 -i "$file" -frames:v 1 \\
    -vf scale=320:-2 "$2/$(basename "$file").jpg"
done
"""


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    files = FEW if small else FILES
    know = "ffprobe and sha256sum, a process each"
    see = "the same, and ffmpeg for a thumbnail"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source")
        source.mkdir()
        _make(source, files)
        add = functools.partial(_add, Path(folder), source)
        runs = {
            "mediakit add": add,
            "mediakit add --in-place": functools.partial(add, "--in-place"),
            see: lambda: run(["sh", "-c", SEE, "loop", source, folder]),
            know: lambda: run(["sh", "-c", KNOW, "loop", source]),
        }
        medians = compare(runs, rounds)
    target = Target("mediakit add", see, 1 / 5)
    yield Table(f"Add {files} clips: probe, hash, thumbnail", medians, (target,))


def _make(folder: Path, files: int) -> None:
    """Write files of five kinds, all different."""
    size = "480x360"
    bases = (
        video(".mp4", seconds=4, size=size, rate="30000/1001"),
        video(".mov", seconds=6, size=size),
        video(".webm", seconds=4, size=size),
        video(".mkv", seconds=5, size=size),
        sound(".mp3", seconds=8),
    )
    for number, base in zip(range(files), itertools.cycle(bases), strict=False):
        mark = struct.pack(">Q", number)
        tail = {
            ".mp4": b"\0\0\0\x10free" + mark,
            ".mov": b"\0\0\0\x10free" + mark,
            ".webm": b"\xec\x88" + mark,
            ".mkv": b"\xec\x88" + mark,
            ".mp3": mark,
        }[base.suffix]
        target = folder / f"clip {number:03}{base.suffix}"
        target.write_bytes(base.read_bytes() + tail)


def _add(folder: Path, source: Path, *options: str) -> Used:
    with tempfile.TemporaryDirectory(dir=folder) as library:
        init_library(Path(library, "library"))
        program = Path(sys.executable).with_name("mediakit")
        return run(
            [program, "--library", f"{library}/library", "add", source, *options]
        )


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
