"""Where words are said: from a quote, or numbers of segments, to times."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mediakit.model.segments import as_written
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript, Word


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of what is said.

    Attributes:
        range: When it is said.
        text: The words, as the transcript writes them.
    """

    range: TimeRange
    text: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A word to compare, and the smallest timed thing it is part of."""

    word: str
    start: int
    end: int
    written: str


def find_quote(
    transcript: Transcript, quote: str, fold: Callable[[str], Iterable[str]]
) -> tuple[Passage, ...]:
    """Return every passage of *transcript* that says *quote*, in order.

    A quote may begin in one segment and end in another. Its times are those of its
    first and last word; where words are not timed, those of their segments.

    Args:
        transcript: Where to look.
        quote: Whole words, one after the other.
        fold: Takes a text apart into words as they are to be compared.
    """
    wanted = tuple(fold(quote))
    said = [one for segment in transcript.segments for one in _words(segment, fold)]
    words = [one.word for one in said]
    found: dict[TimeRange, Passage] = {}
    place = 0
    while wanted and place + len(wanted) <= len(words):
        if tuple(words[place : place + len(wanted)]) == wanted:
            passage = _passage(said[place : place + len(wanted)])
            found.setdefault(passage.range, passage)
            place += len(wanted)
        else:
            place += 1
    return tuple(passage for passage in found.values() if passage.range.duration > 0)


def take_segments(transcript: Transcript, first: int, last: int) -> Passage | None:
    """Return the passage from segment *first* to *last*, counted from 1.

    Returns:
        ``None`` if not all of these segments are there.
    """
    if not 1 <= first <= last <= len(transcript.segments):
        return None
    segments = transcript.segments[first - 1 : last]
    start, end = segments[0].start, max(segment.end for segment in segments)
    if end <= start:
        return None
    return Passage(TimeRange(start, end), " ".join(one.text for one in segments))


def words_within(transcript: Transcript, part: TimeRange) -> str:
    """Return what is said in a part, as it is written: words whose middle is in it.

    Of segments whose words are not timed, those of which the part holds the middle, or
    that hold the middle of the part, are said whole.
    """
    said = []
    for segment in transcript.segments:
        if segment.words:
            said.append(_written(segment, part))
        elif _is_in(segment, part) or _is_in(part, segment):
            said.append(segment.text)
    return " ".join(filter(None, said))


def segments_within(
    segments: Iterable[Segment], part: TimeRange, opened: Callable[[TimeRange], bool]
) -> Iterator[Segment]:
    """Yield what is said in a part; what is said beside it goes if it is not open.

    Args:
        segments: What is said in a clip.
        part: The part.
        opened: Tells whether all that is said in a time may be read. Where it may not,
            only words that are timed and inside the part are.
    """
    for one in segments:
        if one.end <= part.start or part.end <= one.start:
            continue
        if opened(TimeRange(one.start, one.end)):
            yield one
        elif words := tuple(word for word in one.words if _is_in(word, part)):
            yield replace(
                one,
                start=words[0].start,
                end=words[-1].end,
                text=_written(one, part),
                words=words,
            )


def reach(transcript: Transcript, part: TimeRange) -> TimeRange:
    """Return when all is said that `words_within` returns of a part.

    That may be longer than the part: segments whose words are not timed are whole.
    """
    whole = [
        one
        for one in transcript.segments
        if not one.words and (_is_in(one, part) or _is_in(part, one))
    ]
    start = min((one.start for one in whole), default=part.start)
    end = max((one.end for one in whole), default=part.end)
    return TimeRange(min(start, part.start), max(end, part.end))


def _written(segment: Segment, part: TimeRange) -> str:
    """Return the text from the first word of a segment that is in a part to the last.

    Engines cut words where texts have no space: ``l`` and ``'eau``.
    """
    place, first, last = 0, None, 0
    for word in segment.words:
        found = segment.text.find(word.text, place)
        if found < 0:
            inside = (one.text for one in segment.words if _is_in(one, part))
            return " ".join(inside)
        place = found + len(word.text)
        if _is_in(word, part):
            first = found if first is None else first
            last = place
    return "" if first is None else segment.text[first:last]


def _is_in(one: Segment | Word | TimeRange, other: Segment | Word | TimeRange) -> bool:
    """Tell whether the middle of one thing lies in another; both may be a moment."""
    middle = one.start + one.end
    return 2 * other.start <= middle < max(2 * other.end, 2 * other.start + 1)


def _words(segment: Segment, fold: Callable[[str], Iterable[str]]) -> Iterator[_Said]:
    for timed in segment.words or (segment,):
        for word in fold(timed.text):
            yield _Said(word, timed.start, timed.end, timed.text)


def _passage(said: Sequence[_Said]) -> Passage:
    start, end = said[0].start, max(one.end for one in said)
    # a timed thing of several words is written once
    things = dict.fromkeys((one.start, one.end, one.written) for one in said)
    text = as_written(written for _, _, written in things)
    return Passage(TimeRange(start, end), text)
