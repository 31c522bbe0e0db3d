"""What masks leave of a part of a clip, as something that can be cut as a recording.

It is rendered as a line of a film is, as large and with as many frames as the clip has,
and stands for that part of the recording in whatever is made of it. It has nothing of
the original but what the masks leave: its pictures, each of its sound tracks with its
language, no tags.
"""

import contextlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.errors.masks import MaskNotPossible
from mediakit.library import Library
from mediakit.media.cutting.plan import languages_heard
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.film import (
    Canvas,
    Card,
    CardKind,
    Film,
    Part,
    Shot,
    nearest_rate,
    wide_canvas,
)
from mediakit.media.rendering.joining import SUFFIX
from mediakit.media.rendering.segment_cache import MAKING
from mediakit.model.clip import Clip
from mediakit.model.leaving import Part as Leaving
from mediakit.model.leaving import Shown
from mediakit.model.mask import Masked, MaskKind
from mediakit.model.spans import without
from mediakit.model.timecode import TimeRange, format_time
from mediakit.workflows.film_words import film_words
from mediakit.workflows.find_original import find_original
from mediakit.workflows.hide_part import hide
from mediakit.workflows.kit_texts import discreet, names_in
from mediakit.workflows.machine_words import marked
from mediakit.workflows.pass_gate import Purpose, ask_gate
from mediakit.workflows.real_names import real_names_of
from mediakit.workflows.render_film import render_film
from mediakit.workflows.stage_copies import staging

_NOTHING_TO_READ = sentence(
    "{shown} of clip {clip} is to be read, and nobody has written what is said"
)
_RATE, _LINES = Fraction(25), 360
_FASTEST = 61


@dataclass(frozen=True, slots=True)
class MaskedCopy:
    """A file that stands for a part of a clip.

    Attributes:
        path: The file; it goes when the work is done.
        span: What of it stands for the part.
    """

    path: Path
    span: TimeRange


def masked_part(
    library: Library,
    records: Records,
    purpose: Purpose,
    clip: Clip,
    span: TimeRange,
    hidden: Masked,
    frames: int,
    *,
    language: str = "",
) -> Part:
    """Return what masks leave of a part: to see and hear, or to read.

    Args:
        library: Where recordings are.
        records: The catalog.
        purpose: What it is for.
        clip: The clip.
        span: Which part of it.
        hidden: What hides it.
        frames: How many it is to last.
        language: In which words are read; else as they are spoken.

    Raises:
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
        MaskNotPossible: What is to be read was not written by anybody.
    """
    if hidden.of(MaskKind.TEXT):
        text = _to_read(library, records, purpose, clip, span, language)
        if not text:
            shown = f"{format_time(span.start)} - {format_time(span.end)}"
            reason = Reason(_NOTHING_TO_READ, clip=clip.id, shown=shown)
            raise MaskNotPossible(reason=reason)
        return Card(
            kind=CardKind.QUOTE, text=text, duration=span.duration, frames=frames
        )
    shot = Shot(
        source=find_original(library, clip),
        sha256=clip.sha256,
        span=span,
        frames=frames,
    )
    clips = {one.id: one for one in records.all(Clip)}
    return hide(library, clips, shot, hidden)


def _to_read(
    library: Library,
    records: Records,
    purpose: Purpose,
    clip: Clip,
    span: TimeRange,
    language: str,
) -> str:
    """Return what is said in a part, as all words leave.

    That is without what is said beside it by whom consent does not let be read,
    without what people are really called, and marked where a machine wrote it.
    """
    words = film_words(library, records, [clip.id])
    found = words.in_language(clip.id, language) if language else None
    record = found or words.speech(clip.id)
    if record is None:
        return ""

    def opened(said: Leaving) -> bool:
        beside = [(clip.id, one) for one in without((said[1],), (span,))]
        return not ask_gate(records, purpose, beside, Shown.WORDS).left_out

    names = names_in(records, real_names_of(library), [clip.id])
    text = discreet(words.said(record, span, opened), names)
    if text and words.is_machines(record, span):
        return marked(text, record.language)
    return text


def own_canvas(clip: Clip) -> Canvas:
    """Return a canvas on which a clip looks as it was recorded."""
    video = clip.media.video
    if video is None:
        return wide_canvas(_LINES, _RATE)
    rate = Fraction(video.frame_rate)
    if video.variable or not 1 <= rate <= _FASTEST:
        rate = nearest_rate(rate)
    # pictures of halved colours have even sides
    width, height = (max(2, side // 2 * 2) for side in (video.width, video.height))
    return Canvas(width, height, rate)


def with_tracks_of(library: Library, clip: Clip, part: Part, canvas: Canvas) -> Canvas:
    """Return a canvas with the sound tracks of what masks leave of a clip.

    They are those of the clip, as cuts without masks have them. Where somebody else is
    heard in them, nothing is known of their languages.

    Args:
        library: Where recordings are.
        clip: The clip.
        part: What masks leave of it.
        canvas: On what.

    Raises:
        OriginalMissing, OriginalChanged: The clip's file is not what was added.
        ReadFailed: It cannot be read.
    """
    if isinstance(part, Card) or clip.media.video is None:
        # nothing is heard, or of several tracks the first in all that is made of it
        return canvas
    languages = languages_heard(find_original(library, clip))
    if part.sha256 != clip.sha256:
        languages = ("",) * len(languages)
    return replace(canvas, tracks=languages)


def frames_around(canvas: Canvas, span: TimeRange) -> int:
    """Return how many frames it takes to show all of a part."""
    return max(1, -int(-Fraction(span.duration, 1000) * canvas.rate // 1))


@contextlib.contextmanager
def masked_copy(library: Library) -> Iterator[Path]:
    """Make room for a copy that stands for a part; it goes with all in it."""
    with staging(library.segments / MAKING) as folder:
        yield folder / f"masked{SUFFIX}"


def write_masked_copy(
    library: Library, ffmpeg: Ffmpeg, part: Part, canvas: Canvas, path: Path
) -> Generator[float, None, None]:
    """Write what masks leave of a part; yield how far it has come, as a share.

    Raises:
        MediakitError: It cannot be rendered; see `render_film`.
    """
    yield from render_film(library, ffmpeg, Film(canvas, (part,)), path)
