"""Sessions as rows of a spreadsheet: read with every mistake named, and written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from mediakit.errors.base import Reason, sentence
from mediakit.errors.typed import CellNotUnderstood
from mediakit.exchange.session_cells import (
    CellUnusable,
    as_count,
    as_day,
    as_items,
    as_kind,
    as_presences,
    as_tags,
    as_text,
    is_chosen,
)
from mediakit.exchange.session_columns import NAMING, Columns, find_columns
from mediakit.exchange.sheet import Cell, Row, Sheet
from mediakit.model.form import FIELDS, Form
from mediakit.model.ids import is_id
from mediakit.model.presence import Presence, format_presence, total
from mediakit.model.session import Session

Value = TypeVar("Value")

_TEXTS = ("source", "group", "community", "place", "region", "country", "partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """What a row says of a session.

    Attributes:
        number: The row, as spreadsheet programs count.
        facts: The fields it says, by name.
        problems: What is wrong with it.
    """

    number: int
    facts: dict[str, object]
    problems: tuple[CellNotUnderstood, ...]


def read_sessions(sheet: Sheet, form: Form, file: str) -> Iterator[ReadRow]:
    """Yield what each row says of a session, with everything that is wrong with it.

    Raises:
        ColumnsNotFound: A column that was named is not there, or none that a session
            could be called by.
        SpreadsheetUnreadable: One that is needed is there twice.
    """
    columns = find_columns(sheet, form, file)
    for row in sheet.rows:
        yield _Reading(sheet, form, columns, row).read()


def session_cells(session: Session) -> list[Cell]:
    """Return a session as a row under the headings `FIELDS`."""
    written: dict[str, Cell] = {
        "kind": session.kind.value,
        "date": date.fromisoformat(session.date) if session.date else "",
        "languages": " ".join(session.languages),
        "facilitators": "; ".join(session.facilitators),
        "people": "" if session.people is None else session.people,
        "present": "; ".join(map(format_presence, session.present)),
    }
    return [
        written[name] if name in written else str(getattr(session, name))
        for name in FIELDS
    ]


def miscounted(
    row: int, people: int, counted: int, *, column: str = "people"
) -> CellNotUnderstood:
    """Return what is wrong where more are counted by sex and age than in all."""
    reason = sentence("{people} in all, but {counted} counted by sex and age group")
    return CellNotUnderstood(
        row=row,
        column=column,
        reason=Reason(reason, people=people, counted=counted),
    )


class _Reading:
    """Reads one row, and keeps what is wrong with it."""

    def __init__(self, sheet: Sheet, form: Form, columns: Columns, row: Row) -> None:
        self._sheet, self._form, self._columns, self._row = sheet, form, columns, row
        self._facts: dict[str, object] = {}
        self._problems: list[CellNotUnderstood] = []

    def read(self) -> ReadRow:
        """Return what the row says."""
        form = self._form
        if len(self._row.cells) > len(self._sheet.headings):
            self._refuse("-", sentence("the row has more cells than there are columns"))
        for name in _TEXTS:
            self._keep(name, self._coded(name))
        self._keep("title", as_text)
        self._keep("notes", as_text)
        self._keep("id", _as_id)
        self._keep("kind", lambda cell: as_kind(cell, form.values.get("kind", {})))
        self._keep("date", lambda cell: as_day(cell, form.date_order))
        self._keep("people", as_count)
        self._keep_items("facilitators", by_words=False)
        self._keep_items("languages", by_words=True)
        self._keep("present", as_presences)
        self._count()
        self._name()
        return ReadRow(
            number=self._row.number,
            facts=self._facts,
            problems=tuple(self._problems),
        )

    def _cell(self, place: int) -> Cell:
        return self._row.cells[place] if place < len(self._row.cells) else ""

    def _keep(self, name: str, understand: Callable[[Cell], object]) -> None:
        """Keep what the column of a field says, if it says anything."""
        place = self._columns.fields.get(name)
        if place is None or self._cell(place) == "":
            return
        try:
            self._facts[name] = understand(self._cell(place))
        except CellUnusable as error:
            self._refuse(self._sheet.headings[place], error.reason)

    def _keep_items(self, name: str, *, by_words: bool) -> None:
        meanings = self._form.values.get(name, {})

        def understand(cell: Cell) -> tuple[str, ...]:
            items = as_items(cell, meanings, by_words=by_words)
            return as_tags(items) if name == "languages" else items

        self._keep(name, understand)
        choices = self._columns.choices.get(name, ())
        chosen = [choice for place, choice in choices if is_chosen(self._cell(place))]
        if chosen:
            try:
                self._facts[name] = understand("\n".join(chosen))
            except CellUnusable as error:
                self._refuse(self._form.columns[name], error.reason)

    def _count(self) -> None:
        """Add up who was present, and compare it with how many there were."""
        present = list(_present(self._facts.get("present", ())))
        for place, who in self._columns.present.items():
            try:
                count = as_count(self._cell(place)) if self._cell(place) != "" else 0
            except CellUnusable as error:
                self._refuse(self._sheet.headings[place], error.reason)
            else:
                present += [replace(who, count=count)] if count else []
        in_all = self._facts.get("people")
        if present:
            self._facts["present"] = tuple(present)
        if isinstance(in_all, int) and total(present) > in_all:
            heading = self._sheet.headings[self._columns.fields["people"]]
            self._problems.append(
                miscounted(self._row.number, in_all, total(present), column=heading)
            )

    def _name(self) -> None:
        """Call a session without a title by its group, place or community."""
        names = [str(self._facts[name]) for name in NAMING if self._facts.get(name)]
        if names:
            self._facts.setdefault("title", names[0])
        elif not self._problems:
            self._refuse("-", sentence("nothing says what the session is called"))

    def _coded(self, name: str) -> Callable[[Cell], str]:
        """Return what understands the answers to one field."""
        meanings = self._form.values.get(name, {})
        return lambda cell: meanings.get(as_text(cell), as_text(cell))

    def _refuse(self, column: str, reason: str) -> None:
        self._problems.append(
            CellNotUnderstood(row=self._row.number, column=column, reason=reason)
        )


def _as_id(cell: Cell) -> str:
    text = as_text(cell)
    if not is_id("s", text):
        reason = sentence("'{text}' is no id of a session")
        raise CellUnusable(Reason(reason, text=text))
    return text


def _present(found: object) -> tuple[Presence, ...]:
    return found if isinstance(found, tuple) else ()
