"""What holds for every transcript format."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from mediakit.formats.base import TranscriptFormat
from mediakit.formats.registry import (
    ALSO_CALLED,
    BINARIES,
    FORMATS,
    TEXTS,
    format_named,
    is_named_as_transcript,
    read_bytes,
    stem_of,
    write_bytes,
)
from mediakit.model.transcript import Segment, Transcript
from tests.formats.spoken import SPOKEN, conversations, transcripts

every_format = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.NAME)

A_DAY = 86_400_000

# Any: what a file of it is made of, text or bytes
Format = TranscriptFormat[Any]


def claimed_by(content: bytes) -> list[str]:
    """Return the names of the formats that recognize a file."""
    text = content.decode("utf-8", "replace")
    texts = [fmt.NAME for fmt in TEXTS if fmt.recognizes(text)]
    return texts + [fmt.NAME for fmt in BINARIES if fmt.recognizes(content)]


@every_format
def test_is_the_only_one_to_recognize_its_files(fmt: Format) -> None:
    """No other format claims a file this one wrote, with or without notes."""
    for notes in ([], ["Note --> 1", "#00:00:01-0#"]):
        assert [fmt.NAME] == claimed_by(write_bytes(fmt.NAME, SPOKEN, notes))


@every_format
def test_is_found_by_its_content_and_its_name(fmt: Format) -> None:
    """Content counts more than the name of a file."""
    content = write_bytes(fmt.NAME, SPOKEN)

    assert fmt is format_named(fmt.NAME)
    for file in ("any.doc", "wrong.srt", "wrong.eaf"):
        assert fmt.NAME == read_bytes(content, file, duration=A_DAY).format
    for suffix in fmt.SUFFIXES:
        assert is_named_as_transcript(f"a{suffix.upper()}")
        assert "a.fr" == stem_of(f"a.fr{suffix}")


@every_format
def test_what_it_writes_needs_no_repair(fmt: Format) -> None:
    """Reading a file of our own reports nothing."""
    reading = read_bytes(write_bytes(fmt.NAME, SPOKEN), "f", duration=A_DAY)

    assert () == reading.repairs
    assert len(SPOKEN.segments) == len(reading.segments)


@every_format
def test_writes_a_transcript_without_words(fmt: Format) -> None:
    """Nobody spoke: an empty file of the format, not a failure."""
    assert () == fmt.read(fmt.write(Transcript(segments=())), "f").cues


@every_format
def test_notes_stand_beside_the_words(fmt: Format) -> None:
    """A note is written exactly where the format says it holds notes."""
    text = fmt.write(SPOKEN, ["Words of a machine"])

    assert fmt.HOLDS_NOTES is ("Words of a machine" in everything(text))
    spoken = " ".join(cue.segment.text for cue in fmt.read(text, "f").cues)
    assert "machine" not in spoken


def everything(content: str | bytes) -> str:
    """Return all the text of a file, unpacked."""
    if isinstance(content, str):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


@every_format
def test_a_language_and_speakers_come_back(fmt: Format) -> None:
    """What the format has a place for is found again."""
    draft = fmt.read(fmt.write(SPOKEN), "f")

    assert ("fr" if fmt.NAME in SAY_THEIR_LANGUAGE else "") == draft.language
    speakers = [] if fmt.NAME == "tsv" else ["Awa", "Moussa"]
    assert speakers == [s for cue in draft.cues if (s := cue.segment.speaker)]


def test_programs_are_names_for_what_they_read() -> None:
    """People name the program they take a transcript to."""
    for program in ("f4", "maxqda", "atlasti", "praat"):
        assert ALSO_CALLED[program] == format_named(program).NAME


@every_format
@given(transcript=transcripts())
@settings(max_examples=60)
def test_what_it_wrote_is_read_back(fmt: Format, transcript: Transcript) -> None:
    """All that a format can hold comes back, whatever is said."""
    can_say, holds = LIMITS.get(fmt.NAME, (_same, _same))
    segments = [can_say(segment) for segment in transcript.segments]
    written = fmt.write(replace(transcript, segments=tuple(segments)), ["A note"])

    found = [cue.segment for cue in fmt.read(written, "f").cues]

    expected = [holds(segment) for segment in segments]
    if fmt.NAME in {"txt", "otr"}:
        # the end of a segment is the beginning of the next
        expected = [replace(e, end=f.end) for e, f in zip(expected, found, strict=True)]
    assert expected == found


@pytest.mark.parametrize(
    "name", ["json", "whisper", "elan", "textgrid", "ttml", "vtt", "docx"]
)
@given(transcript=conversations())
@settings(max_examples=60)
def test_people_who_talk_at_once_come_back(name: str, transcript: Transcript) -> None:
    """Whoever says what when is found again, whatever they are called."""
    content = write_bytes(name, transcript, ["A note"])

    reading = read_bytes(content, "f", duration=A_DAY, name=name)

    assert _spoken(transcript.segments) == _spoken(reading.segments)


def _spoken(segments: Sequence[Segment]) -> set[tuple[int, int, str, str]]:
    return {
        (s.start, s.end, s.speaker, _flat(s.text).replace("-->", "→")) for s in segments
    }


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
    text = _flat(segment.text)
    return replace(_bare(segment, text=text, speaker=""), start=_tenths(segment.start))


def _otr_holds(segment: Segment) -> Segment:
    text = _lines(segment.text.replace("\N{NO-BREAK SPACE}", " "))
    return _bare(segment, text=text, speaker="")


def _tsv_holds(segment: Segment) -> Segment:
    text = re.sub(r"[\t\n]+", " ", segment.text).strip()
    return _bare(segment, text=text, speaker="")


def _nvivo_holds(segment: Segment) -> Segment:
    text = _flat(segment.text).replace("\t", " ")
    said = _bare(segment, text=text, speaker=segment.speaker)
    return replace(said, start=_tenths(segment.start), end=_tenths(segment.end))


def _nvivo_can_say(segment: Segment) -> Segment:
    """Begin and end with tenths of a second: it counts in nothing smaller."""
    return replace(
        segment, start=_tenths(segment.start), end=_tenths(segment.end) + 100
    )


def _elan_holds(segment: Segment) -> Segment:
    return _bare(segment, text=segment.text, speaker=segment.speaker)


def _textgrid_holds(segment: Segment) -> Segment:
    return _bare(segment, text=_flat(segment.text), speaker=segment.speaker)


def _xml_can_say(segment: Segment) -> Segment:
    """Leave out the two signs that no XML may hold."""
    return replace(segment, text=re.sub("[\ufffe\uffff]", "…", segment.text))


def _tenths(time: int) -> int:
    return time // 100 * 100


def _flat(text: str) -> str:
    return _lines(text).replace("\n", " ")


def _lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _bare(segment: Segment, *, text: str, speaker: str) -> Segment:
    return Segment(start=segment.start, end=segment.end, text=text, speaker=speaker)


Change = Callable[[Segment], Segment]

SAY_THEIR_LANGUAGE = {"json", "elan", "ttml", "whisper", "docx"}

# what a format has no way to write, and what it holds of the rest
LIMITS: dict[str, tuple[Change, Change]] = {
    "srt": (_srt_can_say, _srt_holds),
    "vtt": (_same, _vtt_holds),
    "txt": (_txt_can_say, _txt_holds),
    "otr": (_txt_can_say, _otr_holds),
    "tsv": (_same, _tsv_holds),
    "nvivo": (_nvivo_can_say, _nvivo_holds),
    "elan": (_xml_can_say, _elan_holds),
    "ttml": (_xml_can_say, _vtt_holds),
    "docx": (_xml_can_say, _elan_holds),
    "textgrid": (_same, _textgrid_holds),
}
