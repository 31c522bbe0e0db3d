"""The sound tracks of a cut that is written here: copied if they can be."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from mediakit.media.cutting.copied_sound import (
    Known,
    Piece,
    can_be_copied,
    copied_sound,
)
from mediakit.media.cutting.encoded_sound import encoded_sound
from mediakit.media.cutting.mp4 import (
    Strand,
    add_copied_sound,
    add_encoded_sound,
    sound_packets,
)
from mediakit.media.cutting.plan import Plan, Track
from mediakit.media.cutting.refusal import SoundNotCopyable
from mediakit.model.timecode import TimeRange

Copied: TypeAlias = Callable[[Path, Known, Plan], Iterator[Piece]]


@dataclass(frozen=True, slots=True)
class Cut:
    """What is to be cut.

    Attributes:
        source: The original.
        target: The file to write.
        span: What of the original.
        plan: Where that is.
        gain: Decibels that its sound is made louder; it is encoded anew then.
        anew: The sound tracks that turned out to have holes.
    """

    source: Path
    target: Path
    span: TimeRange
    plan: Plan
    gain: float = 0.0
    anew: frozenset[int] = frozenset()


def until_sound_fits(cut: Cut, write: Callable[[Cut], Iterator[int]]) -> Iterator[int]:
    """Write a cut again when a track that was being copied turns out to have holes."""
    while True:
        try:
            yield from write(cut)
        except SoundNotCopyable as hole:
            cut = replace(cut, anew=cut.anew | {hole.track})
        else:
            return


# Any, here and below: PyAV's containers
def sound_strands(
    container: Any, source: Any, cut: Cut, copied: Copied = copied_sound
) -> list[Strand]:
    """Add streams for the sound of a cut and return their packets.

    Args:
        container: The file that is written.
        source: The original, open.
        cut: What is cut.
        copied: Reads the packets of a track that can be copied.
    """
    return [
        _strand(container, source, cut, place, copied)
        for place in range(len(cut.plan.tracks))
    ]


def _strand(
    container: Any, source: Any, cut: Cut, place: int, copied: Copied
) -> Strand:
    track: Track = cut.plan.tracks[place]
    sound = source.streams.audio[track.number]
    as_it_is = not cut.gain and track.number not in cut.anew
    if as_it_is and can_be_copied(source, sound, cut.plan):
        stream = add_copied_sound(container, sound, track)
        context = sound.codec_context
        known = Known(track.number, context.sample_rate, context.frame_size)
        return sound_packets(stream, copied(cut.source, known, cut.plan), known.rate)
    stream = add_encoded_sound(container, track)
    encoder = stream.codec_context
    pieces = encoded_sound(encoder, cut.source, cut.span, track, place, cut.gain)
    return sound_packets(stream, pieces, track.rate)
