"""Read who sent which file in, and what they agreed to, from a spreadsheet."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reason, sentence
from mediakit.errors.catalog import IdAmbiguous, PersonNotFound
from mediakit.errors.typed import CellNotUnderstood
from mediakit.exchange.registry import read_sheet
from mediakit.exchange.session_cells import CellUnusable
from mediakit.exchange.sheet import LARGEST
from mediakit.exchange.submission_list import (
    CONSENT,
    CONTRIBUTOR,
    FILE,
    UNTIL,
    ListRow,
    read_list,
    unusable,
)
from mediakit.files import read_whole
from mediakit.model.group import fold_name
from mediakit.model.ids import PersonId
from mediakit.model.person import Person
from mediakit.workflows.find_media import Found, Refused
from mediakit.workflows.import_submissions import Entry

Value = TypeVar("Value")

_BETWEEN = re.compile(r"[/\\]")  # the names of a path, on whichever system
_NO_FILE = sentence("no file that is imported is called '{name}'")
_SEVERAL_FILES = sentence(
    "several files are called '{name}'; write their folders too, as folder/file.mp4"
)
_TWICE = sentence("'{name}' is in the list twice")
_NOBODY = sentence("nobody is called '{name}'; 'mediakit person add' adds people")
_SEVERAL_PEOPLE = sentence("several people are called '{name}'; write the person's id")
_NO_SCOPE = sentence("there is no consent scope '{scope}'; it may be {scopes}")


@dataclass(frozen=True, slots=True)
class ReadList:
    """What a list says.

    Attributes:
        entries: Of each file, by path.
        problems: What in it cannot be used.
    """

    entries: dict[Path, Entry]
    problems: tuple[CellNotUnderstood, ...]


def read_submission_list(
    catalog: Catalog,
    path: Path,
    things: Iterable[Found | Refused],
    *,
    scopes: Sequence[str],
    date_order: str,
) -> ReadList:
    """Return what a list says of the files that were found.

    A file is named by the end of its path, as much of it as tells it from the others;
    a person by their id, or by the name they agreed to.

    Args:
        catalog: Who is known.
        path: A CSV or XLSX file.
        things: What `find_media` found.
        scopes: The ladder of consent.
        date_order: Of day and month, where texts leave it open; see `as_day`.

    Raises:
        ReadFailed: The file cannot be read.
        SpreadsheetUnreadable: It is no spreadsheet, or not safe to open.
        SpreadsheetTooLarge: It holds more than is read.
        SpreadsheetsNotInstalled: What reads its format is not installed.
    """
    sheet = read_sheet(read_whole(path, most=LARGEST + 1), path.name)
    reading = _Reading(catalog.read(), things, scopes)
    for row in read_list(sheet, date_order):
        reading.read(row)
    return ReadList(reading.entries, tuple(reading.problems))


class _Reading:
    """Reads a list, and keeps what it says and what is wrong with it."""

    def __init__(
        self,
        records: Records,
        things: Iterable[Found | Refused],
        scopes: Sequence[str],
    ) -> None:
        self.entries: dict[Path, Entry] = {}
        self.problems: list[CellNotUnderstood] = []
        self._records = records
        self._scopes = scopes
        self._files = [thing.path for thing in things]
        self._people: dict[str, list[PersonId]] = {}
        for person in records.all(Person):
            self._people.setdefault(fold_name(person.name), []).append(person.id)

    def read(self, row: ListRow) -> None:
        """Keep what a row says, or all that is wrong with it."""
        self.problems += row.problems
        path = self._understood(row, FILE, self._path)
        person = self._understood(row, CONTRIBUTOR, self._person)
        rung = self._understood(row, CONSENT, self._rung)
        if path is not None:
            self.entries[path] = Entry(
                contributor=person,
                up_to=rung or "",
                until=row.cells.get(UNTIL, ""),
            )

    def _understood(
        self, row: ListRow, column: str, understand: Callable[[str], Value]
    ) -> Value | None:
        """Return what a cell says, or keep what is wrong with it."""
        cell = row.cells.get(column, "")
        if not cell and column != FILE:
            return None
        try:
            return understand(cell)
        except CellUnusable as error:
            self.problems.append(unusable(row.number, column, error.reason))
            return None

    def _path(self, typed: str) -> Path:
        parts = [one for one in _BETWEEN.split(typed.casefold()) if one]
        found = [path for path in self._files if parts and _ends(path, parts)]
        if len(found) != 1:
            reason = _SEVERAL_FILES if found else _NO_FILE
            raise CellUnusable(Reason(reason, name=typed))
        if found[0] in self.entries:
            raise CellUnusable(Reason(_TWICE, name=typed))
        return found[0]

    def _person(self, typed: str) -> PersonId:
        called = self._people.get(fold_name(typed), [])
        if len(called) > 1:
            raise CellUnusable(Reason(_SEVERAL_PEOPLE, name=typed))
        try:
            return called[0] if called else self._records.find(Person, typed).id
        except (PersonNotFound, IdAmbiguous) as error:
            raise CellUnusable(Reason(_NOBODY, name=typed)) from error

    def _rung(self, typed: str) -> str:
        if typed not in self._scopes:
            scopes = ", ".join(self._scopes)
            raise CellUnusable(Reason(_NO_SCOPE, scope=typed, scopes=scopes))
        return typed


def _ends(path: Path, parts: Sequence[str]) -> bool:
    """Tell whether a path ends in some names, written in small letters."""
    names = [_BETWEEN.sub("", one).casefold() for one in path.parts[-len(parts) :]]
    return names == list(parts)
