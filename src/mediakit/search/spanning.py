"""Finding in two segments in a row what no single one says.

Speech is cut into segments where somebody breathed or a machine thought so, often in
the middle of a sentence. Where no segment meets a query alone, those that meet it
together with the next one are looked for.
"""

# ruff: noqa: S608 the names of the columns are a constant
import sqlite3

from mediakit.search.expression import asked_of
from mediakit.search.folding import tokens
from mediakit.search.query import Both, Either, Node, Phrase, Word
from mediakit.search.rows import COLUMNS, only, to_segment

Places = set[int]
"""Row numbers of segments; here each stands for itself and the one after it."""


def spanning(connection: sqlite3.Connection, node: Node) -> Places:
    """Return the first of every two rows that meet a query together.

    Whether both belong to one transcript is left to the caller.
    """
    match node:
        case Word():
            return _either_of_two(_rows(connection, node))
        case Phrase():
            inside = _either_of_two(_rows(connection, node))
            return inside | _over_the_border(connection, node)
        case Either(choices):
            return set().union(*(spanning(connection, each) for each in choices))
        case Both(wanted, unwanted):
            found = [spanning(connection, each) for each in wanted]
            without = [spanning(connection, each) for each in unwanted]
            return set.intersection(*found).difference(*without)


def _rows(connection: sqlite3.Connection, node: Node) -> Places:
    found = connection.execute(
        "SELECT rowid FROM spoken WHERE spoken MATCH ?", (asked_of(node),)
    )
    return {place for (place,) in found}


def _either_of_two(places: Places) -> Places:
    return places | {place - 1 for place in places}


def _over_the_border(connection: sqlite3.Connection, phrase: Phrase) -> Places:
    found: Places = set()
    for cut in range(1, len(phrase.words)):
        head = Phrase(phrase.words[:cut])
        tail = Phrase(phrase.words[cut:], phrase.begins)
        starts = {place - 1 for place in _rows(connection, tail)}
        found |= {
            place
            for place in _rows(connection, head) & starts
            if _ends_with(_said(connection, place), head.words)
            and _begins_with(_said(connection, place + 1), tail)
        }
    return found


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
