"""Let a kit leave: put it together, record that, and give it its place."""

import contextlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError
from mediakit.errors.library import TargetRefused, WriteFailed
from mediakit.files import reason, replace, sync_folder
from mediakit.kits.manifest import Manifest, kit_root, read_manifest
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import UseId
from mediakit.model.leaving import Passed
from mediakit.model.playlist import Playlist
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.assemble_kit import close_kit, put_parts
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.kit_files import Planning
from mediakit.workflows.kit_film import Levels
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.place_export import recorded_path
from mediakit.workflows.plan_kit import Draft
from mediakit.workflows.record_use import record_use


@dataclass(frozen=True, slots=True)
class Leaving:
    """A kit that is about to leave.

    Attributes:
        use: The id of the record of that.
        target: Where it will be.
        content: What stands for all that shapes it.
        levels: How loud each item is.
    """

    use: UseId
    target: Path
    content: str
    levels: Levels


def ask_for_kit(
    records: Records, playlist: Playlist, wish: KitWish, purpose: Purpose
) -> Passed:
    """Return what the gate says of a playlist that was read before.

    Raises:
        ConsentRefused, ConsentWithdrawn: It says no.
        ClipNotFound: A clip was removed.
    """
    clips = [records.get(Clip, item.clip) for item in playlist.items]
    parts = [(item.clip, item.range) for item in playlist.items]
    return pass_gate(records, purpose, parts, wish.shown(clips))


def let_leave(
    catalog: Catalog,
    planning: Planning,
    playlist: Playlist,
    draft: Draft,
    new: Leaving,
    folder: Path,
) -> Use:
    """Put a kit together, record that it leaves, and give it its place.

    Raises:
        ConsentRefused, ConsentWithdrawn: The gate says no, now.
        ClipNotFound: A clip was removed meanwhile.
        TargetRefused: Another program made something at its place.
        WriteFailed: Something could not be written.
    """
    library, wish, purpose = planning.library, planning.wish, planning.purpose
    known = put_parts(draft, folder)
    wish.kit.lay_out(draft.plan, folder)
    about = Manifest(
        kit=wish.kit.NAME,
        playlist=playlist.id,
        use=new.use,
        scope=purpose.scope,
        made=purpose.day,
        content=new.content,
        files={},
    )
    files = close_kit(folder, about, known, in_bag=wish.in_bag)
    try:
        with exporting(library, catalog) as export:
            # while it was being made, a clip may have been removed, a voice withdrawn
            passed = ask_for_kit(export.change, playlist, wish, purpose)
            use = record_use(
                *(export.change, passed, UseKind.KIT),
                _recorded(library, new.target, files),
                how=wish.how(playlist),
                ranges=_ranges(draft, new.levels),
                known_as=new.use,
            )
            _place(folder, new.target)
    except BaseException:
        # an interruption too
        _take_back(catalog, new)
        raise
    return use


def _ranges(draft: Draft, levels: Levels) -> tuple[UsedRange, ...]:
    return tuple(
        UsedRange(
            drafted.clip.id,
            drafted.item.range,
            drafted.item.excerpt,
            loudness=loudness,
            gain=gain,
            voiceovers=drafted.files.heard_over,
        )
        for drafted, (loudness, gain) in zip(draft.items, levels, strict=True)
    )


def _recorded(
    library: Library, target: Path, files: Mapping[str, str]
) -> tuple[UsedFile, ...]:
    return tuple(
        UsedFile(recorded_path(library, target / name), digest)
        for name, digest in files.items()
    )


def _take_back(catalog: Catalog, new: Leaving) -> None:
    """Remove a kit that the catalog, read again, does not mention."""
    with contextlib.suppress(MediakitError):
        recorded = {use.id for use in catalog.read().all(Use)}
        here = read_manifest(kit_root(new.target)).use
        # at its place may be another, which another program made
        if here == new.use and here not in recorded:
            shutil.rmtree(new.target, ignore_errors=True)


def _place(folder: Path, target: Path) -> None:
    if target.exists():
        raise TargetRefused(path=str(target))
    try:
        replace(folder, target)
        sync_folder(target.parent)
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error
