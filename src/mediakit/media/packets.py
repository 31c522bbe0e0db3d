"""One pass over a recording's packets: when each track plays, and that it decodes.

Headers lie about durations; packets carry the times that players go by. The
pass costs little beside reading the file, and decodes only the first frame of
each track.
"""

import struct
from array import array
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from mediakit.errors.media import MediaInflates

# a table of a few bytes can list any number of packets, all in the same place, and
# Matroska may hold them compressed; DV lists its sound twice
_MOST_TIMES, _MOST_BESIDE = 4, 1 << 18
_MOST_TRIES = 500  # packets before the first frame of a recording begun mid-way


class Track:
    """What the packets of one stream tell.

    Attributes:
        stream: PyAV's stream.
        packets: How many packets it has.
        frame: The first frame, if one could be decoded.
        times: When its packets are shown, in ticks; of pictures only.
    """

    # Any: naming PyAV's types would load FFmpeg with this module
    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.packets = 0
        self.frame: Any = None
        self.times = array("q")
        self._is_sound = stream.type == "audio"
        self._is_decodable = stream.codec_context is not None
        self._first: Any = None
        self._last: Any = None
        self._end = 0

    def take(self, packet: Any) -> None:
        """Note a packet's times; decode it if no frame is known yet."""
        if self._is_decodable and self.frame is None and self.packets < _MOST_TRIES:
            self.frame = _first_frame(packet)
        if not packet.size:
            return  # the mark at the end of a stream
        self.packets += 1
        time = _time(packet)
        if time is None or packet.is_discard:
            return
        end = time + (packet.duration or 0)
        if self._first is None or end >= self._end:
            self._end, self._last = end, packet
        if self._first is None:
            self._first = packet
        if not self._is_sound:
            self.times.append(time)

    def span(self) -> tuple[Fraction, Fraction] | None:
        """Return its first and last instant in seconds, if it plays at all."""
        if self._first is None:
            return None
        tick = self.stream.time_base
        if self._is_sound:
            start = _time(self._first) * tick + self._dropped(self._first, 0)
            # some demuxers have shortened the last packet already
            whole = self._last.duration == self._first.duration
            dropped = self._dropped(self._last, 1) if whole else 0
            return start, self._end * tick - dropped
        ordered = sorted(self.times)
        end = self._end
        if not self._last.duration and len(ordered) > 1:
            end += (ordered[-1] - ordered[0]) // (len(ordered) - 1)
        return ordered[0] * tick, end * tick

    def _dropped(self, packet: Any, index: int) -> Fraction:
        """Return the seconds decoders drop at a packet's start (0) or end (1)."""
        if not packet.has_sidedata("skip_samples"):
            return Fraction()
        # AV_PKT_DATA_SKIP_SAMPLES: two little-endian counts of samples, then reasons
        samples = struct.unpack_from("<II", bytes(packet.get_sidedata("skip_samples")))
        return Fraction(samples[index], self.stream.codec_context.sample_rate)


def read_packets(container: Any, tracks: Sequence[Track], name: str) -> bool:
    """Take every packet of *tracks*; tell whether the recording ends unharmed.

    Raises:
        MediaInflates: The packets are many times larger than the file, called *name*.
    """
    import av

    by_index = {track.stream.index: track for track in tracks}
    whole, left = True, container.size * _MOST_TIMES + _MOST_BESIDE
    try:
        for packet in container.demux([track.stream for track in tracks]):
            left -= max(1, packet.size)
            if left < 0:
                raise MediaInflates(path=name, kilobytes=container.size // 1000)
            # the mark at the end of a stream says 0 there, whichever it is
            by_index[packet.stream.index].take(packet)
            if packet.size:
                whole = not packet.is_corrupt
    except av.FFmpegError:
        return False
    return whole


def _first_frame(packet: Any) -> Any:
    import av

    try:
        return next(iter(packet.decode()), None)
    except av.FFmpegError:
        return None


def _time(packet: Any) -> Any:
    return packet.dts if packet.pts is None else packet.pts
