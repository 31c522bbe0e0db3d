"""Which of the segments that were found come first.

Ranking by BM25 looks at every one. Where a word is so common that this costs more than
all the rest, the first will do, and before them those that say the words in a row.
"""

# ruff: noqa: S608 what is put into statements is written in this file
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from mediakit.search.counting import keep
from mediakit.search.expression import asked_of, expression
from mediakit.search.query import Phrase
from mediakit.search.question import Question

MOST_RANKED = 10_000
"""How many segments are put in order. A word that more than that have in common
tells nothing of which is best, and comparing them costs as much as everything else."""

_COMMON = 100_000


def is_common(connection: sqlite3.Connection, asked: str) -> bool:
    """Tell whether so much of the library says it that no filter makes ranking cheap.

    BM25 counts everything that is found anywhere, whatever is wanted of it.
    """
    (found,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM spoken WHERE spoken MATCH ? LIMIT ?)",
        (asked, _COMMON),
    ).fetchone()
    return bool(found == _COMMON)


def best(
    connection: sqlite3.Connection,
    question: Question,
    numbers: Sequence[int] | None,
) -> list[int]:
    """Return the best of what is found, best first."""
    within = ""
    if numbers is not None:
        keep(connection, numbers)
        # the plus sign keeps SQLite from asking FTS5 for one segment after another
        within = (
            "AND rowid BETWEEN (SELECT min(id) FROM temp.passing)"
            " AND (SELECT max(id) FROM temp.passing)"
            " AND +rowid IN (SELECT id FROM temp.passing)"
        )
    rows = connection.execute(
        f"SELECT rowid FROM spoken WHERE spoken MATCH ? {within} "
        "ORDER BY bm25(spoken), rowid LIMIT ?",
        (
            expression(question.query),
            -1 if question.limit is None else question.limit,
        ),
    )
    return [number for (number,) in rows]


def first(
    connection: sqlite3.Connection,
    question: Question,
    numbers: Sequence[int] | None,
) -> list[int]:
    """Return some of what is found: first where the words stand in a row."""
    in_a_row = question.query.in_a_row
    row = _all(connection, asked_of(Phrase(in_a_row))) if in_a_row else iter(())
    if numbers is None:
        found = chain(row, _all(connection, expression(question.query)))
    else:
        found = chain((one for one in row if _holds(numbers, one)), numbers)
    # what says them in a row comes twice
    return list(islice(_distinct(found), question.limit))


def _holds(numbers: Sequence[int], one: int) -> bool:
    """Tell whether a number is among those that are in order."""
    at = bisect_left(numbers, one)
    return at < len(numbers) and numbers[at] == one


def _all(connection: sqlite3.Connection, asked: str) -> Iterator[int]:
    rows = connection.execute(
        "SELECT rowid FROM spoken WHERE spoken MATCH ? ORDER BY rowid", (asked,)
    )
    return (number for (number,) in rows)


def _distinct(numbers: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number
