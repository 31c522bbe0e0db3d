"""Texts on terminals: how wide they are, and nothing in them that commands."""

import re
import unicodedata

COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""The controls of terminals, and those of writing direction."""

_SCREEN = 80  # columns of the narrowest that people work on


def printable(text: str) -> str:
    """Return *text* without what could command a terminal or turn its letters round.

    Titles and names come from files of strangers: escape sequences and the
    controls of writing direction are shown as a replacement mark.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_command(c) else c for c in text)


def shortened(text: str, width: int = _SCREEN) -> str:
    """Return *text* cut off where it is wider than *width* columns, with a mark."""
    clean = printable(text).replace("\n", " ")
    if display_width(clean) <= width:
        return clean
    while display_width(clean) >= width:
        clean = clean[:-1]
    return f"{clean.rstrip()}…"


def display_width(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(c) in {"Mn", "Me", "Cf"}
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _is_command(character: str) -> bool:
    return character not in "\n\t" and COMMANDS.match(character) is not None
