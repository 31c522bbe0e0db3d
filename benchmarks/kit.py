"""A page kit of twenty excerpts whose pictures need no encoding: near a copy.

Ten clips of ten minutes, 1080p at 25 frames a second with a key frame a second and
AAC, as phones record them; two excerpts of a minute from each, on key frames. The peer
copies the bytes of the kit that came out, durably, as any program would that puts it on
a stick. mediakit's time is that of the whole command, its checksums and stills too.
With evened loudness, sound alone is decoded and encoded: what that costs by itself is
measured beside it, with ffmpeg.

usage: python -m benchmarks.kit [ROUNDS] [--small]
"""

import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import av

from benchmarks.measure import Table, Target, Used, call, compare, main, run
from mediakit.catalog.catalog import Catalog
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.ids import PlaylistId
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.timecode import TimeRange
from mediakit.workflows.init_library import init_library
from tests.media_files import ffmpeg

ROUNDS = 3
CLIPS, EXCERPTS = 10, 20

MEDIAKIT = Path(sys.executable).with_name("mediakit")
OURS, EVENED = "mediakit, as recorded", "mediakit, evened loudness"
COPY, SOUND = "copying the kit's bytes", "copying, and ffmpeg for the sound alone"


@dataclass(frozen=True)
class Sizes:
    """How large everything is, in pixels and seconds."""

    picture: str
    clip: int
    excerpt: int
    bits: str


FULL = Sizes("1920x1080", 600, 60, "8M")
SMALL = Sizes("320x180", 20, 4, "400k")


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    sizes = SMALL if small else FULL
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library"
        playlist = _fill(folder, library, sizes)
        numbers = itertools.count()
        kit = partial(_kit, library, playlist, numbers)
        copied = library / "exports" / "kits" / f"{playlist}-page"
        kit("--no-even")
        _require_copied(library, copied)
        yield Table(
            f"A page kit of {EXCERPTS} excerpts of {sizes.excerpt} s, {sizes.picture}",
            compare(
                {
                    OURS: lambda: kit("--no-even"),
                    EVENED: lambda: kit("--even"),
                    COPY: lambda: _copy(copied, folder / f"copy{next(numbers)}"),
                    SOUND: lambda: _copy_and_sound(copied, folder, next(numbers)),
                },
                rounds,
            ),
            (
                Target(OURS, COPY, 2.0, of="wall"),
                Target(EVENED, SOUND, 2.0, of="wall"),
            ),
            f"{_bytes(copied) / 1e6:.0f} MB",
        )


def _kit(library: Path, playlist: str, numbers: Iterator[int], *how: str) -> Used:
    """Make the page from nothing."""
    shutil.rmtree(library / ".mediakit", ignore_errors=True)
    words = ("playlist", "kit", playlist, "--as", "page", "--scope", "internal")
    copied = library / "exports" / "kits" / f"{playlist}-page"
    where = ("--to", str(library.parent / f"kit{next(numbers)}"))
    used = run([MEDIAKIT, "--library", library, *words, *how, *where])
    made = Path(where[1])
    if not copied.exists():
        shutil.copytree(made, copied)
    shutil.rmtree(made)
    return used


def _copy(kit: Path, target: Path) -> Used:
    """Copy a kit, and force it to disk."""
    used = call(lambda: _copied(kit, target))
    shutil.rmtree(target)
    return used


def _copied(kit: Path, target: Path) -> None:
    shutil.copytree(kit, target)
    for path in target.rglob("*"):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())


def _copy_and_sound(kit: Path, folder: Path, number: int) -> Used:
    """Copy a kit, and let ffmpeg measure and encode its sound, one after the other."""
    target = folder / f"copy{number}"
    program = find_ffmpeg(os.environ).path

    def work() -> None:
        _copied(kit, target)
        for path in sorted(target.glob("media/*.mp4")):
            quiet = (program, "-v", "error", "-nostdin", "-i", path, "-vn")
            run([*quiet, "-af", "ebur128", "-f", "null", "-"])
            run([*quiet, "-af", "volume=3dB", "-c:a", "aac", path.with_suffix(".m4a")])

    used = call(work)
    shutil.rmtree(target)
    return used


def _fill(folder: Path, library: Path, sizes: Sizes) -> str:
    """Make the clips, add them, and put excerpts of each on a playlist."""
    init_library(library)
    paths = [_clip(folder / f"{number}.mp4", sizes, number) for number in range(CLIPS)]
    run([MEDIAKIT, "--library", library, "add", *map(str, paths)])
    catalog = Catalog(library / "catalog.json", author="benchmark")
    with catalog.change() as change:
        items = tuple(_items(change.all(Clip), sizes))
        id_ = PlaylistId(change.new_id(Playlist))
        change.put(Playlist(id=id_, title="Kit", scope="internal", items=items))
    catalog.close()
    return id_


def _items(clips: Sequence[Clip], sizes: Sizes) -> Iterator[PlaylistItem]:
    each = EXCERPTS // CLIPS
    for number, clip in enumerate(clips):
        for place in range(each):
            start = 1 + place * (sizes.clip // each)
            span = TimeRange(start * 1000, (start + sizes.excerpt) * 1000)
            yield PlaylistItem(code=f"A{number}{place}", clip=clip.id, range=span)


def _clip(path: Path, sizes: Sizes, number: int) -> Path:
    """Record a moving picture that is a little different each time."""
    seconds = sizes.clip
    picture = f"testsrc2=size={sizes.picture}:rate=25:duration={min(seconds, 60)}"
    part = path.with_name(f"part-{path.name}")
    ffmpeg(
        *("-f", "lavfi", "-i", f"{picture},noise=alls=20:allf=t:all_seed={number}"),
        *("-c:v", "libx264", "-preset", "ultrafast", "-bf", "0"),
        *("-g", "25", "-keyint_min", "25", "-sc_threshold", "0"),
        *("-b:v", sizes.bits, "-maxrate", sizes.bits, "-bufsize", sizes.bits),
        *("-pix_fmt", "yuv420p", str(part)),
    )
    # the pictures alone, or key frames would drift by what the sound is longer
    again = str(max(0, -(-seconds // 60) - 1))
    ffmpeg(
        *("-stream_loop", again, "-i", str(part)),
        *(
            "-f",
            "lavfi",
            "-i",
            f"sine=frequency={300 + 40 * number}:duration={seconds}",
        ),
        *("-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "aac", str(path)),
    )
    part.unlink()
    return path


def _require_copied(library: Path, kit: Path) -> None:
    """See that no picture was encoded: each is one of the recording's own."""
    own = set()
    for path in (library / "assets").glob("*.mp4"):
        own |= _pictures(path)
    for path in kit.glob("media/*.mp4"):
        if not _pictures(path) <= own:
            raise RuntimeError(f"some of {path} was encoded")


def _pictures(path: Path) -> set[int]:
    with av.open(str(path)) as container:
        packets = (bytes(one) for one in container.demux(video=0) if one.size)
        # what is said beside the pictures is left out: the last bytes are theirs
        return {hash(packet[-400:]) for packet in packets}


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
