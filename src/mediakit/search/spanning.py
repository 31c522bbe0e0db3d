"""Finding in two segments in a row what no single one says.

Speech is cut into segments where somebody breathed or a machine thought so, often in
the middle of a sentence. Where no segment meets a query alone, those that meet it
together with the next one are looked for.
"""

# ruff: noqa: S608 the names of the columns are a constant
import sqlite3
from collections.abc import Sequence
from itertools import chain

from mediakit.search.expression import asked_of
from mediakit.search.folding import tokens
from mediakit.search.query import Both, Either, Node, Phrase, Word
from mediakit.search.rows import COLUMNS, only, to_segment

_FEW = 1_000
"""Up to how many rows are asked about one by one."""

_MANY = 20_000

Places = set[int]
"""Row numbers of segments; here each stands for itself and the one after it."""


def spanning(
    connection: sqlite3.Connection, node: Node, among: Places | None = None
) -> Places:
    """Return the first of every two rows that meet a query together.

    Whether both belong to one transcript is left to the caller.

    Args:
        connection: The index.
        node: What is looked for.
        among: Where it matters; ``None`` is everywhere. Others may be returned, too.
    """
    match node:
        case Word():
            return _either_of_two(_rows(connection, node, _both(among)))
        case Phrase():
            inside = _either_of_two(_rows(connection, node, _both(among)))
            return inside | _over_the_border(connection, node, among)
        case Either(choices):
            each = (spanning(connection, choice, among) for choice in choices)
            return set().union(*each)
        case Both(wanted, unwanted):
            return _both_of(connection, wanted, unwanted, among)


def _both_of(
    connection: sqlite3.Connection,
    wanted: Sequence[Node],
    unwanted: Sequence[Node],
    among: Places | None,
) -> Places:
    """Look for the rarest first: the others matter only where that is."""
    for node in sorted(wanted, key=lambda each: _frequency(connection, each)):
        found = spanning(connection, node, among)
        among = found if among is None else among & found
        if not among:
            return set()
    left = among or set()
    return left.difference(*(spanning(connection, each, left) for each in unwanted))


def _frequency(connection: sqlite3.Connection, node: Node) -> int:
    """Return how many rows say it, roughly."""
    (found,) = only(
        connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM spoken WHERE spoken MATCH ? LIMIT ?)",
            (asked_of(node), _MANY),
        )
    )
    return int(found)


def _rows(
    connection: sqlite3.Connection, node: Node, among: Places | None = None
) -> Places:
    """Return the rows that say it; where they matter, if that is known."""
    asked = asked_of(node)
    if among is None or len(among) > _FEW:
        found = connection.execute(
            "SELECT rowid FROM spoken WHERE spoken MATCH ?", (asked,)
        )
        return set(chain.from_iterable(found))
    return {
        place
        for place in among
        if connection.execute(
            "SELECT 1 FROM spoken WHERE spoken MATCH ? AND rowid = ?", (asked, place)
        ).fetchone()
    }


def _either_of_two(places: Places) -> Places:
    return places | {place - 1 for place in places}


def _both(among: Places | None) -> Places | None:
    return None if among is None else among | {place + 1 for place in among}


def _over_the_border(
    connection: sqlite3.Connection, phrase: Phrase, among: Places | None
) -> Places:
    found: Places = set()
    for cut in range(1, len(phrase.words)):
        head = Phrase(phrase.words[:cut])
        tail = Phrase(phrase.words[cut:], phrase.begins)
        found |= {
            place
            for place in _ends_and_begins(connection, head, tail, among)
            if _ends_with(_said(connection, place), head.words)
            and _begins_with(_said(connection, place + 1), tail)
        }
    return found


def _ends_and_begins(
    connection: sqlite3.Connection, head: Phrase, tail: Phrase, among: Places | None
) -> Places:
    """Return the rows that say the head before one that says the tail."""
    if _frequency(connection, head) <= _frequency(connection, tail):
        ends = _rows(connection, head, among)
        begins = _rows(connection, tail, {place + 1 for place in ends})
        return {place - 1 for place in begins} & ends
    following = None if among is None else {place + 1 for place in among}
    starts = {place - 1 for place in _rows(connection, tail, following)}
    return _rows(connection, head, starts) & starts


def _said(connection: sqlite3.Connection, place: int) -> list[str]:
    row = only(
        connection.execute(
            f"SELECT {', '.join(COLUMNS)} FROM segments WHERE id = ?", (place,)
        )
    )
    return [token.folded for token in tokens(to_segment(row).text)]


def _ends_with(said: list[str], words: tuple[str, ...]) -> bool:
    return tuple(said[-len(words) :]) == words


def _begins_with(said: list[str], phrase: Phrase) -> bool:
    *whole, last = phrase.words
    start = said[: len(phrase.words)]
    if len(start) < len(phrase.words) or start[:-1] != whole:
        return False
    return start[-1].startswith(last) if phrase.begins else start[-1] == last
