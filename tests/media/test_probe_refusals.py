"""Probing refuses what is no recording, each thing for its own reason."""

import contextlib
import os
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mediakit.errors.adding import LinkRefused
from mediakit.errors.base import MediakitError
from mediakit.errors.library import ReadFailed
from mediakit.errors.media import (
    MediaEmpty,
    MediaIsPicture,
    MediaIsPlaylist,
    MediaTooLarge,
    MediaTruncated,
    MediaUndecodable,
    NotAFile,
    NotMedia,
)
from mediakit.media.probe import probe
from tests.media_files import VIDEO_SUFFIXES, made, picture, sound, video

pytestmark = pytest.mark.ffmpeg

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these")

SDP = "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nt=0 0\nm=video 5004 RTP/AVP 96\n"
SRT = "1\n00:00:00,000 --> 00:00:01,000\nbonjour\n\n"

POINTERS = {
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\n{target}\n#EXT-X-ENDLIST\n",
    "hls to the network": "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x.ts\n",
    "hls after a mark": "\ufeff#EXTM3U\n#EXTINF:1,\n{target}\n",
    "m3u": "#EXTM3U\n{target}\n",
    "concat": "ffconcat version 1.0\nfile '{target}'\n",
    "dash": '<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"/>',
    "smil": '<smil><body><video src="{target}"/></body></smil>',
    "asx": '<ASX version="3"><Entry><Ref href="{target}"/></Entry></ASX>',
    "pls": "[playlist]\nFile1={target}\n",
    "session description": SDP,
}
OTHERS = {
    "text": b"bonjour\n" * 200,
    "subtitles": SRT.encode(),
    "webvtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nbonjour\n",
    "zeros": bytes(20_000),
    "one byte": b"x",
    "a program": b"\x7fELF" + bytes(range(256)) * 20,
    "an archive": b"PK\x03\x04" + bytes(range(256)) * 20,
}


def _refusal(path: Path) -> MediakitError:
    with pytest.raises(MediakitError) as caught:
        probe(path)
    return caught.value


@pytest.mark.parametrize("kind", POINTERS)
def test_a_list_that_poses_as_video_opens_nothing_else(
    kind: str, tmp_path: Path
) -> None:
    """What points elsewhere is refused for that, by content and not by name."""
    posing = tmp_path / "interview.mp4"
    posing.write_text(POINTERS[kind].format(target=video()), encoding="utf-8")

    error = _refusal(posing)

    assert isinstance(error, MediaIsPlaylist)
    assert {"path": str(posing)} == error.details


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_no_media_is_refused(kind: str, tmp_path: Path) -> None:
    """A name does not make a recording."""
    posing = tmp_path / "interview.mp4"
    posing.write_bytes(OTHERS[kind])

    assert isinstance(_refusal(posing), NotMedia)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".gif", ".bmp", ".tiff", ".webp"])
def test_a_picture_is_refused(suffix: str, tmp_path: Path) -> None:
    """A still picture is told to be one, whatever it is called."""
    posing = tmp_path / "interview.mp4"
    posing.write_bytes(picture(suffix).read_bytes())

    assert isinstance(_refusal(posing), MediaIsPicture)


@pytest.mark.parametrize("suffix", [".m4a", ".mkv"])
def test_only_cover_art_is_refused(suffix: str) -> None:
    """A cover without the sound it covers is a picture."""
    cover = made(
        f"cover{suffix}",
        *("-i", str(picture()), "-c", "copy", "-disposition:v:0", "attached_pic"),
    )

    assert isinstance(_refusal(cover), MediaIsPicture)


def test_a_single_frame_is_refused() -> None:
    """Phones keep photographs in video files."""
    still = made("still.mp4", "-i", str(picture()), "-pix_fmt", "yuv420p")

    assert isinstance(_refusal(still), MediaIsPicture)


def test_only_subtitles_are_refused(tmp_path: Path) -> None:
    """A container without pictures and sound is no recording."""
    (tmp_path / "words.srt").write_text(SRT)
    words = made("words.mkv", "-i", str(tmp_path / "words.srt"), "-c", "copy")

    assert isinstance(_refusal(words), NotMedia)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """Nothing is not a recording."""
    empty = tmp_path / "empty.mp4"
    empty.touch()

    assert isinstance(_refusal(empty), MediaEmpty)


@pytest.mark.parametrize(
    ("suffix", "left"),
    [
        (".mp4", 30_000),
        (".mov", 30_000),
        (".webm", 400),
        (".m4a", 5_000),
        (".opus", 4_000),
    ],
)
def test_a_file_without_what_makes_it_play_is_refused(
    suffix: str, left: int, tmp_path: Path
) -> None:
    """A copy that broke off is told from what never was a recording."""
    whole = video(suffix) if suffix in VIDEO_SUFFIXES else sound(suffix)
    cut = tmp_path / whole.name
    cut.write_bytes(whole.read_bytes()[:left])

    assert isinstance(_refusal(cut), MediaTruncated)


def test_streams_that_decode_to_nothing_are_refused(tmp_path: Path) -> None:
    """A list of streams is a promise; frames are the proof."""
    content = bytearray(video(".mp4").read_bytes())
    at = content.index(b"mdat")
    size = int.from_bytes(content[at - 4 : at])
    content[at + 4 : at - 4 + size] = bytes(size - 8)
    hollow = tmp_path / "hollow.mp4"
    hollow.write_bytes(content)

    error = _refusal(hollow)

    assert isinstance(error, MediaUndecodable)
    assert "h264, aac" == error.details["streams"]


def test_pictures_in_an_unknown_code_are_refused(tmp_path: Path) -> None:
    """Sound that decodes does not make up for pictures that do not."""
    content = bytearray(video(".mp4").read_bytes())
    at = content.index(b"avc1", content.index(b"stsd"))
    content[at : at + 4] = b"zzzz"
    unknown = tmp_path / "unknown.mp4"
    unknown.write_bytes(content)

    assert isinstance(_refusal(unknown), MediaUndecodable)


def test_absurd_pictures_are_refused_before_they_are_decoded() -> None:
    """No camera makes them, and they would fill the memory of a laptop."""
    huge = made(
        "huge.mov",
        *("-f", "lavfi", "-i", "color=size=9000x9000:rate=1:duration=1"),
        *("-c:v", "mjpeg"),
    )

    error = _refusal(huge)

    assert isinstance(error, MediaTooLarge)
    assert (9000, 9000) == (error.details["width"], error.details["height"])


@posix
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    """Nobody will ever write into it."""
    pipe = tmp_path / "pipe.mp4"
    os.mkfifo(pipe)

    assert isinstance(_refusal(pipe), NotAFile)


@posix
def test_sockets_devices_and_folders_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only files are read."""
    monkeypatch.chdir(tmp_path)  # names of sockets must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.mp4")

        assert isinstance(_refusal(tmp_path / "s.mp4"), NotAFile)
    assert isinstance(_refusal(Path("/dev/zero")), NotAFile)
    assert isinstance(_refusal(tmp_path), NotAFile)


@posix
def test_a_link_is_refused(tmp_path: Path) -> None:
    """Links may lead out of the folder that was meant."""
    link = tmp_path / "link.mp4"
    link.symlink_to(video())

    assert isinstance(_refusal(link), LinkRefused)


@posix
@pytest.mark.skipif(
    sys.platform != "win32" and os.geteuid() == 0, reason="root may read everything"
)
def test_a_file_of_others_is_refused(tmp_path: Path) -> None:
    """What may not be read is told with the system's reason."""
    private = tmp_path / "private.mp4"
    private.write_bytes(video().read_bytes())
    private.chmod(0)

    assert isinstance(_refusal(private), ReadFailed)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """The system's reason is in the message."""
    error = _refusal(tmp_path / "absent.mp4")

    assert isinstance(error, ReadFailed)
    assert re.search("no such file", error.details["reason"], re.IGNORECASE)


NAMES = st.binary(min_size=1, max_size=60).filter(
    lambda name: b"/" not in name and b"\0" not in name and name not in {b".", b".."}
)


@posix
@example(b"-i.mp4")
@example(b"%d.mp4")
@example(b"a\nb.mp4")
@example(b"caf\xe9.mp4")
@example(b"http:x.mp4")
@example(b"pipe:0")
@example(b"concat:a|b.mp4")
@example(b"n" * 251 + b".mp4")
@given(name=NAMES)
@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_odd_names_are_only_names(tmp_path: Path, name: bytes) -> None:
    """No name is an option, a pattern, an address, or in the way."""
    odd = tmp_path / os.fsdecode(name)
    odd.write_bytes(sound(".opus").read_bytes())
    try:
        info = probe(odd)
    finally:
        odd.unlink()

    assert 1000 == info.duration


@given(data=st.data())
@settings(max_examples=60)
def test_damage_is_an_error_of_ours_or_none(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Bytes that flip never show as an error of another library."""
    content = bytearray(data.draw(st.sampled_from(SEEDS))().read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(
            st.integers(0, 255)
        )
    damaged = tmp_path_factory.getbasetemp() / "damaged"
    damaged.write_bytes(content)

    with contextlib.suppress(MediakitError):
        assert probe(damaged).duration > 0


SEEDS: list[Callable[[], Path]] = [video, sound, lambda: video(".mkv")]
