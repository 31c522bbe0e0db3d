"""Which way a video is cut, and that the cut is right whichever it is."""

from pathlib import Path

import av
import numpy as np
import pytest

from mediakit.errors.excerpts import NothingToCut
from mediakit.errors.library import WriteFailed
from mediakit.errors.media import KeyframeCutRefused
from mediakit.media.cutting import copying, keyframes, reencode
from mediakit.media.cutting.copied_sound import Known, can_be_copied, copied_sound
from mediakit.media.cutting.plan import plan_cut
from mediakit.media.cutting.refusal import NotCopyable, SoundNotCopyable
from mediakit.media.cutting.verify import verify
from mediakit.media.cutting.video import Manner, cut_video, held_range
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, Track, clip, heard, picture_numbers
from tests.media.cutting.exactness import assert_exact, complaints
from tests.media.cutting.recipes import PLAIN, x264
from tests.media.programs import bundled, system

pytestmark = pytest.mark.ffmpeg

SPAN = TimeRange(1310, 2477)


def cut(
    source: Path, target: Path, span: TimeRange = SPAN, manner: Manner = Manner.EXACT
) -> tuple[str, list[int]]:
    """Cut a video; return how that was done and what it told on the way."""
    steps = cut_video(bundled(), source, target, span, manner)
    told = []
    while True:
        try:
            told.append(next(steps))
        except StopIteration as end:
            return str(end.value), told


def test_copies_where_that_is_exact(tmp_path: Path) -> None:
    """And says so, and how far it has come."""
    how, told = cut(clip(PLAIN), tmp_path / "cut.mp4")

    assert (copying.HOW, sorted(told)) == (how, told)
    assert 1100 <= told[-1] <= 1167
    assert how in Manner.EXACT.outcomes


@pytest.mark.parametrize("recipe", [Recipe(), Recipe(codec="libx265", suffix=".mov")])
def test_encodes_where_there_is_nothing_to_copy(recipe: Recipe, tmp_path: Path) -> None:
    """A range within one GOP, another codec: the cut is the same."""
    span = TimeRange(1310, 2277)

    how, _told = cut(clip(recipe), tmp_path / "cut.mp4", span)

    assert reencode.HOW == how
    assert_exact(recipe, span, tmp_path / "cut.mp4")


def test_encodes_when_asked_to(tmp_path: Path) -> None:
    """For players that stumble over parameters that change."""
    how, _told = cut(clip(PLAIN), tmp_path / "cut.mp4", manner=Manner.REENCODE)

    assert reencode.HOW == how
    assert_exact(PLAIN, SPAN, tmp_path / "cut.mp4")


def test_encodes_what_is_damaged_at_a_seam(tmp_path: Path) -> None:
    """Pictures that do not decode are not what a cut begins with."""
    source = damaged(clip(PLAIN), picture=30, folder=tmp_path)

    how, _told = cut(source, tmp_path / "cut.mp4")

    assert reencode.HOW == how
    assert 20 <= len(picture_numbers(tmp_path / "cut.mp4"))


def test_encodes_what_does_not_decode_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seams are looked at before the cut is handed over."""

    def never(*_: object) -> None:
        raise NotCopyable("it does not decode")

    monkeypatch.setattr(copying, "verify", never)

    how, _told = cut(clip(PLAIN), tmp_path / "cut.mp4")

    assert reencode.HOW == how
    assert_exact(PLAIN, SPAN, tmp_path / "cut.mp4")


def test_a_seam_that_does_not_decode_is_noticed(tmp_path: Path) -> None:
    """Broken at its first picture, or not where it should be."""
    made = tmp_path / "cut.mp4"
    cut(clip(PLAIN), made, TimeRange(1310, 2440))
    with av.open(str(made)) as container:
        keys = [p.pts or 0 for p in container.demux(video=0) if p.is_keyframe]
    verify(made, keys)

    with pytest.raises(NotCopyable):
        verify(made, [*keys, keys[-1] + 1])
    with pytest.raises(NotCopyable):
        verify(damaged(made, picture=0, folder=tmp_path), keys)


@pytest.mark.parametrize(
    "track",
    [Track(gaps=((2000, 2200),)), Track(late=1500), Track(gaps=((2300, 4000),))],
    ids=["a hole", "begins late", "ends early"],
)
def test_copies_pictures_beside_sound_with_holes(track: Track, tmp_path: Path) -> None:
    """The sound is encoded, with silence in its holes, and is as long as the cut."""
    source = clip(Recipe(suffix=".mkv", options=x264(), tracks=(track,)))

    how, _told = cut(source, tmp_path / "cut.mp4", TimeRange(1000, 3000))

    samples = heard(tmp_path / "cut.mp4")[0][:, 0]
    hole = (*track.gaps, (1000, track.late))[0]
    start, end = (round((min(time, 3000) - 1000) * 48) for time in hole)
    assert copying.HOW == how
    assert 96_000 <= len(samples) <= 96_000 + 1023
    assert np.abs(samples[start + 2400 : end - 2400]).max() < 0.01
    assert np.abs(samples[: start - 2400]).max(initial=1) > 0.01
    assert list(range(25, 75)) == [n for n, _ in picture_numbers(tmp_path / "cut.mp4")]


def test_a_track_that_turns_out_to_have_holes_is_encoded(tmp_path: Path) -> None:
    """It is there at both ends of the cut, and missing between them."""
    track = Track(gaps=((2000, 2200),))
    source = clip(Recipe(suffix=".mkv", options=x264(), tracks=(track,)))

    with av.open(str(source)) as container:
        plan = plan_cut(source, TimeRange(1000, 3000))
        sound = container.streams.audio[0]
        assert can_be_copied(container, sound, plan)
        known = Known(0, sound.codec_context.sample_rate, 1024)
    with pytest.raises(SoundNotCopyable):
        list(copied_sound(source, known, plan))


def test_refuses_where_there_is_no_picture(tmp_path: Path) -> None:
    """Whichever way: an error, not an empty file."""
    sound = clip(Recipe(codec="", suffix=".m4a"))

    for manner in Manner:
        with pytest.raises(NothingToCut):
            cut(sound, tmp_path / "cut.mp4", manner=manner)


def test_says_when_it_cannot_be_written(tmp_path: Path) -> None:
    """And does not try the other way."""
    with pytest.raises(WriteFailed):
        cut(clip(PLAIN), tmp_path / "nowhere" / "cut.mp4")


def test_an_interruption_closes_what_was_open(tmp_path: Path) -> None:
    """Nothing is left open, and what was read can be cut again."""
    steps = cut_video(bundled(), clip(PLAIN), tmp_path / "cut.mp4", SPAN)
    next(steps)

    steps.close()

    assert copying.HOW == cut(clip(PLAIN), tmp_path / "cut.mp4")[0]


@pytest.mark.parametrize("manner", [Manner.EXACT, Manner.KEYFRAME])
def test_makes_the_same_bytes_again(manner: Manner, tmp_path: Path) -> None:
    """Nothing in a cut depends on when it was made."""
    for name in ("one.mp4", "two.mp4"):
        cut(clip(PLAIN), tmp_path / name, manner=manner)

    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


@pytest.mark.parametrize("manner", [Manner.EXACT, Manner.KEYFRAME])
def test_tells_nothing_but_pictures_and_sound(manner: Manner, tmp_path: Path) -> None:
    """No title, place, date, timecode, nor what cameras write between the pictures."""
    told = ("-metadata", "title=Awa of Gao", "-metadata", "location=+16.27-000.04/")
    when = ("-metadata", "creation_time=2026-03-01T09:30:00Z")
    code = ("-metadata:s:v", "timecode=01:00:00:00")
    camera = "086f3693-b7b3-4f2c-9653-21492feee5b8+Serial-4711"
    seen = ("-bsf:v", f"h264_metadata=sei_user_data={camera}")
    remux = ((), (*told, *when, *code, *seen))
    source = clip(Recipe(suffix=".mov", options=x264(), remux=remux))

    cut(source, tmp_path / "cut.mp4", manner=manner)

    words = (b"Awa", b"16.27", b"2026", b"01:00", b"Serial", b"x264", b"Lav")
    content = (tmp_path / "cut.mp4").read_bytes()
    assert b"Serial" in source.read_bytes()
    assert [] == [word for word in words if word in content]
    with av.open(str(tmp_path / "cut.mp4")) as container:
        assert ["video", "audio"] == [stream.type for stream in container.streams]
        assert [] == container.chapters()


def test_a_preview_holds_what_it_says(tmp_path: Path) -> None:
    """From the key frame before to the one after; it plays all that it holds."""
    source, made = clip(PLAIN), tmp_path / "cut.mp4"
    held = held_range(source, SPAN, Manner.KEYFRAME)

    how, _told = cut(source, made, manner=Manner.KEYFRAME)

    numbers = [number for number, _ in picture_numbers(made)]
    assert keyframes.HOW == how
    assert held.start <= SPAN.start < SPAN.end <= held.end
    assert list(range(held.start // 40, held.end // 40)) == numbers
    assert "" == complaints(system, made)
    with av.open(str(made), options={"ignore_editlist": "1"}) as container:
        sound = [p.duration or 0 for p in container.demux(audio=0)]
    assert sum(sound) <= held.duration * 48


@pytest.mark.parametrize(
    "recipe",
    [
        Recipe(codec="libx265", suffix=".mov", options=(("x265-params", "keyint=14"),)),
        Recipe(codec="libvpx-vp9", suffix=".webm", tracks=(Track(codec="libopus"),)),
        Recipe(options=(("preset", "veryfast"), ("x264-params", "open-gop=1"))),
    ],
    ids=["HEVC", "VP9 and Opus", "open GOPs"],
)
def test_a_preview_can_be_made_of_other_kinds(recipe: Recipe, tmp_path: Path) -> None:
    """Whatever its pictures lean on, those that are shown are whole."""
    source, made = clip(recipe), tmp_path / "cut.mp4"
    held = held_range(source, SPAN, Manner.KEYFRAME)

    cut(source, made, manner=Manner.KEYFRAME)

    numbers = [number for number, _ in picture_numbers(made)]
    assert set(range(33, 62)) <= set(numbers)
    assert set(numbers) <= set(range(held.start // 40, -(-held.end // 40)))


def test_a_preview_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    """With the way out in the sentence."""
    source = clip(Recipe(suffix=".avi", options=x264("bframes=0"), tracks=()))

    with pytest.raises(KeyframeCutRefused, match="Leave --keyframe out"):
        held_range(source, SPAN, Manner.KEYFRAME)
    with pytest.raises(KeyframeCutRefused):
        cut(source, tmp_path / "cut.mp4", manner=Manner.KEYFRAME)


def test_other_cuts_hold_what_was_asked_for() -> None:
    """To the millisecond."""
    assert SPAN == held_range(clip(PLAIN), SPAN, Manner.EXACT)


def damaged(source: Path, *, picture: int, folder: Path) -> Path:
    """Return a copy of a video of which a picture is not what it was."""
    with av.open(str(source)) as container:
        packets = [p for p in container.demux(video=0) if p.size]
        place, size = packets[picture].pos or 0, packets[picture].size
    content = bytearray(source.read_bytes())
    content[place + 5 : place + size] = b"\xa5" * (size - 5)
    target = folder / f"damaged{source.suffix}"
    target.write_bytes(content)
    return target
