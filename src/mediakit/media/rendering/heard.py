"""What is heard of a part of a film, in each of its sound tracks."""

from collections.abc import Sequence
from typing import Any

from mediakit.media.cutting.plan import Track
from mediakit.media.cutting.reencode import louder, reading_of, sound_of
from mediakit.media.rendering.covering import in_stereo, shifted
from mediakit.media.rendering.film import SAMPLE_RATE, Canvas, Part, Shot, Soundtrack
from mediakit.media.rendering.footage import Footage


# Any, here and below: ffmpeg-python's graphs
def heard_in(
    part: Part, footage: Footage | None, canvas: Canvas, cores: int
) -> Sequence[Any]:
    """Return what is heard in each sound track of a canvas.

    The tracks of a recording stay apart. What has fewer of them, as somebody else's
    voice, is heard in all by its first: nothing is left of what was in the others.

    Args:
        part: What is shown.
        footage: Where a shot lies in its recording.
        canvas: On what.
        cores: How many processors may decode it.
    """
    count = len(canvas.tracks)
    if part.soundtrack:
        found = [_beside(part, part.soundtrack, cores)]
    elif isinstance(part, Shot) and footage:
        tracks = footage.tracks[:count]
        found = [_recorded(part, footage, track, cores) for track in tracks]
    else:
        found = []
    if len(found) == count:
        return found
    first = found[0] if found else _silence()
    if count == 1:
        return [first]
    copies = first.filter_multi_output("asplit", count)
    return [copies[number] for number in range(count)]


def _recorded(shot: Shot, footage: Footage, track: Track, cores: int) -> Any:
    clip = reading_of(shot.source, footage.seek, "vn", cores=cores)
    sound = in_stereo(sound_of(clip, track, footage.start, footage.end))
    if shot.pitch:
        sound = shifted(sound, shot.pitch)
    return louder(sound, shot.gain) if shot.gain else sound


def _beside(part: Part, heard: Soundtrack, cores: int) -> Any:
    # a voice that is to be shifted was, before this was mixed with it
    sound = in_stereo(reading_of(heard.path, 0, "vn", cores=cores)["a:0"])
    gain = part.gain if isinstance(part, Shot) else 0.0
    return louder(sound, gain) if gain else sound


def _silence() -> Any:
    import ffmpeg

    silence = f"anullsrc=sample_rate={SAMPLE_RATE}:channel_layout=stereo"
    return ffmpeg.input(silence, f="lavfi")["a:0"]
