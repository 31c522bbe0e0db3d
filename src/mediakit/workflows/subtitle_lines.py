"""Take what is said in a part of a clip as subtitles that can be read."""

from collections.abc import Iterable, Iterator, Sequence

from mediakit.media.rendering.film import Line
from mediakit.model.segments import as_written
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Word

# two lines of 42 letters, as broadcasters have it
_LONGEST = 84


def subtitle_lines(segments: Iterable[Segment], span: TimeRange) -> tuple[Line, ...]:
    """Return what is said within *span*, timed from its beginning.

    A segment that is too long to be read at once is shown in pieces, where its words
    are timed.
    """
    return tuple(
        Line(start, end, piece.text)
        for segment in segments
        for piece in _pieces(segment)
        if piece.text
        and (start := max(0, piece.start - span.start))
        < (end := min(span.end, piece.end) - span.start)
    )


def text_lines(text: str, duration: int) -> tuple[Line, ...]:
    """Return a text that is said in *duration* milliseconds, in pieces one can read.

    Nobody knows when which word is said: each has time by its letters.
    """
    words = [Word(0, 0, word) for word in text.split()]
    pieces = [as_written(word.text for word in some) for some in _shared(words)]
    total = sum(map(len, pieces))
    lines, said = [], 0
    for piece in pieces:
        start, said = duration * said // total, said + len(piece)
        lines.append(Line(start, duration * said // total, piece))
    return tuple(lines)


def _pieces(segment: Segment) -> Iterator[Line]:
    if len(segment.text) <= _LONGEST or not segment.words:
        yield Line(segment.start, segment.end, segment.text)
        return
    for words in _shared(segment.words):
        text = as_written(word.text for word in words)
        yield Line(words[0].start, words[-1].end, text)


def _shared(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield words in pieces of about the same length, none too long."""
    total = sum(len(word.text) + 1 for word in words)
    room = total / -(-total // _LONGEST)
    piece: list[Word] = []
    size = 0
    for word in words:
        longer = size + len(word.text)
        # the word goes to the piece that most of it has room in
        if piece and (size + len(word.text) / 2 > room or longer > _LONGEST):
            yield piece
            piece, size = [], 0
        piece.append(word)
        size += len(word.text) + 1
    if piece:
        yield piece
