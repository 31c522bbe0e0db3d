"""Have an engine on this machine listen to clips, one after the other.

Of long clips, what was heard is kept as it comes: whatever ends the program, it goes
on from there. Only this process writes.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace

from mediakit.batch.outcomes import Done, Failed
from mediakit.engines.base import Heard, Options
from mediakit.engines.models import Model
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript
from mediakit.workflows.hear_portions import (
    Found,
    Hearing,
    News,
    Over,
    Portion,
    Ready,
)
from mediakit.workflows.keep_parts import Begun, Parts, parts_of
from mediakit.workflows.write_down import write_down

# milliseconds; shorter clips are sooner heard again than kept in parts
LONG = 300_000


@dataclass(frozen=True, slots=True)
class Listened:
    """How far a clip has been listened to.

    Attributes:
        clip: The clip.
        position: Milliseconds from its beginning.
        before: It was listened to so far by a program that ended early.
    """

    clip: Clip
    position: int
    before: bool = False


Heeded = Ready | Listened | Done[Clip, Transcript] | Failed[Clip]

Allow = Callable[[Clip], None]
"""Raises a MediakitError for a clip that may not be listened to."""


def every_clip(clip: Clip) -> None:
    """Let every clip be listened to."""


def hear_clips(
    library: Library,
    hearing: Hearing,
    model: Model,
    options: Options,
    clips: Sequence[Clip],
    allow: Allow = every_clip,
) -> Generator[Heeded, None, None]:
    """Listen to clips in languages the model knows; a clip without sound is silent.

    Args:
        library: Where the originals are.
        hearing: The engine, with the model or about to load it.
        model: The model, for the record.
        options: For every clip; its own languages count if none are given.
        clips: What to listen to.
        allow: Is asked as the turn of a clip comes, which may be hours later.

    Yields:
        That the engine is ready; how far a clip is, now and then, and what is said in
        it; or why nothing was understood: it cannot be read, may not be listened to,
        or the engine stopped.

    Raises:
        WriteFailed: What was heard could not be kept, nor would the next.
        MediakitError: The engine or its model cannot be loaded.
    """
    left = deque(_turn(library, clip, model, for_clip(options, clip)) for clip in clips)
    ready = None
    while left:
        if refusal := _refusal(allow, left[0].clip):
            yield Failed(left.popleft().clip, refusal)
            continue
        with closing(hearing([turn.portion for turn in left])) as news:
            ready = yield from _ready(news, ready)
            # who is refused is not begun: without that clip, the engine begins anew
            while left and not _refusal(allow, left[0].clip):
                yield from _heard(left.popleft(), model, ready, news)
            if not left:
                # to its end: closed before that, it would be ended by force
                next(news, None)


def for_clip(options: Options, clip: Clip) -> Options:
    """Return the options for a clip, whose own languages count if none are given."""
    return replace(options, languages=options.languages or clip.languages)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A clip, how to listen to it, and what is known of it from before."""

    clip: Clip
    options: Options
    parts: Parts
    begun: Begun
    portion: Portion


def _turn(library: Library, clip: Clip, model: Model, options: Options) -> _Turn:
    parts = parts_of(library, clip, model, options)
    begun = parts.read() if clip.media.duration >= LONG else Begun()
    path = library.resolve(clip.path) if clip.media.sound else None
    span = TimeRange(begun.position, max(begun.position, clip.media.duration))
    portion = Portion(path, span, replace(options, detected=begun.detected))
    return _Turn(clip, options, parts, begun, portion)


def _refusal(allow: Allow, clip: Clip) -> MediakitError | None:
    try:
        allow(clip)
    except MediakitError as error:
        return error
    return None


def _ready(
    news: Generator[News, None, None], before: Ready | None
) -> Generator[Ready, None, Ready]:
    """Return what the engine is like, and yield it if it was not known before."""
    ready = next(news)
    if not isinstance(ready, Ready):
        raise TypeError(ready)
    if before is None:
        yield ready
    return ready


def _heard(
    turn: _Turn, model: Model, engine: Ready, news: Generator[News, None, None]
) -> Generator[Heeded, None, None]:
    heard = yield from _listened(turn, news)
    if isinstance(heard, Heard):
        transcript = write_down(turn.clip, heard, model, turn.options, engine)
        yield Done(turn.clip, transcript)
    else:
        yield Failed(turn.clip, heard)


def _listened(
    turn: _Turn, news: Generator[News, None, None]
) -> Generator[Listened, None, Heard | MediakitError]:
    """Return what is said, known and new, or why not; a long clip's is kept meanwhile.

    What went wrong is returned, not raised: what is raised here ends the batch.
    """
    clip, begun = turn.clip, turn.begun
    found = next(news)
    if not isinstance(found, Found):
        return _error(found)
    if begun.position:
        yield Listened(clip, begun.position, before=True)
    segments = [*begun.segments]
    with ExitStack() as stack:
        notes = None
        if clip.media.duration >= LONG:
            head = (found.language, found.probability)
            notes = stack.enter_context(turn.parts.writing(*head, begun.segments))
        while isinstance(one := next(news), Segment):
            segment = _later(one, begun.position)
            if notes is not None:
                notes.add(segment)
            segments.append(segment)
            yield Listened(clip, segment.end)
    if one != Over():
        return _error(one)
    return Heard(found.language, found.probability, iter(segments), found.repairs)


def _error(news: News) -> MediakitError:
    if isinstance(news, Over) and news.error:
        return news.error
    raise TypeError(news)


def _later(segment: Segment, milliseconds: int) -> Segment:
    """Return a segment of sound that begins so much later in the recording."""
    if not milliseconds:
        return segment
    return replace(
        segment,
        start=segment.start + milliseconds,
        end=segment.end + milliseconds,
        words=tuple(
            replace(w, start=w.start + milliseconds, end=w.end + milliseconds)
            for w in segment.words
        ),
    )
