"""Plan a rough cut: a film on paper, as parts that can be rendered apart.

Each line that takes time is one part, as long as it is on the timeline, to the frame.
So a line that was changed is rendered again, and no other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mediakit.errors.base import Reason, sentence
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.media.rendering.film import (
    Canvas,
    Card,
    CardKind,
    Cover,
    Film,
    Line,
    Part,
    Shot,
)
from mediakit.model import timeline
from mediakit.model.clip import Clip
from mediakit.model.film import FilmLine, LineKind
from mediakit.model.film_layout import line_text
from mediakit.model.ids import ClipId
from mediakit.model.mask import Masked, MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import Cue, Marker, Timeline
from mediakit.workflows.film_subtitles import written_below
from mediakit.workflows.find_original import find_original
from mediakit.workflows.hide_part import blurred, hide, is_gone
from mediakit.workflows.lay_out_film import LaidOut
from mediakit.workflows.machine_words import cue_text, marked
from mediakit.workflows.name_voices import credit_cards, lower_third
from mediakit.workflows.subtitle_lines import text_lines

_CARDS = {
    LineKind.CARD: CardKind.TITLE,
    LineKind.HEADING: CardKind.HEADING,
    LineKind.NARRATION: CardKind.PLAIN,
}
_NOTHING_TO_READ = sentence(
    "line {line} of film {film} is to be read, and nobody has written what is said"
)
_CARD_FADES, _SOUND_FADES = 250, 20  # milliseconds


class Subtitles(StrEnum):
    """What becomes of the words of a film."""

    BURNT = "burnt"
    SEPARATE = "separate"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoughLook:
    """How a rough cut is to look.

    Attributes:
        language: Of cards, of credits and of what is written below.
        subtitles: What becomes of the words.
        lines: Pixels of the shorter side.
    """

    language: str
    subtitles: Subtitles = Subtitles.BURNT
    lines: int = 720


@dataclass(frozen=True, slots=True)
class RoughCut:
    """A film as it can be rendered.

    Attributes:
        film: Its parts; loudness is as recorded.
        lines: For each part, the line it is; nothing for credits.
    """

    film: Film
    lines: tuple[FilmLine | None, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What parts are made from.

    Attributes:
        library: Where recordings are.
        timeline: The film in time.
        look: How it is to look.
        languages: In which a card is written, the one to take first.
        below: What is burnt in, by the code of its line.
        masks: What is hidden, by the code of its line or cover.
        clips: The clips that are in it, by id.
    """

    library: Library
    timeline: Timeline
    look: RoughLook
    languages: tuple[str, ...]
    below: Mapping[str, Sequence[Cue]]
    masks: Mapping[str, Masked]
    clips: Mapping[ClipId, Clip]

    def hidden(self, code: str) -> Masked:
        """Return what is hidden of a line or cover."""
        return self.masks.get(code, Masked())


def plan_rough_cut(
    library: Library,
    laid: LaidOut,
    look: RoughLook,
    masks: Mapping[str, Masked],
    clips: Mapping[ClipId, Clip],
) -> RoughCut:
    """Return a film as it can be rendered; what takes no time is not in it.

    Args:
        library: Where recordings are.
        laid: The film in time, with the words in the language of *look*.
        look: How it is to look.
        masks: What is hidden, by the code of its line or cover.
        clips: The clips that are in it, and those that are heard instead.

    Raises:
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
        MaskNotPossible: What is to be read instead was not written by anybody.
    """
    film, whole = laid.film, laid.timeline
    languages = (look.language, *film.languages)
    below: dict[str, list[Cue]] = {}
    for cue in written_below(laid, look.language, look.language):
        if look.subtitles is Subtitles.BURNT:
            below.setdefault(cue.code, []).append(cue)
    plan = _Plan(library, whole, look, languages, below, masks, clips)
    lines = {line.code: line for line in film.lines}
    seen = [(lines[one.code], one) for one in whole.markers if one.length]
    parts = list(_parts(plan, seen))
    names = list(credit_cards(whole, languages))
    return RoughCut(
        Film(_canvas(whole, look.lines), (*parts, *names)),
        (*(line for line, _marker in seen), *(None for _card in names)),
    )


def _canvas(whole: Timeline, lines: int) -> Canvas:
    """Return the pictures of a film, in its own shape."""
    share = lines / min(whole.width, whole.height)
    width, height = (
        max(2, round(side * share / 2) * 2) for side in (whole.width, whole.height)
    )
    return Canvas(width, height, whole.rate.exact)


def _parts(plan: _Plan, seen: Sequence[tuple[FilmLine, Marker]]) -> Iterator[Part]:
    named: tuple[str, ...] = ()
    placed = {
        item.code: item
        for track in plan.timeline.tracks
        if track.name != "V2"
        for item in track.items
    }
    for line, marker in seen:
        item = placed[line.code]
        if isinstance(item, timeline.Card):
            yield _card(plan, line, marker)
            continue
        if plan.hidden(line.code).of(MaskKind.TEXT):
            yield _words(plan, marker)
            continue
        # who goes on speaking is not named again
        is_new = line.kind is LineKind.QUOTE and marker.names != named
        if line.kind is LineKind.QUOTE:
            named = marker.names
        yield _shot(plan, line, marker, item, names=marker.names if is_new else ())


def _shot(
    plan: _Plan,
    line: FilmLine,
    marker: Marker,
    item: timeline.Shot,
    *,
    names: Sequence[str],
) -> Shot:
    clip, hidden = plan.clips[item.clip], plan.hidden(line.code)
    is_narrated = line.kind is LineKind.NARRATION
    covers = tuple(_covers(plan, marker, is_heard=is_narrated))
    shot = Shot(
        source=find_original(plan.library, clip),
        sha256=clip.sha256,
        span=_span(plan, item),
        frames=item.length,
        covers=covers,
        subtitles=_below(plan, marker),
        banners=tuple(lower_third(names, item.length, covers, plan.timeline.rate)),
        # of a recorded narrator only the voice is meant
        is_seen=not is_narrated,
        edge=_SOUND_FADES,
    )
    return hide(plan.library, plan.clips, shot, hidden)


def _words(plan: _Plan, marker: Marker) -> Card:
    """Return what is said, to be read: nobody is seen or heard."""
    said = {marker.language: marker.quote, **marker.translations, **marker.texts}
    tags = (*plan.languages, *said)
    tag = next(filter(said.get, tags), "")
    text = said.get(tag)
    if not text:
        reason = Reason(_NOTHING_TO_READ, line=marker.code, film=plan.timeline.film)
        raise MaskNotPossible(reason=reason)
    if tag in marker.machine:
        text = marked(text, tag)
    return Card(
        kind=CardKind.QUOTE,
        text=text,
        duration=_time(plan, marker.length),
        frames=marker.length,
        fade=_CARD_FADES,
    )


def _card(plan: _Plan, line: FilmLine, marker: Marker) -> Card:
    kind = _CARDS[line.kind]
    covers = tuple(_covers(plan, marker, is_heard=False))
    text = line_text(line, plan.languages)
    below = _below(plan, marker)
    is_spoken = line.kind is LineKind.NARRATION
    if is_spoken and covers and not below:
        # nobody has recorded it yet: it can be read at least
        below = text_lines(text, _time(plan, marker.length))
    return Card(
        kind=kind,
        text="" if below else text,
        duration=_time(plan, marker.length),
        frames=marker.length,
        fade=0 if covers else _CARD_FADES,
        subtitles=below,
        covers=covers,
    )


def _covers(plan: _Plan, marker: Marker, *, is_heard: bool) -> Iterator[Cover]:
    over = next(track for track in plan.timeline.tracks if track.name == "V2")
    for item in over.items:
        if marker.at <= item.at < marker.at + marker.length and isinstance(
            item, timeline.Shot
        ):
            clip, hidden = plan.clips[item.clip], plan.hidden(item.code)
            if is_gone(hidden):
                # nothing of it is to be seen: the line's own pictures stay
                continue
            yield Cover(
                source=find_original(plan.library, clip),
                sha256=clip.sha256,
                span=_span(plan, item),
                at=item.at - marker.at,
                frames=item.length,
                is_heard=is_heard and not hidden.of(MaskKind.VOICE),
                blurred=blurred(hidden, _span(plan, item)),
            )


def _below(plan: _Plan, marker: Marker) -> tuple[Line, ...]:
    return tuple(
        Line(
            _time(plan, cue.at - marker.at),
            _time(plan, cue.end - marker.at),
            cue_text(cue, plan.look.language),
        )
        for cue in plan.below.get(marker.code, ())
    )


def _span(plan: _Plan, item: timeline.Shot) -> TimeRange:
    """Return what of a clip a shot is, in milliseconds.

    They lie around it, less than one on either side; but not around what was chosen,
    which is whole milliseconds itself.
    """
    length = plan.timeline.rate.seconds(item.length) * 1000
    start = int(item.start * 1000)
    return TimeRange(start, start - int(-length // 1))


def _time(plan: _Plan, frames: int) -> int:
    return plan.timeline.rate.milliseconds(frames)
