"""H.264 pictures as MP4, MOV and Matroska keep them: units behind their lengths.

Names and numbers are those of ITU-T H.264, 7.3 and annex D; the lengths are
described in ISO/IEC 14496-15, 5.2.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from mediakit.media.cutting.refusal import NotCopyable

LENGTH = 4
"""Bytes of the length before each unit in what is written."""

SLICE, PARTITIONS, IDR, SEI = 1, (2, 3, 4), 5, 6
SPS, PPS, SPS_EXTENSION = 7, 8, 13

_HEVC_SEI = {39, 40}
_RECOVERY_POINT = 6
# frame packing, display orientation, alternative transfer characteristics
_CHANGES_THE_LOOK = {45, 47, 147}

_START_CODE = re.compile(rb"\x00\x00\x01")
_ESCAPED = re.compile(rb"\x00\x00(?=[\x00-\x03])")


def kind(unit: bytes) -> int:
    """Return a unit's type."""
    return unit[0] & 0x1F


def units(content: bytes, length: int) -> Iterator[bytes]:
    """Yield the units of a packet.

    Args:
        content: The packet.
        length: Bytes of the length before each unit.

    Raises:
        NotCopyable: The lengths are wrong.
    """
    place = 0
    while place < len(content):
        start = place + length
        place = start + int.from_bytes(content[place:start], "big")
        if not start < place <= len(content):
            raise NotCopyable("the lengths of units are wrong")
        yield content[start:place]


def units_between_codes(content: bytes) -> Iterator[bytes]:
    """Yield the units of what an encoder wrote, with start codes between them."""
    ends = [code.span() for code in _START_CODE.finditer(content)]
    following = [start for start, _ in ends[1:]] + [len(content)]
    for (_, start), end in zip(ends, following, strict=True):
        yield content[start:end].rstrip(b"\0")


def packed(every: Iterable[bytes]) -> bytes:
    """Return units as a packet, each behind its length."""
    return b"".join(len(unit).to_bytes(LENGTH, "big") + unit for unit in every)


def is_idr(content: bytes, length: int) -> bool:
    """Tell whether a packet is a picture that nothing after it looks back beyond."""
    slices = (kind(u) for u in units(content, length) if kind(u) in {SLICE, IDR})
    return next(slices, None) == IDR


def bare(content: bytes, length: int, known: Collection[bytes]) -> bytes:
    """Return a packet with what decoding needs, without what recorders say beside it.

    Cameras write dates, places and captions into supplemental information (SEI); of
    that, only where decoding may begin is kept.

    Args:
        content: The packet.
        length: Bytes of the length before each of its units.
        known: Parameter sets that the file already has in its header.

    Raises:
        NotCopyable: It has what cannot be left out without a change to the picture.
    """
    every = list(units(content, length))
    if length == LENGTH and all(kind(unit) in {SLICE, IDR} for unit in every):
        return content
    kept = [part for unit in every if (part := _essential(unit, known))]
    if not any(kind(unit) in {SLICE, IDR} for unit in kept):
        raise NotCopyable("a packet has no picture")
    return packed(kept)


def bare_hevc(content: bytes, length: int) -> bytes:
    """Return a packet of H.265 without what recorders say beside the pictures."""
    every = units(content, length)
    return packed(unit for unit in every if unit[0] >> 1 & 0x3F not in _HEVC_SEI)


def raw(unit: bytes) -> bytes:
    """Return a unit without the bytes that keep it from looking like a start code."""
    return unit.replace(b"\0\0\3", b"\0\0")


def _essential(unit: bytes, known: Collection[bytes]) -> bytes:
    """Return what is kept of a unit, or nothing."""
    this = kind(unit)
    if this in {SLICE, IDR}:
        return unit
    if this == SEI:
        return _recovery_point(unit)
    if this in PARTITIONS:
        raise NotCopyable("its slices are partitioned")
    if this in {SPS, PPS, SPS_EXTENSION} and unit not in known:
        raise NotCopyable("its parameters change on the way")
    return b""


def _recovery_point(unit: bytes) -> bytes:
    kept = b""
    for number, payload in _messages(raw(unit)[1:]):
        if number in _CHANGES_THE_LOOK:
            raise NotCopyable("it says how pictures are to be shown")
        if number == _RECOVERY_POINT:
            kept += bytes((number, len(payload))) + payload
    return bytes((SEI,)) + _ESCAPED.sub(b"\0\0\3", kept + b"\x80") if kept else b""


def _messages(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the type and payload of each message of supplemental information."""
    place = 0
    while place < len(content) and content[place:] != b"\x80":
        number, place = _long_number(content, place)
        size, place = _long_number(content, place)
        yield number, content[place : place + size]
        place += size


def _long_number(content: bytes, place: int) -> tuple[int, int]:
    """Return a number written as many 255 and a last byte, and what follows it."""
    total = 0
    while content[place : place + 1] == b"\xff":
        total += 255
        place += 1
    return total + (content[place] if place < len(content) else 0), place + 1
