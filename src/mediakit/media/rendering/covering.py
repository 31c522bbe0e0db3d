"""What is seen instead of a part's own pictures for a while, and heard beneath it.

The sound of such pictures goes down whenever somebody speaks over it and comes back in
the pauses: the voice itself presses it down, so nothing is measured beforehand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mediakit.media.cutting.gain import PEAK
from mediakit.media.cutting.plan import Track
from mediakit.media.cutting.reencode import reading_of, sound_of
from mediakit.media.rendering.film import SAMPLE_RATE, Canvas, Cover
from mediakit.media.rendering.filmed import filmed
from mediakit.media.rendering.footage import Footage

# a voice of -16 LUFS lies about 18 dB above this, so what is below it goes down by 16
_DUCKING = {"threshold": 0.02, "ratio": 8, "attack": 40, "release": 700}
_EDGE = 0.25  # seconds over which it comes and goes


@dataclass(frozen=True, slots=True)
class Covering:
    """A cover, and what its recording is made of.

    Attributes:
        cover: What is seen.
        footage: Where that lies in its recording.
        cores: How many processors may decode it.
    """

    cover: Cover
    footage: Footage
    cores: int


# Any, here and below: ffmpeg-python's graphs
def with_covers(pictures: Any, covering: Sequence[Covering], canvas: Canvas) -> Any:
    """Return *pictures*, what covers them seen instead, frame for frame."""
    # a recording without pictures leaves what is under it to be seen
    for one in (one for one in covering if one.footage.has_pictures):
        over = (
            filmed(one.cover.source, one.footage, canvas, one.cores, one.cover.blurred)
            .filter("trim", end_frame=one.cover.frames)
            .filter("setpts", f"PTS+{one.cover.at}/({canvas.rate})/TB")
        )
        pictures = pictures.overlay(over, eof_action="pass")
    return pictures


def with_ambience(sound: Any, covering: Sequence[Covering], canvas: Canvas) -> Any:
    """Return *sound* with that of the covers beneath it, where they have any."""
    import ffmpeg

    heard = (one for one in covering if one.cover.is_heard)
    beneath = [
        _beneath(one, track, canvas)
        for one in heard
        for track in one.footage.tracks[:1]
    ]
    if not beneath:
        return sound
    voice = sound.filter("apad").filter_multi_output("asplit")
    together = _mixed(beneath)
    ducked = ffmpeg.filter([together, voice[0]], "sidechaincompress", **_DUCKING)
    return _mixed([voice[1], ducked]).filter("alimiter", limit=PEAK, level=0, latency=1)


def in_stereo(sound: Any) -> Any:
    """Return *sound* as all parts of a film have it."""
    return sound.filter("aresample", SAMPLE_RATE).filter(
        "aformat", sample_fmts="fltp", channel_layouts="stereo"
    )


def shifted(sound: Any, semitones: int) -> Any:
    """Return *sound* higher or lower, and as long as it was.

    Whoever knows by how much, or tries, can shift it back.
    """
    factor = 2 ** (semitones / 12)
    return (
        sound.filter("asetrate", round(SAMPLE_RATE * factor))
        .filter("aresample", SAMPLE_RATE)
        .filter("atempo", 1 / factor)
    )


def _beneath(one: Covering, track: Track, canvas: Canvas) -> Any:
    """Return the sound of a cover at its place, without end."""
    cover, footage = one.cover, one.footage
    begin = canvas.samples(cover.at)
    length = canvas.samples(cover.at + cover.frames) - begin
    edge = min(round(_EDGE * SAMPLE_RATE), length // 2)
    clip = reading_of(cover.source, footage.seek, "vn", cores=one.cores)
    return (
        in_stereo(sound_of(clip, track, footage.start, footage.end))
        .filter("volume", f"{cover.gain}dB")
        .filter("apad")
        .filter("atrim", end_sample=length)
        .filter("afade", type="in", nb_samples=edge)
        .filter("afade", type="out", start_sample=length - edge, nb_samples=edge)
        .filter("adelay", f"{begin}S", all=1)
        .filter("apad")
    )


def _mixed(sounds: Sequence[Any]) -> Any:
    import ffmpeg

    if len(sounds) == 1:
        return sounds[0]
    return ffmpeg.filter(
        sounds, "amix", inputs=len(sounds), normalize=0, dropout_transition=0
    )
