"""Make a playlist into a kit, and remember that it left."""

import contextlib
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import Reasons
from mediakit.kits import run_sheet_pdf
from mediakit.kits.bag import require_bags
from mediakit.kits.run_sheet_pdf import require_pdf
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.ids import UseId
from mediakit.model.playlist import Playlist
from mediakit.model.use import Use
from mediakit.workflows.assemble_kit import content_of, put_texts
from mediakit.workflows.find_kit import find_kits
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.kit_files import Planning
from mediakit.workflows.kit_film import Levels, plan_one_file, write_one_file
from mediakit.workflows.kit_names import names_told
from mediakit.workflows.kit_parts import (
    Part,
    finish_parts,
    kept,
    make_parts,
    missing_parts,
)
from mediakit.workflows.kit_wish import KitWish, for_playlist
from mediakit.workflows.let_kit_leave import (
    Leaving,
    ask_for_draft,
    ask_for_kit,
    let_leave,
    masks_of_kit,
)
from mediakit.workflows.made_folder import beside
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.pass_masked import shifted_voices
from mediakit.workflows.place_export import place_folder
from mediakit.workflows.plan_kit import Draft, Drafted, Lacking, plan_kit
from mediakit.workflows.record_use import is_recorded
from mediakit.workflows.refuse_voiceovers import refuse_withdrawn_voiceovers

_FILM_WEIGHT = 12
"""How much work a second of a film is, beside a second of a cut."""

_LEAST = 500
"""Milliseconds of a cut that a picture is as much work as."""


@dataclass(frozen=True, slots=True)
class Making:
    """How far a kit has come, as a share of all."""

    share: float


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit that is there.

    Attributes:
        path: Its folder.
        use: The record that it left.
        made: How many parts were made for it; the others were there.
        parts: How many it has.
        lacking: What was asked for and is not there.
        cautions: What people should know before they hand it on.
        reused: Whether it had been made before, and nothing has changed since.
    """

    path: Path
    use: Use
    made: int = 0
    parts: int = 0
    lacking: tuple[Lacking, ...] = ()
    cautions: Reasons = field(default_factory=Reasons)
    reused: bool = False


def make_kit(
    library: Library,
    catalog: Catalog,
    ffmpeg: Ffmpeg,
    typed: str,
    wish: KitWish,
    purpose: Purpose,
    *,
    output: str = "",
    last: str = "en",
) -> Generator[Making | Kit, None, None]:
    """Make a kit; yield how far it has come, then the kit.

    It is whole or not there, whatever dies in between. Parts that were finished stay
    and are taken up by the next kit that needs them. The gate is asked before the
    work, and again when it is done.

    Args:
        library: Where the clips are.
        catalog: Where the use is recorded.
        ffmpeg: The program.
        typed: The playlist.
        wish: What it is to be like.
        purpose: What it is for; without a scope, what the playlist is for.
        output: A folder to put it in, or one that is not there yet and becomes it.
        last: The language it speaks in if nothing says another.

    Raises:
        PlaylistNotFound: There is no such playlist.
        ConsentRefused, ConsentWithdrawn: The gate says no, or an interpreter withdrew.
        KitNotPossible: There is nothing to show, or nothing of what was asked for.
        MaskUnconfirmed, MaskNotPossible: What is to be hidden cannot be.
        TargetRefused, FolderMissing: It cannot be put there.
        BagsNotInstalled: What makes bags is not there.
        PdfNotInstalled: What makes PDF is not there.
        MediakitError: A part cannot be made; see `make_parts` and `write_one_file`.
    """
    if wish.in_bag:
        require_bags()
    if wish.kit is run_sheet_pdf:
        require_pdf()
    records = catalog.read()
    playlist = records.find(Playlist, typed)
    purpose = for_playlist(purpose, playlist)
    hidden = masks_of_kit(records, playlist, wish)
    passed = ask_for_kit(library, records, playlist, wish, purpose, hidden)
    planning = Planning(
        library=library, records=records, ffmpeg=ffmpeg, wish=wish, purpose=purpose
    )
    draft = plan_kit(planning, playlist, hidden, last=last)
    refuse_withdrawn_voiceovers(records, purpose, draft)
    content = content_of(draft, wish, ffmpeg.version)
    cautions = Reasons(
        *passed.cautions.each,
        *names_told(planning, draft).each,
        *shifted_voices((one.clip.id, one.hidden) for one in draft.items).each,
    )
    for found in find_kits(library, records, content, output):
        if is_recorded(found.use, passed):
            with exporting(library, catalog) as export:
                ask_for_draft(planning, export.change, playlist, draft)
            parts = len(draft.parts)
            yield Kit(
                found.path, found.use, 0, parts, draft.lacking, cautions, reused=True
            )
            return
    name = f"{playlist.id}-{wish.kit.NAME}"
    target = place_folder(library, passed, name, output)
    with beside(library, target) as folder:
        count, levels = yield from _made(planning, draft, folder)
        new = Leaving(UseId(records.new_id(Use)), target, content, levels)
        use = let_leave(catalog, planning, playlist, draft, new, folder)
    yield Kit(target, use, count, len(draft.parts), draft.lacking, cautions)


def _made(
    planning: Planning, draft: Draft, folder: Path
) -> Generator[Making, None, tuple[int, Levels]]:
    """Make all that goes into a kit; return how many parts, and how loud they are."""
    library, wish = planning.library, planning.wish
    every = [part for drafted in draft.items for part in drafted.files.every]
    missing = missing_parts(every)
    whole = sum(item.duration for item in draft.plan.items)
    one_file = whole * (_FILM_WEIGHT if draft.plan.film else 1) * wish.has_one_file
    total = sum(_weight(part) for part in missing) + one_file + _LEAST
    done = 0.0
    with contextlib.closing(make_parts(library, missing)) as parts:
        for part in parts:
            done += _weight(part)
            yield Making(done / total)
    put_texts(draft, folder)
    levels = tuple(_level(drafted) for drafted in draft.items)
    if wish.has_one_file:
        film, levels = plan_one_file(planning, draft)
        writing = write_one_file(library, planning.ffmpeg, draft, film, folder)
        with contextlib.closing(writing) as shares:
            for share in shares:
                yield Making((done + share * one_file) / total)
    finish_parts(library, every)
    return len(missing), levels


def _weight(part: Part) -> int:
    return max(part.task.duration, _LEAST)


def _level(drafted: Drafted) -> tuple[float | None, float | None]:
    """Return how loud an item is in its recording, and what was done about it."""
    media = drafted.files.media
    known = kept(drafted.files.parts[media]) if media else None
    return (known.loudness, known.gain) if known else (None, None)
