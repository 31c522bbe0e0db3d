"""Add the recordings that came with another tool's project, as `add` does."""

import re
import shutil
from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from mediakit.catalog.catalog import Catalog
from mediakit.errors.library import SpaceMissing
from mediakit.exchange.refi_package import Package, Recording
from mediakit.exchange.refi_project import Source
from mediakit.files import safe_name
from mediakit.library import Library
from mediakit.model.language import tag_or_nothing
from mediakit.workflows.add_media import add_media
from mediakit.workflows.describe_project import LANGUAGES
from mediakit.workflows.find_media import Found
from mediakit.workflows.keep_media import Added
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.stage_copies import staging
from mediakit.workflows.take_in_file import NotAdded

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}", re.ASCII)
_MEGABYTE = 1_000_000


def take_in_recordings(
    library: Library,
    catalog: Catalog,
    package: Package,
    sources: Iterable[Source],
    purpose: Purpose,
) -> Generator[tuple[Source, Added | NotAdded], None, None]:
    """Add those recordings that came along; yield what became of each.

    Args:
        library: Where to.
        catalog: Its records.
        package: The archive.
        sources: The recordings that are not here.
        purpose: For whom; see `for_the_team`.

    Raises:
        ExchangeUnreadable: The archive is damaged, or not safe to open.
        SpaceMissing: The copies have no room.
        WriteFailed: The disk or the catalog failed.
    """
    for source in sources:
        recording = package.recording(source.path)
        if recording is not None:
            added = _add(library, catalog, package, source, recording, purpose)
            yield from ((source, one) for one in added)


def _add(
    library: Library,
    catalog: Catalog,
    package: Package,
    source: Source,
    recording: Recording,
    purpose: Purpose,
) -> Generator[Added | NotAdded, None, None]:
    languages = _languages(source)
    title = source.name
    if recording.beside is not None:
        found = Found(recording.beside, recording.size, named=True)
        yield from add_media(
            *(library, catalog, [found], purpose), title=title, languages=languages
        )
        return
    _check_space(library, recording)
    with staging(library.incoming) as folder:
        place = folder / _file_name(source, recording)
        package.copy(source.path, place)
        found = Found(place, recording.size, named=True)
        adding = add_media(
            *(library, catalog, [found], purpose), title=title, languages=languages
        )
        yield from (_without_place(one, package) for one in adding)


def _without_place(one: Added | NotAdded, package: Package) -> Added | NotAdded:
    """Return what became of a file, told by the archive that people know."""
    if isinstance(one, NotAdded) and "path" in one.error.details:
        told = f"{package.file}: {one.path.name}"
        error = type(one.error)(**one.error.details | {"path": told})
        return replace(one, error=error)
    return one


def _file_name(source: Source, recording: Recording) -> str:
    """Return what the file of a recording is called: archives have GUIDs for names."""
    suffix = PurePosixPath(recording.name).suffix.lower()
    if not _SUFFIX.fullmatch(suffix):
        suffix = ""
    name = source.name.removesuffix(suffix) or "recording"
    return f"{safe_name(name)}{suffix}"


def _languages(source: Source) -> tuple[str, ...]:
    said = dict(source.values).get(LANGUAGES, "")
    return tuple(filter(None, map(tag_or_nothing, said.split())))


def _check_space(library: Library, recording: Recording) -> None:
    """See that there is room for what is unpacked, and for its copy."""
    free = shutil.disk_usage(library.root).free
    needed = 2 * recording.size
    if needed > free:
        raise SpaceMissing(
            needed=-(-needed // _MEGABYTE),
            free=free // _MEGABYTE,
            folder=str(library.root),
        )
