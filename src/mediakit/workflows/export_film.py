"""Hand a film to an editing program, and record that it left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.base import Reasons
from mediakit.errors.films import FilmEmpty
from mediakit.files import safe_name
from mediakit.library import Library
from mediakit.model.film import Film
from mediakit.model.frame_rate import format_timecode, parse_timecode
from mediakit.model.leaving import Part, Passed, Shown
from mediakit.model.mask import Masked
from mediakit.model.timeline import LeftOut, Timeline
from mediakit.model.use import Use, UsedRange, UseKind
from mediakit.timeline.base import Footage, HandOff
from mediakit.timeline.format import TimelineFormat
from mediakit.workflows.film_notes import (
    Say,
    marker_names,
    marker_notes,
    names_told,
)
from mediakit.workflows.gather_footage import gather_footage, require_steady
from mediakit.workflows.hide_film_names import without_real_names
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.keep_film import keep_version, versions_of
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from mediakit.workflows.leave_out_refused import leave_out_refused
from mediakit.workflows.machine_words import marked_lines
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.pass_masked import ranges_masked
from mediakit.workflows.place_export import place_export
from mediakit.workflows.refuse_masks import refuse_masked

FOLDER = "films"

SHOWN = Shown.SOUND | Shown.WORDS | Shown.PICTURES
"""Those who do not want to be named are called what they agreed to."""


@dataclass(frozen=True, slots=True)
class ExportedFilm:
    """A film that was handed on.

    Attributes:
        path: The file.
        use: The record that it left.
        version: What the film as it is now is called among its versions, as ``v2``.
        lines: How many lines are in it.
        duration: Milliseconds it lasts.
        left_out: Lines and covers that are not in it.
        absent: Files of recordings that are not there, as the file names them.
        cautions: What people should know before they hand it on.
        originals: How many originals are named in it as they are called on this disk.
    """

    path: Path
    use: Use
    version: str
    lines: int
    duration: int
    left_out: tuple[LeftOut, ...]
    absent: tuple[str, ...]
    cautions: Reasons
    by_machine: tuple[str, ...] = ()
    originals: int = 0


def export_film(
    library: Library,
    catalog: Catalog,
    typed: str,
    fmt: TimelineFormat,
    purpose: Purpose,
    *,
    say: Say,
    output: str = "",
    without_refused: bool = False,
) -> ExportedFilm:
    """Write a film as an editing program reads it.

    Args:
        library: Where the recordings are.
        catalog: Where the use is recorded.
        typed: The film.
        fmt: The format.
        purpose: What it is for; without a scope, what the film is for.
        say: Says sentences in the language of whoever asks.
        output: A file that is not there yet, instead of one among the exports.
        without_refused: Leave out what the gate refuses; its time stays empty.

    Raises:
        FilmNotFound: There is no such film.
        ConsentRefused, ConsentWithdrawn: The gate says no.
        FilmEmpty: Nothing in it takes time.
        MaskNotPossible: Somebody in it is hidden.
        TimelineNotPossible: The format cannot say what is in it.
        TargetRefused, FolderMissing: It cannot be put there.
        WriteFailed: It could not be written.
    """
    with exporting(library, catalog) as export:
        whole = export.change.find(Film, typed)
        purpose = for_film(purpose, whole)
        allowed = leave_out_refused(
            export.change, whole, purpose, SHOWN, wished=without_refused
        )
        film = allowed.film
        passed = ask_for_film(export.change, film, purpose)
        refuse_masked(export.change, film, passed.scope)
        said = lay_out_film(
            library, export.change, whole, purpose, without=allowed.refused
        )
        require_length(said)
        laid = without_real_names(library, export.change, said)
        require_steady(laid.timeline, fmt.NAME)
        name = safe_name(laid.film.title)
        path = place_export(library, passed, FOLDER, name, fmt.SUFFIX, output)
        footage = gather_footage(library, laid.timeline, path.parent)
        hand_off = hand_off_of(laid, footage, passed.scope, say)
        content = fmt.write(hand_off)
        named = hand_off.files if fmt.NAMES_FILES else ()
        called = keep_as(export.change, whole)
        use = export.keep(
            passed,
            UseKind.TIMELINE,
            path,
            content,
            how=how_film(film, called, fmt.NAME),
            ranges=tuple(ranges_of(laid, fmt.FIRST)),
            film=film.id,
            refused=allowed.refused,
        )
    told = names_told(library, said, purpose.day)
    return ExportedFilm(
        path,
        use,
        called,
        len(laid.timeline.markers),
        laid.timeline.duration,
        (*allowed.left_out, *laid.timeline.left_out),
        _absent(named, path.parent),
        Reasons(*passed.cautions.each, *told.each),
        marked_lines(laid.timeline),
        len(named),
    )


def require_length(laid: LaidOut) -> None:
    """Refuse a film in which nothing takes time: there is nothing to hand on.

    Raises:
        FilmEmpty: It is one.
    """
    if not laid.timeline.length:
        raise FilmEmpty(film=laid.film.id)


def for_film(purpose: Purpose, film: Film) -> Purpose:
    """Return *purpose* with the film's own scope, if it names none."""
    return replace(purpose, scope=purpose.scope or film.scope)


def ask_for_film(
    records: Records,
    film: Film,
    purpose: Purpose,
    shown: Shown = SHOWN,
    more: Sequence[Part] = (),
) -> Passed:
    """Return what the gate says of everything that is in a film.

    Args:
        records: The catalog.
        film: The film.
        purpose: What it is for.
        shown: What of people can be met in it.
        more: What else of clips goes with it.

    Raises:
        ConsentRefused, ConsentWithdrawn: It says no.
    """
    parts: Sequence[Part] = [(clip, range_) for _code, clip, range_ in film.parts]
    return pass_gate(records, purpose, (*parts, *more), shown)


def keep_as(change: Change, film: Film) -> str:
    """Keep a film as it leaves and return what that is called: ``v2``."""
    kept = keep_version(change, film)
    known = [one.id for one in versions_of(change, film.id)]
    return f"v{known.index(kept.id) + 1}"


def how_film(film: Film, version: str, kind: str) -> str:
    """Return what the use record of a film says of how it was made."""
    return f"film {film.id} {version} as {kind}"


def ranges_of(
    laid: LaidOut, first: str, masks: Mapping[str, Masked] | None = None
) -> Iterator[UsedRange]:
    """Yield what of clips is in a film, and at which timecode of it.

    Args:
        laid: The film in time.
        first: The timecode with which it begins for who opens it.
        masks: What hides its lines and covers, by code, where that was applied.
    """
    rate = laid.timeline.rate
    begins = parse_timecode(first, rate)
    items = [item for track in laid.timeline.tracks for item in track.items]
    places = {item.code: format_timecode(begins + item.at, rate) for item in items}
    excerpts = {line.code: line.excerpt for line in laid.film.lines}
    for code, clip, range_ in laid.film.parts:
        at = places.get(code, "")
        used = UsedRange(clip, range_, excerpts.get(code), at=at)
        yield from ranges_masked(used, (masks or {}).get(code, Masked()))


def hand_off_of(
    laid: LaidOut, footage: Mapping[str, Footage], scope: str, say: Say
) -> HandOff:
    """Return a film with its files, as the formats need it.

    Args:
        laid: The film in time.
        footage: The file of each shot, by the shot's code.
        scope: The rung of consent that it passed the gate for.
        say: Says sentences.
    """
    timeline: Timeline = laid.timeline
    return HandOff(
        timeline=timeline,
        footage=footage,
        names=marker_names(timeline),
        notes=marker_notes(timeline, scope, say),
    )


def _absent(files: Sequence[Footage], folder: Path) -> tuple[str, ...]:
    return tuple(one.path for one in files if not (folder / one.path).is_file())
