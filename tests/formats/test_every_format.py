"""What holds for every transcript format."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from mediakit.formats.base import TranscriptFormat
from mediakit.formats.registry import FORMATS, find_format, format_named, read_bytes
from mediakit.model.transcript import Segment, Transcript
from tests.formats.spoken import SPOKEN, transcripts

every_format = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.NAME)

A_DAY = 86_400_000


@every_format
def test_is_the_only_one_to_recognize_its_files(fmt: TranscriptFormat) -> None:
    """No other format claims a file this one wrote, with or without notes."""
    for text in (fmt.write(SPOKEN), fmt.write(SPOKEN, ["Note --> 1", "#00:00:01-0#"])):
        assert [fmt.NAME] == [f.NAME for f in FORMATS if f.recognizes(text)]


@every_format
def test_is_found_by_its_content_and_its_name(fmt: TranscriptFormat) -> None:
    """Content counts more than the name of a file."""
    assert fmt is format_named(fmt.NAME)
    assert fmt is find_format(fmt.write(SPOKEN), "any.doc")
    assert fmt is find_format(fmt.write(SPOKEN), "wrong.srt")
    for suffix in fmt.SUFFIXES:
        assert suffix in find_format("?", f"a{suffix.upper()}").SUFFIXES


@every_format
def test_what_it_writes_needs_no_repair(fmt: TranscriptFormat) -> None:
    """Reading a file of our own reports nothing."""
    reading = read_bytes(fmt.write(SPOKEN).encode(), "f", duration=A_DAY)

    assert () == reading.repairs
    assert len(SPOKEN.segments) == len(reading.segments)


@every_format
def test_writes_a_transcript_without_words(fmt: TranscriptFormat) -> None:
    """Nobody spoke: an empty file of the format, not a failure."""
    assert () == fmt.read(fmt.write(Transcript(segments=())), "f").cues


@every_format
def test_notes_stand_beside_the_words(fmt: TranscriptFormat) -> None:
    """A note is written exactly where the format says it holds notes."""
    text = fmt.write(SPOKEN, ["Words of a machine"])

    assert fmt.HOLDS_NOTES is ("Words of a machine" in text)
    spoken = " ".join(cue.segment.text for cue in fmt.read(text, "f").cues)
    assert "machine" not in spoken


@every_format
@given(transcript=transcripts())
@settings(max_examples=60, deadline=None)
def test_what_it_wrote_is_read_back(
    fmt: TranscriptFormat, transcript: Transcript
) -> None:
    """All that a format can hold comes back, whatever is said."""
    can_say, holds = LIMITS.get(fmt.NAME, (_same, _same))
    segments = [can_say(segment) for segment in transcript.segments]
    written = fmt.write(replace(transcript, segments=tuple(segments)), ["A note"])

    found = [cue.segment for cue in fmt.read(written, "f").cues]

    expected = [holds(segment) for segment in segments]
    if fmt.NAME == "txt":
        # the end of a segment is the beginning of the next
        expected = [replace(e, end=f.end) for e, f in zip(expected, found, strict=True)]
    assert expected == found


def _same(segment: Segment) -> Segment:
    return segment


def _srt_can_say(segment: Segment) -> Segment:
    """Leave out what means something in subtitles: formatting, a name in brackets."""
    text = re.sub(r"<i>|\{\\an8\}|\[Awa\]:", "…", segment.text)
    return replace(segment, text=text)


def _srt_holds(segment: Segment) -> Segment:
    text = _lines(segment.text).replace("-->", "→")
    return _bare(segment, text=text, speaker=segment.speaker)


def _vtt_holds(segment: Segment) -> Segment:
    return _bare(segment, text=_lines(segment.text), speaker=segment.speaker)


def _txt_can_say(segment: Segment) -> Segment:
    """Leave out times and names: telling them apart is another test's business."""
    return replace(segment, text=segment.text.replace(":", "."), speaker="")


def _txt_holds(segment: Segment) -> Segment:
    text = _lines(segment.text).replace("\n", " ")
    tenths = segment.start // 100 * 100
    return replace(_bare(segment, text=text, speaker=""), start=tenths)


def _tsv_holds(segment: Segment) -> Segment:
    text = re.sub(r"[\t\n]+", " ", segment.text).strip()
    return _bare(segment, text=text, speaker="")


def _lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _bare(segment: Segment, *, text: str, speaker: str) -> Segment:
    return Segment(start=segment.start, end=segment.end, text=text, speaker=speaker)


Change = Callable[[Segment], Segment]

# what a format has no way to write, and what it holds of the rest
LIMITS: dict[str, tuple[Change, Change]] = {
    "srt": (_srt_can_say, _srt_holds),
    "vtt": (_same, _vtt_holds),
    "txt": (_txt_can_say, _txt_holds),
    "tsv": (_same, _tsv_holds),
}
