"""Transcripts as text with exact moments, and back.

A segment is a line, ``Awa: what she says``. Its words have moments of their own, and so
have the ends of what is coded: whoever reads them has every time to the millisecond.
What was written here is read back as it was, by the GUIDs of its moments. Of other
programs' texts, what stands between two moments is a segment.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count, pairwise

from mediakit.exchange.refi_project import SyncPoint, TextSelection, WrittenTranscript
from mediakit.exchange.refi_xml import text_of
from mediakit.model.guid import named_guid
from mediakit.model.language import tag_or_nothing
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Word

# a line break within a segment, where a line is one
_BREAK = "\N{LINE SEPARATOR}"
_LABEL_END = ": "
_START, _END = "start", "end"
_NAMED = re.compile(r"\[([A-Za-z-]{2,35})(?:, ([a-z-]+))?\]\s*$")


@dataclass(frozen=True, slots=True)
class _Place:
    """A timed thing and where it stands in the text."""

    name: str
    time: TimeRange
    first: int
    last: int


class _DisorderedError(Exception):
    """Moments named as ours do not stand in the text as ours do."""


Part = tuple[TextSelection, TimeRange]
"""What is coded in a text, and when that is said."""


def write_text(
    guid: str, name: str, segments: Iterable[Segment], parts: Iterable[Part]
) -> WrittenTranscript:
    """Return a transcript as text with its moments, and parts of it marked.

    Parts during which nothing is said are left out.

    Args:
        guid: The transcript's.
        name: What it is called.
        segments: What is said.
        parts: What is coded; the moments it begins and ends at are filled in.
    """
    text, spoken, words = _lines(segments)
    said_in = _Said(spoken, words)
    marked, selections = list[SyncPoint](), list[TextSelection]()
    for selection, time in parts:
        said = said_in.during(time)
        if said:
            first = min(one.first for one in said)
            last = max(one.last for one in said)
            place = _Place(selection.guid, time, first, last)
            start, end = _ends(guid, place)
            marked += [start, end]
            selections.append(replace(selection, start=start.guid, end=end.guid))
    points = [point for one in (*spoken, *words) for point in _ends(guid, one)]
    return WrittenTranscript(
        guid=guid,
        name=name,
        text=text,
        points=tuple(sorted((*points, *marked), key=_in_text)),
        selections=tuple(selections),
    )


def read_text(transcript: WrittenTranscript, duration: int) -> tuple[Segment, ...]:
    """Return what a transcript says, in the order of its text.

    Args:
        transcript: The transcript.
        duration: Of the recording, in milliseconds: there the last segment ends.
    """
    known = {point.guid: point for point in transcript.points}
    if named_guid(transcript.guid, "0", _START) in known:
        with suppress(_DisorderedError):
            return tuple(_ours(transcript, known))
    return tuple(_others(transcript, duration))


def language_of(transcript: WrittenTranscript) -> str:
    """Return the language that the name of a transcript ends in, or nothing."""
    match = _NAMED.search(transcript.name)
    return tag_or_nothing(match[1]) if match else ""


def origin_of(transcript: WrittenTranscript) -> str:
    """Return the origin that the name of a transcript ends in, or nothing."""
    match = _NAMED.search(transcript.name)
    return match[2] or "" if match else ""


def named(title: str, language: str, origin: str = "") -> str:
    """Return a name that says the language and origin of a transcript."""
    told = ", ".join(filter(None, (language or "und", origin)))
    return f"{title} [{told}]"


def _lines(segments: Iterable[Segment]) -> tuple[str, list[_Place], list[_Place]]:
    """Return a text, and where its segments and their timed words stand."""
    lines: list[str] = []
    spoken: list[_Place] = []
    words: list[_Place] = []
    position = 0
    for number, segment in enumerate(segments):
        label = " ".join(text_of(segment.speaker).split())
        label = f"{label}{_LABEL_END}" if label else ""
        text = _one_line(segment.text)
        first, time = position + len(label), TimeRange(segment.start, segment.end)
        spoken.append(_Place(str(number), time, first, first + len(text)))
        words += _words(segment, text, number, first)
        lines.append(f"{label}{text}\n")
        position += len(lines[-1])
    return "".join(lines), spoken, words


def _words(segment: Segment, text: str, number: int, first: int) -> Iterator[_Place]:
    """Yield where the words of a segment stand; those after one that is not, not."""
    place = 0
    for count_, word in enumerate(segment.words):
        wanted = _one_line(word.text)
        found = text.find(wanted, place)
        if found < 0 or not wanted:
            return
        place = found + len(wanted)
        yield _Place(
            f"{number}.{count_}",
            TimeRange(word.start, word.end),
            first + found,
            first + place,
        )


class _Said:
    """What is said when: words, and segments whose words are not timed."""

    def __init__(self, spoken: Iterable[_Place], words: Iterable[_Place]) -> None:
        self._words = sorted(words, key=_middle)
        timed = {word.name.partition(".")[0] for word in self._words}
        self._whole = [one for one in spoken if one.name not in timed]

    def during(self, time: TimeRange) -> list[_Place]:
        """Return that whose middle is in a part, or that holds the middle of it."""
        first = bisect_left(self._words, 2 * time.start, key=_middle)
        last = bisect_left(self._words, 2 * time.end, key=_middle)
        whole = [
            one
            for one in self._whole
            if 2 * time.start <= _middle(one) < 2 * time.end
            or 2 * one.time.start <= time.start + time.end < 2 * one.time.end
        ]
        return [*self._words[first:last], *whole]


def _middle(one: _Place) -> int:
    return one.time.start + one.time.end


def _ends(guid: str, one: _Place) -> tuple[SyncPoint, SyncPoint]:
    return (
        SyncPoint(named_guid(guid, one.name, _START), one.time.start, one.first),
        SyncPoint(named_guid(guid, one.name, _END), one.time.end, one.last),
    )


def _in_text(point: SyncPoint) -> tuple[int, int]:
    return point.position, point.time


def _one_line(text: str) -> str:
    return text_of(text).replace("\n", _BREAK)


def _ours(
    transcript: WrittenTranscript, known: dict[str, SyncPoint]
) -> Iterator[Segment]:
    """Yield the segments of a text that was written here.

    Raises:
        _DisorderedError: They are not one after the other, nor their words; a small
            file could say a large text a thousand times.
    """
    guid, before = transcript.guid, 0
    for number in count():
        ends = _found(known, guid, str(number))
        if ends is None:
            return
        start, end = ends
        text = _between(transcript, start, end, before)
        label = transcript.text[before : start.position].lstrip("\n")
        before = start.position
        words = []
        for place in count():
            timed = _found(known, guid, f"{number}.{place}")
            if timed is None:
                break
            said = _between(transcript, *timed, before)
            words.append(Word(timed[0].time, timed[1].time, said))
            before = timed[1].position
        if before > end.position:
            raise _DisorderedError
        yield Segment(
            start=start.time,
            end=max(start.time, end.time),
            text=text,
            speaker=label.removesuffix(_LABEL_END),
            words=tuple(words),
        )
        before = end.position


def _found(
    known: dict[str, SyncPoint], guid: str, name: str
) -> tuple[SyncPoint, SyncPoint] | None:
    start = known.get(named_guid(guid, name, _START))
    end = known.get(named_guid(guid, name, _END))
    return (start, end) if start and end else None


def _between(
    transcript: WrittenTranscript, start: SyncPoint, end: SyncPoint, before: int
) -> str:
    """Return what stands between two moments, of which the first is not too early."""
    if not before <= start.position <= end.position:
        raise _DisorderedError
    return transcript.text[start.position : end.position].replace(_BREAK, "\n")


def _others(transcript: WrittenTranscript, duration: int) -> Iterator[Segment]:
    """Yield what stands between the moments of a text that others wrote."""
    points = [one for one in transcript.points if one.position >= 0 <= one.time]
    points.sort(key=_in_text)
    end = SyncPoint("", duration, len(transcript.text))
    for start, after in pairwise((*points, end)):
        text = transcript.text[start.position : after.position].strip()
        if text:
            yield Segment(start=start.time, end=max(start.time, after.time), text=text)
