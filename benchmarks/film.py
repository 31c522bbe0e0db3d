"""A film on paper, rendered: excerpts, cards, lower thirds, subtitles burnt in.

Twenty excerpts of four seconds from the recordings of the benchmark of joining, each
with the name of who speaks and a subtitle, and a card of three seconds before every
one, become an MP4 of 720p30: once from nothing, once after one line was changed. The
peer is MoviePy composing every frame of all of it, with the same encoder; it evens no
loudness, asks nobody, and keeps nothing, so a change costs it what the first time did.
mediakit's time is that of the whole command.

usage: python -m benchmarks.film [ROUNDS] [--small]
"""

import itertools
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.measure import Table, Target, Used, compare, main, run
from benchmarks.render import CARD, EXCERPT, MEDIAKIT, WORDS, make_recordings
from mediakit.catalog.catalog import Catalog
from mediakit.media.rendering.lettering import FONT
from mediakit.model.clip import Clip
from mediakit.model.film import Film, FilmLine, LineKind
from mediakit.model.ids import FilmId, PersonId, VoiceId
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from mediakit.workflows.init_library import init_library

ROUNDS = 1
MANY, FEW = 20, 5
CHAPTER = "La confiance"
NAMES = ("Aminata, Gao", "Oumar, Mopti", "Kadidia, Mopti", "Sidi, Tombouctou", "Awa")

MOVIEPY = """
import json, sys, warnings
warnings.simplefilter("ignore")
from moviepy import (ColorClip, CompositeVideoClip, TextClip, VideoFileClip,
                     concatenate_videoclips, vfx)
plan, target, font, chapter, words = sys.argv[1:]
size, parts = (1280, 720), []
for source, start, length, card, name in json.loads(plan):
    text = TextClip(font, chapter, font_size=72, color="white", size=(1075, 400),
                    method="caption").with_position("center")
    parts.append(CompositeVideoClip([ColorClip(size, (26, 34, 48)), text],
                                    size=size).with_duration(card))
    clip = VideoFileClip(source).subclipped(start, start + length)
    share = min(size[0] / clip.w, size[1] / clip.h)
    shown = clip.resized(share).with_position("center")
    band = ColorClip((704, 108), (18, 20, 26)).with_opacity(0.82).with_duration(length)
    band = band.with_effects([vfx.SlideIn(0.4, "left")]).with_position((0, 446))
    who = TextClip(font, name, font_size=40, color="white", size=(640, 108),
                   method="caption", text_align="left")
    who = who.with_position((36, 446)).with_duration(length)
    text = TextClip(font, words, font_size=40, color="white", stroke_color="black",
                    stroke_width=2, size=(1075, 100), method="caption")
    text = text.with_position(("center", 600)).with_duration(length)
    layers = [shown, band, who, text]
    parts.append(CompositeVideoClip(layers, size=size).with_duration(length))
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
        film = _lay_out(library, plan)
        later = itertools.count(1)
        films = (folder / f"{number}.mp4" for number in itertools.count())
        ours = partial(_mediakit, library, films)
        runs = {
            "mediakit, a line changed": lambda: _changed(
                ours, library, film, next(later)
            ),
            "mediakit, from nothing": lambda: _anew(ours, library),
            "MoviePy": lambda: _moviepy(plan, next(films)),
        }
        # from nothing first: the change is one to what that keeps
        _anew(ours, library)
        yield Table(
            f"A film of {count} excerpts with cards, names and subtitles, 720p30",
            compare(runs, rounds),
            (
                Target("mediakit, from nothing", "MoviePy", 1 / 4),
                Target("mediakit, a line changed", "MoviePy", 1 / 15),
            ),
        )


def _mediakit(library: Path, films: Iterator[Path]) -> Used:
    command = (MEDIAKIT, "--library", library, "film", "render", "f-0000000001")
    return run([*command, "--output", str(next(films))])


def _anew(ours: partial[Used], library: Path) -> Used:
    shutil.rmtree(library / ".mediakit", ignore_errors=True)
    return ours()


def _changed(ours: partial[Used], library: Path, film: Film, later: int) -> Used:
    middle = len(film.lines) // 2 | 1
    line = film.lines[middle]
    assert line.range is not None
    start = line.range.start + 40 * later
    moved = replace(line, range=TimeRange(start, start + EXCERPT * 1000))
    lines = (*film.lines[:middle], moved, *film.lines[middle + 1 :])
    _put(library, replace(film, lines=lines))
    return ours()


def _moviepy(plan: Sequence[tuple[str, int]], target: Path) -> Used:
    parts = [
        (source, start, EXCERPT, CARD, NAMES[number % len(NAMES)])
        for number, (source, start) in enumerate(plan)
    ]
    words = (json.dumps(parts), str(target), str(FONT), CHAPTER, WORDS)
    # it puts a file of its own where it runs
    return run([sys.executable, "-c", MOVIEPY, *words], folder=target.parent)


def _lay_out(library: Path, plan: Sequence[tuple[str, int]]) -> Film:
    """Put the film of *plan* on paper, with who speaks and what they say."""
    clips = _speak(library)
    lines: list[FilmLine] = []
    for number, (source, start) in enumerate(plan):
        card = FilmLine(
            code=f"T{number}",
            kind=LineKind.HEADING,
            texts={"fr": CHAPTER},
            duration=CARD * 1000,
        )
        quote = FilmLine(
            code=f"Q{number}",
            kind=LineKind.QUOTE,
            clip=clips[Path(source).name].id,
            range=TimeRange(start * 1000, (start + EXCERPT) * 1000),
        )
        lines += [card, quote]
    film = Film(
        id=FilmId("f-0000000001"),
        title=CHAPTER,
        scope="internal",
        rate="30",
        languages=("fr",),
        lines=tuple(lines),
    )
    _put(library, film)
    return film


def _speak(library: Path) -> dict[str, Clip]:
    """Say who speaks in each recording and what, and return them by their names."""
    catalog = Catalog(library / "catalog.json", author="benchmark")
    with catalog.change() as change:
        clips = {clip.original_name: clip for clip in change.all(Clip)}
        for name, clip in zip(NAMES, clips.values(), strict=True):
            person = Person(id=PersonId(change.new_id(Person)), name=name)
            change.put(person)
            id_ = VoiceId(change.new_id(Voice))
            change.put(Voice(id=id_, clip=clip.id, person=person.id))
    catalog.close()
    words = library.parent / "words.srt"
    for clip in clips.values():
        seconds = clip.media.duration // 1000 - 1
        words.write_text(f"1\n00:00:00,000 --> 00:00:{seconds},000\n{WORDS}\n")
        command = (MEDIAKIT, "--library", library, "transcript", "import", clip.id)
        run([*command, words, "--language", "fr"])
    return clips


def _put(library: Path, film: Film) -> None:
    catalog = Catalog(library / "catalog.json", author="benchmark")
    with catalog.change() as change:
        change.put(film)
    catalog.close()


if __name__ == "__main__":
    main(tables, rounds=ROUNDS)
