"""Word documents: as Word, Teams and people make them, and as attackers do."""

import io
import zipfile
import zlib
from collections.abc import Iterable

import docx as word
import pytest

from mediakit.errors.transcripts import TranscriptDocumentUnreadable
from mediakit.formats import docx
from mediakit.formats.registry import Reading, read_bytes
from mediakit.formats.repairs import Mended
from mediakit.model.transcript import Segment, Transcript
from mediakit.word_document import WORDS
from tests.formats.spoken import SPOKEN

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraphs(*texts: str) -> bytes:
    """Return a document of python-docx with some paragraphs."""
    document = word.Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """Return a document of python-docx with a table."""
    document = word.Document()
    document.add_heading("Entretien à Gao", 1)
    cells = [list(row) for row in rows]
    made = document.add_table(len(cells), len(cells[0]))
    for row, texts in zip(made.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return saved(document)


def saved(document: word.document.Document) -> bytes:
    """Return the bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """Return an archive with some parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def body(xml: str) -> bytes:
    """Return a document with this XML for a body."""
    text = f"<w:document {W}><w:body>{xml}</w:body></w:document>"
    return archive({WORDS: text.encode()})


def read(content: bytes) -> Reading:
    """Read a document as the transcript of a clip of four and a half seconds."""
    return read_bytes(content, "gao.docx", duration=4_600)


def said(content: bytes) -> list[tuple[int, str, str]]:
    """Return when who says what."""
    return [(s.start, s.speaker, s.text) for s in read(content).segments]


BOTH = [(0, "Awa", "Bonjour."), (1_900, "Moussa", "La paix.")]


@pytest.mark.parametrize(
    "content",
    [
        paragraphs("[00:00:00.0] Awa: Bonjour.", "[00:00:01.9] Moussa: La paix."),
        paragraphs("Awa: Bonjour. #00:00:01-9#", "Moussa: La paix. #00:00:03-5#"),
        table(
            [
                ["Temps", "Qui", "Texte"],
                ["0:00", "Awa", "Bonjour."],
                ["0:01,9 - 0:03,5", "Moussa", "La paix."],
            ]
        ),
        table(
            [
                ["Start", "End", "Content", "Speaker"],
                ["00:00:00.000", "00:00:01.480", "Bonjour.", "Awa"],
                ["00:00:01.900", "00:00:03.520", "La paix.", "Moussa"],
            ]
        ),
    ],
    ids=["before", "after", "table", "ends"],
)
def test_times_before_after_and_in_tables(content: bytes) -> None:
    """However people put times into Word, with its own writer's files."""
    assert BOTH == said(content)


def test_names_above_their_words() -> None:
    """Teams writes the name and the time, a line break, and what is said."""
    content = paragraphs("Awa   0:00\nBonjour.", "Moussa   0:01\nLa paix.")

    assert [(0, "Awa", "Bonjour."), (1_000, "Moussa", "La paix.")] == said(content)


def test_tracked_changes_are_read_as_they_would_be_accepted() -> None:
    """What was inserted is said, what was deleted is not, nor a field's code."""
    content = body(
        "<w:p><w:r><w:t>[00:00] La </w:t></w:r>"
        "<w:ins><w:r><w:t>grande </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>petite </w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText><w:t>paix</w:t><w:tab/>"
        "<w:noBreakHyphen/></w:r><w:sdt><w:sdtContent><w:r><w:t> là</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>"
    )

    [(_start, _speaker, text)] = said(content)

    assert "La grande paix\t\N{NON-BREAKING HYPHEN} là" == text


def test_what_stands_beside_a_table_is_reported() -> None:
    """A heading above it is no speech; a row without a time has no place."""
    content = table([["Time", "Words"], ["0:00", "Oui."], ["", "Et alors ?"]])

    reading = read(content)

    assert ["Oui."] == [s.text for s in reading.segments]
    assert [(Mended.UNTIMED, 0), (Mended.UNTIMED, 3)] == [
        (r.kind, r.line) for r in reading.repairs
    ]


def test_python_docx_finds_the_table() -> None:
    """Headings as NVivo has them, times, names and words; notes above."""
    written = word.Document(io.BytesIO(docx.write(SPOKEN, ["Not checked"])))

    rows = [[cell.text for cell in row.cells] for row in written.tables[0].rows]
    assert "Not checked" == written.paragraphs[0].text
    assert [
        ["Timespan", "Speaker", "Content"],
        ["0:00:00.000 - 0:00:01.480", "Awa", "Bonjour à tous."],
        ["0:00:01.900 - 0:00:03.520", "Moussa", "Nous voulons\nla paix."],
    ] == rows
    assert "fr" == written.core_properties.language
    assert not written.core_properties.author


def test_arabic_is_written_from_the_right() -> None:
    """Only the words: times stay as they are read."""
    segment = Segment(start=0, end=900, text="السلام عليكم", speaker="فاطمة")
    content = docx.write(Transcript(segments=(segment,), language="ar"))

    with zipfile.ZipFile(io.BytesIO(content)) as made:
        text = made.read(WORDS).decode()
    assert 1 == text.count("<w:bidi/>")
    assert '<w:rtl/><w:lang w:bidi="ar"/>' in text


def test_the_same_words_make_the_same_file() -> None:
    """Nothing in it tells when or by whom it was made."""
    assert docx.write(SPOKEN, ["A note"]) == docx.write(SPOKEN, ["A note"])


HONEST = (
    f"<w:document {W}><w:body><w:p><w:r><w:t>[00:00] Oui.</w:t></w:r></w:p></w:body>"
    "</w:document>"
).encode()
DOCTYPE = f'<!DOCTYPE a [<!ENTITY b "c">]><w:document {W}>&b;</w:document>'


@pytest.mark.parametrize(
    "content",
    [
        archive({WORDS: HONEST + b" " * 50_000_000}),
        archive({WORDS: HONEST, "../../../etc/cron.d/x": b"x"}),
        archive({WORDS: HONEST, "word\\..\\..\\x": b"x"}),
        archive({WORDS: HONEST, "/etc/passwd": b"x"}),
        archive({WORDS: HONEST, "C:/Windows/x": b"x"}),
        archive({WORDS: HONEST, **{f"word/{n}": b"" for n in range(5_001)}}),
        archive({WORDS: DOCTYPE.encode()}),
        archive({WORDS: b"<w:p>" * 300}),
        archive({WORDS: b"\x00\x81\xff"}),
        archive({"word/other.xml": b"x"}),
        paragraphs("[00:00] Oui.")[:-200],
    ],
    ids=[
        "bomb",
        "up",
        "backslash",
        "root",
        "drive",
        "parts",
        "entity",
        "deep",
        "bytes",
        "empty",
        "cut",
    ],
)
def test_hostile_archives_are_refused(content: bytes) -> None:
    """They unpack to no end, reach outside themselves, or are broken."""
    with pytest.raises(TranscriptDocumentUnreadable, match=r"f\.docx"):
        docx.read(content, "f.docx")


def test_tables_in_tables_are_met_once() -> None:
    """Met again from every cell around them, they would never end."""
    deep = 60
    content = body(
        "<w:tbl><w:tr><w:tc>" * deep
        + "<w:p><w:r><w:t>[00:01] Oui.</w:t></w:r></w:p>"
        + "</w:tc></w:tr></w:tbl>" * deep
    )

    assert [(1_000, "", "Oui.")] == said(content)


def test_an_honest_archive_is_read() -> None:
    """What the hostile ones are made of is a transcript by itself."""
    assert 1 == len(docx.read(archive({WORDS: HONEST, "word/a.png": b"x"}), "f").cues)


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    """It is never unpacked beyond what it claimed."""
    content = bytearray(archive({WORDS: HONEST}))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (10).to_bytes(4, "little")

    with pytest.raises(TranscriptDocumentUnreadable):
        docx.read(bytes(content), "f.docx")


def test_a_document_without_times_says_so() -> None:
    """A letter is no transcript."""
    assert () == docx.read(paragraphs("Dear all,"), "f").cues


def test_bytes_changed_anywhere_end_in_an_error_of_ours_or_in_words() -> None:
    """The archive's own layout, damaged byte by byte."""
    whole = docx.write(SPOKEN)
    for place in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        try:
            docx.read(bytes(damaged), "f")
        except TranscriptDocumentUnreadable:
            continue
        except zlib.error:
            pytest.fail(f"byte {place}")
