"""What a person typed, as a tree: words, phrases, either-or, not.

    confiance armée          both words, in any form, in one segment
    "manque de confiance"    these words in a row, as written (« » and “ ” too)
    migr*                    words that begin so
    armée OR gendarmes       either; OU and | mean the same
    -guerre                  segments without the word; NOT and SAUF mean the same
    (a b) OR c               parentheses

OR joins the two things beside it and nothing more: ``a b OR c`` is ``a (b OR c)``.
AND and ET between words are left out, for that is what side by side means. Whatever
makes no sense is read as words: a quote never closed, an OR with nothing on one
side, a minus with nothing wanted beside it. Every text is a query.
"""

from collections.abc import Callable
from dataclasses import dataclass

from mediakit.search.folding import Token


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    token: Token


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, as written but for accents and case.

    Attributes:
        words: Folded, at least one.
        begins: Whether the last word only has to begin so.
    """

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of several."""

    choices: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Both:
    """All of several, at least one, and none of some others."""

    wanted: tuple["Node", ...]
    unwanted: tuple["Node", ...] = ()


Node = Word | Phrase | Either | Both


@dataclass(frozen=True, slots=True)
class Query:
    """A query, read.

    Attributes:
        node: What to find; ``None`` when there is no word in the query.
        in_a_row: The words of a query that is nothing but words: where they
            stand in a row is the best place. Else empty.
        shortened: Whether words were left out because there were too many.
    """

    node: Node | None
    in_a_row: tuple[str, ...] = ()
    shortened: bool = False


def with_leaves(node: Node, change: Callable[[Word | Phrase], Node]) -> Node:
    """Return a query with each word and phrase that is wanted made into another."""
    match node:
        case Word() | Phrase():
            return change(node)
        case Either(choices):
            return Either(tuple(with_leaves(choice, change) for choice in choices))
        case Both(wanted, unwanted):
            return Both(tuple(with_leaves(each, change) for each in wanted), unwanted)


def leaves(node: Node) -> tuple[Word | Phrase, ...]:
    """Return the words and phrases that are wanted, in the order they were typed."""
    match node:
        case Word() | Phrase():
            return (node,)
        case Either(choices):
            return tuple(leaf for choice in choices for leaf in leaves(choice))
        case Both(wanted):
            return tuple(leaf for choice in wanted for leaf in leaves(choice))
