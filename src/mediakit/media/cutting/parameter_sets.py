"""The parameter sets of H.264: what a file's header says of its pictures.

Described in ITU-T H.264, 7.3.2.1 and 7.3.2.2; the header's record of them
(``avcC``) in ISO/IEC 14496-15, 5.3.3.1.
"""

from dataclasses import dataclass

from mediakit.media.cutting.nal import LENGTH, raw
from mediakit.media.cutting.refusal import NotCopyable

BASELINE, MAIN, EXTENDED = 66, 77, 88

# profiles whose sets tell colours and depth, and those whose record does
_HIGH = {100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135}
_HIGH_IN_RECORD = {100, 110, 122, 144}

_PROFILE, _COMPATIBILITY, _LEVEL = 1, 2, 3  # bytes of a sequence parameter set
_MOST_SEQUENCES = 32
_LISTS, _SMALL_LISTS = 8, 6  # of scaling factors, in 4:2:0


@dataclass(frozen=True, slots=True)
class Record:
    """A header's record of parameter sets.

    Attributes:
        length: Bytes of the length before each unit in packets.
        sps: The sequence parameter sets.
        pps: The picture parameter sets.
    """

    length: int
    sps: tuple[bytes, ...]
    pps: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """What a sequence parameter set says.

    Attributes:
        profile: Its number.
        level: Ten times the level.
        number: Its own; pictures refer to it.
        references: How many pictures are kept to refer to.
        is_progressive: Whether no picture is made of two fields.
    """

    profile: int
    level: int
    number: int
    references: int
    is_progressive: bool


def read_record(content: bytes) -> Record:
    """Read the record of a header.

    Raises:
        NotCopyable: It is another kind of record, or broken.
    """
    if content[:1] != b"\1":
        raise NotCopyable("its header has no record of parameter sets")
    try:
        sps, place = _sets(content, 6, content[5] & 0x1F)
        pps, _ = _sets(content, place + 1, content[place])
    except IndexError as error:
        raise NotCopyable("its record of parameter sets is broken") from error
    if not sps or not pps:
        raise NotCopyable("its header has no parameter sets")
    return Record(length=(content[4] & 3) + 1, sps=sps, pps=pps)


def write_record(record: Record) -> bytes:
    """Write a record for pictures of 8 bits in 4:2:0; the first set speaks for all."""
    profile, _, level = record.sps[0][_PROFILE : _LEVEL + 1]
    compatibility = 0xFF
    for sps in record.sps:
        compatibility &= sps[_COMPATIBILITY]
    head = bytes((1, profile, compatibility, level, 0xFC | LENGTH - 1))
    body = bytes((0xE0 | len(record.sps),)) + _written(record.sps)
    body += bytes((len(record.pps),)) + _written(record.pps)
    # 4:2:0, 8 bits of light, 8 bits of colour, no extensions
    tail = b"\xfd\xf8\xf8\0" if profile in _HIGH_IN_RECORD else b""
    return head + body + tail


def read_sequence(sps: bytes) -> Sequence:
    """Read a sequence parameter set.

    Raises:
        NotCopyable: It is broken, or not for pictures of 8 bits in 4:2:0.
    """
    if len(sps) <= _LEVEL:
        raise NotCopyable("its parameter sets are broken")
    bits = _Bits(raw(sps)[_LEVEL + 1 :])
    profile, number = sps[_PROFILE], bits.number()
    if profile in _HIGH:
        if (bits.number(), bits.number(), bits.number()) != (1, 0, 0):
            raise NotCopyable("its pictures are not of 8 bits in 4:2:0")
        bits.take(1)
        if bits.take(1):
            _skip_lists(bits)
    bits.number()
    _skip_order(bits)
    references = bits.number()
    bits.take(1)
    bits.number()
    bits.number()
    return Sequence(profile, sps[_LEVEL], number, references, bool(bits.take(1)))


def free_number(record: Record) -> int:
    """Return a number that no parameter set of a record has.

    Raises:
        NotCopyable: All are taken.
    """
    taken = {read_sequence(sps).number for sps in record.sps}
    taken |= {_Bits(raw(pps)[1:]).number() for pps in record.pps}
    free = set(range(_MOST_SEQUENCES)) - taken
    if not free:
        raise NotCopyable("it has too many parameter sets")
    return min(free)


class _Bits:
    """Reads numbers of any length; what is missing at the end are zeros."""

    def __init__(self, content: bytes) -> None:
        self._value = int.from_bytes(content, "big")
        self._left = 8 * len(content)

    def take(self, count: int) -> int:
        """Return the next bits as a number."""
        if count > self._left:
            raise NotCopyable("its parameter sets are broken")
        self._left -= count
        return self._value >> self._left & (1 << count) - 1

    def number(self) -> int:
        """Return the next number of the kind that says its own length (9.1)."""
        zeros = 0
        while not self.take(1):
            zeros += 1
        return (1 << zeros) - 1 + self.take(zeros)

    def signed(self) -> int:
        """Return the next such number, which may be negative (9.1.1)."""
        number = self.number()
        return (number + 1) // 2 * (1 if number % 2 else -1)


def _sets(content: bytes, place: int, count: int) -> tuple[tuple[bytes, ...], int]:
    found = []
    for _ in range(count):
        size = int.from_bytes(content[place : place + 2], "big")
        found.append(content[place + 2 : place + 2 + size])
        place += 2 + size
    return tuple(found), place


def _written(sets: tuple[bytes, ...]) -> bytes:
    return b"".join(len(one).to_bytes(2, "big") + one for one in sets)


def _skip_lists(bits: _Bits) -> None:
    """Pass over the scaling lists (7.3.2.1.1.1)."""
    for number in range(_LISTS):
        if not bits.take(1):
            continue
        last = following = 8
        for _ in range(16 if number < _SMALL_LISTS else 64):
            if following:
                following = (last + bits.signed()) % 256
            last = following or last


def _skip_order(bits: _Bits) -> None:
    """Pass over how the order of pictures is told (7.3.2.1.1)."""
    way = bits.number()
    if way == 0:
        bits.number()
    elif way == 1:
        bits.take(1)
        bits.signed()
        bits.signed()
        for _ in range(bits.number()):
            bits.signed()
