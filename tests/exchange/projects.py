"""Projects of other tools, with recordings or without."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.workflows.describe_project import Telling
from mediakit.workflows.export_project import ExportedProject, export_project
from mediakit.workflows.import_project import ImportedProject, import_project
from tests.consents import WORKING, purpose

CODED = (
    '<Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook><Codes>'
    '<Code guid="11111111-1111-1111-1111-111111111111" name="peace" isCodable="true"/>'
    "</Codes></CodeBook><Sources>{sources}</Sources></Project>"
)
SOURCE = (
    '<VideoSource guid="{guid}" name="{name}" path="{path}"><VideoSelection '
    'guid="22222222-2222-2222-2222-222222222222" begin="0" end="500">'
    '<Coding guid="33333333-3333-3333-3333-33333333333{digit}">'
    '<CodeRef targetGUID="11111111-1111-1111-1111-111111111111"/></Coding>'
    "</VideoSelection></VideoSource>"
)


def a_source(name: str, path: str = "", digit: int = 0) -> str:
    """Return a source with one coding."""
    guid = f"44444444-4444-4444-4444-44444444444{digit}"
    return SOURCE.format(guid=guid, name=name, path=path, digit=digit)


def a_project(
    folder: Path, *sources: str, parts: Mapping[str, bytes | Path] | None = None
) -> Path:
    """Write a project of another tool; its parts are as they are given."""
    path = folder / "theirs.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", CODED.format(sources="".join(sources)))
        for name, content in (parts or {}).items():
            read = content.read_bytes() if isinstance(content, Path) else content
            archive.writestr(name, read)
    return path


def export(
    library: Library,
    catalog: Catalog,
    output: Path,
    *,
    ffmpeg: Ffmpeg | None = None,
    on_media: bool = True,
    on_text: bool = True,
) -> ExportedProject:
    """Write the project of a library."""
    told = Telling(
        name="Mali",
        language="fr",
        day="2026-03-01",
        on_media=on_media,
        on_text=on_text,
    )
    wanted = purpose("research", recipient="University")
    steps = export_project(
        library, catalog, wanted, told, ffmpeg=ffmpeg, output=str(output)
    )
    return [one for one in steps if isinstance(one, ExportedProject)][-1]


def import_(library: Library, catalog: Catalog, path: Path) -> ImportedProject:
    """Take a project in."""
    steps = import_project(library, catalog, path, WORKING)
    return [one for one in steps if isinstance(one, ImportedProject)][-1]
