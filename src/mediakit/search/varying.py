"""Looking for more than what was typed: other words of a theme, other spellings."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mediakit.search.folding import Token, tokens
from mediakit.search.query import (
    Either,
    Node,
    Phrase,
    Query,
    Word,
    leaves,
    with_leaves,
)
from mediakit.search.sounding import is_alike, sound
from mediakit.search.stemming import query_keys

_MOST_SPELLINGS = 30
_LAST = "\U0010ffff"


Thesaurus = Sequence[Sequence[str]]
"""Words, or several in a row, that people use for the same thing, together."""


def expand(query: Query, thesaurus: Thesaurus) -> tuple[Query, tuple[str, ...]]:
    """Let other terms do for each one that is wanted.

    Returns:
        The wider query, and the terms that are looked for besides, as written.
    """
    if query.node is None:
        return query, ()
    added: dict[str, None] = {}

    def widened(leaf: Node, terms: Sequence[str]) -> Node:
        others = dict(_others(terms, thesaurus, leaf))
        added.update(dict.fromkeys(others))
        return Either((leaf, *others.values())) if others else leaf

    whole = _meant(Phrase(query.in_a_row), thesaurus) if query.in_a_row else []
    node = (
        widened(query.node, whole)
        if whole
        else with_leaves(
            query.node, lambda leaf: widened(leaf, _meant(leaf, thesaurus))
        )
    )
    return replace(query, node=node), tuple(added)


def vary(connection: sqlite3.Connection, query: Query) -> Query:
    """Let words that were said and sound alike do for each word that is wanted."""
    if query.node is None:
        return query

    def varied(leaf: Word | Phrase) -> Node:
        others = tuple(_spellings(connection, leaf))
        return Either((leaf, *others)) if others else leaf

    return replace(query, node=with_leaves(query.node, varied))


def has_spellings(connection: sqlite3.Connection, query: Query) -> bool:
    """Tell whether words were said that only sound like one that is wanted."""
    return query.node is not None and any(
        any(_spellings(connection, leaf, exactly=True)) for leaf in leaves(query.node)
    )


def _meant(leaf: Word | Phrase, thesaurus: Thesaurus) -> list[str]:
    """Return the terms that a word or phrase is."""
    return [term for terms in thesaurus for term in terms if _is(leaf, term)]


def _is(leaf: Word | Phrase, term: str) -> bool:
    spoken = tuple(tokens(term))
    if isinstance(leaf, Phrase):
        return not leaf.begins and leaf.words == tuple(each.folded for each in spoken)
    if len(spoken) != 1:
        return False
    keys = frozenset(query_keys(spoken[0]))
    return not keys.isdisjoint(query_keys(leaf.token))


def _others(
    terms: Sequence[str], thesaurus: Thesaurus, leaf: Node
) -> Iterator[tuple[str, Node]]:
    for group in thesaurus:
        if any(term in group for term in terms):
            for term in group:
                node = _node(term)
                is_new = term not in terms and node not in {None, leaf}
                if node is not None and is_new:
                    yield term, node


def _node(term: str) -> Node | None:
    spoken = tuple(tokens(term))
    if len(spoken) == 1:
        return Word(spoken[0])
    return Phrase(tuple(each.folded for each in spoken)) if spoken else None


def _spellings(
    connection: sqlite3.Connection, leaf: Word | Phrase, *, exactly: bool = False
) -> Iterator[Word]:
    """Yield words that were said and sound like one, but for other forms of it."""
    heard = sound(leaf.token.folded) if isinstance(leaf, Word) else ""
    if not heard or not isinstance(leaf, Word):
        return
    keys = frozenset(query_keys(leaf.token))
    # nobody mistakes how a name begins
    begin, end = (heard, heard) if exactly else (heard[0], heard[0] + _LAST)
    said = connection.execute(
        "SELECT sound, word FROM spellings WHERE sound BETWEEN ? AND ? "
        "ORDER BY sound != ?, word",
        (begin, end, heard),
    )
    found = 0
    for other, word in said:
        token = Token(0, len(word), word, word)
        if is_alike(heard, other) and keys.isdisjoint(query_keys(token)):
            yield Word(token)
            found += 1
        if found == _MOST_SPELLINGS:
            return
