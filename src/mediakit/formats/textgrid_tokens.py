"""What counts in a TextGrid of Praat's: texts, free numbers and a few flags.

Everything else in such a file, as ``xmin =``, is there for people: long and short
files are read alike.
"""

import re
from typing import NoReturn

from mediakit.errors.transcripts import TranscriptLineUnreadable

_TOKEN = re.compile(
    r"""
    "((?:[^"]|"")*+)"                             # a text; "" is a quotation mark
    | (?<!\S)(-?\d{1,9}(?:\.\d{1,30})?(?:e[-+]?\d{1,2})?)s?(?!\S)  # a number
    | (<(?:exists|absent)>)
    | !.*                                         # a comment
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_SHOWN = 60


class Tokens:
    """The tokens of a file, one after the other."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._found = (m for m in _TOKEN.finditer(text) if m.lastindex)

    def text(self) -> str:
        """Return the next text."""
        match = self._next()
        if match[1] is None:
            self._refuse(match.start())
        return match[1].replace('""', '"')

    def flag(self) -> bool:
        """Tell whether the next flag says that something exists."""
        match = self._next()
        if match[3] is None:
            self._refuse(match.start())
        return match[3].lower() == "<exists>"

    def number(self) -> float:
        """Return the next number."""
        match = self._next()
        if match[2] is None:
            self._refuse(match.start())
        return float(match[2])

    def time(self) -> int:
        """Return the next number, of seconds, in milliseconds."""
        return round(self.number() * 1000)

    def _next(self) -> re.Match[str]:
        return next(self._found, None) or self._refuse(len(self._text.rstrip()))

    def _refuse(self, place: int) -> NoReturn:
        line = self._text.count("\n", 0, place) + 1
        shown = self._text.split("\n")[line - 1].strip()[:_SHOWN]
        raise TranscriptLineUnreadable(file=self._file, line=line, text=shown)
