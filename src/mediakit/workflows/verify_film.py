"""Compare a file that was written for an editing program with the paper edit."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.timelines import TimelineDiffers, TimelineUnreadable
from mediakit.library import Library
from mediakit.model.film import Film
from mediakit.model.frame_rate import format_timecode
from mediakit.model.printable import shortened
from mediakit.model.timeline import Timeline
from mediakit.model.use import Use
from mediakit.timeline.base import Footage, HandOff, Placed
from mediakit.timeline.found import ReadBack
from mediakit.timeline.registry import NAMES
from mediakit.workflows.export_film import for_film, hand_off_of
from mediakit.workflows.export_words import WORDS
from mediakit.workflows.gather_footage import gather_footage, shots_of
from mediakit.workflows.hide_film_names import without_real_names
from mediakit.workflows.keep_film import find_version
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from mediakit.workflows.open_timeline import film_named, known_format, read_bounded
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.verify_media import files_left, media_differences
from mediakit.workflows.verify_words import (
    Compared,
    Rows,
    compared_rows,
    read_rows,
    time_of,
    use_of,
    words_kind,
)

MOST = 20
"""How many differences are told one by one."""

_MISSING = sentence("On paper only: {what}")
_ADDED = sentence("In the file only: {what}")
_CHECKED = sentence(
    "No difference: words that were checked since, and are still marked as a "
    "machine's (subtitles: {count})."
)


@dataclass(frozen=True, slots=True)
class Verified:
    """A file that says what the paper edit says.

    Attributes:
        film: The id of the film.
        format: The format of the file.
        rate: Its frames a second, as people call it.
        frames: How many frames of the film were compared.
        placed: How many things on its tracks.
        checked: When subtitles are seen that it marks as a machine's words, and that
            a person has checked since.
        refused: The codes of lines and covers that were left out as it left.
    """

    film: str
    format: str
    rate: str
    frames: int
    placed: int
    checked: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def verify_film(
    library: Library,
    catalog: Catalog,
    path: Path,
    purpose: Purpose,
    *,
    film: str = "",
    version: str = "",
) -> Verified:
    """Compare a file with its film, frame for frame, and the recordings it names.

    Args:
        library: Where the recordings are.
        catalog: The records.
        path: The file.
        purpose: The day and the rules by which the film is laid out.
        film: The film, where the file does not name it.
        version: The version of the film, as ``v2``; as it is now if none.

    Raises:
        ReadFailed: The file cannot be read.
        TimelineUnreadable: It is no file of a film that is known, or damaged.
        FilmNotFound, NotInFilm: Its film or version is not in the library.
        TimelineDiffers: It says something else than the paper edit.
    """
    content, records = read_bounded(path), catalog.read()
    use = use_of(library, records, path, content)
    if kind := words_kind(content):
        rows = read_rows(kind, content, str(path))
        known = film or (use.film if use else "") or ""
        laid = _laid(library, records, path, known, version, purpose, use)
        same = _same_words(path, laid, kind, rows)
        return replace(same, refused=_refused(use, laid.film))
    fmt = known_format(content, path, (*NAMES, *WORDS))
    read = fmt.read(content, str(path), None)
    known = film or film_named(read)
    laid = _laid(library, records, path, known, version, purpose, use)
    footage = gather_footage(library, laid.timeline, path.parent)
    hand_off = hand_off_of(laid, _as_trimmed(laid.timeline, footage, read), "", str)
    differences = [*_differences(hand_off, fmt.placed(hand_off), read)]
    left = files_left(records, laid.film.id)
    differences += media_differences(laid.timeline.clips, left, path, read)
    _refuse(path, laid, differences)
    return Verified(
        laid.film.id,
        fmt.NAME,
        read.rate.name,
        sum(one.length for one in read.placed),
        len(read.placed),
        refused=_refused(use, laid.film),
    )


def _laid(
    library: Library,
    records: Records,
    path: Path,
    named: str,
    version: str,
    purpose: Purpose,
    use: Use | None,
) -> LaidOut:
    """Return the film that a file is of, in time, without what was left out of it.

    Raises:
        TimelineUnreadable: Nothing says which it is.
        FilmNotFound, NotInFilm: It is not in the library, or has no such version.
    """
    if not named:
        reason = Reason(sentence("it does not name its film, which '--film' does"))
        raise TimelineUnreadable(file=str(path), reason=reason)
    film = find_version(records, records.find(Film, named), version)
    asked, gone = for_film(purpose, film), _refused(use, film)
    said = lay_out_film(library, records, film, asked, without=gone)
    return without_real_names(library, records, said)


def _refused(use: Use | None, film: Film) -> tuple[str, ...]:
    """Return the codes of what was left out of a film as it left."""
    return use.refused if use and use.film == film.id else ()


def _same_words(path: Path, laid: LaidOut, kind: str, rows: Rows) -> Verified:
    """Return what was compared of a script or subtitles.

    Raises:
        TimelineDiffers: They say something else than the paper edit.
    """
    compared = compared_rows(laid, kind, rows)
    checked = tuple(map(time_of, compared.checked))
    _refuse(path, laid, list(_told_apart(laid, compared)), len(checked))
    rate = laid.timeline.rate.name
    return Verified(laid.film.id, kind, rate, laid.timeline.length, len(rows), checked)


def _refuse(
    path: Path, laid: LaidOut, differences: list[Reason], checked: int = 0
) -> None:
    if differences:
        since = [Reason(_CHECKED, count=checked)] if checked else []
        reason = Reasons(*_few(differences), *since)
        raise TimelineDiffers(file=str(path), film=laid.film.id, reason=reason)


def _told_apart(laid: LaidOut, compared: Compared) -> Iterator[Reason]:
    missing = [(one, _MISSING) for one in compared.missing]
    added = [(one, _ADDED) for one in compared.added]
    for one, said in sorted(missing + added):
        # what a withdrawn voice said is in the file, not to be on a screen
        shown = time_of(one) if laid.withdrawn else one
        yield Reason(said, what=shortened(shown))


def _as_trimmed(
    timeline: Timeline, footage: Mapping[str, Footage], read: ReadBack
) -> dict[str, Footage]:
    """Return the file of each shot as it begins in what was read."""
    found = dict(footage)
    for shot in shots_of(timeline):
        whole = footage[shot.code]
        frame = whole.first + timeline.source_frame(shot)
        begins = [first for clip, first in read.files if clip == shot.clip]
        first = max((one for one in begins if one <= frame), default=whole.first)
        found[shot.code] = replace(whole, first=first, offset=first - whole.first)
    return found


def _differences(
    hand_off: HandOff, meant: tuple[Placed, ...], read: ReadBack
) -> Iterator[Reason]:
    film = hand_off.timeline.rate
    if read.rate != film:
        yield Reason(
            sentence("It has {file} frames a second, the paper {paper}."),
            file=_named(read.rate.name, drop=read.rate.drop),
            paper=_named(film.name, drop=film.drop),
        )
    for part in read.unread:
        text = sentence("At {place}: {what}.")
        yield Reason(text, place=part.place, what=part.reason)
    paper, file = Counter(meant), Counter(read.placed)
    missing = [(one, _MISSING) for one in paper - file]
    added = [(one, _ADDED) for one in file - paper]
    for one, said in sorted(missing + added):
        begin = format_timecode(read.first + one.at, film)
        what = f"{one.track} {begin} +{one.length} {one.clip or '-'} {one.frame}"
        yield Reason(said, what=what)


def _few(differences: list[Reason]) -> list[Reason]:
    if len(differences) <= MOST:
        return differences
    rest = Reason(sentence("And {count} more."), count=len(differences) - MOST)
    return [*differences[:MOST], rest]


def _named(name: str, *, drop: bool) -> str:
    return f"{name} drop-frame" if drop else name
