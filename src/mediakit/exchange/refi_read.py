"""Read a project as REFI-QDA has it, whoever wrote it.

Positions in texts are those of characters, as the standard has it. What has no place
here, as pictures, documents, graphs and links, is counted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from mediakit.exchange.refi_codes import codes_in
from mediakit.exchange.refi_package import CALLED, Package
from mediakit.exchange.refi_project import (
    Case,
    Coded,
    Note,
    Project,
    Selection,
    Source,
    SourceKind,
    SyncPoint,
    SyncPoints,
    TextSelection,
    Values,
    WrittenTranscript,
)
from mediakit.exchange.refi_xml import (
    guid_in,
    moment_in,
    name_in,
    number_in,
    read_root,
    refers_to,
)
from mediakit.model.guid import named_guid

_ASIDE = ("Set", "Graph", "Link")
_SELECTIONS = ("VideoSelection", "AudioSelection")
_VALUES = (
    *("TextValue", "BooleanValue", "IntegerValue", "FloatValue"),
    *("DateValue", "DateTimeValue"),
)


def read(package: Package) -> Project:
    """Return what a package says.

    Raises:
        ExchangeUnreadable: It is damaged, hostile, or no project.
    """
    names: dict[str, str] = {}
    sources: list[Source] = []

    def name_variable(element: Element) -> None:
        names[guid_in(element)] = name_in(element)

    def keep(element: Element) -> None:
        # hours of speech have millions of moments: a source at a time
        sources.append(_source(element, SourceKind(element.tag), package, names))

    takers = {"Variable": name_variable, **{kind.value: keep for kind in SourceKind}}
    root = read_root(package.project(), "Project", package.file, CALLED, takers)
    codebook = root.find("CodeBook")
    aside = Counter(one.tag for one in root.iter() if one.tag in _ASIDE)
    return Project(
        name=name_in(root),
        users={
            guid_in(one): name_in(one) or name_in(one, "id")
            for one in root.iterfind("Users/User")
        },
        codes=() if codebook is None else codes_in(codebook, package.file),
        cases=tuple(_case(one, names) for one in root.iterfind("Cases/Case")),
        sources=tuple(sources),
        notes={
            guid_in(one): Note(name_in(one), _text(one, package) or "")
            for one in root.iterfind("Notes/Note")
        },
        aside=dict(aside),
    )


def _source(
    element: Element, kind: SourceKind, package: Package, names: dict[str, str]
) -> Source:
    recording = kind.is_recording
    name = name_in(element)
    path = element.get("path") or element.get("currentPath") or ""
    return Source(
        guid=guid_in(element) or named_guid("source", name, path),
        kind=kind,
        name=name,
        path=path,
        transcripts=tuple(
            _transcript(one, package)
            for one in element.findall("Transcript")
            if recording
        ),
        selections=tuple(_selections(element)) if recording else (),
        codings=tuple(_codings(element)),
        values=_values(element, names),
    )


def _selections(element: Element) -> Iterator[Selection]:
    for one in element:
        start, end = number_in(one, "begin"), number_in(one, "end")
        if one.tag in _SELECTIONS and start is not None and end is not None:
            yield Selection(
                guid=guid_in(one),
                start=start,
                end=end,
                name=name_in(one),
                description=(one.findtext("Description") or "").strip(),
                codings=tuple(_codings(one)),
                notes=tuple(refers_to(one, "NoteRef")),
            )


def _transcript(element: Element, package: Package) -> WrittenTranscript:
    return WrittenTranscript(
        guid=guid_in(element),
        name=name_in(element),
        text=_text(element, package) or "",
        points=SyncPoints(_points(element.findall("SyncPoint"))),
        selections=tuple(
            TextSelection(
                guid=guid_in(one),
                start=guid_in(one, "fromSyncPoint"),
                end=guid_in(one, "toSyncPoint"),
                description=(one.findtext("Description") or "").strip(),
                codings=tuple(_codings(one)),
                notes=tuple(refers_to(one, "NoteRef")),
            )
            for one in element.findall("TranscriptSelection")
        ),
    )


def _points(elements: Iterable[Element]) -> Iterator[SyncPoint]:
    """Yield the moments of a transcript; those without a time or place say nothing."""
    for one in elements:
        time, position = number_in(one, "timeStamp"), number_in(one, "position")
        if time is not None and position is not None:
            yield SyncPoint(guid_in(one), time, position)


def _codings(element: Element) -> Iterator[Coded]:
    for one in element.findall("Coding"):
        for code in refers_to(one, "CodeRef"):
            yield Coded(
                guid=guid_in(one),
                code=code,
                user=guid_in(one, "creatingUser"),
                at=moment_in(one, "creationDateTime"),
                notes=tuple(refers_to(one, "NoteRef")),
            )


def _text(element: Element, package: Package) -> str | None:
    """Return the text of a transcript or note, wherever it is.

    Positions count what is there, so line ends stay as they are.
    """
    content = element.findtext("PlainTextContent")
    return content or package.text(element.get("plainTextPath", ""))


def _case(element: Element, names: dict[str, str]) -> Case:
    return Case(
        guid=guid_in(element),
        name=name_in(element),
        values=_values(element, names),
        sources=tuple(refers_to(element, "SourceRef")),
        selections=tuple(refers_to(element, "SelectionRef")),
    )


def _values(element: Element, names: dict[str, str]) -> Values:
    said = []
    for one in element.findall("VariableValue"):
        name = next((names.get(guid, "") for guid in refers_to(one, "VariableRef")), "")
        value = next((one.findtext(kind) for kind in _VALUES if one.findtext(kind)), "")
        if name and value:
            said.append((name, value.strip()))
    return tuple(said)
