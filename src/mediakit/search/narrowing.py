"""Which of the segments that meet a query pass the filters.

The words are asked first, and only what they find is looked at again: a filter costs
what was found, not what the library holds. Segments of a transcript have numbers in a
row, so that one which passes as a whole is a matter of two numbers.
"""

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from mediakit.model.ids import TranscriptId
from mediakit.model.spans import Spans
from mediakit.search.question import WHOLE, Look, Question
from mediakit.search.rows import SEPARATOR

Numbers = Sequence[int]
"""Numbers of segments, in order."""

_ANYWHERE = Look((WHOLE,))


@dataclass(frozen=True, slots=True)
class _Row:
    """The segments of a transcript, and where in it to look."""

    first: int
    last: int
    look: Look
    language: str

    @property
    def is_whole(self) -> bool:
        return not self.language and not self.look.closed and WHOLE in self.look.ranges


def is_narrow(question: Question) -> bool:
    """Tell whether a question has filters at all."""
    return question.scope is not None or bool(question.language)


def matching(
    connection: sqlite3.Connection, question: Question, asked: str, *, common: bool
) -> Iterator[int]:
    """Yield the numbers of segments that meet what is asked of FTS5, and pass.

    Where it is *common*, each transcript is asked on its own: FTS5 goes straight to a
    place in what it finds, and to hand over all of it costs more.
    """
    rows = list(_joined(_rows(connection, question)))
    if not rows:
        return
    if not common:
        rest = _found(connection, asked, rows[0].first, rows[-1].last)
        yield from _passing(connection, rows, rest)
        return
    for row in rows:
        here = _found(connection, asked, row.first, row.last)
        yield from _passing(connection, (row,), here)


def _found(
    connection: sqlite3.Connection, asked: str, first: int, last: int
) -> Numbers:
    found = connection.execute(
        "SELECT rowid FROM spoken WHERE spoken MATCH ? AND rowid BETWEEN ? AND ? "
        "ORDER BY rowid",
        (asked, first, last),
    )
    return array("q", chain.from_iterable(found))


def passing(
    connection: sqlite3.Connection, question: Question, numbers: Iterable[int]
) -> Iterator[int]:
    """Yield those of *numbers* that pass the filters of a question, in order."""
    yield from _passing(connection, _rows(connection, question), sorted(numbers))


def _passing(
    connection: sqlite3.Connection, rows: Sequence[_Row], numbers: Numbers
) -> Iterator[int]:
    at = 0
    for row in rows:
        at = bisect_left(numbers, row.first, at)
        end = bisect_right(numbers, row.last, at)
        here = numbers[at:end]
        if row.is_whole:
            yield from here
        elif here:
            yield from _within(connection, row, here)
        at = end


def _within(
    connection: sqlite3.Connection, row: _Row, numbers: Numbers
) -> Iterator[int]:
    ranges, closed = _Spans(row.look.ranges), _Spans(row.look.closed)
    wanted = frozenset(numbers)
    # what no range can hold is left out before it costs anything here
    said = connection.execute(
        "SELECT id, start, max(stop, start + 1) FROM segments "
        "WHERE id BETWEEN :first AND :last AND start < :end AND stop >= :begin "
        "AND (:language IN ('', language) OR "
        "substr(language, 1, length(:language) + 1) = :language || '-') ORDER BY id",
        {
            "first": numbers[0],
            "last": numbers[-1],
            "begin": row.look.ranges[0].start,
            "end": row.look.ranges[-1].end,
            "language": row.language,
        },
    )
    for number, start, end in said:
        if number not in wanted or not ranges.overlap(start, end):
            continue
        if not closed.overlap(start, end):
            yield number


class _Spans:
    """Times that are separate and in order, to be asked about often."""

    def __init__(self, spans: Spans) -> None:
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether one of them has a moment in common with these."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end


def _rows(connection: sqlite3.Connection, question: Question) -> list[_Row]:
    """Return where to look, in the order of the numbers."""
    held = connection.execute(
        "SELECT id, first, last, languages FROM transcripts ORDER BY first"
    )
    return [
        row
        for id_, first, last, languages in held
        if (row := _row(question, id_, first, last, languages.split(SEPARATOR)))
        is not None
    ]


def _joined(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Make one of transcripts that follow each other and pass as a whole."""
    before: _Row | None = None
    for row in rows:
        if before is None:
            before = row
        elif before.is_whole and row.is_whole and before.last + 1 == row.first:
            before = replace(before, last=row.last)
        else:
            yield before
            before = row
    if before is not None:
        yield before


def _row(
    question: Question, id_: TranscriptId, first: int, last: int, spoken: list[str]
) -> _Row | None:
    scope, language = question.scope, question.language
    look = _ANYWHERE if scope is None else scope.get(id_)
    theirs = [_is_in(language, each) for each in spoken]
    if look is None or not look.ranges or not any(theirs):
        return None
    return _Row(first, last, look, "" if all(theirs) else language)


def _is_in(language: str, spoken: str) -> bool:
    """Tell whether a language that was asked for is spoken; a region is a part."""
    return not language or spoken == language or spoken.startswith(f"{language}-")
