"""Files that somebody else made, or spoilt: one error, at once, and nothing else."""

import json

import pytest

from mediakit.errors.timelines import TimelineUnreadable
from mediakit.timeline import as_fcpxml, as_otio
from mediakit.timeline.registry import format_of

OTIO = b'{"OTIO_SCHEMA":"Timeline.1","global_start_time":{"rate":25,"value":1},'
FCPX = (
    b'<fcpxml version="1.10"><resources><format id="r1" frameDuration="%b"/>'
    b'</resources><library><event><project><sequence format="r1"><spine/></sequence>'
    b"</project></event></library></fcpxml>"
)
FCP7 = b'<xmeml version="5"><sequence><rate><timebase>%b</timebase></rate></sequence>'
MLT = b'<mlt><profile frame_rate_num="25" frame_rate_den="%b"/>%b</mlt>'
MLT_FILE = (
    b'<playlist id="main_bin"/><producer id="p"><property name="mediakit:clip">c'
    b'</property><property name="mediakit:first">x</property></producer>'
)
EDL = (
    b"TITLE: x\r\n* MEDIAKIT FILM f-1 RATE %b\r\n"
    b"001  AX V C 00:00:00:00 00:00:01:00 00:00:00:00 00:%b:01:00\r\n"
    b"* MEDIAKIT CLIP c LINE a FRAME 1 RATE %b\r\n"
)
HOSTILE = {
    "nested json": OTIO + b'"tracks":' + b"[" * 200_000,
    "nested and closed": OTIO + b'"tracks":' + b"[" * 9_000 + b"]" * 9_000 + b"}",
    "endless rate": OTIO.replace(b"25", b"1e400") + b'"tracks":{"children":[]}}',
    "negative rate": OTIO.replace(b"25", b"-25") + b'"tracks":{"children":[]}}',
    "many digits": OTIO.replace(b"25", b"9" * 5000) + b'"tracks":{"children":[]}}',
    "tracks of none": b'{"OTIO_SCHEMA":"Timeline.1","tracks":{"children":true}}',
    "a list of tracks": OTIO + b'"tracks":[1,2]}',
    "entities": b'<!DOCTYPE xmeml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    b'<xmeml version="5"><sequence id="&b;"/></xmeml>',
    "a file of the system": b'<!DOCTYPE xmeml SYSTEM "file:///etc/passwd">'
    b'<xmeml version="5"><sequence/></xmeml>',
    "letters of no kind": b'<?xml version="1.0" encoding="UTE-8"?><xmeml/>',
    "nested xml": b'<fcpxml version="1.10">' + b"<a>" * 100_000,
    "no time": FCPX % b"1/0s",
    "time that stands": FCPX % b"0/25s",
    "time backwards": FCPX % b"-1/25s",
    "digits": FCP7 % (b"9" * 6000) + b"</xmeml>",
    "a rate below zero": FCP7 % b"-25" + b"</xmeml>",
    "no profile": MLT % (b"0", b'<playlist id="main_bin"/>'),
    "a first frame that is none": MLT % (b"1", MLT_FILE),
    "no rate": EDL % (b"0", b"00", b"25"),
}
PUZZLING = {
    "a nested stack": OTIO + b'"tracks":{"children":[{"children":['
    b'{"OTIO_SCHEMA":"Stack.1","children":[]}]}]}}',
    "metadata of another kind": OTIO + b'"tracks":{"children":[{"children":['
    b'{"OTIO_SCHEMA":"Clip.2","metadata":{"mediakit":[1]},"source_range":{"duration":'
    b'{"rate":25,"value":1},"start_time":{"rate":25,"value":0.5}}}]}]}}',
    "no bin": MLT % (b"1", b""),
    "no such minute": EDL % (b"25", b"99", b"25"),
    "a clip of no rate": EDL % (b"25", b"00", b"1/0"),
    "a clip of hardly any rate": EDL % (b"25", b"00", b"1/9"),
    "somebody else's list": b"TITLE: x\r\nFCM: NON-DROP FRAME\r\n"
    b"001 AX V C 00:00:00:00 00:00:01:00 00:00:00:00 00:00:01:00\r\n",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_one_error(content: bytes) -> None:
    """Whatever the file says; and never a part of it as if that were all."""
    fmt = format_of(content)
    assert fmt is not None

    with pytest.raises(TimelineUnreadable) as refused:
        fmt.read(content, "film", None)

    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("content", PUZZLING.values(), ids=PUZZLING)
def test_what_can_be_read_in_part_is_no_film_of_ours(content: bytes) -> None:
    """Nothing of it passes for what was handed on: it has no name, or is told of."""
    fmt = format_of(content)
    assert fmt is not None

    read = fmt.read(content, "film", None)

    assert not read.film or read.unread


def a_second(rate: float) -> dict[str, object]:
    """Return a shot of OpenTimelineIO, which lasts about a second."""
    time = {"rate": rate, "value": int(rate)}
    return {
        "OTIO_SCHEMA": "Clip.2",
        "source_range": {"start_time": time, "duration": time},
    }


def test_times_of_many_rates_do_not_grow_without_end() -> None:
    """Their sum would have more figures with each; nothing is that exact."""
    rates = [(999_000 - 3 * i) / (1 + i % 990) for i in range(1000)]
    track = {"OTIO_SCHEMA": "Track.1", "children": [*map(a_second, rates)]}
    content = json.dumps({"OTIO_SCHEMA": "Timeline.1", "tracks": {"children": [track]}})

    read = as_otio.read(content.encode(), "cut")

    assert max(one.at.denominator for one in read.found) <= 10**12
    assert 990 < read.found[-1].at < 1000


def test_spans_of_many_denominators_do_not_grow_without_end() -> None:
    """The same in a row of FCPXML, where each lasts as long as it likes."""
    row = "".join(
        f"<asset-clip name='a' duration='1/{10**11 + 2 * i + 1}s'/>" for i in range(99)
    )
    content = FCPX.replace(b"<spine/>", f"<spine>{row}</spine>".encode()) % b"1/25s"

    read = as_fcpxml.read(content, "cut")

    assert max(one.at.denominator for one in read.found) <= 10**12


@pytest.mark.parametrize("part", [b"[],", b'{"a":1},'])
def test_more_parts_than_fit_into_memory_are_not_looked_at(part: bytes) -> None:
    """Though a file of them is small."""
    content = OTIO + b'"tracks":{"children":[]},"x":[' + part * 3_000_000 + b"0]}"

    with pytest.raises(TimelineUnreadable, match="beyond any film"):
        as_otio.read(content, "cut")


def test_more_attributes_than_fit_into_memory_are_not_looked_at() -> None:
    """An element may have any number, and is one element."""
    content = b"<fcpxml " + b"a='' " * 3_000_001 + b"/>"

    with pytest.raises(TimelineUnreadable, match="beyond any film"):
        as_fcpxml.read(content, "cut")
