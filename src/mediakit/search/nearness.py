"""Whether the words of a query stand near each other, as concordances ask.

The index knows the places of words as they are written, and not those of their other
forms: what it finds is looked at once more.
"""

import sys
from collections.abc import Iterator, Sequence

from mediakit.search.folding import chunk_tokens
from mediakit.search.query import Both, Node, Phrase, Query, Word, leaves
from mediakit.search.stemming import query_keys, segment_keys, stemmer_of

Place = tuple[int, int]
"""First and last word, counted from 0."""


class Nearness:
    """What must stand close together; made once to look at many texts.

    Args:
        query: What is wanted.
        most: How many other words may stand between the first of it and the last.
    """

    def __init__(self, query: Query, most: int) -> None:
        self._most = most
        self._parts = [leaves(part) for part in wanted_parts(query)]
        self._keys = [
            {
                key
                for leaf in part
                if isinstance(leaf, Word)
                for key in query_keys(leaf.token)
            }
            for part in self._parts
        ]
        self._seen: dict[tuple[str, str], tuple[_Said, ...]] = {}

    def holds(self, text: str, language: str) -> bool:
        """Tell whether a text in *language* says all of it close together."""
        stemmer, seen = stemmer_of(language), self._seen
        spoken: list[_Said] = []
        for chunk in text.split():
            # speech says the same again and again
            said = seen.get((chunk, stemmer))
            if said is None:
                said = seen[chunk, stemmer] = tuple(self._read(chunk, language))
            spoken.extend(said)
        places = sorted(
            (place, part)
            for part, ones in enumerate(self._places(spoken))
            for place in ones
        )
        return _narrowest(places, len(self._parts)) <= self._most

    def _read(self, chunk: str, language: str) -> Iterator["_Said"]:
        for token in chunk_tokens(chunk):
            keys = segment_keys(token, language)
            yield (
                token.folded,
                tuple(
                    part
                    for part, wanted in enumerate(self._keys)
                    if not wanted.isdisjoint(keys)
                ),
            )

    def _places(self, spoken: Sequence["_Said"]) -> list[list[Place]]:
        found: list[list[Place]] = [[] for _part in self._parts]
        for place, (_folded, meant) in enumerate(spoken):
            for part in meant:
                found[part].append((place, place))
        for part, ones in enumerate(self._parts):
            for leaf in ones:
                if isinstance(leaf, Phrase):
                    found[part].extend(_phrases(leaf, spoken))
        return found


_Said = tuple[str, tuple[int, ...]]
"""A folded word, and which parts of a query it is."""


def wanted_parts(query: Query) -> Sequence[Node]:
    """Return what must stand near each other: the parts that are wanted together."""
    if isinstance(query.node, Both):
        return query.node.wanted
    return () if query.node is None else (query.node,)


def _phrases(phrase: Phrase, spoken: Sequence[_Said]) -> Iterator[Place]:
    size = len(phrase.words)
    *whole, last = phrase.words
    for place in range(len(spoken) - size + 1):
        *said, end = (folded for folded, _meant in spoken[place : place + size])
        if said == whole and (end.startswith(last) if phrase.begins else end == last):
            yield place, place + size - 1


def _narrowest(places: Sequence[tuple[Place, int]], parts: int) -> int:
    """Return the fewest words between, with one place chosen of each part."""
    latest: dict[int, Place] = {}
    fewest = sys.maxsize
    for place, part in places:
        latest[part] = place
        if len(latest) == parts:
            begin = min(first for first, _last in latest.values())
            end = max(last for _first, last in latest.values())
            wanted = sum(last - first + 1 for first, last in latest.values())
            fewest = min(fewest, end - begin + 1 - wanted)
    return fewest
