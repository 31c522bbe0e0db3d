"""Import sessions from a spreadsheet: what is good is taken, what is bad is named."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import cast

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.sessions import PresenceExceedsPeople
from mediakit.errors.typed import CellNotUnderstood
from mediakit.exchange.registry import read_sheet
from mediakit.exchange.session_rows import ReadRow, miscounted, read_sessions
from mediakit.exchange.sheet import LARGEST, Sheet
from mediakit.files import read_whole
from mediakit.model.form import Form
from mediakit.model.group import fold_name
from mediakit.model.ids import SessionId
from mediakit.model.session import Session
from mediakit.workflows.session_facts import SessionFacts, with_facts


class How(StrEnum):
    """What became of a row."""

    ADDED = "added"
    KNOWN = "known"
    DIFFERENT = "different"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row that was understood.

    Attributes:
        row: As spreadsheet programs count.
        how: Whether it is new, known, says something else than the catalog, or
            changed that.
        session: The session it is about, as the catalog has it afterwards.
        different: The fields in which row and catalog differ, or differed.
    """

    row: int
    how: How
    session: Session
    different: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedSessions:
    """What an import came to.

    Attributes:
        sheet: The file, for how it was read.
        rows: The rows that were understood.
        problems: What is wrong with the others.
    """

    sheet: Sheet
    rows: list[ImportedRow]
    problems: list[CellNotUnderstood]


def import_sessions(
    catalog: Catalog,
    path: Path,
    form: Form,
    *,
    sheet: str = "",
    update: bool = False,
    dry_run: bool = False,
) -> ImportedSessions:
    """Take the sessions of a spreadsheet into the catalog, in one commit.

    A session is known again by its id, by what the form calls it, or by title, kind,
    date, group, place and community together: a file imported twice makes nothing
    twice.

    Args:
        catalog: Where they go.
        path: A CSV or XLSX file.
        form: What its columns and answers mean.
        sheet: The name of the sheet, for files of several; empty for the first.
        update: Change known sessions that a row says something else of.
        dry_run: Change nothing, but tell what would become of each row.

    Raises:
        ReadFailed: The file cannot be read.
        SpreadsheetUnreadable: It is no spreadsheet, or not safe to open.
        SpreadsheetTooLarge: It holds more than is read.
        SpreadsheetsNotInstalled: What reads its format is not installed.
        ColumnsNotFound: A column that was named is not there, or none that a session
            could be called by.
    """
    content = read_whole(path, most=LARGEST + 1)
    found = read_sheet(content, path.name, sheet)
    read = list(read_sessions(found, form, path.name))
    if dry_run or all(row.problems for row in read):
        done = _import(catalog.read(), read, update=update, keep=lambda one: one)
    else:
        with catalog.change() as change:
            done = _import(change, read, update=update, keep=change.put)
    return ImportedSessions(
        found,
        [one for one in done if isinstance(one, ImportedRow)],
        [one for one in done if isinstance(one, CellNotUnderstood)],
    )


def _import(
    records: Records,
    read: Iterable[ReadRow],
    *,
    update: bool,
    keep: Callable[[Session], Session],
) -> list[ImportedRow | CellNotUnderstood]:
    known = _Known(records.all(Session))
    done: list[ImportedRow | CellNotUnderstood] = []
    for row in read:
        if row.problems:
            done += row.problems
            continue
        try:
            one = _row(records, row, known, update=update)
        except PresenceExceedsPeople as error:
            # what the row says does not fit what is known
            done.append(miscounted(row.number, **error.details))
            continue
        if one.how in {How.ADDED, How.CHANGED}:
            one = replace(one, session=keep(one.session))
            known.add(one.session)
        done.append(one)
    return done


def _row(
    records: Records, row: ReadRow, known: "_Known", *, update: bool
) -> ImportedRow:
    typed = str(row.facts.get("id") or "")
    facts = cast(
        "SessionFacts", {name: one for name, one in row.facts.items() if name != "id"}
    )
    new = Session(id=SessionId(typed or records.new_id(Session)), title="")
    said = with_facts(new, facts)
    session = known.find(said, by_id=bool(typed))
    if session is None:
        return ImportedRow(row.number, How.ADDED, said)
    changed = with_facts(session, facts)
    different = tuple(
        field.name
        for field in fields(Session)
        if getattr(session, field.name) != getattr(changed, field.name)
    )
    if not different:
        return ImportedRow(row.number, How.KNOWN, session)
    if update:
        return ImportedRow(row.number, How.CHANGED, changed, different)
    return ImportedRow(row.number, How.DIFFERENT, session, different)


class _Known:
    """The sessions there are, by what tells them apart."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._ids: dict[str, Session] = {}
        self._sources: dict[str, Session] = {}
        self._described: dict[tuple[str, ...], Session] = {}
        for session in sessions:
            self.add(session)

    def add(self, session: Session) -> None:
        """Remember a session."""
        self._ids[session.id] = session
        if session.source:
            self._sources[session.source] = session
        self._described[_description(session)] = session

    def find(self, said: Session, *, by_id: bool) -> Session | None:
        """Return the one that *said* means: by its id, its source, or its look.

        Two that a form tells apart are two, however alike they look.
        """
        if by_id:
            return self._ids.get(said.id)
        if said.source in self._sources:
            return self._sources[said.source]
        alike = self._described.get(_description(said))
        return None if alike and alike.source and said.source else alike


def _description(session: Session) -> tuple[str, ...]:
    names = (session.title, session.group, session.place, session.community)
    return (session.kind, session.date, *map(fold_name, names))
