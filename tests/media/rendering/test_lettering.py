"""What people type is shown as they typed it, in every script, whoever's machine."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from mediakit.media.rendering.film import (
    Banner,
    BannerKind,
    Canvas,
    Card,
    CardKind,
    Line,
    Part,
    Shot,
)
from mediakit.media.rendering.layout import banner_box
from mediakit.media.rendering.lettering import FONT, escaped, script
from mediakit.media.rendering.segment import encode_part
from mediakit.model.timecode import TimeRange
from tests.media.barcode import clip, sound_bite
from tests.media.programs import BOTH, Program, bundled

CANVAS = Canvas(320, 180, Fraction(25))
TALL = Canvas(180, 320, Fraction(25))
SQUARE = Canvas(240, 240, Fraction(25))
FRAME = 40  # milliseconds
BLACK = clip(sound_bite(".mp3", "libmp3lame", seconds=1))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("100 %, d'eau: [rire]", "100 %, d'eau: [rire]"),
        (r"{\b1}gras", "\\{\\\u2060b1\\}gras"),
        (r"C:\new\hall", "C:\\\u2060new\\\u2060hall"),
        ("une\r\ndeux\u2028trois", r"une\Ndeux\Ntrois"),
        ("a\tb\x1b[0m\x00", "a b[0m"),
        ("\udce9", "?"),
        ("  autour  ", "autour"),
        ("Qui ? « Nous »", "Qui\u00a0? «\u00a0Nous\u00a0»"),
    ],
)
def test_instructions_are_text(typed: str, written: str) -> None:
    """Nothing in a text begins an instruction, a field or another event."""
    assert written == escaped(typed)


def test_a_text_is_one_event_of_the_script() -> None:
    """No typed line begins a line of the script."""
    text = "un\nDialogue: 0,0:00:00.00,0:00:09.00,Card,,0,0,0,,deux\n[Fonts]"
    card = Card(kind=CardKind.TITLE, text=text, duration=FRAME)

    lines = script(card, CANVAS).splitlines()

    assert 1 == sum(line.startswith("Dialogue:") for line in lines)
    assert 1 == sum(line.startswith("[Events]") for line in lines)
    assert "[Fonts]" not in lines


def test_nothing_to_say_needs_no_script() -> None:
    """A part without words is not drawn upon."""
    shot = Shot(
        source=BLACK, sha256="", span=TimeRange(0, 100), subtitles=(Line(0, 90, " "),)
    )

    assert "" == script(shot, CANVAS)


@pytest.mark.ffmpeg
@pytest.mark.parametrize(
    "text",
    [
        "100 %",
        "%{pts} %d",
        "a:b",
        "l'eau",
        "a,b;c",
        "[a][b]",
        r"a\b",
        r"{\alpha&HFF&}",
        r"{\pos(-99,-99)}",
        r"\N",
        "=|@",
        "ߒߞߏ",
        "ⵜⵉⴼⵉⵏⴰⵖ",
        "ɓɛɲŋɔ",
        "مرحبا",
    ],
)
def test_is_shown(text: str) -> None:
    """Every sign that means something to ffmpeg or libass takes its own room."""
    alone, twice = _ink(text), _ink(f"{text}{text}")

    assert 0 < _width(alone) < _width(twice)


@pytest.mark.ffmpeg
@pytest.mark.parametrize("text", [r"{\b1}gras", r"{\alpha&HFF&}secret", r"{comment}"])
def test_instructions_take_room(text: str) -> None:
    """A text with an instruction is as long as it looks."""
    bare = text.partition("}")[2]

    assert _width(_ink(text)) > _width(_ink(f"{bare}xxxx"))


@pytest.mark.ffmpeg
def test_lines_are_broken_where_typed() -> None:
    """Two lines are twice as high as one."""
    one, two = (np.ptp(np.nonzero(_ink(text))[0]) for text in ("HH", "HH\nHH"))

    assert two > 1.8 * one


@pytest.mark.ffmpeg
@BOTH
def test_arabic_is_joined_and_runs_from_the_right(program: Program) -> None:
    """Letters take the shapes of their places; the first one is on the right."""
    joined, apart = "ببب", "ب\u200cب\u200cب"
    assert _width(_ink(joined, program)) < 0.8 * _width(_ink(apart, program))

    rows, columns = np.nonzero(_ink("اببببب", program))
    tallest = columns[rows == rows.min()].mean()
    assert tallest > columns.mean()


@pytest.mark.ffmpeg
@pytest.mark.parametrize("texts", ["ߊߋ", "ⴰⵣ", "ɓɗ", "ŋɲ", "بت"])
def test_every_script_has_its_letters(texts: str) -> None:
    """Letters that the font lacks would all be one box."""
    one, other = (_ink(letter) for letter in texts)

    assert (one != other).any()


@pytest.mark.ffmpeg
def test_long_questions_fit() -> None:
    """However much is asked, it stays within the card."""
    rows, columns = np.nonzero(_ink("Qu'est-ce qui a changé ? " * 20))

    assert 5 < rows.min() < rows.max() < 172
    assert 5 < columns.min() < columns.max() < 315


@pytest.mark.ffmpeg
def test_banners_come_stand_and_go() -> None:
    """A name lies left, or right if it runs from there; both go before the end."""
    for text, is_left in (("Awa\nGao", True), ("مريم\nكيدل", False)):
        banner = Banner(BannerKind.NAME, Line(0, 900, text))
        frames = _frames(_shot(banner))
        before, standing, after = frames[0], frames[15], frames[24]
        added = np.nonzero(np.abs(standing - after) > 60)
        assert len(added[1])
        assert is_left == (added[1].max() < 160)
        assert np.abs(before - after).max() < 20


@pytest.mark.ffmpeg
def test_captions_and_subtitles_lie_apart() -> None:
    """A caption stands on top, subtitles below, whichever is longer."""
    caption = Banner(BannerKind.CAPTION, Line(0, 900, "Nous voulons vivre " * 3))
    shot = _shot(caption, Line(0, 900, "Ensemble " * 8))
    [*_before, frame] = _frames(shot)[:16]

    rows = np.nonzero((frame > 200).any(axis=1))[0]
    assert rows.min() < 50
    assert rows.max() > 140
    assert not ((60 < rows) & (rows < 110)).any()


@pytest.mark.ffmpeg
@pytest.mark.parametrize("canvas", [CANVAS, TALL, SQUARE])
@pytest.mark.parametrize("count", [9, 24])
def test_subtitles_stay_below_names(canvas: Canvas, count: int) -> None:
    """However long they are, on telephones too, they hide no name and are not cut."""
    banner = Banner(BannerKind.NAME, Line(0, 900, "Awa"))
    shot = replace(_shot(banner, Line(0, 900, "Ensemble " * count)), banners=())

    frame = _frames(shot, canvas=canvas)[15]

    band = banner_box(banner, canvas)
    rows, columns = np.nonzero(frame > 120)
    assert band.top + band.height <= rows.min()
    assert rows.max() < 0.97 * canvas.height
    assert 0.05 * canvas.width < columns.min()
    assert columns.max() < 0.95 * canvas.width


@pytest.mark.ffmpeg
def test_a_line_holds_words_on_tall_pictures_too() -> None:
    """A short sentence is one line on a telephone, as on a wide picture."""
    said = Line(0, 900, "La confiance se construit")
    shot = _shot(Banner(BannerKind.NAME, Line(0, 0, "")), said)

    frame = _frames(shot, canvas=TALL)[15]

    rows = np.nonzero((frame > 200).any(axis=1))[0]
    assert np.ptp(rows) < 0.04 * TALL.height


def test_the_font_comes_with_its_licence() -> None:
    """Whoever has the package may use and pass on the font."""
    assert FONT.is_file()
    assert "Bitstream Vera" in FONT.with_name("LICENSE").read_text("utf-8")


def _shot(banner: Banner, *subtitles: Line) -> Shot:
    span = TimeRange(0, 1000)
    return Shot(
        source=BLACK, sha256="", span=span, banners=(banner,), subtitles=subtitles
    )


def _ink(text: str, program: Program = bundled) -> NDArray[np.bool_]:
    """Return which pixels of a card are letters."""
    card = Card(kind=CardKind.TITLE, text=text, duration=FRAME)
    [frame] = _frames(card, program)
    return frame[:170] > 120


def _width(ink: NDArray[Any]) -> int:
    columns = np.nonzero(ink)[1]
    return int(np.ptp(columns)) + 1 if len(columns) else 0


def _frames(
    part: Part, program: Program = bundled, canvas: Canvas = CANVAS
) -> list[NDArray[np.int16]]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "made.nut")
        encode_part(program(), part, canvas, target)
        with av.open(str(target)) as container:
            return [
                frame.to_ndarray(format="gray").astype(np.int16)
                for frame in container.decode(video=0)
            ]
