"""Word documents (``.docx``) with times: a table of times, words and speakers.

Read with such a table, or as paragraphs with times in any of the styles of
`time_marks`. Read here rather than by python-docx, which leaves out what was inserted
while changes were tracked, and what stands in content controls; and written here, so
that it needs nothing else. https://ecma-international.org/publications-and-standards/standards/ecma-376/
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.errors.transcripts import TranscriptDocumentUnreadable, TranscriptNotText
from mediakit.formats import plain_text
from mediakit.formats.base import Draft
from mediakit.formats.letters import decode
from mediakit.formats.repairs import Mended, Repair
from mediakit.formats.table import Row, is_transcript, read_rows
from mediakit.formats.word_parts import document_of
from mediakit.formats.xml_tree import parse_xml
from mediakit.model.language import tag_or_nothing
from mediakit.model.transcript import Transcript
from mediakit.word_document import PROPERTIES, WORDS

NAME = "docx"
SUFFIXES = (".docx",)
HOLDS_NOTES = True

LARGEST_PART = 50_000_000
MOST_PARTS = 5_000

_MAGIC = b"PK\x03\x04"
# not said: drawings, what was deleted or moved away, instructions of fields
_SKIPPED = {"drawing", "pict", "AlternateContent", "del", "moveFrom", "instrText"}
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}


def recognizes(content: bytes) -> bool:
    """Tell whether *content* is an archive with the words of a document."""
    if not content.startswith(_MAGIC):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return WORDS in archive.namelist()
    except _BROKEN:
        return False


def read(content: bytes, file: str) -> Draft:
    """Turn a document into cues.

    Raises:
        TranscriptDocumentUnreadable: It is no document, is broken, names files
            outside itself, or unpacks to more than any transcript.
    """
    words, properties = _parts(content, file)
    root = _tree(words, file)
    language = (
        tag_or_nothing(_tree(properties, file).findtext("language") or "")
        if properties
        else ""
    )
    body = root.find("body")
    blocks = [] if body is None else list(_blocks(body))
    tables = [block for block in blocks if not isinstance(block, str)]
    for rows in filter(is_transcript, tables):
        cues, repairs = read_rows(rows)
        beside = [
            Repair(Mended.UNTIMED) for one in blocks if one is not rows and _ink(one)
        ]
        return Draft(cues=tuple(cues), repairs=(*beside, *repairs), language=language)
    text = "\n".join(one if isinstance(one, str) else _flat(one) for one in blocks)
    draft = plain_text.read(text, file)
    return Draft(cues=draft.cues, repairs=draft.repairs, language=language)


def table_rows(content: bytes, file: str) -> Iterator[Row]:
    """Yield the rows of all tables of a document.

    Raises:
        TranscriptDocumentUnreadable: It is no document, or is broken; see `read`.
    """
    words, _properties = _parts(content, file)
    body = _tree(words, file).find("body")
    for block in () if body is None else _blocks(body):
        if not isinstance(block, str):
            yield from block


def words_of(content: bytes, file: str) -> str:
    """Return all words of a document, and who made it, a line each.

    Raises:
        TranscriptDocumentUnreadable: It is no document, or is broken; see `read`.
    """
    words, properties = _parts(content, file)
    lines = ["".join(_said(one)) for one in _tree(words, file).iter("p")]
    made = _tree(properties, file).itertext() if properties else ()
    return "\n".join((*lines, *made))


def write(transcript: Transcript, notes: Sequence[str] = ()) -> bytes:
    """Turn a transcript into a document: notes, then a table, a row a segment."""
    return document_of(transcript, notes)


_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    # encrypted, compressed in ways unknown here, or with impossible values
    *(RuntimeError, NotImplementedError, ValueError),
)


def _parts(content: bytes, file: str) -> tuple[bytes, bytes]:
    """Return the words of a document and its properties, packed XML both.

    A part is never read beyond the size that the archive gives for it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive, file)
            names = archive.namelist()
            properties = archive.read(PROPERTIES) if PROPERTIES in names else b""
            return archive.read(WORDS), properties
    except (*_BROKEN, KeyError) as error:
        why = Reason(sentence("the archive is broken ({problem})"), problem=str(error))
        raise TranscriptDocumentUnreadable(file=file, reason=why) from error


def _check(archive: zipfile.ZipFile, file: str) -> None:
    infos = archive.infolist()
    large = max((info.file_size for info in infos if _is_read(info)), default=0)
    if len(infos) > MOST_PARTS or large > LARGEST_PART:
        why = sentence("it unpacks to more than any transcript")
        raise TranscriptDocumentUnreadable(file=file, reason=why)
    for info in infos:
        path = PurePosixPath(info.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in info.filename:
            why = Reason(
                sentence("it names a file outside itself, {name}"),
                name=info.filename[:80],
            )
            raise TranscriptDocumentUnreadable(file=file, reason=why)


def _is_read(info: zipfile.ZipInfo) -> bool:
    return info.filename in {WORDS, PROPERTIES}


def _tree(content: bytes, file: str) -> Element:
    try:
        text, _mended = decode(content, file, "")
    except TranscriptNotText as error:
        why = sentence("it holds bytes that no text holds")
        raise TranscriptDocumentUnreadable(file=file, reason=why) from error
    return parse_xml(text, file)


def _blocks(element: Element) -> Iterator[str | list[Row]]:
    """Yield the paragraphs and the tables of a document, in their order."""
    for child in element:
        if child.tag == "p":
            yield "".join(_said(child))
        elif child.tag == "tbl":
            yield [
                ["\n".join(_paragraphs(cell)) for cell in _nearest(row, "tc")]
                for row in _nearest(child, "tr")
            ]
        elif child.tag not in _SKIPPED:
            yield from _blocks(child)


def _nearest(element: Element, tag: str) -> Iterator[Element]:
    """Yield what is called so in an element, but not what is inside that again.

    Tables in cells of tables are met once, however deep they are.
    """
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _nearest(child, tag)


def _paragraphs(cell: Element) -> Iterator[str]:
    for block in _blocks(cell):
        yield block if isinstance(block, str) else _flat(block)


def _said(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _SKIPPED:
            yield from _said(child)


def _flat(rows: Sequence[Row]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _ink(block: str | list[Row]) -> bool:
    return bool((block if isinstance(block, str) else _flat(block)).strip())
