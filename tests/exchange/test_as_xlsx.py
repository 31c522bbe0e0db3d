"""XLSX files of Excel and LibreOffice, and of people who mean harm."""

import contextlib
import io
import re
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from mediakit.errors.spreadsheets import (
    SpreadsheetsNotInstalled,
    SpreadsheetTooLarge,
    SpreadsheetUnreadable,
)
from mediakit.exchange import xlsx_bounds
from mediakit.exchange.as_xlsx import read, write, write_book
from mediakit.exchange.registry import read_sheet
from mediakit.exchange.sheet import Cell, Row, Unknown

SHEET = "xl/worksheets/sheet1.xml"


def a_file(*rows: list[object]) -> bytes:
    """Return a workbook with these rows."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def changed(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return a workbook with one of its documents changed."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()) if name == part else text)
    return file.getvalue()


def test_reads_texts_numbers_and_days() -> None:
    """A day with a time is that day."""
    when = datetime(2026, 3, 1, 10, 30)  # noqa: DTZ001 as spreadsheets have it
    found = read(a_file(["a", "b", "c", "d"], [" x ", 12, when, None]), "a.xlsx")

    assert ("a", "b", "c", "d") == found.headings
    assert (Row(2, ("x", 12, date(2026, 3, 1), "")),) == found.rows


def test_reads_the_sheet_that_is_named() -> None:
    """The first, if none is; one that is not there is told."""
    book = Workbook()
    book.create_sheet("Sessions").append(["a"])
    file = io.BytesIO()
    book.save(file)

    assert ("a",) == read(file.getvalue(), "a.xlsx", "Sessions").headings
    assert () == read(file.getvalue(), "a.xlsx").rows
    with pytest.raises(SpreadsheetUnreadable, match="Sessions"):
        read(file.getvalue(), "a.xlsx", "Villages")


def test_takes_the_result_of_a_formula_and_names_one_without() -> None:
    """Nothing is computed here, and nothing is passed over."""
    content = a_file(["a", "b", "c", "d"], ["=1+1", "=2+2", '=""', "x"])
    # as openpyxl writes it with lxml, and without
    nothing = re.compile("<v ?/>|<v></v>")
    content = changed(content, SHEET, lambda xml: nothing.sub("<v>2</v>", xml, count=1))
    content = changed(
        content, SHEET, lambda xml: xml.replace('<c r="C2">', '<c r="C2" t="str">')
    )

    ((computed, unknown, empty, text),) = [
        row.cells for row in read(content, "a.xlsx").rows
    ]

    assert (2, "", "x") == (computed, empty, text)
    assert isinstance(unknown, Unknown)


def test_names_a_cell_with_an_error() -> None:
    """``#REF!`` is no value."""
    ((cell,),) = [row.cells for row in read(a_file(["a"], ["#REF!"]), "a.xlsx").rows]

    assert isinstance(cell, Unknown)


def test_a_cell_far_away_costs_nothing() -> None:
    """An empty one in the last row there is, and a size that is only claimed."""
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    content = changed(
        a_file(["a"], ["x"]),
        SHEET,
        lambda xml: re.sub("ref=.A1:A2.", 'ref="A1:XFD1048576"', xml).replace(
            "</sheetData>", far
        ),
    )

    assert (Row(2, ("x",)),) == read(content, "a.xlsx").rows


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="3"><c r="XFD3"><v>1</v></c></row>',
        '<row r="3"><c r="A999999999"><v>1</v></c></row>',
        '<row r="999999999999"><c><v>1</v></c></row>',
    ],
)
def test_refuses_cells_beyond_what_is_read(cell: str) -> None:
    """Rather than forgetting them."""
    content = changed(
        a_file(["a"]),
        SHEET,
        lambda xml: xml.replace("</sheetData>", f"{cell}</sheetData>"),
    )

    with pytest.raises(SpreadsheetTooLarge):
        read(content, "a.xlsx")


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


def test_refuses_a_document_type_in_a_sheet_of_another_name() -> None:
    """The table of contents may call a sheet as it likes."""
    content = changed(a_file(["a"]), SHEET, lambda xml: BOMB + xml)
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name).replace(b"sheet1.xml", b"sheet1.dat")
            new.writestr(name.replace("sheet1.xml", "sheet1.dat"), text)

    with pytest.raises(SpreadsheetUnreadable, match="document type"):
        read(file.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "[Content_Types].xml", "_rels/.rels"]
)
def test_refuses_a_document_type(part: str) -> None:
    """It could multiply, or lead to other files."""
    content = changed(
        a_file(["a"]), part, lambda xml: BOMB + re.sub(r"<\?xml.*?\?>", "", xml)
    )

    with pytest.raises(SpreadsheetUnreadable, match="document type"):
        read(content, "a.xlsx")


def test_refuses_what_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before unpacking it."""
    monkeypatch.setattr(xlsx_bounds, "_UNPACKED", 1_000_000)
    content = changed(a_file(["a"]), SHEET, lambda xml: xml + " " * 1_000_000)

    with pytest.raises(SpreadsheetTooLarge):
        read(content, "a.xlsx")


def test_refuses_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """However they are spread."""
    monkeypatch.setattr(xlsx_bounds, "_CELLS", 3)

    with pytest.raises(SpreadsheetTooLarge):
        read(a_file([1, 2], [3, 4]), "a.xlsx")


GOOD = a_file(["a"], ["x"])
LOCKED = bytearray(GOOD)
LOCKED[GOOD.index(b"PK\x01\x02") + 8] |= 1  # the flag of the first entry


@pytest.mark.parametrize(
    "content",
    [
        GOOD[: len(GOOD) // 2],
        b"PK\x03\x04nothing",
        bytes(LOCKED),
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        changed(GOOD, SHEET, lambda xml: xml[:-20]),
        changed(GOOD, SHEET, lambda xml: xml.replace('r="A1"', 'r="A-1"')),
        changed(
            GOOD,
            SHEET,
            lambda xml: re.sub('t="inlineStr"><is>.*?</is>', 't="s"><v>9</v>', xml),
        ),
        changed(GOOD, "xl/workbook.xml", lambda _xml: "<workbook/>"),
        changed(GOOD, "[Content_Types].xml", lambda _xml: "<Types/>"),
    ],
    ids=[
        "cut short",
        "only a beginning",
        "password",
        "old Excel",
        "broken sheet",
        "nowhere",
        "missing text",
        "empty book",
        "no types",
    ],
)
def test_refuses_what_is_damaged(content: bytes) -> None:
    """With one sentence, whatever the library says."""
    with pytest.raises(SpreadsheetUnreadable):
        read_sheet(content, "a.xlsx")


@pytest.mark.parametrize("place", range(0, len(GOOD), 97))
def test_any_damage_is_told_or_harmless(place: int) -> None:
    """A byte that flipped never ends in anything else."""
    damaged = bytearray(GOOD)
    damaged[place] ^= 0xFF

    with contextlib.suppress(SpreadsheetUnreadable, SpreadsheetTooLarge):
        assert ("a",) == read_sheet(bytes(damaged), "a.xlsx").headings


def test_what_is_written_is_read_again() -> None:
    """Texts, numbers and days; what looks like a formula stays a text."""
    rows: list[list[Cell]] = [["=1+1", 3, date(2026, 3, 1), ""], ["", "@x", "-2", "+3"]]

    found = read(write(["a", "b", "c", "d"], rows), "a.xlsx")

    assert [tuple(row) for row in rows] == [row.cells for row in found.rows]
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(write(["a"], rows))).read(SHEET)


def test_a_book_has_a_sheet_a_page() -> None:
    """Each is named, with its headings in the first row and formulas nowhere."""
    book = write_book([("one", ["a"], [["=1+1"]]), ("two", ["=b"], [[2], [""]])])

    first, second = read(book, "a.xlsx", "one"), read(book, "a.xlsx", "two")
    assert (("a",), [("=1+1",)]) == (first.headings, [r.cells for r in first.rows])
    assert (("=b",), [(2,)]) == (second.headings, [r.cells for r in second.rows][:1])


def test_says_how_to_install_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command to type."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(SpreadsheetsNotInstalled, match=r"pip install 'mediakit\[res"):
        read(GOOD, "a.xlsx")
    with pytest.raises(SpreadsheetsNotInstalled):
        write(["a"], [])
