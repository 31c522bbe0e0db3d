"""What a cell of a list of sessions says: a day, a number, names, people."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from mediakit.errors.base import Reason, sentence
from mediakit.errors.typed import LanguageNotUnderstood, PresenceNotUnderstood
from mediakit.exchange.session_columns import fold_heading
from mediakit.exchange.sheet import Cell, Unknown
from mediakit.model.form import DAY_FIRST
from mediakit.model.language import normalize_tag
from mediakit.model.presence import Presence, parse_presence
from mediakit.model.session import SessionKind

Meanings = Mapping[str, str]

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII)
_OTHER = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_EPOCH = date(1899, 12, 30)  # day 0 of Excel on Windows, after its leap day of 1900
_EARLIEST, _LATEST = date(1950, 1, 1), date(2100, 1, 1)
_MONTHS = 12
_MOST_PEOPLE = 1_000_000
_BETWEEN = re.compile(r"[,;|\n]")
_YES = {"1", "1.0", "true", "vrai", "yes", "oui", "x"}
_KINDS = {
    SessionKind.FOCUS_GROUP: ("focus group", "groupe de discussion", "groupe focal"),
    SessionKind.INTERVIEW: ("interview", "entretien"),
    SessionKind.REGIONAL_GATHERING: (
        *("regional gathering", "rencontre regionale", "atelier regional"),
        "rassemblement regional",
    ),
    SessionKind.NATIONAL_CONFERENCE: ("national conference", "conference nationale"),
    SessionKind.PUBLIC_SCREENING: ("public screening", "projection publique"),
    SessionKind.OTHER: ("other", "other session", "autre", "autre session"),
}
_KIND_NAMES = {name: kind for kind, names in _KINDS.items() for name in names}


class CellUnusable(Exception):
    """A cell does not say what it should.

    Attributes:
        reason: Why, as a sentence without its end.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def as_text(cell: Cell) -> str:
    """Return a cell as people read it.

    Raises:
        CellUnusable: The file does not hold its value.
    """
    if isinstance(cell, Unknown):
        raise CellUnusable(cell.reason)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    # programs end lines in a cell each in their own way
    return "\n".join(str(cell).split("\r\n")).strip()


def as_day(cell: Cell, order: str) -> str:
    """Return the day that a cell says, as ISO 8601.

    Args:
        cell: A date, a day's number as Excel counts, or a text.
        order: Of day and month in texts that begin with neither year nor a number
            above twelve; see `Form.date_order`.

    Raises:
        CellUnusable: It is none, or may be two.
    """
    if isinstance(cell, date):
        return cell.isoformat()
    text = as_text(cell)
    if _SERIAL.fullmatch(text):
        found = _EPOCH + timedelta(days=int(float(text)))
    elif match := _ISO.fullmatch(text):
        found = _day(text, int(match[1]), int(match[2]), int(match[3]))
    elif match := _OTHER.fullmatch(text):
        day, month = _ordered(text, int(match[1]), int(match[2]), order)
        found = _day(text, int(match[3]), month, day)
    else:
        raise CellUnusable(_no_day(text))
    if not _EARLIEST <= found < _LATEST:
        raise CellUnusable(_no_day(text))
    return found.isoformat()


def as_count(cell: Cell) -> int:
    """Return the number of people that a cell says.

    Raises:
        CellUnusable: It is none.
    """
    # some programs write every number with a fraction
    text = as_text(cell).removesuffix(".0")
    if not text.isascii() or not text.isdecimal() or int(text) > _MOST_PEOPLE:
        raise CellUnusable(
            Reason(sentence("'{text}' is no number of people"), text=text)
        )
    return int(text)


def as_kind(cell: Cell, meanings: Meanings) -> SessionKind:
    """Return the kind of session that a cell names, in English or French.

    Raises:
        CellUnusable: It is none.
    """
    text = as_text(cell)
    named = meanings.get(text, text)
    folded = re.sub(r"[-_ ]+", " ", fold_heading(named))
    if folded not in _KIND_NAMES:
        raise CellUnusable(
            Reason(
                sentence(
                    "'{text}' is no kind of session; it may be {kinds}, or say in "
                    "[import.sessions.values.kind] what it means"
                ),
                text=text,
                kinds=", ".join(SessionKind),
            )
        )
    return _KIND_NAMES[folded]


def as_items(cell: Cell, meanings: Meanings, *, by_words: bool) -> tuple[str, ...]:
    """Return the several things that a cell names, each once.

    They stand between commas, semicolons, bars or line ends. Forms put a space
    between the codes of answers, which is told from a name of two words by their
    having a meaning, or by *by_words*.

    Raises:
        CellUnusable: The file does not hold its value.
    """
    found: list[str] = []
    for part in (one.strip() for one in _BETWEEN.split(as_text(cell))):
        words = part.split()
        if part in meanings:
            found.append(meanings[part])
        elif by_words or (words and all(word in meanings for word in words)):
            found += [meanings.get(word, word) for word in words]
        elif part:
            found.append(part)
    return tuple(dict.fromkeys(found))


def as_tags(items: tuple[str, ...]) -> tuple[str, ...]:
    """Return languages as their tags.

    Raises:
        CellUnusable: One is no tag.
    """
    tags = []
    for item in items:
        try:
            tags.append(normalize_tag(item))
        except LanguageNotUnderstood as error:
            reason = sentence(
                "'{text}' is no language tag such as fr or bm; say in "
                "[import.sessions.values.languages] what it means"
            )
            raise CellUnusable(Reason(reason, text=item)) from error
    return tuple(dict.fromkeys(tags))


def as_presences(cell: Cell) -> tuple[Presence, ...]:
    """Return whom a cell such as ``female/18-35=6; male=4`` counts.

    Raises:
        CellUnusable: It counts nobody.
    """
    texts = [one.strip() for one in _BETWEEN.split(as_text(cell)) if one.strip()]
    try:
        return tuple(map(parse_presence, texts))
    except PresenceNotUnderstood as error:
        reason = sentence("'{text}' does not say how many of whom, as female/18-35=6")
        raise CellUnusable(Reason(reason, **error.details)) from error


def is_chosen(cell: Cell) -> bool:
    """Tell whether the column of one answer says yes."""
    return not isinstance(cell, Unknown) and as_text(cell).casefold() in _YES


def _ordered(text: str, first: int, second: int, order: str) -> tuple[int, int]:
    """Return the day and the month of two numbers."""
    if first > _MONTHS or first == second:
        return first, second
    if second > _MONTHS:
        return second, first
    if not order:
        reason = sentence(
            '{text} may be two days; say date_order = "day-first" or "month-first" '
            "in [import.sessions] of mediakit.toml"
        )
        raise CellUnusable(Reason(reason, text=text))
    return (first, second) if order == DAY_FIRST else (second, first)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise CellUnusable(_no_day(text)) from error


def _no_day(text: str) -> Reason:
    return Reason(sentence("'{text}' is no date such as 2026-03-01"), text=text)
