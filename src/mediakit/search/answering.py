"""Asking the index: which segments, in which order, with what around them."""

# ruff: noqa: S608 what is put into statements is written in this file
import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mediakit.errors.base import sentence
from mediakit.model.ids import TranscriptId
from mediakit.model.transcript import Segment
from mediakit.search import ranking
from mediakit.search.counting import count, keep
from mediakit.search.expression import expression
from mediakit.search.highlight import marks
from mediakit.search.narrowing import is_narrow, matching, passing
from mediakit.search.nearness import Nearness
from mediakit.search.query import Node, Word
from mediakit.search.question import Answer, Order, Passage, Place, Question
from mediakit.search.rows import COLUMNS, to_segment
from mediakit.search.spanning import spanning
from mediakit.search.store import IndexUnusable
from mediakit.search.varying import has_spellings, vary

_COLUMNS = ", ".join(f"segments.{name}" for name in COLUMNS)

_MANY = 20


def find(connection: sqlite3.Connection, question: Question) -> Answer:
    """Answer a question.

    Raises:
        sqlite3.Error: The index is damaged.
    """
    asked = question
    if question.similar:
        asked = replace(question, query=vary(connection, question.query))
    node = asked.query.node
    if node is None:
        return Answer(0, Order.BEST_FIRST, ())
    answer = _single(connection, asked)
    if not answer.total and not isinstance(node, Word):
        answer = _in_a_row(connection, asked, node)
    if question.similar or answer.total >= _MANY:
        return answer
    return replace(answer, alike=_is_alike(connection, question, answer.total))


def _is_alike(connection: sqlite3.Connection, question: Question, total: int) -> bool:
    """Tell whether words that sound alike were said, where it is looked."""
    said = has_spellings(connection, question.query)
    if not said or not is_narrow(question):
        return said
    wider = replace(question, query=vary(connection, question.query), limit=0)
    return _single(connection, wider).total > total


def _single(connection: sqlite3.Connection, question: Question) -> Answer:
    """Find the segments that meet the query alone."""
    asked = expression(question.query)
    common = ranking.is_common(connection, asked)
    numbers = _numbers(connection, question, asked, common=common)
    if numbers is None:
        (total,) = connection.execute(
            "SELECT count(*) FROM spoken WHERE spoken MATCH ?", (asked,)
        ).fetchone()
    else:
        total = len(numbers)
    ranked = total <= ranking.MOST_RANKED and not common
    choose = ranking.best if ranked else ranking.first
    chosen = choose(connection, question, numbers)
    return Answer(
        total,
        Order.BEST_FIRST if ranked else Order.TOO_MANY,
        tuple(_passage(connection, question, number, 1) for number in chosen),
        _counted(connection, question, numbers),
    )


def _numbers(
    connection: sqlite3.Connection, question: Question, asked: str, *, common: bool
) -> Sequence[int] | None:
    """Return the segments that are found, in order; ``None`` if all that meet it are.

    Two million numbers take longer to hand over than to count.
    """
    is_counted = question.by is not None
    if not (is_narrow(question) or is_counted or question.near is not None):
        return None
    numbers = array("q", matching(connection, question, asked, common=common))
    if question.near is None:
        return numbers
    return list(_near(connection, question, numbers, 1))


def _near(
    connection: sqlite3.Connection,
    question: Question,
    numbers: Sequence[int],
    size: int,
) -> Iterator[int]:
    """Yield those where the words stand near each other in *size* segments in a row."""
    if question.near is None:
        yield from numbers
        return
    near = Nearness(question.query, question.near)
    columns = ", ".join(f"s{n}.text" for n in range(size))
    joined = " ".join(
        f"JOIN segments AS s{n} ON s{n}.id = passing.id + {n}" for n in range(size)
    )
    keep(connection, numbers)
    said = connection.execute(
        f"SELECT passing.id, s0.language, {columns} FROM temp.passing {joined} "
        "ORDER BY passing.id"
    )
    for number, language, *texts in said:
        if near.holds(" ".join(texts), language):
            yield number


def _in_a_row(connection: sqlite3.Connection, question: Question, node: Node) -> Answer:
    """Find what two segments in a row say together."""
    keep(connection, sorted(spanning(connection, node)))
    pairs = [
        number
        for (number,) in connection.execute(
            "SELECT passing.id FROM temp.passing "
            "JOIN segments AS one ON one.id = passing.id "
            "JOIN segments AS two ON two.id = one.id + 1 "
            "AND two.transcript = one.transcript ORDER BY one.id"
        )
    ]
    if is_narrow(question):
        both = {*pairs, *(number + 1 for number in pairs)}
        open_ = frozenset(passing(connection, question, both))
        pairs = [number for number in pairs if {number, number + 1} <= open_]
    pairs = list(_near(connection, question, pairs, 2))
    return Answer(
        len(pairs),
        Order.IN_A_ROW,
        tuple(
            _passage(connection, question, place, 2)
            for place in pairs[: question.limit]
        ),
        _counted(connection, question, pairs),
    )


def _counted(
    connection: sqlite3.Connection, question: Question, numbers: Sequence[int] | None
) -> Mapping[Place, int]:
    if question.by is None or numbers is None:
        return {}
    return count(connection, numbers, question.by)


def _passage(
    connection: sqlite3.Connection, question: Question, place: int, size: int
) -> Passage:
    """Return *size* segments from *place* on as one passage, with their context."""
    rows = connection.execute(
        f"SELECT segments.id, transcripts.id, {_COLUMNS} "
        "FROM segments AS here JOIN transcripts ON number = here.transcript "
        "JOIN segments ON segments.id BETWEEN max(first, :from) AND min(last, :to) "
        "WHERE here.id = :place ORDER BY segments.id",
        {
            "from": place - question.context,
            "to": place + size - 1 + question.context,
            "place": place,
        },
    ).fetchall()
    around = {row[0]: to_segment(row[2:]) for row in rows}
    found = [around[here] for here in range(place, place + size) if here in around]
    if len(found) != size:
        raise IndexUnusable(sentence("a segment is missing"))
    said = _joined(*found)
    return Passage(
        TranscriptId(rows[0][1]),
        said,
        marks(question.query, said.text, said.language),
        tuple(segment for here, segment in around.items() if here < place),
        tuple(segment for here, segment in around.items() if here >= place + size),
    )


def _joined(first: Segment, second: Segment | None = None) -> Segment:
    if second is None:
        return first
    speakers = dict.fromkeys(filter(None, (first.speaker, second.speaker)))
    return Segment(
        start=first.start,
        end=max(first.end, second.end),
        text=f"{first.text} {second.text}",
        speaker=", ".join(speakers),
        language=first.language,
    )
