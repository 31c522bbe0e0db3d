"""Segments, by the numbers on their pictures and the noise of their sound."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from mediakit.errors.base import MediakitError
from mediakit.errors.library import WriteFailed
from mediakit.media.rendering.film import Canvas, Card, CardKind, Part, Shot
from mediakit.media.rendering.segment import encode_part
from mediakit.model.timecode import TimeRange
from tests.media.barcode import (
    Recipe,
    Samples,
    Track,
    clip,
    heard,
    noise,
    offset,
    picture_numbers,
    sound_bite,
)
from tests.media.programs import Program, bundled, system
from tests.media_files import made, video

pytestmark = pytest.mark.ffmpeg

NTSC = Fraction(30000, 1001)
CANVAS = Canvas(192, 96, Fraction(25))
SPAN = TimeRange(1310, 2477)
RATE = 48_000
MILLISECOND = RATE // 1000

BFRAMES = (("preset", "veryfast"),)
SHAKY = tuple(Fraction(40 * n + 5 * (7 * n % 5), 1000) for n in range(100))
LYING = (("-display_rotation", "-90"), ())
PLAIN = Recipe()
SOURCES = {
    "25 frames a second": PLAIN,
    "23.976, B-frames, MOV, PCM": Recipe(
        suffix=".mov",
        rate=Fraction(24000, 1001),
        options=BFRAMES,
        tracks=(Track(codec="pcm_s16le"),),
    ),
    "29.97, MKV, FLAC at 44.1 kHz": Recipe(
        suffix=".mkv", rate=NTSC, tracks=(Track(codec="flac", rate=44_100),)
    ),
    "variable frame rate": Recipe(times=SHAKY, options=BFRAMES),
    "MKV that begins at 5 s": Recipe(
        suffix=".mkv", remux=((), ("-output_ts_offset", "5"))
    ),
    "WebM, VP9, Opus": Recipe(
        suffix=".webm", codec="libvpx-vp9", tracks=(Track(codec="libopus"),)
    ),
    "HEVC, MOV": Recipe(suffix=".mov", codec="libx265"),
    "lying on its side": Recipe(suffix=".mov", turned=True, remux=LYING),
    "mono": Recipe(tracks=(Track(layout="mono"),)),
    "5.1": Recipe(tracks=(Track(layout="5.1"),)),
    "sound that begins late": Recipe(tracks=(Track(late=1500),)),
}


@pytest.mark.parametrize(
    ("name", "program"),
    [
        *((name, bundled) for name in SOURCES),
        *((name, system) for name in ("variable frame rate", "lying on its side")),
    ],
)
def test_shows_and_plays_what_the_source_does(
    name: str, program: Program, tmp_path: Path
) -> None:
    """Each frame is the nearest that began within the part; sound is in step."""
    recipe = SOURCES[name]
    shot = Shot(source=clip(recipe), sha256="", span=SPAN)

    made = _encode(shot, CANVAS, tmp_path, program)

    assert _nearest(recipe, SPAN, CANVAS) == [n for n, _ in picture_numbers(made)]
    played, rate = heard(made)
    assert (RATE, CANVAS.samples(29) + 1, 2) == (rate, *played.shape)
    # a second is the beep that tells one place from another
    late = round(0.2 * RATE) if recipe.tracks[0].late else 0
    piece = played[late:, 0]
    assert abs(round(1.31 * RATE) + late - offset(piece, _truth(recipe))) <= MILLISECOND


@pytest.mark.parametrize("rate", [Fraction(24), NTSC, Fraction(50)])
def test_takes_the_frame_rate_of_the_canvas(rate: Fraction, tmp_path: Path) -> None:
    """A part has whole frames of the canvas, and sound for no less than them."""
    canvas = Canvas(192, 96, rate)
    shot = Shot(source=clip(PLAIN), sha256="", span=SPAN)

    made = _encode(shot, canvas, tmp_path)

    numbers = picture_numbers(made)
    assert _nearest(PLAIN, SPAN, canvas) == [number for number, _ in numbers]
    assert canvas.samples(len(numbers)) + 1 == len(heard(made)[0])


def test_shows_the_last_picture_while_sound_goes_on(tmp_path: Path) -> None:
    """Pictures that end early, or lie apart, stand until the part is over."""
    early = Recipe(times=tuple(Fraction(n, 25) for n in range(30)))

    made = _encode(Shot(source=clip(early), sha256="", span=SPAN), CANVAS, tmp_path)

    assert [29] * 29 == [number for number, _ in picture_numbers(made)]


def test_is_silent_where_the_source_is(tmp_path: Path) -> None:
    """No track, or one that ended: silence of the same length."""
    shot = Shot(source=clip(Recipe(tracks=())), sha256="", span=SPAN)

    played, _rate = heard(_encode(shot, CANVAS, tmp_path))

    assert (CANVAS.samples(29) + 1, 2) == played.shape
    assert not played.any()


@pytest.mark.parametrize("suffix", [".mp3", ".opus"])
def test_plays_sound_bites_before_a_plain_ground(suffix: str, tmp_path: Path) -> None:
    """What has no pictures is heard all the same, from its very beginning too."""
    codec = {".mp3": "libmp3lame", ".opus": "libopus"}[suffix]
    recipe = sound_bite(suffix, codec)
    shot = Shot(source=clip(recipe), sha256="", span=TimeRange(0, 1200))

    made = _encode(shot, CANVAS, tmp_path)

    assert 30 == _frames(made)
    played, _rate = heard(made)
    assert abs(offset(played[:, 0], _truth(recipe))) <= MILLISECOND


@pytest.mark.parametrize("turned", [False, True])
def test_fits_every_shape_into_the_canvas(turned: bool, tmp_path: Path) -> None:
    """Pictures keep their shape; what they do not fill is black."""
    recipe = Recipe(turned=turned, remux=LYING if turned else ((), ()))
    square = Canvas(160, 160, Fraction(25))

    made = _encode(Shot(source=clip(recipe), sha256="", span=SPAN), square, tmp_path)

    with av.open(str(made)) as container:
        frame = next(container.decode(video=0)).to_ndarray(format="gray")
    assert (160, 160) == frame.shape
    assert frame[:38].max() <= 20
    assert frame[-38:].max() <= 20
    assert frame[42:80].max() >= 200


def test_takes_the_shape_of_pixels_into_account(tmp_path: Path) -> None:
    """Pictures stored narrow are shown wide, in square pixels."""
    narrow = video(size="96x96", options=("-vf", "setsar=3"))
    shot = Shot(source=narrow, sha256="", span=TimeRange(0, 200))

    with av.open(str(_encode(shot, CANVAS, tmp_path))) as container:
        frame = next(container.decode(video=0))
        assert 1 == container.streams.video[0].sample_aspect_ratio

    light = frame.to_ndarray(format="gray")
    assert light[:14].max() <= 20
    assert light[-14:].max() <= 20
    assert light[20:76, :8].max() > 40


@pytest.mark.parametrize("matrix", ["bt601", "bt709"])
def test_keeps_colours(matrix: str, tmp_path: Path) -> None:
    """Whichever way a red was recorded, it is the same in BT.709."""
    says = ("-colorspace", "bt709") if matrix == "bt709" else ()
    red = made(
        "red.mp4",
        *("-f", "lavfi", "-i", "color=0xC83232:size=96x96:rate=25:duration=1"),
        *("-vf", f"scale=out_color_matrix={matrix}", "-pix_fmt", "yuv420p"),
        *says,
    )
    shot = Shot(source=red, sha256="", span=TimeRange(0, 200))

    with av.open(str(_encode(shot, CANVAS, tmp_path))) as container:
        frame = next(container.decode(video=0)).to_ndarray(format="yuv420p")

    light, blue, redness = frame[48, 96], frame[96 + 12, 48], frame[96 + 36, 48]
    luma = (int(light) - 16) * 255 / 219
    shown = luma + 1.5748 * (int(redness) - 128) * 255 / 224
    assert 200 == pytest.approx(shown, abs=4)
    assert 50 == pytest.approx(luma + 1.8556 * (int(blue) - 128) * 255 / 224, abs=4)


def test_says_what_it_is(tmp_path: Path) -> None:
    """All segments have the same pixels, colours and sound, whatever they show."""
    parts: tuple[Part, ...] = (
        Shot(source=clip(SOURCES["HEVC, MOV"]), sha256="", span=SPAN),
        Card(kind=CardKind.TITLE, text="Gao", duration=400),
    )
    for number, part in enumerate(parts):
        (tmp_path / str(number)).mkdir()
        with av.open(str(_encode(part, CANVAS, tmp_path / str(number)))) as made:
            video, sound = made.streams.video[0], made.streams.audio[0]
            context = video.codec_context
            said = (context.pix_fmt, context.colorspace, context.color_range)
            assert ("yuv420p", 1, 1) == said
            assert video.sample_aspect_ratio in {None, 1}
            assert ("pcm_s16le", 48_000, 2) == (
                sound.codec_context.name,
                sound.rate,
                sound.channels,
            )


def test_fades_pictures_and_sound(tmp_path: Path) -> None:
    """A part comes out of black and silence, and goes back into them."""
    shot = Shot(source=clip(PLAIN), sha256="", span=SPAN, fade=400)

    made = _encode(shot, CANVAS, tmp_path)

    with av.open(str(made)) as container:
        light = [f.to_ndarray(format="gray").max() for f in container.decode(video=0)]
    assert light[0] <= 20
    assert max(light[10:19]) >= 200
    assert light[-1] <= 40
    played = np.abs(heard(made)[0])
    assert played[:480].max() < 0.01
    assert played[-480:].max() < 0.01


def test_makes_loud_without_moving_or_clipping(tmp_path: Path) -> None:
    """A gain that would clip is held below, and no sample moves."""
    shot = Shot(source=clip(PLAIN), sha256="", span=SPAN, gain=20)

    played, _rate = heard(_encode(shot, CANVAS, tmp_path))

    assert 0.7 <= np.abs(played).max() <= 0.76
    assert abs(round(1.31 * RATE) - offset(played[:, 0], _truth(PLAIN))) <= 1


def test_has_odd_names_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """A source may be called anything; only the segment is there afterwards."""
    folder = tmp_path / "a, [b]: 'c' %d é"
    folder.mkdir()
    source = folder / "-y %03d 100% it's [a];b,c=d\\e.mp4"
    source.write_bytes(clip(PLAIN).read_bytes())
    shot = Shot(source=source, sha256="", span=TimeRange(0, 400))

    made = _encode(shot, CANVAS, folder)

    assert 10 == _frames(made)
    assert {source, made} == set(folder.iterdir())


def test_says_which_source_failed(tmp_path: Path) -> None:
    """A damaged source is named, and nothing is left of the attempt."""
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(clip(PLAIN).read_bytes()[:2000])
    target = tmp_path / "made.nut"
    shot = Shot(source=broken, sha256="", span=TimeRange(0, 400))

    with pytest.raises(MediakitError, match="broken"):
        encode_part(bundled(), shot, CANVAS, target)

    assert [broken] == list(tmp_path.iterdir())


def test_has_its_frames_or_fails(tmp_path: Path) -> None:
    """Pictures that cannot be decoded are not passed over in silence."""
    blind = tmp_path / "blind.mkv"
    content = bytearray(clip(Recipe(suffix=".mkv", tracks=())).read_bytes())
    content[1000:] = bytes(len(content) - 1000)
    blind.write_bytes(content)
    shot = Shot(source=blind, sha256="", span=TimeRange(3000, 3400))

    with pytest.raises(MediakitError, match="blind"):
        encode_part(bundled(), shot, CANVAS, tmp_path / "made.nut")

    assert [blind] == list(tmp_path.iterdir())


def test_needs_room_on_the_disk(tmp_path: Path) -> None:
    """A folder that cannot be written to is told as such."""
    card = Card(kind=CardKind.TITLE, text="Gao")

    with pytest.raises(WriteFailed):
        encode_part(bundled(), card, CANVAS, tmp_path / "no" / "made.nut")


def _encode(
    part: Part, canvas: Canvas, folder: Path, program: Program = bundled
) -> Path:
    target = folder / "made.nut"
    encode_part(program(), part, canvas, target)
    return target


def _nearest(recipe: Recipe, span: TimeRange, canvas: Canvas) -> list[int]:
    """Return the number of the picture of a part that is nearest to each frame's time.

    The first of them stands from the beginning.
    """
    start = Fraction(span.start, 1000)
    first = next(n for n, time in enumerate(recipe.picture_times()) if time >= start)
    places = [
        int((time - start) * canvas.rate + Fraction(1, 2)) if time > start else -1
        for time in recipe.picture_times()
    ]
    shown = [
        max(
            (n for n, at in enumerate(places) if at <= frame and n >= first), default=-1
        )
        for frame in range(canvas.frames(span.duration))
    ]
    begins = next(number for number in shown if number >= 0)
    return [max(number, begins) for number in shown]


def _frames(path: Path) -> int:
    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


def _truth(recipe: Recipe) -> Samples:
    rate = recipe.tracks[0].rate
    sound = noise(0, rate, recipe.seconds)[:, 0]
    if rate == RATE:
        return sound
    places = np.arange(recipe.seconds * RATE) * rate / RATE
    return np.interp(places, np.arange(len(sound)), sound).astype(np.float32)
