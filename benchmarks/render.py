"""Twenty mixed excerpts, questions between them, subtitles burnt in: one film.

Excerpts of four seconds from H.264 at 1080p30, a phone's lying MOV of variable frame
rate, VP9, 720p25 and HEVC, with cards of three seconds between them, become one MP4
of 720p30, once from nothing and once after one excerpt was exchanged. The peers do
the same pictures with the same encoder: MoviePy composes every frame, and one ffmpeg
process has everything in one graph. Neither evens loudness nor keeps anything, so a
change costs them what the first time did. mediakit's time is that of the whole
command.

usage: python -m benchmarks.render [ROUNDS] [--small]
"""

import itertools
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path

from benchmarks.measure import Table, Target, Used, compare, main, run
from mediakit.catalog.catalog import Catalog
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.media.rendering.lettering import FONT
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.timecode import TimeRange
from mediakit.workflows.init_library import init_library
from tests.media_files import ffmpeg

ROUNDS = 1
MANY, FEW = 20, 5
EXCERPT, CARD = 4, 3
QUESTION, WORDS = "Qu'est-ce qui a changé chez vous ?", "Nous voulons vivre ensemble."

MEDIAKIT = Path(sys.executable).with_name("mediakit")
_FAST = ("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p")
_VP9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "2M")
_HEVC = ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error")
# name, size, rate, encoder
SOURCES = (
    ("one.mp4", "1920x1080", 30, _FAST),
    (
        "two.mov",
        "1920x1080",
        30,
        (*_FAST, "-vf", "select='mod(n,7)'", "-fps_mode", "vfr"),
    ),
    ("three.webm", "1280x720", 30, (*_VP9, "-c:a", "libopus")),
    ("four.mp4", "1280x720", 25, _FAST),
    ("five.mp4", "1920x1080", 30, (*_HEVC, "-tag:v", "hvc1")),
)

MOVIEPY = """
import json, sys, warnings
warnings.simplefilter("ignore")
from moviepy import (ColorClip, CompositeVideoClip, TextClip, VideoFileClip,
                     concatenate_videoclips)
plan, target, font, question, words = sys.argv[1:]
size, parts = (1280, 720), []
for number, (source, start, length) in enumerate(json.loads(plan)):
    if number:
        text = TextClip(font, question, font_size=56, color="white", size=(1075, 400),
                        method="caption").with_position("center")
        parts.append(CompositeVideoClip([ColorClip(size, (26, 34, 48)), text],
                                        size=size).with_duration(3))
    clip = VideoFileClip(source).subclipped(start, start + length)
    share = min(size[0] / clip.w, size[1] / clip.h)
    shown = clip.resized(share).with_position("center")
    text = TextClip(font, words, font_size=40, color="white", stroke_color="black",
                    stroke_width=2, size=(1075, 100), method="caption")
    text = text.with_position(("center", 600)).with_duration(length)
    parts.append(CompositeVideoClip([shown, text], size=size).with_duration(length))
film = concatenate_videoclips(parts)
film.write_videofile(target, fps=30, codec="libx264", preset="veryfast",
                     audio_codec="aac", ffmpeg_params=["-crf", "20"], logger=None)
"""


def tables(rounds: int, *, small: bool) -> Iterator[Table]:
    count = FEW if small else MANY
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library"
        init_library(library)
        plan = make_recordings(folder, library, count)
        excerpts = _choose(library, plan, spare=rounds + 1)
        spares = iter(excerpts[count:])
        films = (folder / f"{number}.mp4" for number in itertools.count())
        ours = partial(_mediakit, library, films)
        runs = {
            "mediakit, one of them changed": lambda: _changed(
                ours, excerpts[:count], next(spares)
            ),
            "mediakit, from nothing": lambda: _anew(ours, library, excerpts[:count]),
            "one ffmpeg graph": lambda: _graph(folder, plan, next(films)),
            "MoviePy": lambda: _moviepy(plan, next(films)),
        }
        # from nothing first: the change is one to what that keeps
        _anew(ours, library, excerpts[:count])
        yield Table(
            f"A film of {count} mixed excerpts with questions and subtitles, 720p30",
            compare(runs, rounds),
            (
                Target("mediakit, from nothing", "MoviePy", 1 / 4),
                Target("mediakit, one of them changed", "MoviePy", 1 / 15),
            ),
        )


def _mediakit(library: Path, films: Iterator[Path], excerpts: Sequence[str]) -> Used:
    asked = [word for _ in excerpts[1:] for word in ("--ask", QUESTION)]
    options = ("--size", "720p", "--fps", "30", "--subtitles", "fr", "--ask", "")
    command = (MEDIAKIT, "--library", library, "excerpt", "join", *excerpts)
    return run([*command, *asked, *options, "--output", str(next(films))])


def _anew(ours: partial[Used], library: Path, excerpts: Sequence[str]) -> Used:
    shutil.rmtree(library / ".mediakit", ignore_errors=True)
    return ours(excerpts)


def _changed(ours: partial[Used], excerpts: Sequence[str], other: str) -> Used:
    middle = len(excerpts) // 2
    return ours([*excerpts[:middle], other, *excerpts[middle + 1 :]])


def _moviepy(plan: Sequence[tuple[str, int]], target: Path) -> Used:
    parts = json.dumps([(source, start, EXCERPT) for source, start in plan])
    words = (parts, str(target), str(FONT), QUESTION, WORDS)
    return run([sys.executable, "-c", MOVIEPY, *words])


def _graph(folder: Path, plan: Sequence[tuple[str, int]], target: Path) -> Used:
    shutil.copyfile(FONT, folder / FONT.name)
    (folder / "words.srt").write_text(f"1\n00:00:00,000 --> 00:00:04,000\n{WORDS}\n")
    (folder / "question.txt").write_text(QUESTION)
    inputs: list[str] = []
    chains: list[str] = []
    for number, (source, start) in enumerate(plan):
        inputs += ["-ss", str(start), "-t", str(EXCERPT), "-i", source]
        shown = (
            "scale=1280:720:force_original_aspect_ratio=decrease,"
            "pad=1280:720:(ow-iw)/2:(oh-ih)/2,setsar=1,fps=30,format=yuv420p,"
            "subtitles=words.srt:fontsdir=."
        )
        heard = "aresample=48000,aformat=channel_layouts=stereo,apad,atrim=0:4"
        chains += [f"[{number}:v]{shown}[v{number}]", f"[{number}:a]{heard}[a{number}]"]
        if number:
            card = (
                f"color=0x1a2230:s=1280x720:r=30:d={CARD},format=yuv420p,drawtext="
                f"textfile=question.txt:fontfile={FONT.name}:fontsize=56:"
                "fontcolor=white:x=(w-tw)/2:y=(h-th)/2"
            )
            chains += [f"{card}[c{number}]", f"anullsrc=r=48000,atrim=0:3[s{number}]"]
    order = "[v0][a0]" + "".join(
        f"[c{n}][s{n}][v{n}][a{n}]" for n in range(1, len(plan))
    )
    chains.append(f"{order}concat=n={2 * len(plan) - 1}:v=1:a=1[v][a]")
    writing = ("-map", "[v]", "-map", "[a]", *_FAST, "-crf", "20", "-c:a", "aac")
    program = find_ffmpeg(os.environ).path
    command = (program, "-v", "error", "-nostdin", *inputs, "-filter_complex")
    return run([*command, ";".join(chains), *writing, str(target)], folder=folder)


def make_recordings(folder: Path, library: Path, count: int) -> list[tuple[str, int]]:
    """Make the recordings and add them; return where each excerpt begins."""
    each = count // len(SOURCES) + 1
    seconds = (each + 1) * (EXCERPT + 1)
    for name, size, rate, options in SOURCES:
        raw = folder / f"raw-{name}"
        ffmpeg(
            *("-f", "lavfi", "-i", f"testsrc2=size={size}:rate={rate}:d={seconds}"),
            *("-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}"),
            *options,
            str(raw),
        )
        turn = ("-display_rotation", "90") if name.endswith("mov") else ()
        ffmpeg(*turn, "-i", str(raw), "-c", "copy", str(folder / name))
        raw.unlink()
    added = [str(folder / name) for name, *_ in SOURCES]
    run([MEDIAKIT, "--library", library, "add", *added, "--language", "fr"])
    return [
        (str(folder / SOURCES[n % len(SOURCES)][0]), 1 + (EXCERPT + 1) * (n // 5))
        for n in range(count)
    ]


def _choose(library: Path, plan: Sequence[tuple[str, int]], spare: int) -> list[str]:
    """Make the excerpts of *plan*, and others to exchange one for; give all words."""
    catalog = Catalog(library / "catalog.json", author="benchmark")
    starts = [(Path(source).name, start * 1000) for source, start in plan]
    middle = starts[len(starts) // 2]
    starts += [(middle[0], middle[1] + 100 * n) for n in range(1, spare + 1)]
    words = library.parent / "words.srt"
    with catalog.change() as change:
        clips = {clip.original_name: clip for clip in change.all(Clip)}
        made = [
            change.put(
                Excerpt(
                    id=ExcerptId(change.new_id(Excerpt)),
                    clip=clips[name].id,
                    range=TimeRange(start, start + EXCERPT * 1000),
                )
            )
            for name, start in starts
        ]
    catalog.close()
    for clip in clips.values():
        length = Fraction(clip.media.duration, 1000)
        words.write_text(f"1\n00:00:00,000 --> 00:00:{int(length) - 1},000\n{WORDS}\n")
        command = (MEDIAKIT, "--library", library, "transcript", "import", clip.id)
        run([*command, words, "--language", "fr"])
    return [excerpt.id for excerpt in made]


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
