"""Write a project as REFI-QDA has it: a ``.qdpx`` archive.

Texts and recordings are files of the archive, as other programs write them. What is
written is never in memory as a whole: a source after the other.
"""

import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from mediakit.exchange.refi_codes import put_codes
from mediakit.exchange.refi_project import (
    Case,
    Coded,
    Note,
    Project,
    Source,
    SourceKind,
    Values,
    WrittenTranscript,
)
from mediakit.exchange.refi_xml import ORIGIN, add, add_known, text_of
from mediakit.model.guid import named_guid

NAMESPACE = "urn:QDA-XML:project:1.0"
SUFFIX = ".qdpx"
PROJECT = "project.qde"
SOURCES = "sources/"
INTERNAL = "internal://"
RELATIVE = "relative:///"

LARGEST_INSIDE = 2**31 - 1
"""The most bytes of a file in an archive by the standard: larger ones lie beside."""

_SELECTIONS = {
    SourceKind.VIDEO: "VideoSelection",
    SourceKind.SOUND: "AudioSelection",
}
_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
_BLOCK = 1 << 20


def write(
    archive: zipfile.ZipFile,
    project: Project,
    sources: Iterable[Source],
    variables: Iterable[str],
) -> None:
    """Write a project into an archive; the same project makes the same bytes.

    Args:
        archive: Where to.
        project: All of it but its sources.
        sources: Those, one after the other.
        variables: The names of all that is known of cases and sources.
    """
    texts: dict[str, str] = {}
    root = Element("Project", {"name": text_of(project.name), "origin": ORIGIN})
    root.set("xmlns", NAMESPACE)
    with archive.open(_part(PROJECT, zipfile.ZIP_DEFLATED), "w") as file:
        file.write(_DECLARATION + _opened(root))
        # the standard wants no empty elements, and these in this order
        _put(file, "Users", project.users, _put_users)
        _put(file, "CodeBook", project.codes, put_codes)
        _put(file, "Variables", list(variables), _put_variables)
        _put(file, "Cases", project.cases, _put_cases)
        count = 0
        for count, source in enumerate(sources, start=1):
            if count == 1:
                file.write(b"<Sources>\n")
            texts |= {_text_file(one): one.text for one in source.transcripts}
            _write_source(file, source)
        if count:
            file.write(b"</Sources>\n")
        _put(file, "Notes", project.notes, _put_notes)
        file.write(b"</Project>\n")
    for name, text in texts.items():
        with archive.open(_part(SOURCES + name, zipfile.ZIP_DEFLATED), "w") as file:
            file.write(text.encode())


def pack(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    """Put a recording into an archive, as it is: it is compressed already."""
    part = _part(SOURCES + name, zipfile.ZIP_STORED)
    part.file_size = path.stat().st_size
    with path.open("rb") as source, archive.open(part, "w") as file:
        shutil.copyfileobj(source, file, _BLOCK)


def _part(name: str, method: int) -> zipfile.ZipInfo:
    # no moment of its own
    part = zipfile.ZipInfo(name)
    part.compress_type = method
    return part


# Any: each part of a project has a type of its own, and what puts it takes that
def _put(
    file: IO[bytes], tag: str, content: Any, put: Callable[[Element, Any], None]
) -> None:
    if content:
        element = Element(tag)
        put(element, content)
        file.write(_written(element))


def _written(element: Element) -> bytes:
    ET.indent(element, " ")
    written: bytes = ET.tostring(element, "utf-8")
    return written + b"\n"


def _text_file(transcript: WrittenTranscript) -> str:
    return f"{named_guid('text', transcript.guid)}.txt"


def variable_guid(name: str) -> str:
    """Return the GUID of the variable of a name."""
    return named_guid("variable", name)


def _put_users(above: Element, users: Mapping[str, str]) -> None:
    for guid, name in users.items():
        add(above, "User", guid=guid, name=name)


def _put_variables(above: Element, names: Iterable[str]) -> None:
    for name in names:
        guid = variable_guid(name)
        add(above, "Variable", guid=guid, name=name, typeOfVariable="Text")


def _put_notes(above: Element, notes: Mapping[str, Note]) -> None:
    for guid, note in notes.items():
        element = add(above, "Note", guid=guid, name=note.name)
        add(element, "PlainTextContent", note.text)


def _put_cases(above: Element, cases: Iterable[Case]) -> None:
    for case in cases:
        element = add(above, "Case", guid=case.guid, name=case.name)
        _put_values(element, case.values)
        for guid in case.sources:
            add(element, "SourceRef", targetGUID=guid)
        for guid in case.selections:
            add(element, "SelectionRef", targetGUID=guid)


def _write_source(file: IO[bytes], source: Source) -> None:
    opening = Element(source.kind.value)
    add_known(opening, guid=source.guid, name=source.name, path=source.path)
    file.write(_opened(opening))
    for transcript in source.transcripts:
        _write_transcript(file, transcript)
    rest = Element(source.kind.value)
    for part in source.selections:
        selection = add(
            rest,
            _SELECTIONS[source.kind],
            guid=part.guid,
            name=part.name,
            begin=str(part.start),
            end=str(part.end),
        )
        _put_codings(selection, part.codings)
    _put_codings(rest, source.codings)
    _put_values(rest, source.values)
    for element in rest:
        file.write(_written(element))
    file.write(f"</{source.kind.value}>\n".encode())


def _write_transcript(file: IO[bytes], transcript: WrittenTranscript) -> None:
    opening = Element("Transcript")
    path = INTERNAL + _text_file(transcript)
    add_known(opening, guid=transcript.guid, name=transcript.name, plainTextPath=path)
    file.write(_opened(opening))
    # twenty thousand an hour: numbers and GUIDs, in which nothing is to be escaped
    for one in transcript.points:
        file.write(
            f'<SyncPoint guid="{one.guid}" timeStamp="{one.time}"'
            f' position="{one.position}" />\n'.encode()
        )
    for part in transcript.selections:
        selection = Element("TranscriptSelection")
        add_known(
            selection, guid=part.guid, fromSyncPoint=part.start, toSyncPoint=part.end
        )
        _put_codings(selection, part.codings)
        file.write(_written(selection))
    file.write(b"</Transcript>\n")


def _opened(element: Element) -> bytes:
    """Return how an element begins."""
    written: bytes = ET.tostring(element, "utf-8")
    return written.removesuffix(b" />") + b">\n"


def _put_codings(above: Element, codings: Iterable[Coded]) -> None:
    for coded in codings:
        element = add(
            above,
            "Coding",
            guid=coded.guid,
            creatingUser=coded.user,
            creationDateTime=coded.at,
        )
        add(element, "CodeRef", targetGUID=coded.code)
        for note in coded.notes:
            add(element, "NoteRef", targetGUID=note)


def _put_values(above: Element, values: Values) -> None:
    for name, value in values:
        element = add(above, "VariableValue")
        add(element, "VariableRef", targetGUID=variable_guid(name))
        add(element, "TextValue", value)
