"""Cuts whose pictures and sound are copied, by the numbers on their pictures."""

from fractions import Fraction
from pathlib import Path

import av
import pytest

from mediakit.media.cutting.copying import copy_video
from mediakit.media.cutting.refusal import NotCopyable
from mediakit.media.probe import probe
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, Track, clip, heard, noise, offset
from tests.media.barcode import picture_numbers as numbers
from tests.media.cutting.exactness import MILLISECOND, assert_exact, complaints
from tests.media.cutting.recipes import OPEN, PLAIN, SOURCES, SPANS, x264
from tests.media.programs import BOTH, Program, bundled, system

pytestmark = pytest.mark.ffmpeg


def copied(source: Path, span: TimeRange, folder: Path) -> Path:
    """Cut *span* out of *source* without ffmpeg's help, and return the cut."""
    target = folder / "cut.mp4"
    list(copy_video(source, target, span))
    return target


@pytest.mark.parametrize("name", SOURCES)
def test_holds_exactly_what_was_asked_for(name: str, tmp_path: Path) -> None:
    """Each picture in the range once, at its time; each track whole and in step."""
    recipe, span = SOURCES[name], SPANS[name == OPEN]

    made = copied(clip(recipe), span, tmp_path)

    assert_exact(recipe, span, made)
    assert "" == complaints(system, made)


@pytest.mark.parametrize("name", SOURCES)
def test_holds_exactly_what_a_clip_begins_with(name: str, tmp_path: Path) -> None:
    """Not every kind of file can be sought to its beginning by its header alone."""
    recipe, span = SOURCES[name], SPANS[1]

    made = copied(clip(recipe), span, tmp_path)

    assert_exact(recipe, span, made)


@pytest.mark.long
@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("span", SPANS)
@BOTH
def test_holds_exactly_what_was_asked_for_to_every_program(
    program: Program, name: str, span: TimeRange, tmp_path: Path
) -> None:
    """At both ends of a clip, too, and as decoders years apart see it."""
    if name == OPEN and span.start:
        pytest.skip("there is nothing to copy")
    recipe = SOURCES[name]

    made = copied(clip(recipe), span, tmp_path)

    assert_exact(recipe, span, made)
    assert "" == complaints(program, made)


@pytest.mark.parametrize("ends", range(50, 59))
def test_ends_with_any_picture(ends: int, tmp_path: Path) -> None:
    """Also where the pictures that others lean on come later and must go."""
    span = TimeRange(440, ends * 40)

    made = copied(clip(PLAIN), span, tmp_path)

    assert list(range(11, ends)) == [number for number, _ in numbers(made)]
    assert "" == complaints(system, made)


def test_copies_all_between_two_key_frames(tmp_path: Path) -> None:
    """From key frame to key frame not one byte of a picture is another."""
    source = clip(PLAIN)
    _first, start, _second, end, *_rest = key_frames(source)

    made = copied(source, TimeRange(start * 40, end * 40), tmp_path)

    assert slices(source)[start:end] == slices(made)


def test_copies_the_sound(tmp_path: Path) -> None:
    """Its packets are the source's: one before the start, then to the end."""
    source = clip(PLAIN)

    made = copied(source, TimeRange(1310, 2477), tmp_path)

    packets, kept = sound_packets(source), sound_packets(made)
    first = packets.index(kept[0])
    assert packets[first : first + len(kept)] == kept
    assert len(kept) <= 1 + 1 + (1167 * 48 + 1023) // 1024


@pytest.mark.parametrize("name", ["25, B-frames that others lean on", "no sound"])
def test_hides_nothing_outside_the_range(name: str, tmp_path: Path) -> None:
    """What players would skip is not there: read without heed of their list."""
    made = copied(clip(SOURCES[name]), TimeRange(1310, 2477), tmp_path)

    with av.open(str(made), options={"ignore_editlist": "1"}) as container:
        packets = [
            (packet.stream.type, packet.duration or 0)
            for packet in container.demux()
            if packet.size
        ]
    pictures = [kind for kind, _ in packets].count("video")
    assert list(range(33, 62)) == [number for number, _ in numbers(made)]
    assert 62 - 33 == pictures
    # a packet that prepares, and what the first one has before the range
    played = sum(duration for kind, duration in packets if kind == "audio")
    assert played <= 1167 * 48 + 2 * 1024


def test_keeps_tracks_and_their_languages(tmp_path: Path) -> None:
    """Those that are copied and those that are encoded, in their order."""
    made = copied(clip(SOURCES["MKV, Opus and AAC"]), SPANS[0], tmp_path)

    with av.open(str(made)) as container:
        tracks = [(s.codec_context.name, s.language) for s in container.streams.audio]
    assert [("aac", "und"), ("aac", "fra")] == [(n, lang or "") for n, lang in tracks]
    assert ["", "fr"] == [sound.language for sound in probe(made).sound]


def test_keeps_the_turn_of_the_pictures(tmp_path: Path) -> None:
    """They lie as they did, and are turned by players as they were."""
    source = clip(SOURCES["lying on its side"])

    after = probe(copied(source, SPANS[0], tmp_path)).video

    before = probe(source).video
    assert before is not None
    assert after is not None
    assert (before.rotation, before.width) == (after.rotation, after.width)
    assert 90 == after.rotation % 180


def test_keeps_the_range_of_colours(tmp_path: Path) -> None:
    """Pictures at the seams are as bright as those between."""
    made = copied(clip(SOURCES["full range"]), SPANS[0], tmp_path)

    with av.open(str(made)) as container:
        formats = {frame.format.name for frame in container.decode(video=0)}
    assert {"yuvj420p"} == formats


def test_is_exact_behind_an_edit_list(tmp_path: Path) -> None:
    """Times count from where players begin, not from what a file hides."""
    source = clip(Recipe(seconds=6, options=x264(), remux=(("-ss", "1.5"), ())))
    first = numbers(source)[0][0]

    made = copied(source, TimeRange(400, 1800), tmp_path)

    samples, rate = heard(made)
    assert list(range(first + 10, first + 45)) == [n for n, _ in numbers(made)]
    place = offset(samples[:, 0], noise(0, rate, 6)[:, 0])
    assert abs(place - (1.5 + 0.4) * rate) <= rate / 1000


def test_begins_with_the_picture_that_stands(tmp_path: Path) -> None:
    """Slides stay on the screen: one shown before the cut is in it."""
    slides = tuple(Fraction(time) for time in (0, 3, 6, 9))
    recipe = Recipe(times=slides, tracks=(), options=x264("keyint=1"))

    made = copied(clip(recipe), TimeRange(4000, 8500), tmp_path)

    assert [(1, Fraction(0)), (2, Fraction(2))] == numbers(made)
    assert "" == complaints(bundled, made)


def test_slides_stand_until_the_end(tmp_path: Path) -> None:
    """A file says it is as long as it is, whatever the order of decoding."""
    times = tuple(Fraction(n * n, 4) for n in range(12))
    recipe = Recipe(times=times, tracks=(), seconds=31, options=x264("keyint=4"))

    made = copied(clip(recipe), TimeRange(500, 29_000), tmp_path)

    with av.open(str(made)) as container:
        [stream] = container.streams
        length = (stream.duration or 0) * (stream.time_base or 0)
    assert list(range(1, 11)) == [number for number, _ in numbers(made)]
    assert abs(length - Fraction(57, 2)) < MILLISECOND


@pytest.mark.parametrize(
    "recipe",
    [
        Recipe(),
        Recipe(codec="libx265", suffix=".mov"),
        Recipe(codec="libvpx-vp9", suffix=".webm", tracks=(Track(codec="libopus"),)),
        Recipe(options=(("preset", "veryfast"), ("x264-params", "interlaced=1"))),
        Recipe(pixels="yuv422p", options=x264()),
        Recipe(suffix=".avi", options=x264("bframes=0"), tracks=()),
        Recipe(suffix=".ts", options=x264()),
    ],
    ids=lambda recipe: f"{recipe.codec} {recipe.suffix} {recipe.pixels}",
)
def test_does_not_copy_what_it_does_not_know(recipe: Recipe, tmp_path: Path) -> None:
    """No key frame in the range, other codecs, fields, colours and containers."""
    with pytest.raises(NotCopyable):
        copied(clip(recipe), TimeRange(1300, 2300), tmp_path)


def slices(path: Path) -> list[bytes]:
    """Return the pictures of a file in the order of decoding, without their SEI."""
    found = []
    with av.open(str(path)) as container:
        for packet in container.demux(video=0):
            content, place, kept = bytes(packet), 0, b""
            while place < len(content):
                size = int.from_bytes(content[place : place + 4], "big")
                unit = content[place + 4 : place + 4 + size]
                kept += unit if unit[0] & 31 in {1, 5} else b""
                place += 4 + size
            found.append(kept)
    return found[:-1]


def key_frames(path: Path) -> list[int]:
    """Return the numbers of a file's key frames, in the order of decoding."""
    with av.open(str(path)) as container:
        every = enumerate(container.demux(video=0))
        return [number for number, packet in every if packet.is_keyframe]


def sound_packets(path: Path) -> list[bytes]:
    """Return the packets of a file's first sound track."""
    with av.open(str(path), options={"ignore_editlist": "1"}) as container:
        return [bytes(p) for p in container.demux(audio=0) if p.size]
