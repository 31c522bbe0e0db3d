"""What is coded, as a table: a coding a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.spreadsheets import ColumnsNotFound
from mediakit.errors.typed import CellNotUnderstood
from mediakit.exchange.session_cells import CellUnusable, as_text
from mediakit.exchange.session_columns import fold_heading
from mediakit.exchange.sheet import Cell, Row, Sheet
from mediakit.exchange.themed import ThemedPassage
from mediakit.model.timecode import TimeRange, format_clock, parse_time

CODING, CLIP, START, END, START_MS, END_MS, THEME, LABEL, CODER, STRONG, MEMO = (
    *("coding", "clip", "start", "end", "start_ms", "end_ms"),
    *("theme", "theme_label", "coder", "strong", "memo"),
)
COLUMNS = (
    *(CODING, CLIP, "title", START, END, START_MS, END_MS, THEME, LABEL),
    *(CODER, STRONG, MEMO, "text", "session", "session_kind"),
    *("date", "place", "region"),
)

# headings that mean a column, besides its name, without accents and in small letters
_ALSO = {
    CODING: ("codage", "id"),
    CLIP: ("recording", "enregistrement", "source", "document"),
    START: ("debut", "begin", "from", "de"),
    END: ("fin", "to", "a"),
    START_MS: ("debut_ms", "begin_ms"),
    END_MS: ("fin_ms",),
    THEME: ("code", "tag"),
    LABEL: ("libelle",),
    CODER: ("codeur", "codeuse", "user", "coded by"),
    STRONG: ("fort", "strong quote", "citation forte"),
    MEMO: ("memo", "comment", "commentaire", "note"),
}
_YES = {"yes", "oui", "true", "vrai", "1", "x"}
_LONGEST = 12  # digits
_NO = {"", "no", "non", "false", "faux", "0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingRow:
    """What a row says.

    Attributes:
        number: The row, as spreadsheet programs count.
        coding: The id of the coding, if the row has one.
        clip: The clip, as typed.
        theme: The theme, as typed.
        label: What it is called there, or empty.
        range: Where, or ``None`` for the whole clip.
        coder: Who coded it, or empty.
        memo: Why; ``None`` where there is no such column.
        strong: Whether it is a strong quote; ``None`` likewise.
        problems: What is wrong with it.
    """

    number: int
    coding: str = ""
    clip: str = ""
    theme: str = ""
    label: str = ""
    range: TimeRange | None = None
    coder: str = ""
    memo: str | None = None
    strong: bool | None = None
    problems: tuple[CellNotUnderstood, ...] = ()


def read_codings(sheet: Sheet, file: str) -> Iterator[CodingRow]:
    """Yield what each row of a table says, with everything that is wrong with it.

    Raises:
        ColumnsNotFound: It has no column of clips, or none of themes.
    """
    places = dict(_places(sheet))
    missing = [name for name in (CLIP, THEME) if name not in places]
    if missing:
        found = ", ".join(filter(None, sheet.headings)) or "-"
        advice = sentence("name its columns as 'mediakit code export' does")
        raise ColumnsNotFound(
            file=file, missing=", ".join(missing), found=found, advice=advice
        )
    for row in sheet.rows:
        yield _Reading(row, places).row()


def row_of(passage: ThemedPassage) -> tuple[Cell, ...]:
    """Return a coding as the cells of a row."""
    part, session = passage.range, passage.session
    return (
        *(passage.coding, passage.clip, passage.title),
        *((format_clock(part.start), format_clock(part.end)) if part else ("", "")),
        *((part.start, part.end) if part else ("", "")),
        *(passage.theme, passage.label, passage.coder),
        *("yes" if passage.strong else "", passage.memo, passage.text),
        *((session.title, session.kind.value) if session else ("", "")),
        *((session.date, session.place) if session else ("", "")),
        session.region if session else "",
    )


def unusable(row: int, column: str, reason: str) -> CellNotUnderstood:
    """Return what is wrong with a cell."""
    return CellNotUnderstood(row=row, column=column, reason=reason)


def _places(sheet: Sheet) -> Iterator[tuple[str, int]]:
    """Yield each column that is known and where it is; its own name counts first."""
    headings = [fold_heading(one) for one in sheet.headings]
    for name, also in _ALSO.items():
        for heading in (name, *also):
            if heading in headings:
                yield name, headings.index(heading)
                break


class _Reading:
    """One row while it is read."""

    def __init__(self, row: Row, places: dict[str, int]) -> None:
        self._row, self._places = row, places
        self._problems: list[CellNotUnderstood] = []

    def row(self) -> CodingRow:
        """Return what the row says."""
        range_ = self._range()
        strong = self._strong()
        clip, theme = self._cell(CLIP), self._cell(THEME)
        for column, cell in ((CLIP, clip), (THEME, theme)):
            if not cell:
                self._wrong(column, sentence("it is empty"))
        return CodingRow(
            number=self._row.number,
            coding=self._cell(CODING),
            clip=clip,
            theme=theme,
            label=self._cell(LABEL),
            range=range_,
            coder=self._cell(CODER),
            memo=self._cell(MEMO) if MEMO in self._places else None,
            strong=strong,
            problems=tuple(self._problems),
        )

    def _cell(self, column: str) -> str:
        place = self._places.get(column)
        if place is None or place >= len(self._row.cells):
            return ""
        try:
            return as_text(self._row.cells[place])
        except CellUnusable as error:
            self._wrong(column, error.reason)
            return ""

    def _range(self) -> TimeRange | None:
        start, end = self._time(START_MS, START), self._time(END_MS, END)
        if start is None and end is None:
            return None
        if start is None or end is None or not start < end:
            self._wrong(END, sentence("the end is not after the start"))
            return None
        return TimeRange(start, end)

    def _time(self, milliseconds: str, typed: str) -> int | None:
        """Return a time; spreadsheets rewrite what looks like one, but no number."""
        cell = self._cell(milliseconds)
        if cell:
            if cell.isascii() and cell.isdecimal() and len(cell) <= _LONGEST:
                return int(cell)
            self._wrong(milliseconds, sentence("it is no whole number"))
            return None
        cell = self._cell(typed)
        try:
            return parse_time(cell) if cell else None
        except MediakitError:
            self._wrong(
                typed, Reason(sentence("'{text}' is no time, as 1:23.5"), text=cell)
            )
            return None

    def _strong(self) -> bool | None:
        if STRONG not in self._places:
            return None
        cell = fold_heading(self._cell(STRONG))
        if cell not in _YES | _NO:
            self._wrong(STRONG, sentence("it is neither yes nor no"))
        return cell in _YES

    def _wrong(self, column: str, reason: str) -> None:
        self._problems.append(unusable(self._row.number, column, reason))
