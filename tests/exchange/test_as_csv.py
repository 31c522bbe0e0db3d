"""CSV files of every program that facilitators use."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.errors.spreadsheets import SpreadsheetTooLarge, SpreadsheetUnreadable
from mediakit.exchange import as_csv, sheet
from mediakit.exchange.as_csv import read, write
from mediakit.exchange.sheet import Row

TEXT = "Lieu;Remarques\r\nKidal;été\r\n"
ROWS = (Row(2, ("Kidal", "été")),)

any_text = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("cp1252"), "cp1252"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_reads_letters_however_they_were_written(content: bytes, encoding: str) -> None:
    """Excel's older letters, its newer ones, and everyone else's."""
    found = read(content, "a.csv")

    assert (("Lieu", "Remarques"), ROWS) == (found.headings, found.rows)
    assert (encoding, ";") == (found.encoding, found.delimiter)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1;2\n", ";"),
        ("a\tb\r1\t2\r", "\t"),
        ('"a;x;y",b\n1,2\n', ","),
        ("sep=|\na|b\n1|2\n", "|"),
    ],
)
def test_finds_what_stands_between_cells(text: str, delimiter: str) -> None:
    """From the headings, or because the file says so."""
    found = read(text.encode(), "a.csv")

    assert delimiter == found.delimiter
    assert (Row(2, ("1", "2")),) == found.rows


def test_rows_are_counted_as_spreadsheet_programs_do() -> None:
    """Empty ones count, cells of several lines do not."""
    found = read(b'a,b\n\n"1\n2",x\n,\n3,\n', "a.csv")

    assert [(3, ("1\n2", "x")), (5, ("3", ""))] == [
        (row.number, row.cells) for row in found.rows
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"a,b\n1,\x002\n",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"a,b\n\x81\x8d,2\n",
        b'a,b\n1,"never closed\n2,3\n',
        b'a,b\n1,"closed" too early\n',
        codecs.BOM_UTF16_LE + b"a\x00\x00\x00",
    ],
)
def test_refuses_what_cannot_be_split_into_cells(content: bytes) -> None:
    """Nothing is guessed where a quotation mark is missing."""
    with pytest.raises(SpreadsheetUnreadable):
        read(content, "a.csv")


def test_refuses_what_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """In rows and in columns."""
    monkeypatch.setattr(as_csv, "ROWS", 2)
    with pytest.raises(SpreadsheetTooLarge):
        read(b"a\n1\n2\n3\n", "a.csv")
    with pytest.raises(SpreadsheetTooLarge):
        read(b"a," * (sheet.COLUMNS + 1), "a.csv")


def test_an_empty_file_has_no_rows() -> None:
    """Nor headings."""
    assert ((), ()) == (read(b"", "a.csv").headings, read(b"", "a.csv").rows)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c'!A"]
)
def test_no_cell_becomes_a_formula(text: str) -> None:
    """A spreadsheet program shows it; reading it here gives it back."""
    written = write(["a"], [[text]])

    (line,) = written.decode("utf-8-sig").splitlines()[1:]
    assert line.strip('"').startswith("'")
    assert ((text,),) == tuple(row.cells for row in read(written, "a.csv").rows)


@given(st.lists(st.lists(any_text, min_size=2, max_size=2), max_size=4))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    """But for spaces around it."""
    found = read(write(["a", "b"], rows), "a.csv")

    read_again = [[str(cell).strip() for cell in row.cells] for row in found.rows]
    expected = [[cell.strip() for cell in row] for row in rows]
    assert [row for row in expected if any(row)] == [r for r in read_again if any(r)]


def test_half_a_sign_is_written_as_one_that_is_missing() -> None:
    """A catalog that somebody edited by hand may hold one."""
    assert b"a?" in write(("memo",), [("a\ud800",)])
