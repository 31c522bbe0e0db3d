"""The keys a word is looked up by: its stems, where its language has a stemmer.

A key begins with the two letters of its stemmer, so that the stem a word has in
English never finds a French one. Languages without a stemmer share the keys of
``NO_STEMMER``: the folded word, and the spelling without the letters ɲ and ŋ that
keyboards lack (``nyogon`` for ``ɲɔgɔn``).

The stemmers are Snowball's (https://snowballstem.org). They cut accented and
unaccented spellings differently (``réfugi-ées``, ``refugie-es``), and people type
both, so a word has a key for each. Known limits: ``migration`` and ``migrant`` have
different stems, ``refugies`` without accents finds ``réfugiés`` but not
``réfugiées``, and Arabic keeps a leading ``و``.
"""

import unicodedata
from functools import cache, lru_cache
from typing import Any

from mediakit.model.language import primary
from mediakit.search.folding import Token, chunk_tokens, fold

NO_STEMMER = "zz"

_STEMMERS = {"ar": "arabic", "en": "english", "fr": "french"}
_LETTERS = str.maketrans({"ɲ": "ny", "ñ": "ny", "ŋ": "ng"})


def stemmer_of(language: str) -> str:
    """Return the two letters that begin the keys of words in *language*."""
    found = primary(language)
    return found if found in _STEMMERS else NO_STEMMER


def segment_keys(token: Token, language: str) -> tuple[str, ...]:
    """Return the keys that a word said in *language* is found by."""
    return _keys(token.written, token.folded, stemmer_of(language))


def query_keys(token: Token) -> tuple[str, ...]:
    """Return the keys of a word that was typed, in whatever language."""
    return tuple(
        key
        for stemmer in (*_STEMMERS, NO_STEMMER)
        for key in _keys(token.written, token.folded, stemmer)
    )


@lru_cache(maxsize=1 << 16)
def chunk_keys(chunk: str, stemmer: str) -> str:
    """Return the keys of the words in a text without spaces, in one line."""
    return " ".join(
        key
        for token in chunk_tokens(chunk)
        for key in _keys(token.written, token.folded, stemmer)
    )


def stemmers_version() -> str:
    """Return the version of the stemmers: others may cut words differently."""
    import Stemmer

    version: str = Stemmer.version()
    return version


def _keys(written: str, folded: str, stemmer: str) -> tuple[str, ...]:
    lower = unicodedata.normalize("NFC", written.casefold())
    if stemmer == NO_STEMMER:
        found = (folded, *fold(lower.translate(_LETTERS)))
    else:
        stem = _stemmer(stemmer).stemWord
        found = (*fold(stem(lower)), stem(folded))
    return tuple(dict.fromkeys(stemmer + key for key in found))


# Any: PyStemmer has no annotations
@cache
def _stemmer(letters: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(_STEMMERS[letters])
