"""Films on paper, rendered from real clips in a real library."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import FilmEmpty
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.errors.library import TargetRefused
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.film import Cover, FilmLine, FilmVersion, LineKind
from mediakit.model.film_layout import lay_out
from mediakit.model.frame_rate import RATES
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import Shot
from mediakit.model.use import Use, UseKind
from mediakit.workflows.plan_rough_cut import RoughLook, Subtitles
from mediakit.workflows.remove_clip import remove_clip
from tests.consents import put_voice_of, withdraw
from tests.library_clips import put_clip, put_words
from tests.media.barcode import (
    Recipe,
    heard,
    noise,
    offset,
    picture_numbers,
    sound_bite,
)
from tests.rough_cuts import SMALL, a_line, put_film, render, rendering, segments

pytestmark = pytest.mark.ffmpeg

NTSC = RATES["29.97"]
RATE = 48_000
CARD = FilmLine(code="T1", kind=LineKind.CARD, texts={"fr": "Gao"}, duration=400)
BARE = replace(SMALL, subtitles=Subtitles.NONE)


@pytest.fixture
def clips(library: Library, catalog: Catalog) -> tuple[Clip, Clip, Clip]:
    """Put videos of 25 and of 29.97 frames a second, and a sound bite, there."""
    return (
        put_clip(library, catalog, Recipe(size=(160, 90))),
        put_clip(library, catalog, Recipe(size=(160, 90), rate=NTSC)),
        put_clip(library, catalog, sound_bite(".mp3", "libmp3lame")),
    )


@pytest.mark.parametrize("rate", ["25", "30000/1001", "24000/1001"])
def test_every_line_begins_on_its_frame(
    rate: str, library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """After many lines of odd lengths, pictures and sound are where they are to be."""
    lines = [
        a_line(f"L{n}", clips[n % 2], 1003 + 7 * n, 1003 + 7 * n + 231 + 13 * n)
        for n in range(12)
    ]
    last = a_line("L99", clips[0], 1300, 2300)
    film = put_film(catalog, *lines, last, rate=rate)

    made = render(library, catalog, look=BARE)

    on_paper = lay_out(film, {one.id: one for one in clips})
    shown = [number for number, _time in picture_numbers(made.path)]
    assert on_paper.length == len(shown)
    begun = [shown[shot.at] for shot in on_paper.tracks[0].items]
    shots = [one for one in on_paper.tracks[0].items if isinstance(one, Shot)]
    assert [on_paper.source_frame(shot) for shot in shots] == begun
    played, _rate = heard(made.path)
    assert abs(len(played) - on_paper.length * RATE / Fraction(rate)) <= 1024
    # the noise of the clip itself says where in it the last line begins
    first = round(shots[-1].at * RATE / Fraction(rate))
    piece = played[first + 2000 : first + 26_000, 0]
    begins = offset(piece, noise(0, RATE, 4)[:, 0]) - 2000
    assert abs(begins - shots[-1].start * RATE) <= RATE / 1000


def test_lines_show_what_they_are_of(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """Cards stand; quotes show their clip; all that was in it is remembered."""
    quote, said = a_line("Q1", clips[0], 1000, 1400), a_line("Q2", clips[2], 520, 920)
    film = put_film(catalog, CARD, quote, said)

    made = render(library, catalog)

    assert "Autoportrait.mp4" == made.path.name
    shown = [number for number, _time in picture_numbers(made.path)]
    assert 30 == len(shown)
    assert list(range(25, 35)) == shown[10:20]
    assert 1200 == made.duration
    [use] = catalog.read().all(Use)
    assert (made.use, UseKind.FILM, "internal") == (use, use.kind, use.scope)
    assert "film f-0000000001 v1 as mp4, 160x90, 25 fps, fr, subtitles burnt" == use.how
    assert [quote.part, said.part] == [(one.clip, one.range) for one in use.ranges]
    assert all(one.gain is not None for one in use.ranges)
    assert ["00:00:00:10", "00:00:00:20"] == [one.at for one in use.ranges]
    assert film.id == use.film
    [version] = catalog.read().all(FilmVersion)
    assert film.lines == version.was.lines
    assert "v1" == made.version


def test_only_a_changed_line_is_rendered_again(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """Of four parts one is new; nothing else is touched."""
    lines = [a_line(f"Q{n}", clips[0], 400 * n, 400 * n + 400) for n in range(3)]
    put_film(catalog, CARD, *lines)
    render(library, catalog)
    before = segments(library)

    put_film(catalog, CARD, lines[2], a_line("Q1", clips[0], 440, 800), lines[0])
    render(library, catalog)

    assert 4 == len(before)
    assert before < segments(library)
    assert 5 == len(segments(library))


def test_what_was_finished_is_taken_up_again(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """An interrupted film leaves its lines, and nothing else."""
    put_film(catalog, CARD, a_line("Q1", clips[0], 0, 400))
    steps = rendering(library, catalog)
    next(steps)
    steps.close()
    finished = segments(library)

    made = render(library, catalog)

    assert 1 == len(finished)
    assert finished < segments(library)
    assert [made.path] == list(library.exports.rglob("*.*"))


def test_covers_are_seen_over_what_is_heard(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """Frame for frame: the line, its cover, the line again; its sound goes on."""
    cover = Cover(code="C1", clip=clips[1].id, range=TimeRange(2000, 2400), at=200)
    put_film(catalog, a_line("Q1", clips[0], 1000, 2000, covers=(cover,)))

    made = render(library, catalog, look=BARE)

    shown = [number for number, _time in picture_numbers(made.path)]
    covered = [round(float(NTSC) * 2 + n * float(NTSC) / 25) for n in range(9)]
    assert list(range(25, 30)) == shown[:5]
    assert all(abs(a - b) <= 1 for a, b in zip(covered, shown[5:14], strict=True))
    assert list(range(40, 50)) == shown[15:]
    played, _rate = heard(made.path)
    assert abs(offset(played[4800:38400, 0], noise(0, RATE, 4)[:, 0]) - 52_800) < 48
    assert [(clips[0].id, TimeRange(1000, 2000)), (cover.clip, cover.range)] == [
        (one.clip, one.range) for one in made.use.ranges
    ]
    assert ["00:00:00:00", "00:00:00:05"] == [one.at for one in made.use.ranges]
    [segment] = segments(library)
    assert segment.startswith("several/")
    remove_clip(library, catalog, clips[1].id, with_history=True, delete=True)
    assert set() == segments(library)


def test_of_a_narrator_only_the_voice_is_there(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """Pictures of the recording are not shown; those that cover it are."""
    cover = Cover(code="C1", clip=clips[0].id, range=TimeRange(2000, 2400), at=200)
    line = a_line("N1", clips[1], 1000, 2000, LineKind.NARRATION, (cover,), fr="Oui")
    put_film(catalog, line)

    made = render(library, catalog, look=BARE)

    shown = [number for number, _time in picture_numbers(made.path)]
    assert list(range(50, 60)) == shown[5:15]
    assert 1 == len(set(shown[:5] + shown[15:]))


def test_words_are_burnt_in_or_beside(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """In the pictures below, in files for each language, or nowhere."""
    put_words(library, catalog, clips[0], (1000, 1400, "Le puits est loin"))
    put_film(catalog, CARD, a_line("Q1", clips[0], 1000, 1400), languages=("fr", "en"))

    burnt = render(library, catalog)
    beside = render(library, catalog, look=replace(SMALL, subtitles=Subtitles.SEPARATE))
    bare = render(library, catalog, look=BARE)

    assert {} == burnt.subtitles == bare.subtitles
    assert {"en": ("Q1",)} == beside.wordless
    said = "1\n00:00:00,400 --> 00:00:00,800\nLe puits est loin\n"
    assert said == beside.subtitles["fr"].read_text("utf-8")
    assert ["Autoportrait 2.mp4", "Autoportrait 2.fr.srt", "Autoportrait 2.en.srt"] == [
        Path(file.path).name for file in beside.use.files
    ]
    below = np.s_[70:88, 30:130]
    plain = _luma(beside.path, 15)[below]
    assert 0 == np.abs(_luma(bare.path, 15)[below] - plain).max()
    assert 60 < np.abs(_luma(burnt.path, 15)[below] - plain).max()


def test_cards_are_in_the_language(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """A card says in it what it says, and is not subtitled by itself."""
    card = replace(CARD, texts={"fr": "Gao", "en": "The well of Kidal"})
    put_film(catalog, card, languages=("fr", "en"))

    french = render(library, catalog)
    english = render(library, catalog, look=replace(SMALL, language="en"))

    assert (_luma(french.path, 5) > 150).sum() < (_luma(english.path, 5) > 150).sum()
    assert {} == english.wordless


def test_nobody_is_named_over_other_pictures(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """A name stands where its bearer is seen, and in the credits."""
    put_voice_of(catalog, clips[0].id, called="Awa")
    cover = Cover(code="C1", clip=clips[1].id, range=TimeRange(0, 1000))
    line = a_line("Q1", clips[0], 0, 3000, covers=(cover,))
    put_film(catalog, line)

    named = render(library, catalog, look=BARE)
    put_film(catalog, replace(line, covers=(replace(cover, at=2000),)))
    later = render(library, catalog, look=BARE)

    # the edge of the band is bright
    edge = np.s_[58:68, 0:2]
    assert 75 + 75 == len(picture_numbers(named.path))
    assert _luma(named.path, 15)[edge].mean() < 100 < _luma(named.path, 40)[edge].mean()
    assert _luma(later.path, 55)[edge].mean() < 100 < _luma(later.path, 15)[edge].mean()


def test_a_film_without_anything_to_see_is_refused(
    library: Library, catalog: Catalog
) -> None:
    """Notes take no time."""
    put_film(catalog, FilmLine(code="N1", kind=LineKind.NOTE, note="Ask Awa"))

    with pytest.raises(FilmEmpty):
        render(library, catalog)


def test_a_withdrawal_while_it_is_rendered_takes_it_back(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...]
) -> None:
    """The gate is asked again before anything is there; no version is kept."""
    person = put_voice_of(catalog, clips[0].id)
    put_film(catalog, CARD, a_line("Q1", clips[0], 1000, 1400))
    steps = rendering(library, catalog, replace(SMALL, subtitles=Subtitles.SEPARATE))
    next(steps)
    withdraw(catalog, person)

    with pytest.raises(ConsentWithdrawn):
        list(steps)

    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]
    assert [] == catalog.read().all(Use) + catalog.read().all(FilmVersion)


def test_subtitles_are_written_over_nothing(
    library: Library, catalog: Catalog, clips: tuple[Clip, ...], tmp_path: Path
) -> None:
    """A file that is there already is left alone, before anything is rendered."""
    put_film(catalog, a_line("Q1", clips[0], 1000, 1400))
    (tmp_path / "cut.fr.srt").write_text("mine")

    with pytest.raises(TargetRefused):
        render(
            library,
            catalog,
            look=RoughLook(language="fr", lines=90, subtitles=Subtitles.SEPARATE),
            output=str(tmp_path / "cut.mp4"),
        )

    assert "mine" == (tmp_path / "cut.fr.srt").read_text()
    assert set() == segments(library)


def _luma(path: Path, number: int) -> NDArray[np.int64]:
    """Return how bright one picture of a film is, as numbers that can be negative."""
    import av

    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            if index == number:
                return frame.to_ndarray(format="gray").astype(np.int64)
    raise AssertionError(number)
