"""Where in a segment the words of a query stand.

Computed from the segment's own text, not from the folded words of the index, so
that the places are right where folding changes a word's length.
"""

from collections.abc import Iterator, Sequence

from mediakit.search.folding import Token, tokens
from mediakit.search.query import Node, Phrase, Query, Word, leaves
from mediakit.search.stemming import query_keys, segment_keys

Mark = tuple[int, int]
"""Characters before a highlight, and up to its end."""


def marks(query: Query, text: str, language: str) -> tuple[Mark, ...]:
    """Return the places in *text* of what the query wants, in order, apart.

    Args:
        query: What was asked.
        text: What a segment says.
        language: The segment's BCP 47 tag.
    """
    if query.node is None:
        return ()
    spoken = list(tokens(text))
    found = (
        (spoken[first].start, spoken[last].end)
        for first, last in standing(query.node, spoken, language)
    )
    return tuple(_joined(sorted(found)))


def standing(
    node: Node, spoken: Sequence[Token], language: str
) -> Iterator[tuple[int, int]]:
    """Yield the first and the last word of each place that a query wants."""
    for leaf in leaves(node):
        if isinstance(leaf, Word):
            yield from _words(leaf, spoken, language)
        else:
            yield from _phrases(leaf, spoken)


def _words(
    word: Word, spoken: Sequence[Token], language: str
) -> Iterator[tuple[int, int]]:
    keys = frozenset(query_keys(word.token))
    for place, token in enumerate(spoken):
        if not keys.isdisjoint(segment_keys(token, language)):
            yield place, place


def _phrases(phrase: Phrase, spoken: Sequence[Token]) -> Iterator[tuple[int, int]]:
    size = len(phrase.words)
    for place in range(len(spoken) - size + 1):
        *whole, last = (token.folded for token in spoken[place : place + size])
        ends = last.startswith if phrase.begins else last.__eq__
        if tuple(whole) == phrase.words[:-1] and ends(phrase.words[-1]):
            yield place, place + size - 1


def _joined(found: Sequence[Mark]) -> Iterator[Mark]:
    """Join marks that overlap."""
    start, end = -1, -1
    for next_start, next_end in found:
        if next_start < end:
            end = max(end, next_end)
            continue
        if end >= 0:
            yield start, end
        start, end = next_start, next_end
    if end >= 0:
        yield start, end
