"""Turn the bytes of a transcript file into text, whatever wrote them."""

import codecs
import html
import unicodedata
from typing import NoReturn

from mediakit.errors.transcripts import TranscriptNotText
from mediakit.formats.repairs import Mended, Repair

# what Windows used before UTF-8, by language; the French one serves the most
_BEFORE_UNICODE = {"ar": "cp1256", "fa": "cp1256", "ur": "cp1256"}
_WESTERN = "cp1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_BREAKS = str.maketrans(
    dict.fromkeys("\v\f\N{NEXT LINE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}", " ")
)
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def decode(content: bytes, file: str, language: str) -> tuple[str, tuple[Repair, ...]]:
    """Return a file's text, with a line feed alone at the end of lines.

    A byte order mark says the encoding; else it is UTF-8, or, where hardly any
    letter makes sense in it, the one that Windows used before for *language*.

    Raises:
        TranscriptNotText: There are bytes that no text holds.
    """
    text, repairs = _decoded(content, file, language)
    if "\0" in text:
        _refuse(text[: text.index("\0")], file)
    return text.replace("\r\n", "\n").replace("\r", "\n"), repairs


def clean(text: str) -> tuple[str, bool]:
    """Return *text* without what commands a terminal or turns letters round.

    Also tells whether anything but separators of lines was removed. Marks that
    join letters, as Persian and Fulfulde in Arabic script need them, stay.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text.strip(), False
    plain = text.translate(_BREAKS)
    kept = "".join(c for c in plain if not _commands(c))
    return kept.strip(), kept != plain


def one_line(text: str) -> str:
    """Return *text* without line breaks, or spaces at the ends of its lines."""
    return " ".join(line.strip() for line in clean(text)[0].split("\n") if line.strip())


def unescape(text: str) -> str:
    """Return *text* with what HTML writes in another way, as ``&amp;``."""
    try:
        return html.unescape(text)
    except ValueError:
        # a number of thousands of digits, which Python refuses to read
        return text


def _decoded(
    content: bytes, file: str, language: str
) -> tuple[str, tuple[Repair, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _forgiving(content[len(mark) :], encoding)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        text, repairs = _forgiving(content, "utf-8")
    # bytes of an older encoding hardly ever make a letter of UTF-8; whisper.cpp
    # cuts letters in two, and then has more damaged ones than whole
    damaged = text.count(_REPLACED)
    whole = sum(not c.isascii() for c in text) - damaged
    if 4 * whole > damaged:
        return text, repairs
    encoding = _BEFORE_UNICODE.get(language.partition("-")[0], _WESTERN)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        _refuse(content[: error.start].decode("latin-1"), file)
    return text, (Repair(Mended.ENCODING, values={"encoding": encoding}),)


def _forgiving(content: bytes, encoding: str) -> tuple[str, tuple[Repair, ...]]:
    text = content.decode(encoding, "replace")
    return text, tuple(
        Repair(Mended.DAMAGED_LETTERS, number)
        for number, line in enumerate(text.split("\n"), start=1)
        if _REPLACED in line
    )


def _refuse(before: str, file: str) -> NoReturn:
    raise TranscriptNotText(file=file, line=before.count("\n") + 1)


def _commands(character: str) -> bool:
    if character in "\n\t":
        return False
    return character in _TURNS or unicodedata.category(character) in {"Cc", "Cs"}
