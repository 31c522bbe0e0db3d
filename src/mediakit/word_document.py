"""Word documents (``.docx``): paragraphs and tables, and nothing that runs.

Written here, so that it needs nothing else.
https://ecma-international.org/publications-and-standards/standards/ecma-376/
"""

import html
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediakit.model.language import is_written_leftwards

WORDS = "word/document.xml"
PROPERTIES = "docProps/core.xml"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN = "http://schemas.openxmlformats.org"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    for side in ("top", "bottom", "insideH")
)
_NO_CHARACTERS = {
    **dict.fromkeys(set(range(0x20)) - {0x09, 0x0A, 0x0D}, ""),
    **dict.fromkeys(
        (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}"
    ),
}
_LANDSCAPE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="0" '
    'w:footer="0" w:gutter="0"/></w:sectPr>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words in one look.

    Attributes:
        text: May hold line breaks.
        language: BCP 47 tag; empty if it is in none.
        bold: Whether it is.
        italic: Whether it is.
        size: Half points; 0 for the usual.
    """

    text: str
    language: str = ""
    bold: bool = False
    italic: bool = False
    size: int = 0


Cell = Sequence[Paragraph]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of which is repeated on every page.

    Attributes:
        widths: Of the columns, in twentieths of a point.
        rows: All of them, the head too.
    """

    widths: Sequence[int]
    rows: Sequence[Sequence[Cell]]


def word_document(
    blocks: Iterable[Paragraph | Table], *, language: str, landscape: bool = False
) -> bytes:
    """Return a document; the same blocks give the same bytes.

    Args:
        blocks: What is in it, in order.
        language: BCP 47 tag of the whole.
        landscape: Whether its pages are wider than high.
    """
    lines = [_table(one) if isinstance(one, Table) else _written(one) for one in blocks]
    body = "\n".join((*lines, "<w:p/>", *([_LANDSCAPE] if landscape else [])))
    namespace = f"{_OPEN}/wordprocessingml/2006/main"
    parts = {
        **_package(language),
        WORDS: (
            f'{_HEAD}<w:document xmlns:w="{namespace}"><w:body>\n{body}'
            "\n</w:body></w:document>\n"
        ),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            # no moment of its own: the same words make the same file
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _package(language: str) -> dict[str, str]:
    """Return what says of an archive that it is a document, and in which language."""
    kinds = f"{_OPEN}/package/2006/content-types"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    package = "application/vnd.openxmlformats-package"
    office = f"{_OPEN}/officeDocument/2006/relationships/officeDocument"
    about = f"{_OPEN}/package/2006/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{kinds}">'
            f'<Default Extension="rels" ContentType="{package}.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{WORDS}" ContentType="{word}.document.main+xml"/>'
            f'<Override PartName="/{PROPERTIES}" '
            f'ContentType="{package}.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{_HEAD}<Relationships xmlns="{_OPEN}/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{office}" Target="{WORDS}"/>'
            f'<Relationship Id="rId2" Type="{about}" Target="{PROPERTIES}"/>'
            "</Relationships>"
        ),
        PROPERTIES: (
            f"{_HEAD}<cp:coreProperties "
            f'xmlns:cp="{_OPEN}/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:language>{_as_xml(language)}</dc:language></cp:coreProperties>"
        ),
    }


def _table(table: Table) -> str:
    head, *rows = table.rows
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    return "\n".join(
        (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(table.widths)}" w:type="dxa"/>',
            f"<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>",
            f"<w:tblGrid>{columns}</w:tblGrid>",
            _row(head, table.widths, "<w:tblHeader/>"),
            *(_row(row, table.widths) for row in rows),
            "</w:tbl>",
        )
    )


def _row(cells: Sequence[Cell], widths: Sequence[int], kind: str = "") -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{''.join(map(_written, cell)) or '<w:p/>'}</w:tc>"
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{written}</w:tr>"


def _written(paragraph: Paragraph) -> str:
    tag = paragraph.language
    leftwards = is_written_leftwards(tag)
    runs = "<w:b/>" * paragraph.bold + "<w:i/>" * paragraph.italic
    runs += f'<w:sz w:val="{paragraph.size}"/>' if paragraph.size else ""
    runs += "<w:rtl/>" * leftwards
    if tag:
        name = "bidi" if leftwards else "val"
        runs += f'<w:lang w:{name}="{_as_xml(tag)}"/>'
    # a line break between the lines of one run
    said = "<w:br/>".join(
        f'<w:t xml:space="preserve">{_as_xml(line)}</w:t>'
        for line in paragraph.text.split("\n")
    )
    side = "<w:pPr><w:bidi/></w:pPr>" if leftwards else ""
    return f"<w:p>{side}<w:r><w:rPr>{runs}</w:rPr>{said}</w:r></w:p>"


def _as_xml(text: str) -> str:
    return html.escape(text.translate(_NO_CHARACTERS))
