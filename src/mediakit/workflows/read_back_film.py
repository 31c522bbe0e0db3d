"""Read the finished cut of a film back: what is in it, and whether that may be shown.

It is kept as a version and as a use, whatever consent says: it is out of our hands, and
a voice that is withdrawn later must be found in it.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.library import Library
from mediakit.model.balance import Trait
from mediakit.model.clip import Clip
from mediakit.model.cut import CutShot
from mediakit.model.film import Film
from mediakit.model.frame_rate import FrameRate, format_timecode
from mediakit.model.leaving import Shown
from mediakit.model.use import Use, UsedFile
from mediakit.settings import Settings
from mediakit.timeline.found import ReadBack, Unread
from mediakit.workflows.advise_film_consent import advise_names, advise_shown
from mediakit.workflows.advise_film_words import (
    LineContext,
    advise_context,
    advise_translations,
    line_contexts,
)
from mediakit.workflows.export_film import for_film
from mediakit.workflows.film_of_cut import CutFilm, film_of_cut
from mediakit.workflows.keep_cut import EVERYTHING, keep_cut, shown_of_shot
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from mediakit.workflows.open_cut import open_cut
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.place_export import recorded_path
from mediakit.workflows.playlist_advice import Advice, Matter
from mediakit.workflows.real_names import real_names_of
from mediakit.workflows.share_film import Share, share_film


@dataclass(frozen=True, slots=True)
class ReadShot:
    """A shot of a finished cut, and what is to be known of it.

    Attributes:
        shot: The shot.
        code: What it is called in the version.
        begins: Its timecode in the cut.
        names: What those who are heard agreed to be called.
        quote: What is said; nothing where a voice was withdrawn.
        languages: Those in which the words are there.
        context: What it was taken out of.
        advice: What stands in its way, and what to think of.
    """

    shot: CutShot
    code: str
    begins: str
    names: tuple[str, ...]
    quote: str
    languages: tuple[str, ...]
    context: LineContext | None
    advice: tuple[Advice, ...]

    @property
    def is_closed(self) -> bool:
        """Whether consent does not cover it."""
        return any(one.blocks for one in self.advice)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A shot whose clip is not in the catalog.

    Attributes:
        shot: The shot.
        begins: Its timecode in the cut.
        advice: What consent says of the clips that it may be.
    """

    shot: CutShot
    begins: str
    advice: tuple[Advice, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether consent does not cover what it may be."""
        return bool(self.advice)


@dataclass(frozen=True, slots=True)
class ReadBackFilm:
    """What a finished cut is.

    Attributes:
        film: As it is in the cut, without words of withdrawn voices.
        format: The format of the file.
        rate: Its frames a second.
        frames: How long it is.
        day: ISO 8601 day on which consent was asked.
        version: What it is called among the versions of the film.
        use: The record that it is out there.
        shots: Those whose clips are known, in order.
        strangers: Those whose clips are not in the catalog.
        unread: What of the file was not understood.
        shares: Who and what is heard.
        credits: What everybody who is heard agreed to be called.
    """

    film: Film
    format: str
    rate: FrameRate
    frames: int
    day: str
    version: str
    use: Use
    shots: tuple[ReadShot, ...]
    strangers: tuple[Stranger, ...]
    unread: tuple[Unread, ...]
    shares: tuple[Share, ...]
    credits: tuple[str, ...]

    @property
    def closed(self) -> tuple[ReadShot | Stranger, ...]:
        """The shots that consent does not cover."""
        shots = (one for one in self.shots if one.is_closed)
        return (*shots, *(one for one in self.strangers if one.is_closed))


def read_back_film(
    library: Library,
    catalog: Catalog,
    settings: Settings,
    path: Path,
    purpose: Purpose,
    *,
    film: str = "",
) -> ReadBackFilm:
    """Read a finished cut back, keep what it is, and return it.

    Args:
        library: Where words and recordings are.
        catalog: The records.
        settings: What ``mediakit.toml`` says.
        path: The file that the editing program wrote.
        purpose: What the film is for: without a scope, its own.
        film: The film, where the file does not say it.

    Raises:
        ReadFailed: The file cannot be read.
        TimelineUnreadable: It is no timeline that is known, or damaged.
        FilmNotNamed: It does not say which film it is, and nobody else does.
        FilmNotFound, IdAmbiguous: That film is not in the library.
        ScopeUnknown: There is no such scope.
    """
    records = catalog.read()
    opened = open_cut(records, path, film=film)
    read, content = opened.read, opened.content
    file = UsedFile(recorded_path(library, path), hashlib.sha256(content).hexdigest())
    with catalog.change() as change:
        paper = change.find(Film, opened.paper.id)
        clips = {clip.id: clip for clip in change.all(Clip)}
        # one may have been removed meanwhile
        shots = tuple(one for one in opened.shots if not one.clip or one.clip in clips)
        cut = film_of_cut(paper, read, shots, clips)
        purpose = for_film(purpose, paper)
        kept = keep_cut(change, cut, read, shots, purpose, file, opened.format)
        others = {one: _others_advice(change, one, purpose) for one in shots}
    asked = replace(cut.film, scope=purpose.scope)
    laid = replace(lay_out_film(library, records, asked, purpose), masks={})
    shown: dict[str, Shown] = {}
    for one, code in cut.codes.items():
        shown[code] = shown.get(code, Shown(0)) | shown_of_shot(one, clips)
    advice = _advice(library, laid, shown, purpose)
    return ReadBackFilm(
        film=laid.film,
        format=opened.format,
        rate=read.rate,
        frames=max((one.at + one.length for one in read.placed), default=0),
        day=purpose.day,
        version=kept.version,
        use=kept.use,
        shots=tuple(_shots(laid, read, cut, advice, others)),
        strangers=tuple(
            Stranger(one, _begins(read, one), others[one])
            for one in shots
            if not one.clip
        ),
        unread=read.unread,
        shares=share_film(records, asked, settings, tuple(Trait)),
        credits=tuple(
            dict.fromkeys(n for one in laid.timeline.markers for n in one.names)
        ),
    )


def _begins(read: ReadBack, shot: CutShot) -> str:
    return format_timecode(read.first + shot.at, read.rate)


def _advice(
    library: Library, laid: LaidOut, shown: Mapping[str, Shown], purpose: Purpose
) -> dict[str, list[Advice]]:
    """Return what is to be known of each shot, by its code."""
    found: dict[str, list[Advice]] = {}
    for one in (
        *advise_shown(laid, shown, purpose.rules, purpose.day),
        *advise_names(laid, real_names_of(library), purpose.day),
        *advise_context(laid, line_contexts(laid)),
        *advise_translations(laid),
    ):
        for code in one.items:
            # what the paper calls narration may be pictures alone
            if one.matter is not Matter.NARRATION:
                # how to change the paper does not change the cut
                found.setdefault(code, []).append(replace(one, remedy=None))
    return found


def _others_advice(
    records: Records, shot: CutShot, purpose: Purpose
) -> tuple[Advice, ...]:
    """Return what consent says of other clips that a shot may be."""
    if not shot.also:
        return ()
    passed = ask_gate(records, purpose, shot.also, EVERYTHING)
    return tuple(
        Advice(matter=Matter.CONSENT, reason=reason, blocks=True)
        for reason in passed.reasons.each
    )


def _shots(
    laid: LaidOut,
    read: ReadBack,
    cut: CutFilm,
    advice: Mapping[str, Sequence[Advice]],
    others: Mapping[CutShot, Sequence[Advice]],
) -> Iterator[ReadShot]:
    markers = {one.code: one for one in laid.timeline.markers}
    contexts = {one.code: one for one in line_contexts(laid)}
    for shot, code in sorted(cut.codes.items(), key=lambda one: one[0].at):
        marker = markers.get(code)
        languages = dict.fromkeys(
            (marker.language, *marker.translations) if marker else ()
        )
        yield ReadShot(
            shot=shot,
            code=code,
            begins=_begins(read, shot),
            names=marker.names if marker else (),
            quote=marker.quote if marker else "",
            languages=tuple(filter(None, languages)),
            context=contexts.get(code),
            advice=tuple(dict.fromkeys((*advice.get(code, ()), *others[shot]))),
        )
