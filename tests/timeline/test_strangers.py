"""Our timelines, read by those whose formats they are in: not one frame off."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from mediakit.model.frame_rate import RATES, FrameRate, parse_timecode
from mediakit.timeline import as_edl, as_fcp7, as_otio
from mediakit.timeline.base import HandOff
from mediakit.timeline.format import TimelineFormat
from tests.extras import needs_opentimelineio
from tests.timeline.cuts import told
from tests.timeline.films import films

READER = Path(__file__).parent / "otio_reader.py"
WRITER = Path(__file__).parent / "otio_writer.py"
STRANGERS = ((as_otio, "otio_json"), (as_fcp7, "fcp_xml"), (as_edl, "cmx_3600"))
SHOTS = st.lists(
    st.tuples(
        st.sampled_from(("GAO0001", "MOPTI2", "")),
        st.integers(0, 80_000),
        st.integers(2, 3000),
    ),
    min_size=1,
    max_size=8,
    # of two that are alike its writer of XML tells the place of one
    unique=True,
).filter(lambda shots: any(name for name, _first, _length in shots))


@needs_opentimelineio
@pytest.mark.parametrize(("fmt", "adapter"), STRANGERS, ids=lambda one: str(one)[:9])
@given(film=films(mixed=False))
@settings(
    max_examples=5,
    derandomize=True,
    phases=[Phase.generate],
)
def test_opentimelineio_finds_every_frame(
    fmt: TimelineFormat, adapter: str, film: HandOff
) -> None:
    """OpenTimelineIO and its adapters put everything where the paper has it."""
    # its reader of lists cannot count over midnight
    assume(fmt is not as_edl or not _passes_midnight(film))
    found = _read(fmt.write(film), adapter, film)

    meant = {(one.at, one.length) for one in fmt.placed(film)}
    assert sorted(meant) == sorted(found)


def _passes_midnight(film: HandOff) -> bool:
    day = parse_timecode("24:00:00:00", film.timeline.rate)
    return any(one.frame % day + one.length > day for one in as_edl.placed(film))


@needs_opentimelineio
@pytest.mark.parametrize(("fmt", "adapter"), STRANGERS, ids=lambda one: str(one)[:9])
@given(shots=SHOTS)
@settings(
    max_examples=4,
    derandomize=True,
    phases=[Phase.generate],
)
def test_what_opentimelineio_writes_is_found(
    fmt: TimelineFormat, adapter: str, shots: list[tuple[str, int, int]]
) -> None:
    """Every shot with its name, its place and its part, and nothing else."""
    made = subprocess.run(
        [sys.executable, str(WRITER), adapter, "25"],
        input=json.dumps(shots).encode(),
        capture_output=True,
        check=True,
    )

    read = fmt.read(made.stdout, "cut", FrameRate(RATES["25"]))

    meant, at = [], 0
    for name, first, length in shots:
        if name:
            meant.append((at, length, name, first))
        at += length
    assert meant == [
        (place, length, name, int(start * 25))
        for _track, place, length, name, start in told(read)
    ]
    assert () == read.unread


def _read(content: bytes, adapter: str, film: HandOff) -> set[tuple[int, int]]:
    rate = repr(float(film.timeline.rate.exact))
    made = subprocess.run(
        [sys.executable, str(READER), adapter, rate],
        input=content,
        capture_output=True,
        check=True,
    )
    tracks = json.loads(made.stdout)
    places = [
        (at, length) for *_, items in tracks for at, length, _source, _url in items
    ]
    # seconds as the library computes them are off by less than a millionth of a frame
    whole = {(round(at), round(length)) for at, length in places}
    for at, length in places:
        assert abs(at - round(at)) < 1e-4
        assert abs(length - round(length)) < 1e-4
    if adapter != "cmx_3600":
        return whole
    # it counts from the first event of each track
    return {
        (round(at) + round(first) - film.first, round(length))
        for _number, _name, _kind, first, items in tracks
        for at, length, *_ in items
    }
