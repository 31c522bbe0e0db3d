"""Put a kit together in a folder of its own: its files, its lists, its checksums."""

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from mediakit.errors.library import WriteFailed
from mediakit.files import (
    checksum,
    make_folder,
    reason,
    sync_folder,
    write_early,
)
from mediakit.i18n.language import LOCALES
from mediakit.kits import manifest
from mediakit.kits.bag import make_bag
from mediakit.kits.manifest import Manifest, write_manifest
from mediakit.workflows.kit_parts import Part, kept
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.plan_kit import Draft

_CODE = Path(manifest.__file__).parent


def content_of(draft: Draft, wish: KitWish, version: str) -> str:
    """Return what stands for all that shapes a kit, before any of it is made.

    Args:
        draft: Its plan.
        wish: What was asked for.
        version: That of ffmpeg.
    """
    items = [
        (
            one.clip.sha256,
            one.item,
            one.subtitles,
            one.hidden.ids,
            [part.key for part in one.files.every],
        )
        for one in draft.items
    ]
    plan = replace(draft.plan, made="")
    wanted = (wish.kit.NAME, wish.lines, wish.is_even, wish.in_bag)
    shaping = repr((_code(), version, wanted, plan, items))
    return hashlib.sha256(shaping.encode()).hexdigest()


def put_parts(draft: Draft, folder: Path) -> dict[str, str]:
    """Put cuts, stills and voice-overs into a kit; return their SHA-256 by name.

    Where the disk can, a file is there without being copied.

    Raises:
        WriteFailed: One could not be written.
    """
    return {name: _put(part, folder / name) for name, part in draft.parts.items()}


def put_texts(draft: Draft, folder: Path) -> None:
    """Put subtitles into a kit.

    Raises:
        WriteFailed: One could not be written.
    """
    for name, content in draft.texts.items():
        write_early(folder / name, content)


def close_kit(
    folder: Path, about: Manifest, known: Mapping[str, str], *, in_bag: bool
) -> dict[str, str]:
    """Add the list of its files to a kit, and if asked a bag; force it all to disk.

    Args:
        folder: The kit.
        about: What the list says, but for the files.
        known: The SHA-256 of files that were read already, by name.
        in_bag: Whether checksums go around it, as BagIt has them.

    Returns:
        The SHA-256 of every file, by its name relative to the folder.

    Raises:
        BagsNotInstalled: The library that does it is not there.
        WriteFailed: Something could not be written.
    """
    files = _digests(folder, known)
    write_manifest(replace(about, files=files), folder)
    if in_bag:
        make_bag(folder, about.use, about.made)
        files = {f"{manifest.PAYLOAD}/{name}": one for name, one in files.items()}
    _force(folder)
    return _digests(folder, files)


def _put(part: Part, target: Path) -> str:
    """Put a part at its place, if it is what it was when it was made."""
    try:
        make_folder(target.parent)
        try:
            os.link(part.path, target)
        except OSError:
            # another disk, or one that knows no links
            shutil.copyfile(part.path, target)
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error
    known = kept(part)
    return known.sha256 if known else checksum(target)


def _digests(folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    return {
        name: known.get(name) or checksum(path) for name, path in sorted(_named(folder))
    }


def _named(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def _force(folder: Path) -> None:
    """Force every file and list of names to disk."""
    try:
        for path in folder.rglob("*"):
            if path.is_dir():
                sync_folder(path)
            else:
                with path.open("r+b") as file:
                    os.fsync(file.fileno())
        sync_folder(folder)
    except OSError as error:
        raise WriteFailed(path=str(folder), reason=reason(error)) from error


@cache
def _code() -> str:
    """Return what stands for the code and the texts that lay kits out."""
    digest = hashlib.sha256()
    for root in (_CODE, LOCALES):
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()
