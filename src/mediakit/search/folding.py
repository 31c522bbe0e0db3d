"""Words as the index compares them: without accents, case, or spelling habits.

A word is a run of letters, digits and the marks on them. Apostrophes and hyphens
end it, so ``l’école`` is found by ``école`` and, as two words in a row, by
``l'école``. Folding removes what people leave out when they type in a hurry or
without the right keyboard: accents, vowel points and other marks (Unicode NFKD),
case, the hooks of ɓ ɗ ƴ, the shapes of ŋ ɲ ɛ ɔ, ligatures, the forms of alef, ya
and ta marbuta, and tatweel.
"""

# ruff: noqa: RUF001, RUF002 letters that look like others are what this file is about

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = frozenset("'’‘ʼʻʾʿˈꞌ＇`´′")
"""What stands for an apostrophe; some of them Unicode calls letters."""

_CHUNK = re.compile(r"\S+")

# Signs that are drawn as nothing and may stand inside a word: soft hyphen, joiners,
# direction marks, byte order mark, the choice between two drawings of one sign.
_INVISIBLE = frozenset(
    "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
)

# Letters that Unicode does not take apart, and Arabic letters written one for another.
_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ɓ": "b",
        "ɗ": "d",
        "ƴ": "y",
        "ŋ": "n",
        "ɲ": "n",
        "ɛ": "e",
        "ɔ": "o",
        "ə": "e",
        "ǝ": "e",
        "ı": "i",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ـ": None,
    }
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text.

    Attributes:
        start: Characters before it.
        end: Characters up to its end.
        written: The word as it stands in the text.
        folded: The word as the index compares it.
    """

    start: int
    end: int
    written: str
    folded: str


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of *text* with their places in it.

    A sign that stands for several words, as ``ﷺ``, gives several with one place.
    """
    for chunk in _CHUNK.finditer(text):
        place = chunk.start()
        for token in chunk_tokens(chunk.group()):
            start, end = token.start + place, token.end + place
            yield Token(start, end, token.written, token.folded)


@lru_cache(maxsize=1 << 16)
def chunk_tokens(chunk: str) -> tuple[Token, ...]:
    """Return the words of a text without spaces.

    Speech says the same things often: remembering what a chunk gave makes
    indexing several times faster.
    """
    return tuple(
        Token(start, end, chunk[start:end], folded)
        for start, end in _runs(chunk)
        for folded in fold(chunk[start:end])
    )


def fold(word: str) -> tuple[str, ...]:
    """Return a word as the index compares it: nothing, one word or several."""
    apart = unicodedata.normalize("NFKD", word)
    # casefolding may bring marks of its own, as for İ
    apart = unicodedata.normalize("NFKD", apart.casefold())
    plain = "".join(map(_plain, apart)).translate(_LETTERS)
    return tuple(part for part in plain.split() if any(map(str.isalnum, part)))


@lru_cache(maxsize=1 << 12)
def _plain(sign: str) -> str:
    if unicodedata.combining(sign) or sign in _INVISIBLE:
        return ""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return sign if _in_word(sign) else " "


def _runs(chunk: str) -> Iterator[tuple[int, int]]:
    start = None
    for place, sign in enumerate(chunk):
        if _in_word(sign):
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(chunk)


@lru_cache(maxsize=1 << 12)
def _in_word(sign: str) -> bool:
    if sign in APOSTROPHES:
        return False
    return sign.isalnum() or sign in _INVISIBLE or unicodedata.category(sign)[0] == "M"
