"""The parts of a Word document that holds a transcript; see `docx`."""

from collections.abc import Iterator, Sequence

from mediakit.formats.letters import clean, one_line
from mediakit.formats.table import rows_of
from mediakit.formats.xml_tree import as_xml
from mediakit.model.language import is_written_leftwards
from mediakit.model.transcript import Transcript

WORDS = "word/document.xml"
PROPERTIES = "docProps/core.xml"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPEN = "http://schemas.openxmlformats.org"
_WIDTHS = (2_300, 1_700, 5_600)  # twentieths of a point: times, speaker, words
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    for side in ("top", "bottom", "insideH")
)


def parts_of(transcript: Transcript, notes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each part, in the order of the archive."""
    kinds = f"{_OPEN}/package/2006/content-types"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    package = "application/vnd.openxmlformats-package"
    yield (
        "[Content_Types].xml",
        (
            f'{_HEAD}<Types xmlns="{kinds}">'
            f'<Default Extension="rels" ContentType="{package}.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{WORDS}" ContentType="{word}.document.main+xml"/>'
            f'<Override PartName="/{PROPERTIES}" '
            f'ContentType="{package}.core-properties+xml"/></Types>'
        ),
    )
    office = f"{_OPEN}/officeDocument/2006/relationships/officeDocument"
    about = f"{_OPEN}/package/2006/relationships/metadata/core-properties"
    yield (
        "_rels/.rels",
        (
            f'{_HEAD}<Relationships xmlns="{_OPEN}/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{office}" Target="{WORDS}"/>'
            f'<Relationship Id="rId2" Type="{about}" Target="{PROPERTIES}"/>'
            "</Relationships>"
        ),
    )
    yield (
        PROPERTIES,
        (
            f"{_HEAD}<cp:coreProperties "
            f'xmlns:cp="{_OPEN}/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:language>{as_xml(transcript.language)}</dc:language></cp:coreProperties>"
        ),
    )
    yield WORDS, _document(transcript, notes)


def _document(transcript: Transcript, notes: Sequence[str]) -> str:
    tag = transcript.language
    headings, *rows = rows_of(transcript, decimals=3)
    lines = [
        *(_paragraph(one_line(note), "", "<w:i/>") for note in notes),
        (
            "<w:tbl><w:tblPr>"
            f'<w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/>'
            f"<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
        ),
        "<w:tblGrid>",
        *(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS),
        "</w:tblGrid>",
        _row(headings, "", "<w:b/>", "<w:tblHeader/>"),
        *(
            _row(row, segment.language or tag, "")
            for row, segment in zip(rows, transcript.segments, strict=True)
        ),
        "</w:tbl>",
        "<w:p/>",
    ]
    namespace = f"{_OPEN}/wordprocessingml/2006/main"
    return (
        f'{_HEAD}<w:document xmlns:w="{namespace}"><w:body>\n'
        + "\n".join(lines)
        + "\n</w:body></w:document>\n"
    )


def _row(row: tuple[str, str, str], tag: str, look: str, kind: str = "") -> str:
    times, words, speaker = row
    texts = (
        _paragraph(times, "", look),
        _paragraph(speaker, "", look or "<w:b/>"),
        _paragraph(words, tag, look),
    )
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text}</w:tc>'
        for width, text in zip(_WIDTHS, texts, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{cells}</w:tr>"


def _paragraph(text: str, tag: str, look: str) -> str:
    leftwards = is_written_leftwards(tag)
    runs = f"{look}<w:rtl/>" if leftwards else look
    if tag:
        name = "bidi" if leftwards else "val"
        runs += f'<w:lang w:{name}="{as_xml(tag)}"/>'
    # a line break between the lines of one run
    said = "<w:br/>".join(
        f'<w:t xml:space="preserve">{as_xml(line)}</w:t>'
        for line in clean(text)[0].split("\n")
    )
    side = "<w:pPr><w:bidi/></w:pPr>" if leftwards else ""
    return f"<w:p>{side}<w:r><w:rPr>{runs}</w:rPr>{said}</w:r></w:p>"
