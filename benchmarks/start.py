"""What starting costs: ``mediakit`` against importing click and tinydb.

usage: python -m benchmarks.start [ROUNDS] [--small]
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Table, Target, compare, main, run
from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.media import MediaInfo, SoundStream, VideoStream
from mediakit.workflows.init_library import init_library

ROUNDS = 15
CLIPS, FEW = 1_000, 10
PEER = "import click, tinydb"
MEDIA = MediaInfo(
    kind="video",
    duration=93_480,
    container="mov,mp4,m4a,3gp,3g2,mj2",
    video=VideoStream(codec="h264", width=1920, height=1080, frame_rate="30000/1001"),
    sound=(SoundStream(codec="aac", channels=2, sample_rate=48_000),),
    recorded="2026-03-01T09:30:00Z",
)


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    # what is installed has its bytecode beside it; the first round writes it here
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    clips = FEW if small else CLIPS
    peer, listing = f'python -c "{PEER}"', f"mediakit list, {clips} clips"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "library")
        _fill(init_library(root).catalog, clips)
        mediakit = [Path(sys.executable).with_name("mediakit"), "--library", root]
        runs = {
            listing: lambda: run([*mediakit, "list"]),
            "mediakit --help": lambda: run([*mediakit, "--help"]),
            peer: lambda: run([sys.executable, "-c", PEER]),
        }
        medians = compare(runs, rounds)
    yield Table("Start", medians, (Target(listing, peer, 2),))


def _fill(path: Path, clips: int) -> None:
    catalog = Catalog(path, author="benchmark")
    with catalog.change() as change:
        for number in range(clips):
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
    main(tables, rounds=ROUNDS)
