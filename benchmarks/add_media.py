"""Adding 500 small clips, against one ffprobe and one sha256sum process a file.

The peer neither copies, nor decodes, nor makes pictures: it is the shell loop that
people write. Needs an ``ffprobe`` on PATH.

usage: python benchmarks/add_media.py [ROUNDS]
"""

import functools
import itertools
import struct
import sys
import tempfile
from pathlib import Path

from measure import compare, run_cpu

sys.path.append(str(Path(__file__).parents[1]))
from mediakit.workflows.init_library import init_library
from tests.media_files import sound, video

FILES = 500
LOOP = """
for file in "$1"/*; do
  ffprobe -v error -show_format -show_streams -of json "$file"
  sha256sum "$file"
done
"""


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source")
        source.mkdir()
        _make(source)
        runs = {
            "ffprobe and sha256sum": lambda: run_cpu(
                ["sh", "-c", LOOP, "loop", str(source)]
            ),
            "mediakit add": functools.partial(_add, Path(folder), source),
            "mediakit add --in-place": functools.partial(
                _add, Path(folder), source, "--in-place"
            ),
        }
        timings = compare(runs, rounds)
    for timing in timings:
        print(timing.line(timings[0]))


def _make(folder: Path) -> None:
    """Write files of five kinds, all different."""
    size = "480x360"
    bases = (
        video(".mp4", seconds=4, size=size, rate="30000/1001"),
        video(".mov", seconds=6, size=size),
        video(".webm", seconds=4, size=size),
        video(".mkv", seconds=5, size=size),
        sound(".mp3", seconds=8),
    )
    for number, base in zip(range(FILES), itertools.cycle(bases), strict=False):
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


def _add(folder: Path, source: Path, *options: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(dir=folder) as library:
        init_library(Path(library, "library"))
        program = str(Path(sys.executable).with_name("mediakit"))
        return run_cpu(
            [program, "--library", f"{library}/library", "add", str(source), *options]
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
