"""From what was typed to a query; see `mediakit.search.query` for the language."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mediakit.search.folding import APOSTROPHES, Token, tokens
from mediakit.search.query import Both, Either, Node, Phrase, Query, Word

MOST_WORDS = 200
"""How many words of a query are used; more than that is a pasted page."""

_DEEPEST = 10
_OPERANDS = frozenset({"word", "phrase"})

_OPERATORS = {
    "OR": "or", "OU": "or", "|": "or",
    "AND": "and", "ET": "and", "&": "and",
    "NOT": "not", "SAUF": "not",
}  # fmt: skip

# The French particles that lose their vowel, as in Lucene's elision filter. What
# is left of a shorter word, as of d'or, is too little to look for alone.
_ELIDED = frozenset(
    {
        "c",
        "d",
        "j",
        "jusqu",
        "l",
        "lorsqu",
        "m",
        "n",
        "puisqu",
        "qu",
        "quoiqu",
        "s",
        "t",
    }
)
_SHORTEST_AFTER_ELISION = 3

_LEXEME = re.compile(
    r"""(?P<phrase> (?: "[^"]*" | «[^»]*» | “[^”]*” ) \*? )
      | (?P<open> \( )
      | (?P<close> \) )
      | (?P<not> (?<![^\s(]) - (?=\S) )
      | (?P<word> [^\s()"«»“”]+ )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str = ""
    tokens: tuple[Token, ...] = ()


_END = _Lexeme("close")


def parse(typed: str) -> Query:
    """Read what a person typed."""
    lexemes = list(_lexemes(typed))
    known = list(_with_operators(list(_first_words(lexemes))))
    return Query(
        node=_both(deque(known), 0),
        in_a_row=_only_words(known),
        shortened=sum(len(lexeme.tokens) for lexeme in lexemes) > MOST_WORDS,
    )


def _lexemes(typed: str) -> Iterator[_Lexeme]:
    for match in _LEXEME.finditer(typed):
        kind, text = match.lastgroup or "", match.group()
        found = tuple(tokens(text)) if kind in _OPERANDS else ()
        if found or kind not in _OPERANDS or text in _OPERATORS:
            yield _Lexeme(kind, text, found)


def _first_words(lexemes: Sequence[_Lexeme]) -> Iterator[_Lexeme]:
    left = MOST_WORDS
    for lexeme in lexemes:
        if left <= 0:
            return
        yield _Lexeme(lexeme.kind, lexeme.text, lexeme.tokens[:left])
        left -= len(lexeme.tokens)


def _with_operators(lexemes: Sequence[_Lexeme]) -> Iterator[_Lexeme]:
    """Tell operators from words that look like them but have nothing to join."""
    before = ""
    for lexeme, after in pairwise([*lexemes, _END]):
        kind = _OPERATORS.get(lexeme.text, lexeme.kind)
        joins = kind == "not" or before == "close" or before in _OPERANDS
        followed = after.kind != "close" and (
            _OPERATORS.get(after.text, "not") == "not"
        )
        before = kind if joins and followed else lexeme.kind
        yield _Lexeme(before, lexeme.text, lexeme.tokens)


def _both(rest: deque[_Lexeme], depth: int) -> Node | None:
    """Read up to the end of a parenthesis, or of everything."""
    wanted: list[Node] = []
    unwanted: list[Node] = []
    last, operator = wanted, ""
    while rest:
        lexeme = rest.popleft()
        if lexeme.kind == "close" and depth:
            break
        if lexeme.kind in {"or", "and", "not"}:
            operator = operator if operator == "or" else lexeme.kind
            continue
        node = _operand(lexeme, rest, depth)
        if node is None:
            continue
        if operator == "or" and last:
            last[-1] = _either(last[-1], node)
        else:
            last = unwanted if operator == "not" else wanted
            last.append(node)
        operator = ""
    return _all_of(wanted, unwanted)


def _operand(lexeme: _Lexeme, rest: deque[_Lexeme], depth: int) -> Node | None:
    if lexeme.kind == "open" and depth < _DEEPEST:
        return _both(rest, depth + 1)
    if not lexeme.tokens:
        return None
    words = tuple(token.folded for token in lexeme.tokens)
    begins = "*" in lexeme.text[lexeme.tokens[-1].end :]
    if begins or lexeme.kind == "phrase":
        return Phrase(words, begins)
    spoken = lexeme.tokens[_elided(lexeme) :]
    return Word(spoken[0]) if len(spoken) == 1 else Phrase(words)


def _elided(lexeme: _Lexeme) -> int:
    """Return how many particles to leave out in front: 1 for ``l'école``."""
    first, *others = lexeme.tokens
    return int(
        len(others) == 1
        and first.folded in _ELIDED
        and lexeme.text[first.end] in APOSTROPHES
        and len(others[0].folded) >= _SHORTEST_AFTER_ELISION
    )


def _either(first: Node, second: Node) -> Node:
    choices = first.choices if isinstance(first, Either) else (first,)
    return Either((*choices, second))


def _all_of(wanted: Sequence[Node], unwanted: Sequence[Node]) -> Node | None:
    if not wanted:
        # nothing but words that are not wanted: they are looked for
        wanted, unwanted = unwanted, ()
    if len(wanted) == 1 and not unwanted:
        return wanted[0]
    return Both(tuple(wanted), tuple(unwanted)) if wanted else None


def _only_words(lexemes: Sequence[_Lexeme]) -> tuple[str, ...]:
    plain = all(lexeme.kind == "word" and "*" not in lexeme.text for lexeme in lexemes)
    words = tuple(token.folded for lexeme in lexemes for token in lexeme.tokens)
    return words if plain and len(lexemes) > 1 else ()
