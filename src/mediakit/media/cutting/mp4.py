"""The MP4 file of a cut whose packets are made here.

Its header holds nothing of the source's but what decoding needs, the turn of the
pictures and the languages of the sound.
"""

import contextlib
import heapq
from collections.abc import Iterable, Iterator
from fractions import Fraction
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeAlias

from mediakit.errors.library import WriteFailed
from mediakit.media.cutting.copied_sound import Piece
from mediakit.media.cutting.encoded_sound import channels
from mediakit.media.cutting.parameter_sets import Record, write_record
from mediakit.media.cutting.plan import TICKS, Track
from mediakit.media.cutting.refusal import NotCopyable
from mediakit.media.cutting.seam_encoder import Picture
from mediakit.media.ffmpeg import file_url

BITS_A_CHANNEL = 96_000

# as re-encoding does: players can begin before they have it all, and nothing in the
# file depends on when and with what it was made; the list of what is played of each
# track is not rounded to whole milliseconds
_OPTIONS = {
    "movflags": "+faststart",
    "fflags": "+bitexact",
    "movie_timescale": "90000",
}

# what players know best: parameter sets are in the header
_TAGS = {"h264": "avc1", "hevc": "hvc1", "vp9": "vp09"}

_TICK = Fraction(1, TICKS)

# Any, here and below: PyAV's containers, streams and packets
Strand: TypeAlias = Iterator[tuple[float, Any]]
"""The packets of a stream, each with its time in seconds, by which they are mixed."""


@contextlib.contextmanager
def created(target: Path) -> Iterator[Any]:
    """Open an MP4 to write; it is whole when the body has ended well.

    Raises:
        WriteFailed: The disk is full or failed.
        NotCopyable: The packets do not make a file.
    """
    import av

    container = av.open(file_url(target), "w", format="mp4", container_options=_OPTIONS)
    try:
        yield container
    except BaseException:
        with contextlib.suppress(av.FFmpegError):
            container.close()
        raise
    with _telling(target):
        container.close()


def add_pictures(container: Any, source: Any, record: Record | None = None) -> Any:
    """Add a stream for pictures like those of a source's stream, turned as they are.

    Args:
        container: The file.
        source: The source's stream.
        record: The parameter sets to say in the header, of H.264.
    """
    stream = container.add_stream_from_template(source)
    stream.time_base = Fraction(1, TICKS)
    stream.codec_context.codec_tag = _TAGS[source.codec_context.name]
    if record is not None:
        stream.codec_context.extradata = write_record(record)
    return stream


def add_copied_sound(container: Any, source: Any, track: Track) -> Any:
    """Add a stream for the packets of a source's sound track."""
    stream = container.add_stream_from_template(source)
    stream.time_base = Fraction(1, source.codec_context.sample_rate)
    return _named(stream, track)


def add_encoded_sound(container: Any, track: Track) -> Any:
    """Add a stream with an encoder for a sound track."""
    from av.codec.context import Flags

    stream = container.add_stream("aac", rate=track.rate, layout=track.layout)
    stream.codec_context.time_base = Fraction(1, track.rate)
    stream.codec_context.bit_rate = BITS_A_CHANNEL * channels(track)
    stream.codec_context.flags |= Flags.bitexact
    return _named(stream, track)


def picture_packets(
    stream: Any, pictures: Iterable[tuple[int, Picture]], length: int
) -> Strand:
    """Yield packets of pictures with their times of decoding, in ticks.

    Args:
        stream: From `add_pictures`.
        pictures: In the order of decoding.
        length: Of the cut: the last picture stands until its end.
    """
    held = None
    first = 0
    for decoded, picture in pictures:
        if held is None:
            first = decoded
        else:
            yield _picture_packet(stream, *held, length - held[1].time)
        held = decoded, picture
    if held is not None:
        # the file is to be as long by its times of decoding as it is to see
        decoded, picture = held
        decoded = max(decoded, picture.time + first)
        yield _picture_packet(stream, decoded, picture, length - decoded + first)


def sound_packets(stream: Any, pieces: Iterable[Piece], rate: int) -> Strand:
    """Yield packets of sound."""
    tick = Fraction(1, rate)
    for piece in pieces:
        packet = _packet(stream, piece.content, tick)
        packet.dts = packet.pts = piece.time
        packet.duration = piece.duration
        packet.is_keyframe = True
        yield piece.time / rate, packet


def write(container: Any, target: Path, strands: Iterable[Strand]) -> Iterator[float]:
    """Write the packets of all streams side by side; yield the time after each.

    Raises:
        WriteFailed: The disk is full or failed.
        NotCopyable: The packets do not make a file.
    """
    for time, packet in heapq.merge(*strands, key=itemgetter(0)):
        with _telling(target):
            container.mux_one(packet)
        yield time


def _picture_packet(
    stream: Any, decoded: int, picture: Picture, duration: int
) -> tuple[float, Any]:
    packet = _packet(stream, picture.content, _TICK)
    packet.dts, packet.pts, packet.duration = decoded, picture.time, duration
    packet.is_keyframe = picture.is_key
    return decoded / TICKS, packet


def _named(stream: Any, track: Track) -> Any:
    if track.language:
        stream.metadata["language"] = track.language
    return stream


def _packet(stream: Any, content: bytes, tick: Fraction) -> Any:
    import av

    packet = av.Packet(content)
    packet.stream, packet.time_base = stream, tick
    return packet


@contextlib.contextmanager
def _telling(target: Path) -> Iterator[None]:
    """Turn what PyAV raises while writing into what callers expect."""
    import av

    try:
        yield
    except av.FFmpegError as error:
        if isinstance(error, OSError):
            raise WriteFailed(path=str(target), reason=error.strerror) from error
        raise NotCopyable(str(error)) from error
