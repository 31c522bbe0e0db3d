"""Have an engine on this machine listen to clips, one after the other.

The sound of what comes next is read while the engine is busy. Of long clips, what
was heard is kept as it comes: whatever ends the program, it goes on from there.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from mediakit.batch.outcomes import Done, Failed
from mediakit.engines.base import Detected, Engine, Heard, Options, Samples
from mediakit.engines.models import Model
from mediakit.errors.base import MediakitError
from mediakit.errors.library import WriteFailed
from mediakit.model.clip import Clip
from mediakit.model.transcript import Segment, Transcript
from mediakit.settings import Library
from mediakit.workflows.keep_parts import Begun, Parts, parts_of
from mediakit.workflows.read_ahead import read_ahead
from mediakit.workflows.read_sound import read_sound
from mediakit.workflows.write_down import write_down

# blocks of sound read while the engine is busy: the next clip's first among them
_AHEAD = 4

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


Heeded = Listened | Done[Clip, Transcript] | Failed[Clip]

Allow = Callable[[Clip], None]
"""Raises a MediakitError for a clip that may not be listened to."""

Sound = Iterable[tuple[Clip, Samples | MediakitError | None]]


def every_clip(clip: Clip) -> None:
    """Let every clip be listened to."""


def hear_clips(
    library: Library,
    engine: Engine,
    model: Model,
    options: Options,
    clips: Sequence[Clip],
    allow: Allow = every_clip,
) -> Generator[Heeded, None, None]:
    """Listen to clips in languages the model knows; a clip without sound is silent.

    Args:
        library: Where the originals are.
        engine: The engine, with the model loaded.
        model: The model, for the record.
        options: For every clip; its own languages count if none are given.
        clips: What to listen to.
        allow: Is asked as the turn of a clip comes, which may be hours later.

    Yields:
        How far a clip is, now and then, and what is said in it; or why nothing was
        understood: it cannot be read, may not be listened to, or the engine stopped.

    Raises:
        WriteFailed: What was heard could not be kept, nor would the next.
    """
    wanted = {clip.id: for_clip(options, clip) for clip in clips}
    parts = {c.id: parts_of(library, c, engine, model, wanted[c.id]) for c in clips}
    begun = {clip.id: _begun(clip, parts[clip.id]) for clip in clips}
    beginnings = ((clip, begun[clip.id].position) for clip in clips)
    with closing(read_ahead(read_sound(library, beginnings), count=_AHEAD)) as sound:
        for clip, blocks in groupby(sound, itemgetter(0)):
            known = begun[clip.id]
            asked = replace(wanted[clip.id], detected=_detected(known))
            try:
                allow(clip)
                heard = engine.transcribe(_blocks(blocks), asked)
                segments = yield from _listened(clip, heard, known, parts[clip.id])
            except WriteFailed:
                raise
            except MediakitError as error:
                yield Failed(clip, error)
                continue
            said = replace(heard, segments=iter(segments))
            yield Done(clip, write_down(clip, said, model, asked, engine.device))


def for_clip(options: Options, clip: Clip) -> Options:
    """Return the options for a clip, whose own languages count if none are given."""
    return replace(options, languages=options.languages or clip.languages)


def _begun(clip: Clip, parts: Parts) -> Begun:
    return parts.read() if clip.media.duration >= LONG else Begun()


def _detected(begun: Begun) -> Detected | None:
    if not begun.position:
        return None
    return Detected(begun.language, begun.probability)


def _listened(
    clip: Clip, heard: Heard, begun: Begun, parts: Parts
) -> Generator[Listened, None, list[Segment]]:
    """Return what is said, known and new; of a long clip it is kept meanwhile."""
    segments = [*begun.segments]
    if begun.position:
        yield Listened(clip, begun.position, before=True)
    with ExitStack() as stack:
        notes = None
        if clip.media.duration >= LONG:
            notes = stack.enter_context(parts.writing(heard, begun=begun))
        for relative in heard.segments:
            segment = _later(relative, begun.position)
            if notes is not None:
                notes.add(segment)
            segments.append(segment)
            yield Listened(clip, segment.end)
    return segments


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


def _blocks(sound: Sound) -> Iterator[Samples]:
    for _clip, block in sound:
        if isinstance(block, MediakitError):
            raise block
        if block is not None:
            yield block
