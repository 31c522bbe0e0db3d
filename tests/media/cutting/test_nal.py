"""Units of H.264, and what is left out of them."""

import struct

import pytest

from mediakit.media.cutting.nal import bare, is_idr, packed, units, units_between_codes
from mediakit.media.cutting.refusal import NotCopyable

SLICE, IDR, SPS = b"\x41slice", b"\x65key", b"\x67set"
CAMERA = b"\x06\x05\x14" + b"u" * 16 + b"GPS!" + b"\x80"
RECOVERY = b"\x06\x06\x01\xc4\x80"


def test_units_are_read_whatever_their_lengths_take() -> None:
    """One, two or four bytes."""
    for length in (1, 2, 4):
        content = b"".join(
            len(unit).to_bytes(length, "big") + unit for unit in (SPS, IDR)
        )
        assert [SPS, IDR] == list(units(content, length))


@pytest.mark.parametrize("content", [b"\0\0\0\x09abc", b"\0\0\0\0", b"\0\0"])
def test_wrong_lengths_are_refused(content: bytes) -> None:
    """Nothing is read beyond a packet, and nothing read for ever."""
    with pytest.raises(NotCopyable):
        list(units(content, 4))


def test_units_are_found_between_start_codes() -> None:
    """With three or four bytes, and zeros at the end."""
    content = b"\0\0\0\1" + SPS + b"\0\0\1" + IDR + b"\0\0\0\1" + SLICE + b"\0"

    assert [SPS, IDR, SLICE] == list(units_between_codes(content))


def test_a_picture_without_anything_beside_it_stays_as_it_is() -> None:
    """Not even copied."""
    content = packed([SLICE, SLICE])

    assert bare(content, 4, ()) is content


def test_what_recorders_say_beside_pictures_is_left_out() -> None:
    """Dates, places, captions; delimiters and padding too."""
    content = packed([b"\x09\x10", CAMERA, SLICE, b"\x0c\xff\x80"])

    assert packed([SLICE]) == bare(content, 4, ())


def test_where_decoding_may_begin_is_kept() -> None:
    """Alone, when it was said together with something else."""
    both = RECOVERY[:-1] + CAMERA[1:]

    assert packed([RECOVERY, SLICE]) == bare(packed([both, SLICE]), 4, ())


def test_long_messages_are_left_out_whole() -> None:
    """Their lengths take several bytes."""
    long = b"\x06\x05\xff\x10" + b"x" * 271 + b"\x06\x01\xc4\x80"

    assert packed([RECOVERY, SLICE]) == bare(packed([long, SLICE]), 4, ())


def test_parameters_that_the_header_has_are_left_out() -> None:
    """Players look for them there."""
    assert packed([IDR]) == bare(packed([SPS, IDR]), 4, {SPS})


@pytest.mark.parametrize(
    "every",
    [
        [SPS, IDR],
        [b"\x42part", b"\x43part"],
        [CAMERA],
        [b"\x06\x2f\x02\x40\x00\x80", SLICE],
    ],
    ids=["other parameters", "partitions", "no picture", "how it is turned"],
)
def test_what_cannot_be_left_out_is_refused(every: list[bytes]) -> None:
    """Rather than change what is seen."""
    with pytest.raises(NotCopyable):
        bare(packed(every), 4, ())


def test_an_idr_is_known_by_its_first_slice() -> None:
    """Whatever stands before it."""
    assert is_idr(packed([RECOVERY, SPS, IDR]), 4)
    assert not is_idr(packed([RECOVERY, SLICE]), 4)
    assert not is_idr(struct.pack(">I", 2) + b"\x09\x10", 4)
