"""Parameter sets as encoders write them."""

from fractions import Fraction
from typing import Any

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.media.cutting.nal import PPS, SPS, kind, units_between_codes
from mediakit.media.cutting.parameter_sets import (
    Record,
    free_number,
    read_record,
    read_sequence,
    write_record,
)
from mediakit.media.cutting.refusal import NotCopyable

# Any: PyAV's codec context


def sets(parameters: str, profile: str = "high", pixels: str = "yuv420p") -> Record:
    """Return the sets that x264 writes for small pictures."""
    encoder: Any = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt = 192, 96, pixels
    encoder.time_base = Fraction(1, 25)
    encoder.thread_count = 1
    encoder.flags |= av.codec.context.Flags.global_header
    encoder.options = {"profile": profile, "x264-params": f"{parameters}:log-level=-1"}
    encoder.open()
    every = list(units_between_codes(encoder.extradata))
    return Record(
        length=4,
        sps=tuple(unit for unit in every if kind(unit) == SPS),
        pps=tuple(unit for unit in every if kind(unit) == PPS),
    )


@pytest.mark.parametrize(
    ("parameters", "profile", "expected"),
    [
        ("ref=3:bframes=0", "baseline", (66, 3, True)),
        ("ref=4:bframes=2", "main", (77, 4, True)),
        ("ref=2:bframes=0", "high", (100, 2, True)),
        ("ref=1:bframes=0:cqm=jvt", "high", (100, 1, True)),
        ("ref=1:bframes=0:interlaced=1", "high", (100, 1, False)),
    ],
)
def test_sets_are_understood(
    parameters: str, profile: str, expected: tuple[int, int, bool]
) -> None:
    """Of every profile, with matrices, with fields."""
    record = sets(f"{parameters}:level=31:sps-id=5", profile)

    found = read_sequence(record.sps[0])
    assert (31, 5) == (found.level, found.number)
    assert expected == (found.profile, found.references, found.is_progressive)
    assert 0 == free_number(record)


@pytest.mark.parametrize(
    ("profile", "pixels"), [("high10", "yuv420p10le"), ("high422", "yuv422p")]
)
def test_other_depths_and_colours_are_refused(profile: str, pixels: str) -> None:
    """Only 8 bits in 4:2:0 are written."""
    with pytest.raises(NotCopyable):
        read_sequence(sets("ref=1", profile, pixels).sps[0])


@pytest.mark.parametrize("profile", ["baseline", "main", "high"])
def test_a_record_is_read_as_it_was_written(profile: str) -> None:
    """The sets of two encoders stand in it side by side."""
    one, two = sets("sps-id=0", profile), sets("sps-id=1", profile)
    both = Record(4, one.sps + two.sps, one.pps + two.pps)

    assert both == read_record(write_record(both))
    assert 2 == free_number(both)


@given(st.binary(max_size=60))
def test_what_is_broken_is_refused(content: bytes) -> None:
    """Whatever strangers write in a header: an answer, or a refusal."""
    for read in (read_record, read_sequence):
        try:
            read(b"\1" + content)
        except NotCopyable:
            continue
