"""Let a kit leave: put it together, record that, and give it its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.kits.manifest import Manifest
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import UseId
from mediakit.model.leaving import Part, Passed, Shown
from mediakit.model.mask import Masked
from mediakit.model.playlist import Playlist
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.assemble_kit import close_kit, put_parts
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.kit_files import Planning
from mediakit.workflows.kit_film import Levels
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.pass_masked import (
    how_masked,
    masks_over,
    pass_masked,
    ranges_masked,
    refuse_changed,
)
from mediakit.workflows.place_export import recorded_path
from mediakit.workflows.plan_kit import Draft
from mediakit.workflows.record_use import record_use
from mediakit.workflows.refuse_standing import refuse_standing
from mediakit.workflows.refuse_voiceovers import refuse_withdrawn_voiceovers


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


def masks_of_kit(
    records: Records, playlist: Playlist, wish: KitWish
) -> tuple[Masked, ...]:
    """Return what hides each item of a playlist that was read before.

    Raises:
        ClipNotFound: A clip was removed.
    """
    return masks_over(records, _parts(playlist), _shown(records, playlist, wish))


def ask_for_kit(
    library: Library,
    records: Records,
    playlist: Playlist,
    wish: KitWish,
    purpose: Purpose,
    hidden: Sequence[Masked],
) -> Passed:
    """Return what the gate says of a playlist that was read before.

    Args:
        library: Where recordings are.
        records: The catalog.
        playlist: What is shown.
        wish: What the kit is to be like.
        purpose: What it is for.
        hidden: What hides each item, from `masks_of_kit`.

    Raises:
        ConsentRefused, ConsentWithdrawn: It says no.
        MaskUnconfirmed, MaskNotPossible: What is to be hidden cannot be, or other
            masks hide it now.
        ClipNotFound: A clip was removed.
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
    """
    parts, shown = _parts(playlist), _shown(records, playlist, wish)
    refuse_changed(records, parts, shown, hidden)
    passed = pass_masked(records, purpose, parts, hidden, shown)
    refuse_standing(library, records, parts, hidden, shown)
    return passed


def ask_for_draft(
    planning: Planning, records: Records, playlist: Playlist, draft: Draft
) -> Passed:
    """Return what the gate says now of a kit that was planned before.

    Raises:
        ConsentRefused, ConsentWithdrawn: It says no; or an interpreter withdrew.
        MediakitError: See `ask_for_kit`.
    """
    hidden = [drafted.hidden for drafted in draft.items]
    passed = ask_for_kit(
        *(planning.library, records, playlist),
        *(planning.wish, planning.purpose, hidden),
    )
    refuse_withdrawn_voiceovers(records, planning.purpose, draft)
    return passed


def _parts(playlist: Playlist) -> list[Part]:
    return [(item.clip, item.range) for item in playlist.items]


def _shown(records: Records, playlist: Playlist, wish: KitWish) -> Shown:
    return wish.shown([records.get(Clip, item.clip) for item in playlist.items])


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
    with exporting(library, catalog) as export:
        # while it was being made, a clip may have been removed, a voice withdrawn
        passed = ask_for_draft(planning, export.change, playlist, draft)
        hidden = [drafted.hidden for drafted in draft.items]
        use = record_use(
            *(export.change, passed, UseKind.KIT),
            _recorded(library, new.target, files),
            how=", ".join([wish.how(playlist), *how_masked(hidden)]),
            ranges=_ranges(draft, new.levels),
            known_as=new.use,
        )
        export.let_folder_go(folder, new.target)
    return use


def _ranges(draft: Draft, levels: Levels) -> tuple[UsedRange, ...]:
    return tuple(
        used
        for drafted, (loudness, gain) in zip(draft.items, levels, strict=True)
        for used in ranges_masked(
            UsedRange(
                drafted.clip.id,
                drafted.item.range,
                drafted.item.excerpt,
                loudness=loudness,
                gain=gain,
                voiceovers=drafted.files.heard_over,
            ),
            drafted.hidden,
        )
    )


def _recorded(
    library: Library, target: Path, files: Mapping[str, str]
) -> tuple[UsedFile, ...]:
    return tuple(
        UsedFile(recorded_path(library, target / name), digest)
        for name, digest in files.items()
    )
