"""What starting costs: ``mediakit`` against importing click and tinydb.

usage: python benchmarks/start.py [ROUNDS]
"""

import os
import sys
import tempfile
from pathlib import Path

from measure import Timing, compare, run_cpu

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.media import MediaInfo, SoundStream, VideoStream
from mediakit.workflows.init_library import init_library

CLIPS = 1_000
PEER = "import click, tinydb"
MEDIA = MediaInfo(
    kind="video",
    duration=93_480,
    container="mov,mp4,m4a,3gp,3g2,mj2",
    video=VideoStream(codec="h264", width=1920, height=1080, frame_rate="30000/1001"),
    sound=(SoundStream(codec="aac", channels=2, sample_rate=48_000),),
    recorded="2026-03-01T09:30:00Z",
)


def main(rounds: int) -> None:
    # what is installed has its bytecode beside it; the first round writes it here
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "library")
        _fill(init_library(root).catalog)
        mediakit = [str(Path(sys.executable).with_name("mediakit"))]
        mediakit += ["--library", str(root)]
        runs = {
            f'python -c "{PEER}"': lambda: run_cpu([sys.executable, "-c", PEER]),
            "mediakit --help": lambda: run_cpu([*mediakit, "--help"]),
            f"mediakit list, {CLIPS} clips": lambda: run_cpu([*mediakit, "list"]),
        }
        timings: list[Timing] = compare(runs, rounds)
    for timing in timings:
        print(timing.line(timings[0]))


def _fill(path: Path) -> None:
    catalog = Catalog(path, author="benchmark")
    with catalog.change() as change:
        for number in range(CLIPS):
            change.put(
                Clip(
                    id=ClipId(change.new_id(Clip)),
                    title=f"Focus group {number}, women of Gao",
                    path=f"assets/focus-group-{number}.mp4",
                    sha256=f"{number:064x}",
                    size=10_000_000 + number,
                    media=MEDIA,
                    original_name=f"GOPR{number:04}.MP4",
                    languages=("fr",),
                )
            )
    # as every command leaves it
    catalog.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
