"""Hand a film to an editing program with its recordings, in one folder."""

import contextlib
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.masks import MaskNotPossible
from mediakit.files import checksum, make_folder, safe_name, write_durably
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.film import Film
from mediakit.model.leaving import Passed
from mediakit.model.mask import Masked
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.timeline.format import TimelineFormat
from mediakit.workflows.collect_footage import collect_footage
from mediakit.workflows.export_film import (
    FOLDER,
    SHOWN,
    ExportedFilm,
    for_film,
    hand_off_of,
    how_film,
    keep_as,
    ranges_of,
    require_length,
)
from mediakit.workflows.film_notes import Say, names_told
from mediakit.workflows.hide_film_names import without_real_names
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.keep_mask import masks_in, masks_of
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from mediakit.workflows.leave_out_refused import Allowed, leave_out_refused
from mediakit.workflows.machine_words import marked_lines
from mediakit.workflows.made_folder import beside
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.pass_masked import (
    how_masked,
    pass_gate_masked,
    ranges_masked,
    shifted_voices,
)
from mediakit.workflows.place_export import place_export, recorded_path
from mediakit.workflows.plan_footage import FOLDER as MEDIA
from mediakit.workflows.plan_footage import Hiding, Piece, footage_in, plan_footage
from mediakit.workflows.record_use import record_use
from mediakit.workflows.refuse_masks import refuse_half_hidden, refuse_unconfirmed
from mediakit.workflows.refuse_standing import refuse_standing
from mediakit.workflows.write_film import Rendering

_CHANGED = sentence(
    "who is hidden in film {film} was changed while its recordings were written; run "
    "the command again"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collecting:
    """How recordings go with a film.

    Attributes:
        ffmpeg: The program.
        handles: Milliseconds before and after each shot; ``None`` for whole recordings.
        without_refused: Leave out what the gate refuses; its time stays empty.
    """

    ffmpeg: Ffmpeg
    handles: int | None
    without_refused: bool = False


def collect_film(
    library: Library,
    catalog: Catalog,
    typed: str,
    fmt: TimelineFormat,
    collecting: Collecting,
    purpose: Purpose,
    *,
    say: Say,
    output: str = "",
) -> Generator[Rendering | ExportedFilm, None, None]:
    """Write a film and its recordings; yield how far it has come, then the film.

    The folder is whole or not there. The gate is asked for all that the recordings
    hold before the work, and again when it is done.

    Args:
        library: Where the recordings are.
        catalog: Where the use is recorded.
        typed: The film.
        fmt: The format.
        collecting: How recordings go with it.
        purpose: What it is for; without a scope, what the film is for.
        say: Says sentences in the language of whoever asks.
        output: A folder that is not there yet, instead of one among the exports.

    Raises:
        FilmNotFound: There is no such film.
        ConsentRefused, ConsentWithdrawn: The gate says no.
        MaskUnconfirmed, MaskNotPossible: What is to be hidden cannot be.
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
        FilmEmpty: Nothing in it takes time.
        TimelineNotPossible: The format cannot say what is in it.
        TargetRefused, FolderMissing: It cannot be put there.
        NothingToCut, FfmpegFailed, ReadFailed, WriteFailed: It could not be made.
    """
    records = catalog.read()
    asked = _asked(library, records, typed, collecting, purpose)
    laid, pieces = asked.laid, asked.pieces
    name = safe_name(laid.film.title)
    target = place_export(library, asked.passed, FOLDER, name, "", output)
    footage = footage_in(laid.timeline, pieces, asked.hiding)
    content = fmt.write(hand_off_of(laid, footage, asked.passed.scope, say))
    make_folder(target.parent)
    with beside(library, target) as folder:
        media = folder / MEDIA
        make_folder(media)
        made = collect_footage(
            *(library, records, purpose, collecting.ffmpeg),
            *(laid.timeline, pieces, media),
        )
        with contextlib.closing(made) as shares:
            for share in shares:
                yield Rendering(share)
        write_durably(folder / f"{name}{fmt.SUFFIX}", content)
        use, called = _let_leave(library, catalog, asked, _New(target, folder, fmt))
    told = names_told(library, asked.said, purpose.day)
    yield ExportedFilm(
        target / f"{name}{fmt.SUFFIX}",
        use,
        called,
        len(laid.timeline.markers),
        laid.timeline.duration,
        (*asked.allowed.left_out, *laid.timeline.left_out),
        (),
        Reasons(*asked.passed.cautions.each, *told.each, *_shifted(pieces).each),
        marked_lines(laid.timeline),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A film of which the gate was asked, before its recordings are written.

    Attributes:
        whole: As it is on paper.
        allowed: What of it may leave.
        purpose: What it is for: with a scope.
        passed: What the gate said.
        said: The film in time.
        laid: The same, without what people are really called.
        hiding: What is hidden in it.
        pieces: The recordings that go with it.
    """

    whole: Film
    allowed: Allowed
    purpose: Purpose
    passed: Passed
    said: LaidOut
    laid: LaidOut
    hiding: Hiding
    pieces: tuple[Piece, ...]


def _asked(
    library: Library, records: Records, typed: str, how: Collecting, purpose: Purpose
) -> _Asked:
    """Return a film that may leave with its recordings.

    Raises:
        MediakitError: It is not there, or may not; see `collect_film`.
    """
    whole = records.find(Film, typed)
    purpose = for_film(purpose, whole)
    allowed = leave_out_refused(
        *(records, whole, purpose, SHOWN),
        wished=how.without_refused,
        masks=masks_of(records, whole),
    )
    film = allowed.film
    masks = masks_of(records, film)
    _ask(records, film, masks, purpose)
    gone = allowed.refused
    said = lay_out_film(library, records, whole, purpose, without=gone)
    require_length(said)
    laid = without_real_names(library, records, said)
    hiding = Hiding(masks, masks_in(records, film))
    pieces = plan_footage(records, laid.timeline, purpose, SHOWN, how.handles, hiding)
    passed = _ask(records, film, masks, purpose, pieces)
    parts = [piece.part for piece in pieces]
    hidden = [piece.hidden for piece in pieces]
    refuse_standing(library, records, parts, hidden, SHOWN)
    return _Asked(
        whole=whole,
        allowed=allowed,
        purpose=purpose,
        passed=passed,
        said=said,
        laid=laid,
        hiding=hiding,
        pieces=pieces,
    )


def _ask(
    records: Records,
    film: Film,
    masks: Mapping[str, Masked],
    purpose: Purpose,
    pieces: Sequence[Piece] = (),
) -> Passed:
    """Return what the gate says of a film and of the recordings that go with it.

    Raises:
        ConsentRefused, ConsentWithdrawn: It says no.
        MaskUnconfirmed, MaskNotPossible: What is to be hidden cannot be.
    """
    refuse_unconfirmed(records, film)
    refuse_half_hidden(records, film)
    parts = [(clip, range_) for _code, clip, range_ in film.parts]
    hidden = [masks.get(code, Masked()) for code, _clip, _range in film.parts]
    parts += [piece.part for piece in pieces]
    hidden += [piece.hidden for piece in pieces]
    return pass_gate_masked(records, purpose, parts, hidden, SHOWN)


def _refuse_changed(records: Records, film: Film, hiding: Hiding) -> None:
    """Let nothing leave if a mask was taken away meanwhile, or put there.

    Raises:
        MaskNotPossible: One was.
    """
    if Hiding(masks_of(records, film), masks_in(records, film)) != hiding:
        raise MaskNotPossible(reason=Reason(_CHANGED, film=film.id))


def _shifted(pieces: Sequence[Piece]) -> Reasons:
    return shifted_voices((piece.clip.id, piece.hidden) for piece in pieces)


@dataclass(frozen=True, slots=True)
class _New:
    """A folder that is about to leave."""

    target: Path
    folder: Path
    format: TimelineFormat


def _let_leave(
    library: Library, catalog: Catalog, asked: _Asked, new: _New
) -> tuple[Use, str]:
    """Record that a folder leaves, and give it its place; return its version, too."""
    film, laid, pieces = asked.allowed.film, asked.laid, asked.pieces
    files = tuple(_recorded(library, new))
    held = [
        used
        for piece in pieces
        for used in ranges_masked(UsedRange(*piece.part), piece.hidden)
    ]
    with exporting(library, catalog) as export:
        # while it was being made, a clip may have been removed, a voice withdrawn
        for clip in laid.timeline.clips:
            export.change.get(Clip, clip)
        _refuse_changed(export.change, film, asked.hiding)
        masks = asked.hiding.lines
        passed = _ask(export.change, film, masks, asked.purpose, pieces)
        called = keep_as(export.change, asked.whole)
        use = record_use(
            *(export.change, passed, UseKind.TIMELINE, files),
            how=", ".join(
                [
                    how_film(film, called, f"{new.format.NAME}, with recordings"),
                    *how_masked(masks.values()),
                ]
            ),
            ranges=(*ranges_of(laid, new.format.FIRST, masks), *held),
            film=film.id,
            refused=asked.allowed.refused,
        )
        export.let_folder_go(new.folder, new.target)
    return use, called


def _recorded(library: Library, new: _New) -> list[UsedFile]:
    paths = sorted(path for path in new.folder.rglob("*") if path.is_file())
    return [
        UsedFile(
            recorded_path(library, new.target / path.relative_to(new.folder)),
            checksum(path),
        )
        for path in paths
    ]
