"""Write the recordings that go with a film to an editing program: parts, nameless.

They carry nothing of what their originals say of people and places, but go on counting
where the recorder's clock was, so that the originals can take their place again.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.files import staged
from mediakit.library import Library
from mediakit.media.cutting.conforming import (
    conform_video,
    is_shown_at,
    put_clock,
    put_time,
)
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.probe import probe
from mediakit.model.frame_rate import format_timecode, parse_timecode
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import Timeline
from mediakit.timeline.base import Footage
from mediakit.workflows.find_original import find_original
from mediakit.workflows.masked_copy import (
    masked_copy,
    masked_part,
    own_canvas,
    with_tracks_of,
    write_masked_copy,
)
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.plan_footage import Piece, footage_of_piece
from mediakit.workflows.write_cut import Shape, write_cut

_HALF = "half"


def collect_footage(
    library: Library,
    records: Records,
    purpose: Purpose,
    ffmpeg: Ffmpeg,
    timeline: Timeline,
    pieces: tuple[Piece, ...],
    folder: Path,
) -> Generator[float, None, None]:
    """Write parts of recordings into a folder; yield how far it has come, as a share.

    Raises:
        OriginalMissing, OriginalChanged: A clip's file is not what was added.
        MaskNotPossible: What is to be read was not written by anybody.
        NothingToCut, FfmpegFailed, ReadFailed, WriteFailed: One could not be made.
    """
    sources = [find_original(library, piece.clip) for piece in pieces]
    total = sum(piece.part[1].duration for piece in pieces)
    done = 0
    for piece, source in zip(pieces, sources, strict=True):
        file = footage_of_piece(timeline, piece)
        with staged(folder / piece.file) as made:
            target = Path(made.name)
            if piece.hidden.masks:
                steps = _write_masked(
                    *(library, records, purpose, ffmpeg, target, piece, file),
                    timeline.languages,
                )
            else:
                steps = _write(ffmpeg, source, target, piece, file)
            for milliseconds in steps:
                yield (done + milliseconds) / total
        done += piece.part[1].duration


def _write(
    ffmpeg: Ffmpeg, source: Path, target: Path, piece: Piece, file: Footage
) -> Iterator[int]:
    """Write a part; yield how many milliseconds are done."""
    write = _write_video if piece.is_seen else _write_sound
    return write(ffmpeg, source, target, piece, file)


def _write_masked(
    library: Library,
    records: Records,
    purpose: Purpose,
    ffmpeg: Ffmpeg,
    target: Path,
    piece: Piece,
    file: Footage,
    languages: Sequence[str],
) -> Iterator[int]:
    """Write what masks leave of a part, frame for frame as the part itself."""
    frames = piece.frames
    canvas = replace(own_canvas(piece.clip), rate=frames.rate)
    part = masked_part(
        *(library, records, purpose, piece.clip),
        *(frames.span, piece.hidden, frames.count),
        language=next(iter(languages), ""),
    )
    canvas = with_tracks_of(library, piece.clip, part, canvas)
    alone = replace(frames, first=0, until=frames.until - frames.start)
    with masked_copy(library) as copy:
        for share in write_masked_copy(library, ffmpeg, part, canvas, copy):
            yield int(share * frames.span.duration)
        for _done in _write(ffmpeg, copy, target, replace(piece, frames=alone), file):
            yield frames.span.duration


def _write_video(
    ffmpeg: Ffmpeg, source: Path, target: Path, piece: Piece, file: Footage
) -> Iterator[int]:
    """Write a part with its pictures: copied, where that leaves each on its frame."""
    clock = _clock(file)
    if _is_even(source, piece):
        half = target.with_name(f"{_HALF}{target.suffix}")
        shape = Shape(format="mp4")
        for writing in write_cut(ffmpeg, source, half, _whole(piece), shape):
            yield writing.done
        put_clock(ffmpeg, half, target, piece.frames.rate, clock)
        half.unlink()
        if _is_steady(target, piece):
            return
    for frames in conform_video(ffmpeg, source, target, piece.frames, clock):
        yield int(1000 * frames / piece.frames.rate)


def _write_sound(
    ffmpeg: Ffmpeg, source: Path, target: Path, piece: Piece, file: Footage
) -> Iterator[int]:
    half = target.with_name(f"{_HALF}{target.suffix}")
    shape = Shape(format="wav", fade=0)
    for writing in write_cut(ffmpeg, source, half, _whole(piece), shape):
        yield writing.done
    samples = round(file.rate.seconds(file.first) * file.sample_rate)
    put_time(ffmpeg, half, target, samples)
    half.unlink()


def _whole(piece: Piece) -> TimeRange:
    """Return whole milliseconds that hold the frames of a part, and no other."""
    frames = piece.frames
    return TimeRange(frames.span.start, int(min(frames.end, frames.until) * 1000))


def _is_even(source: Path, piece: Piece) -> bool:
    """Tell whether a part begins with a frame, on a whole millisecond."""
    video = piece.clip.media.video
    start = piece.frames.start * 1000
    return (
        not (video and video.variable)
        and start.denominator == 1
        and (not start or is_shown_at(source, int(start)))
    )


def _is_steady(target: Path, piece: Piece) -> bool:
    """Tell whether what was written has the frames it is to have."""
    media = probe(target)
    video = media.video
    lasts = abs(Fraction(media.duration, 1000) - piece.frames.count / piece.frames.rate)
    return (
        video is not None
        and not video.variable
        and Fraction(video.frame_rate) == piece.frames.rate
        and lasts < 1 / piece.frames.rate
    )


def _clock(file: Footage) -> str:
    """Return the timecode of the first frame of a file; it begins again at midnight."""
    if not file.first:
        return ""
    whole = parse_timecode("24:00:00:00", file.rate)
    return format_timecode(file.first % whole, file.rate)
