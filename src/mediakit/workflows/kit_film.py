"""A kit in one piece: the film, or the sound, of all that is on a playlist."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from mediakit.files import OWNER_ONLY_FILE
from mediakit.kits.plan import KitItem, in_language
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import (
    Canvas,
    Card,
    CardKind,
    Film,
    Line,
    Part,
    Shot,
    Soundtrack,
    card_of,
    nearest_rate,
    wide_canvas,
)
from mediakit.media.rendering.one_sound import write_sound
from mediakit.model.timecode import TimeRange
from mediakit.workflows.even_loudness import even_loudness
from mediakit.workflows.kit_files import Planning
from mediakit.workflows.kit_parts import kept
from mediakit.workflows.masked_copy import masked_part
from mediakit.workflows.plan_film import is_item
from mediakit.workflows.plan_kit import Draft, Drafted
from mediakit.workflows.render_film import render_film

Levels = tuple[tuple[float | None, float | None], ...]
"""Of each item: how loud it is in its recording, by how much it was made louder."""

_LINES = 720
_USUAL_RATE = Fraction(25)
_FADE = 250
_TALK = 30_000  # milliseconds, where nobody said how long people talk


def plan_one_file(planning: Planning, draft: Draft) -> tuple[Film, Levels]:
    """Return the film of a kit, with question cards for as long as it is for.

    The voice-overs that are in it must be there, and what masks leave of sound.

    Raises:
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
        ReadFailed: A recording cannot be read.
    """
    library, wish = planning.library, planning.wish
    canvas = wide_canvas(wish.lines or _LINES, _rate(draft))
    film = Film(canvas, tuple(_parts(planning, draft, canvas)))
    if not wish.is_even:
        return film, ((None, None),) * len(draft.items)
    even, levels = even_loudness(library, film)
    parts = tuple(
        # a voice-over was made as loud as all the rest when it was mixed
        replace(part, gain=0.0) if isinstance(part, Shot) and part.soundtrack else part
        for part in even.parts
    )
    return replace(even, parts=parts), tuple(
        (level, part.gain if isinstance(part, Shot) else None)
        for part, level in zip(parts, levels, strict=True)
        if is_item(part)
    )


def write_one_file(
    library: Library, ffmpeg: Ffmpeg, draft: Draft, film: Film, folder: Path
) -> Generator[float, None, None]:
    """Write the film or the sound of a kit into its folder; yield the share done.

    Raises:
        MediakitError: It could not be made; see `render_film` and `write_sound`.
    """
    plan = draft.plan
    (folder / (plan.film or plan.sound)).touch(OWNER_ONLY_FILE)
    if plan.film:
        yield from render_film(library, ffmpeg, film, folder / plan.film)
    else:
        yield from write_sound(ffmpeg, film.parts, folder / plan.sound)


def _rate(draft: Draft) -> Fraction:
    for drafted in draft.items:
        if drafted.clip.media.video:
            return nearest_rate(Fraction(drafted.clip.media.video.frame_rate))
    return _USUAL_RATE


def _parts(planning: Planning, draft: Draft, canvas: Canvas) -> Iterator[Part]:
    plan = draft.plan
    if plan.film and plan.title:
        yield card_of(CardKind.TITLE, plan.title, _FADE)
    for item, drafted in zip(plan.items, draft.items, strict=True):
        yield _shown(planning, drafted, canvas)
        question = in_language(item.questions, plan.language).strip()
        if plan.film and question:
            yield card_of(CardKind.QUESTION, question, _FADE)
        elif plan.sound:
            yield _silence(item)


def _silence(item: KitItem) -> Card:
    return Card(kind=CardKind.QUESTION, text="", duration=item.pause or _TALK)


def _shown(planning: Planning, drafted: Drafted, canvas: Canvas) -> Part:
    left, item = drafted.files.left, drafted.item
    known = kept(left) if left else None
    if left and known:
        # of sound nothing is rendered: what masks leave of it is there already
        whole = TimeRange(0, item.range.duration)
        return Shot(
            source=left.path,
            sha256=known.sha256,
            span=whole,
            soundtrack=_soundtrack(drafted),
        )
    part = masked_part(
        *(planning.library, planning.records, planning.purpose),
        *(drafted.clip, item.range),
        *(drafted.hidden, canvas.frames(item.range.duration)),
        language=planning.wish.language,
    )
    part = replace(part, fade=_FADE, soundtrack=_soundtrack(drafted))
    if isinstance(part, Card):
        return part
    return replace(part, subtitles=_lines(drafted))


def _lines(drafted: Drafted) -> tuple[Line, ...]:
    return next((said.lines for said in drafted.subtitles.values()), ())


def _soundtrack(drafted: Drafted) -> Soundtrack | None:
    heard = drafted.files.heard
    known = kept(heard) if heard else None
    return Soundtrack(heard.path, known.sha256) if heard and known else None
