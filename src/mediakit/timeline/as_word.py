"""The script of a film as a Word document, to be written in."""

from mediakit.model.film import LineKind
from mediakit.timeline.script import Script, ScriptLine
from mediakit.word_document import Cell, Paragraph, Table, word_document

SUFFIX = ".docx"

_WIDTHS = (1_700, 900, 2_000, 6_400, 4_200)
_TITLE = 36


def write(script: Script) -> bytes:
    """Return the document; the same script gives the same bytes."""
    head: list[Cell] = [[Paragraph(text=one, bold=True)] for one in script.headings]
    return word_document(
        (
            Paragraph(text=script.title, bold=True, size=_TITLE),
            Paragraph(text=f"{script.film}  {script.about}"),
            Table(_WIDTHS, (head, *(_row(script, line) for line in script.lines))),
        ),
        language=script.language,
        landscape=True,
    )


def _row(script: Script, line: ScriptLine) -> list[Cell]:
    is_heading = line.kind is LineKind.HEADING
    return [
        [Paragraph(text="\n".join(filter(None, (line.at, line.lasts))))],
        [Paragraph(text=line.code)],
        [Paragraph(text=line.name or script.kinds[line.kind], bold=bool(line.name))],
        [
            Paragraph(
                text=said.text,
                language=said.language,
                italic=place > 0,
                bold=is_heading,
            )
            for place, said in enumerate(line.said)
        ],
        [Paragraph(text=one) for one in (*line.seen, *line.told)],
    ]
