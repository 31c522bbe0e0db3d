"""Asking the index: which segments, in which order, with what around them."""

# ruff: noqa: S608 what is put into statements is written in this file
import sqlite3

from mediakit.errors.base import sentence
from mediakit.model.ids import TranscriptId
from mediakit.model.transcript import Segment
from mediakit.search.expression import expression
from mediakit.search.highlight import marks
from mediakit.search.query import Node, Word
from mediakit.search.question import Answer, Order, Passage, Question, Scope
from mediakit.search.rows import COLUMNS, to_segment
from mediakit.search.spanning import spanning
from mediakit.search.store import IndexUnusable

_COLUMNS = ", ".join(f"segments.{name}" for name in COLUMNS)

MOST_RANKED = 10_000
"""How many segments are put in order. A word that more than that have in common
tells nothing of which is best, and comparing them costs as much as everything else."""


def find(connection: sqlite3.Connection, question: Question) -> Answer:
    """Answer a question.

    Raises:
        sqlite3.Error: The index is damaged.
    """
    node = question.query.node
    if node is None:
        return Answer(0, Order.BEST_FIRST, ())
    if question.scope is not None:
        _keep_scope(connection, question.scope)
    answer = _single(connection, question)
    if answer.total or isinstance(node, Word):
        return answer
    return _in_a_row(connection, question, node)


def _single(connection: sqlite3.Connection, question: Question) -> Answer:
    """Find the segments that meet the query alone."""
    found = (
        f"FROM spoken WHERE spoken MATCH :asked {_passing(question, 'spoken.rowid')}"
    )
    values = {"asked": expression(question.query), "language": question.language}
    (total,) = connection.execute(f"SELECT count(*) {found}", values).fetchone()
    ranked = total <= MOST_RANKED
    order = "bm25(spoken), rowid" if ranked else "rowid"
    places = connection.execute(
        f"SELECT rowid {found} ORDER BY {order} LIMIT :limit",
        values | {"limit": _limit(question)},
    ).fetchall()
    return Answer(
        total,
        Order.BEST_FIRST if ranked else Order.TOO_MANY,
        tuple(_passage(connection, question, place, 1) for (place,) in places),
    )


def _in_a_row(connection: sqlite3.Connection, question: Question, node: Node) -> Answer:
    """Find what two segments in a row say together."""
    connection.execute("CREATE TEMP TABLE pairs (id INTEGER PRIMARY KEY)")
    connection.executemany(
        "INSERT INTO temp.pairs VALUES (?)",
        ((place,) for place in spanning(connection, node)),
    )
    places = connection.execute(
        "SELECT pairs.id FROM temp.pairs JOIN segments AS one ON one.id = pairs.id "
        "JOIN segments AS two ON two.id = one.id + 1 "
        "AND two.transcript = one.transcript "
        f"WHERE 1 {_passing(question, 'one.id')} {_passing(question, 'two.id')} "
        "ORDER BY one.id",
        {"language": question.language},
    ).fetchall()
    return Answer(
        len(places),
        Order.IN_A_ROW,
        tuple(
            _passage(connection, question, place, 2)
            for (place,) in places[: question.limit]
        ),
    )


def _passing(question: Question, place: str) -> str:
    """Return the condition that a segment passes the filters."""
    condition = ""
    if question.scope is not None:
        # FTS5 skips what lies outside the bounds; the plus sign keeps SQLite from
        # asking it about one segment after another
        condition += (
            f" AND {place} >= (SELECT min(id) FROM temp.scope)"
            f" AND {place} <= (SELECT max(id) FROM temp.scope)"
            f" AND +{place} IN (SELECT id FROM temp.scope)"
        )
    if question.language:
        condition += (
            f" AND EXISTS (SELECT 1 FROM segments WHERE segments.id = {place}"
            " AND (language = :language OR language GLOB :language || '-*'))"
        )
    return condition


def _keep_scope(connection: sqlite3.Connection, scope: Scope) -> None:
    """Write down the segments to look in."""
    connection.execute("CREATE TEMP TABLE scope (id INTEGER PRIMARY KEY)")
    connection.executemany(
        "INSERT OR IGNORE INTO temp.scope SELECT segments.id FROM transcripts "
        "JOIN segments ON segments.id BETWEEN first AND last "
        "WHERE transcripts.id = ? AND start < ? AND max(stop, start + 1) > ?",
        (
            (id_, range_.end, range_.start)
            for id_, ranges in scope.items()
            for range_ in ranges
        ),
    )


def _limit(question: Question) -> int:
    return -1 if question.limit is None else question.limit


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
