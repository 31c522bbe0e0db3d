"""A Word document that holds a transcript; see `docx`."""

from collections.abc import Sequence

from mediakit.formats.letters import clean, one_line
from mediakit.formats.table import rows_of
from mediakit.model.transcript import Transcript
from mediakit.word_document import Cell, Paragraph, Table, word_document

_WIDTHS = (2_300, 1_700, 5_600)  # twentieths of a point: times, speaker, words


def document_of(transcript: Transcript, notes: Sequence[str]) -> bytes:
    """Return notes, then a table, a row a segment."""
    headings, *rows = rows_of(transcript, decimals=3)
    told = [
        _row(row, segment.language or transcript.language)
        for row, segment in zip(rows, transcript.segments, strict=True)
    ]
    return word_document(
        (
            *(Paragraph(text=one_line(note), italic=True) for note in notes),
            Table(_WIDTHS, (_head(headings), *told)),
        ),
        language=transcript.language,
    )


def _head(row: tuple[str, str, str]) -> Sequence[Cell]:
    times, words, speaker = row
    return [[Paragraph(text=text, bold=True)] for text in (times, speaker, words)]


def _row(row: tuple[str, str, str], tag: str) -> Sequence[Cell]:
    times, words, speaker = row
    return (
        [Paragraph(text=clean(times)[0])],
        [Paragraph(text=clean(speaker)[0], bold=True)],
        [Paragraph(text=clean(words)[0], language=tag)],
    )
