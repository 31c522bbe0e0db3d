"""Probing: what recordings really are, whatever their headers say."""

import struct
from fractions import Fraction
from pathlib import Path

import pytest

from mediakit.media.probe import probe
from tests.media_files import (
    SOUND_SUFFIXES,
    VIDEO_SUFFIXES,
    made,
    picture,
    sound,
    video,
)

pytestmark = pytest.mark.ffmpeg

LIE = 143_165  # seconds


@pytest.mark.parametrize("suffix", VIDEO_SUFFIXES)
def test_video_is_described(suffix: str) -> None:
    """Duration, size, exact rate and tracks are right in every container."""
    info = probe(video(suffix, seconds=2, rate="30000/1001"))

    assert info.video
    assert 2002 == pytest.approx(info.duration, abs=3)
    assert ("video", "30000/1001", False) == (
        info.kind,
        info.video.frame_rate,
        info.video.variable,
    )
    assert (160, 120, 0, "yuv420p") == (
        info.video.width,
        info.video.height,
        info.video.rotation,
        info.video.pixel_format,
    )
    assert ["aac" if suffix != ".webm" else "opus"] == [s.codec for s in info.sound]
    assert not info.cut_short
    assert not info.has_position


@pytest.mark.parametrize("suffix", SOUND_SUFFIXES)
def test_sound_is_described(suffix: str) -> None:
    """What encoders put before and after a sound does not count."""
    info = probe(sound(suffix, seconds=2))

    assert ("sound", 2000, None) == (info.kind, info.duration, info.video)
    assert [1] == [track.channels for track in info.sound]
    assert not info.cut_short


def test_a_track_need_not_come_first(tmp_path: Path) -> None:
    """What else is in the file, as words before the sound, is passed over."""
    words = tmp_path / "words.srt"
    words.write_text("1\n00:00:00,200 --> 00:00:00,900\nNous.\n")

    info = probe(
        made(
            "words-first.mkv",
            *("-i", str(words), "-i", str(sound(".flac")), "-map", "0", "-map", "1"),
            *("-c:a", "flac"),
        )
    )

    assert ("sound", 1000, ["flac"]) == (
        info.kind,
        info.duration,
        [track.codec for track in info.sound],
    )


def test_names_the_codec_not_the_decoder() -> None:
    """FFmpeg's name for MP3 is not that of the program that reads it."""
    assert ["mp3"] == [track.codec for track in probe(sound(".mp3")).sound]


def test_a_header_that_lies_is_not_believed(tmp_path: Path) -> None:
    """The packets' own times count in an MP4 whose every header claims 40 hours."""
    content = bytearray(video(".mp4").read_bytes())
    for box, offset in ((b"mvhd", 16), (b"tkhd", 20), (b"mdhd", 16)):
        at = content.find(box)
        while at >= 0:
            where = at + 4 + offset
            timescale = int.from_bytes(content[where - 4 : where]) or 1000
            claimed = min(LIE * timescale, 0xFFFF_FFF0)
            content[where : where + 4] = struct.pack(">I", claimed)
            at = content.find(box, at + 4)
    lying = tmp_path / "lying.mp4"
    lying.write_bytes(content)

    assert 1000 == probe(lying).duration


def test_a_table_of_missing_frames_is_not_believed(tmp_path: Path) -> None:
    """An MP4 whose index comes first announces what was never copied."""
    whole = video(seconds=4, options=("-movflags", "+faststart")).read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 2])

    info = probe(cut)

    assert 1000 < info.duration < 3000
    assert info.cut_short


def test_a_count_of_samples_that_lies_is_not_believed(tmp_path: Path) -> None:
    """FLAC says at its beginning how many samples will come."""
    content = bytearray(sound(".flac").read_bytes())
    content[22:26] = struct.pack(">I", 0xFFFF_FFFF)
    lying = tmp_path / "lying.flac"
    lying.write_bytes(content)

    info = probe(lying)

    assert 1000 == info.duration
    assert info.cut_short


@pytest.mark.parametrize("suffix", [".mkv", ".webm"])
def test_a_matroska_header_that_lies_is_not_believed(
    suffix: str, tmp_path: Path
) -> None:
    """The Duration element is a claim like any other."""
    content = bytearray(video(suffix).read_bytes())
    at = content.index(b"\x44\x89\x88") + 3
    content[at : at + 8] = struct.pack(">d", LIE * 1000)
    lying = tmp_path / f"lying{suffix}"
    lying.write_bytes(content)

    info = probe(lying)

    assert 1000 == pytest.approx(info.duration, abs=3)
    assert info.cut_short


def test_what_a_dead_battery_left_is_kept_with_a_warning(tmp_path: Path) -> None:
    """A recording whose end is missing is what plays of it."""
    whole = video(".mkv", seconds=3).read_bytes()
    cut = tmp_path / "cut.mkv"
    cut.write_bytes(whole[: len(whole) // 2])

    info = probe(cut)

    assert 500 < info.duration < 2500
    assert info.cut_short


def test_a_sound_cut_in_the_middle_of_a_packet_is_noticed(tmp_path: Path) -> None:
    """Where the header tells nothing, the last packet does."""
    cut = tmp_path / "cut.wav"
    cut.write_bytes(sound(".wav").read_bytes()[:20_000])

    assert probe(cut).cut_short


def test_what_an_edit_list_hides_does_not_count() -> None:
    """Phones trim a video by telling players to skip its beginning."""
    trimmed = made(
        "trimmed.mp4", "-ss", "0.8", "-i", str(video(seconds=2)), "-c", "copy"
    )

    info = probe(trimmed)

    assert 1200 == pytest.approx(info.duration, abs=25)
    assert not info.cut_short


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_a_varying_frame_rate_is_told(suffix: str) -> None:
    """Frames left out make the rate vary; it is then the average."""
    dropping = ("-vf", "select='not(mod(n\\,3)*gt(n\\,8))'", "-fps_mode", "vfr")
    info = probe(video(suffix, seconds=2, options=dropping))

    assert info.video
    assert info.video.variable
    assert 11.5 == pytest.approx(float(Fraction(info.video.frame_rate)), abs=0.5)


@pytest.mark.parametrize(
    ("turn", "rotation", "size"),
    [("90", 90, (120, 160)), ("-90", 270, (120, 160)), ("180", 180, (160, 120))],
)
def test_rotation_is_told_and_the_size_is_as_shown(
    turn: str, rotation: int, size: tuple[int, int]
) -> None:
    """A phone held upright films upright."""
    turned = made(
        "turned.mp4", "-display_rotation", turn, "-i", str(video()), "-c", "copy"
    )

    shown = probe(turned).video

    assert shown
    assert rotation == shown.rotation
    assert size == (shown.width, shown.height)


def test_pixels_that_are_not_square_are_shown_as_they_look() -> None:
    """Camcorders squeeze wide pictures."""
    shown = probe(video(options=("-vf", "setsar=4/3"))).video

    assert shown
    assert (213, 120) == (shown.width, shown.height)


@pytest.mark.parametrize("suffix", [".mov", ".mkv"])
def test_what_recorders_write_is_read(suffix: str) -> None:
    """Timecode and date are kept; of coordinates only that there are some."""
    info = probe(
        video(
            suffix,
            options=(
                *("-timecode", "01:02:03:04"),
                *("-metadata", "creation_time=2026-03-01T09:30:00Z"),
                *("-metadata", "location=+16.27-000.04/"),
            ),
        )
    )

    assert info.video
    assert "01:02:03:04" == info.video.timecode
    assert "2026-03-01T09:30:00Z" == info.recorded
    assert info.has_position
    assert "16.27" not in repr(info)


@pytest.mark.parametrize("suffix", [".mp3", ".m4a", ".flac"])
def test_cover_art_is_no_video(suffix: str) -> None:
    """A picture on a sound leaves it a sound."""
    covered = made(
        f"covered{suffix}",
        *("-i", str(sound(suffix)), "-i", str(picture())),
        *("-map", "0", "-map", "1", "-c", "copy", "-disposition:v:0", "attached_pic"),
    )

    info = probe(covered)

    assert ("sound", None, 1000) == (info.kind, info.video, info.duration)


def test_video_without_sound_is_video() -> None:
    """Nobody has to speak in a clip."""
    info = probe(video(sound=False))

    assert ("video", ()) == (info.kind, info.sound)


def test_languages_of_tracks_are_told() -> None:
    """Each track's tag is brought to its usual spelling."""
    info = probe(video(".mkv", options=("-metadata:s:a:0", "language=fre")))

    assert ["fr"] == [track.language for track in info.sound]
