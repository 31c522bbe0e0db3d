"""What a probe found in a media file."""

from dataclasses import dataclass
from typing import Literal

MediaKind = Literal["video", "sound"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoStream:
    """The pictures of a clip.

    Attributes:
        codec: FFmpeg's name, as ``h264``.
        width: Pixels across as shown, after rotation.
        height: Pixels down as shown, after rotation.
        frame_rate: Exact, as ``30000/1001``; the average where it varies.
        variable: Whether the distance between frames varies.
        rotation: Degrees anticlockwise that a player turns the stored picture.
        pixel_format: FFmpeg's name, as ``yuv420p``.
        timecode: The recorder's start timecode, as ``01:00:00:00``, or empty.
    """

    codec: str
    width: int
    height: int
    frame_rate: str
    variable: bool = False
    rotation: int = 0
    pixel_format: str = ""
    timecode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundStream:
    """One sound track of a clip.

    Attributes:
        codec: FFmpeg's name, as ``aac``.
        channels: Number of channels.
        sample_rate: Samples per second.
        language: The track's own language tag, or empty.
    """

    codec: str
    channels: int
    sample_rate: int
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaInfo:
    """What can be known of a media file without listening to it.

    Attributes:
        kind: ``video`` when there are moving pictures, else ``sound``.
        duration: Milliseconds from the first presented packet to the end of
            the last one, by the packets' own times.
        container: FFmpeg's name of the format, as ``mov,mp4,m4a,3gp,3g2,mj2``.
        video: The first stream of moving pictures.
        sound: Every sound track, in the file's order.
        recorded: The creation date the recorder wrote, ISO 8601, or empty.
        has_position: The file holds coordinates (GPS): sensitive.
        cut_short: The file ends before its header says, or in the middle of a
            packet; only what plays counts.
    """

    kind: MediaKind
    duration: int
    container: str
    video: VideoStream | None = None
    sound: tuple[SoundStream, ...] = ()
    recorded: str = ""
    has_position: bool = False
    cut_short: bool = False
