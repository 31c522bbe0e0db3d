"""Find a kit that was made before and is what a new one would be."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.kits import NotAKit
from mediakit.errors.library import ReadFailed
from mediakit.files import checksum, is_file
from mediakit.kits.manifest import FILE, kit_root, read_manifest
from mediakit.library import Library
from mediakit.model.use import Use, UseKind
from mediakit.workflows.place_export import within_folder


@dataclass(frozen=True, slots=True)
class FoundKit:
    """A kit that is where it was made.

    Attributes:
        path: Its folder.
        use: The record that it left.
    """

    path: Path
    use: Use


def find_kits(
    library: Library, records: Records, content: str, output: str
) -> Iterator[FoundKit]:
    """Yield the kits of some content that are whole, the newest first.

    Args:
        library: Where they may be.
        records: The catalog.
        content: What stands for all that shapes them.
        output: Where they are wanted, as typed; see `place_folder`.
    """
    wanted = within_folder(library, output)
    for use in reversed(records.all(Use)):
        folder = _folder(library, use) if use.kind is UseKind.KIT else None
        if folder is None:
            continue
        if wanted is None:
            there = folder.resolve() == Path(output).resolve()
        else:
            there = folder.resolve().parent == wanted.resolve()
        if there and _is_whole(library, use, folder, content):
            yield FoundKit(folder, use)


def _folder(library: Library, use: Use) -> Path | None:
    """Return the folder of a kit: where its list is, or around that, for a bag."""
    for file in use.files:
        path = library.resolve(file.path)
        if path.name == FILE:
            folder = path.parent
            return folder.parent if kit_root(folder.parent) == folder else folder
    return None


def _is_whole(library: Library, use: Use, folder: Path, content: str) -> bool:
    try:
        manifest = read_manifest(kit_root(folder))
    except NotAKit:
        return False
    if (manifest.use, manifest.content) != (use.id, content):
        return False
    paths = [(library.resolve(file.path), file.sha256) for file in use.files]
    try:
        return all(is_file(path) and checksum(path) == sha for path, sha in paths)
    except ReadFailed:
        return False
