"""Recordings made to do harm: small files that claim, or unpack to, too much."""

import struct
import zlib
from pathlib import Path

from tests.media_files import made, picture, sound, video

_YEAR = 365 * 24 * 3600
_CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}

# Matroska's names (https://www.matroska.org/technical/elements.html)
_HEADER, _KIND = 0x1A45DFA3, 0x4282
_SEGMENT, _INFO, _SCALE = 0x18538067, 0x1549A966, 0x2AD7B1
_TRACKS, _TRACK, _NUMBER, _UID, _TYPE, _CODEC = (
    0x1654AE6B,
    0xAE,
    0xD7,
    0x73C5,
    0x83,
    0x86,
)
_VIDEO, _WIDTH, _HEIGHT = 0xE0, 0xB0, 0xBA
_ENCODINGS, _ENCODING, _COMPRESSION, _ALGORITHM = 0x6D80, 0x6240, 0x5034, 0x4254
_CLUSTER, _TIME, _BLOCK = 0x1F43B675, 0xE7, 0xA3


def year_in_the_header(path: Path) -> None:
    """Write a FLAC whose header counts the samples of more than a year."""
    content = bytearray(sound(".flac").read_bytes())
    streaminfo = content.index(b"fLaC") + 8
    # 36 bits that say how many samples there are
    whole = int.from_bytes(content[streaminfo + 10 : streaminfo + 18])
    whole |= (1 << 36) - 1
    content[streaminfo + 10 : streaminfo + 18] = whole.to_bytes(8)
    path.write_bytes(content)


def year_in_the_packets(path: Path) -> None:
    """Write an MP4 whose pictures are shown two weeks apart."""
    content = bytearray(video(sound=False).read_bytes())
    ticks = content.index(b"mdhd") + 16
    struct.pack_into(">II", content, ticks, 1, _YEAR)
    times = content.index(b"stts") + 12
    count = struct.unpack_from(">I", content, times)[0]
    struct.pack_into(">I", content, times + 4, _YEAR // count)
    content[content.index(b"edts") :][:4] = b"free"
    path.write_bytes(content.replace(b"edts", b"free"))


def huge_pictures(path: Path) -> None:
    """Write a QuickTime file of JPEGs that claim to be 40,000 points wide and high."""
    small = made(
        "small.mov", "-i", str(picture()), "-c", "copy", "-f", "mov", "-t", "1"
    )
    content = bytearray(small.read_bytes())
    entry = content.index(b"jpeg", content.index(b"stsd"))
    struct.pack_into(">HH", content, entry + 28, 40_000, 40_000)
    frame = content.index(b"\xff\xc0\x00\x11\x08")
    struct.pack_into(">HH", content, frame + 5, 40_000, 40_000)
    path.write_bytes(content)


def endless_frames(path: Path) -> None:
    """Write an MP4 whose tables list the same bytes as millions of frames."""
    chunks, frames = 500, 1000
    content = video(sound=False).read_bytes()
    at = content.index(b"stco") + 8
    first = content[at + 4 : at + 8]
    count = struct.pack(">I", chunks * frames)
    boxes = {
        b"stco": bytes(4) + struct.pack(">I", chunks) + first * chunks,
        b"stsz": bytes(4) + struct.pack(">I", 1) + count,
        b"stts": bytes(4) + struct.pack(">I", 1) + count + struct.pack(">I", 512),
        b"stsc": bytes(4) + struct.pack(">IIII", 1, 1, frames, 1),
        b"stss": None,
        b"ctts": None,
        b"edts": None,
    }
    path.write_bytes(_with_boxes(content, boxes))


def packed_pictures(path: Path) -> None:
    """Write a Matroska file whose pictures were packed a thousand times smaller."""
    path.write_bytes(_matroska(b"V_MJPEG", _picture() + bytes(5_000_000), packed=True))


def packed_subtitles(path: Path) -> None:
    """Write a playable Matroska file whose subtitles were packed like that."""
    words = zlib.compress(bytes(9_000_000))
    track = _track(2, 17, b"S_TEXT/UTF8", packed=True)
    blocks = [_block(2, time, words) for time in range(100)]
    path.write_bytes(_matroska(b"V_MJPEG", _picture(), track, *blocks))


def _picture() -> bytes:
    return picture().read_bytes()


def _matroska(codec: bytes, frame: bytes, *more: bytes, packed: bool = False) -> bytes:
    frames = zlib.compress(frame) if packed else frame
    blocks = [_block(1, 40 * time, frames) for time in range(25)]
    tracks = [_track(1, 1, codec, packed=packed), *more[:1]]
    return _element(_HEADER, _element(_KIND, b"matroska")) + _element(
        _SEGMENT,
        _element(_INFO, _element(_SCALE, (1_000_000).to_bytes(3))),
        _element(_TRACKS, *tracks),
        _element(_CLUSTER, _element(_TIME, b"\0"), *blocks, *more[1:]),
    )


def _track(number: int, kind: int, codec: bytes, *, packed: bool) -> bytes:
    parts = [
        _element(name, bytes([value]))
        for name, value in ((_NUMBER, number), (_UID, number), (_TYPE, kind))
    ]
    parts.append(_element(_CODEC, codec))
    if kind == 1:
        size = (_element(_WIDTH, b"\x40"), _element(_HEIGHT, b"\x40"))
        parts.append(_element(_VIDEO, *size))
    if packed:
        zipped = _element(_COMPRESSION, _element(_ALGORITHM, b"\0"))
        parts.append(_element(_ENCODINGS, _element(_ENCODING, zipped)))
    return _element(_TRACK, *parts)


def _block(track: int, time: int, content: bytes) -> bytes:
    return _element(_BLOCK, struct.pack(">BhB", 0x80 | track, time, 0x80) + content)


def _element(name: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = (len(content) | 1 << 56).to_bytes(8)
    return name.to_bytes((name.bit_length() + 7) // 8) + size + content


def _with_boxes(content: bytes, boxes: dict[bytes, bytes | None]) -> bytes:
    """Return MP4 boxes with some replaced or, where there is nothing, left out."""
    result, at = b"", 0
    while at < len(content):
        size = int.from_bytes(content[at : at + 4])
        name, inside = content[at + 4 : at + 8], content[at + 8 : at + size]
        if name in _CONTAINERS:
            inside = _with_boxes(inside, boxes)
        elif name in boxes:
            inside = boxes[name] or b""
        if boxes.get(name, b"") is not None:
            result += struct.pack(">I", len(inside) + 8) + name + inside
        at += size
    return result
