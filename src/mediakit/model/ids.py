"""Identifiers: random, short, typed, and the same on every laptop.

An id is a letter for the kind, a hyphen, and ten symbols of Crockford's
base 32 (https://www.crockford.com/base32.html), fifty bits: two catalogs made
apart can be merged. People may type any prefix that means only one thing.
"""

import re
from typing import NewType

ClipId = NewType("ClipId", str)
CodingId = NewType("CodingId", str)
ConsentId = NewType("ConsentId", str)
ExcerptId = NewType("ExcerptId", str)
FilmId = NewType("FilmId", str)
FilmVersionId = NewType("FilmVersionId", str)
MaskId = NewType("MaskId", str)
PersonId = NewType("PersonId", str)
PlaylistId = NewType("PlaylistId", str)
RecallId = NewType("RecallId", str)
RemovedId = NewType("RemovedId", str)
ReplyId = NewType("ReplyId", str)
ScreeningId = NewType("ScreeningId", str)
SearchId = NewType("SearchId", str)
SessionId = NewType("SessionId", str)
SubmissionId = NewType("SubmissionId", str)
ThemeId = NewType("ThemeId", str)
TranscriptId = NewType("TranscriptId", str)
UseId = NewType("UseId", str)
ValidationId = NewType("ValidationId", str)
VoiceId = NewType("VoiceId", str)
VoiceoverId = NewType("VoiceoverId", str)

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10

_LOOKALIKES = str.maketrans("oil", "011")


def make_id(letter: str, number: int) -> str:
    """Return the id of kind *letter* that spells *number* (taken modulo 2**50)."""
    symbols = []
    for _ in range(LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        symbols.append(ALPHABET[digit])
    return f"{letter}-{''.join(reversed(symbols))}"


def is_id(letter: str, text: str) -> bool:
    """Tell whether *text* can be an id of kind *letter*, and safely a file's name.

    A newer mediakit may make longer ones.
    """
    return re.fullmatch(rf"{letter}-[0-9a-z]{{1,40}}", text, re.ASCII) is not None


def normalize_id(typed: str) -> str:
    """Return *typed* as ids are written: lower case, look-alike letters as digits."""
    letter, hyphen, rest = typed.strip().lower().partition("-")
    return letter + hyphen + rest.translate(_LOOKALIKES)
