"""What a recording is: its duration, tracks, rates, rotation; whether it plays."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

from mediakit.errors.media import (
    MediaIsPicture,
    MediaTooLarge,
    MediaTooLong,
    MediaUndecodable,
    NotMedia,
)
from mediakit.media import tags
from mediakit.media.containers import (
    MOST_PIXELS,
    bound,
    open_file,
    open_media,
    refused_size,
)
from mediakit.media.frame_rate import frame_rate
from mediakit.media.packets import Track, read_packets
from mediakit.model.media import MediaInfo, SoundStream, VideoStream

# formats whose header says how long they are; elsewhere FFmpeg guesses
_ANNOUNCING = {"mov", "matroska", "avi", "asf", "flac", "wav", "w64"}
_MISSING, _MISSING_SHARE = Fraction(1, 2), Fraction(1, 50)
_MOST_SOUNDS = 32
_MOST_HOURS = 48  # nobody records for longer without beginning another file


def probe(path: Path) -> MediaInfo:
    """Read a recording through and return what it is.

    The duration is what its packets play, whatever its header says. The first
    frame of its pictures and of its sound must decode.

    Raises:
        LinkRefused, NotAFile, ReadFailed: It cannot be read as a file.
        MediaEmpty, MediaIsPicture, MediaIsPlaylist, NotMedia: It is no recording.
        MediaTruncated, MediaUndecodable: It cannot be played.
        MediaTooLarge, MediaTooLong, MediaInflates: It would take too much to play it.
    """
    with open_file(path) as file:
        return probe_file(file, str(path))


def probe_file(file: BinaryIO, name: str) -> MediaInfo:
    """Do as `probe` does with a file that is open, called *name* in errors."""
    with open_media(file, name) as container:
        _check_length((container.duration or 0) / 1_000_000, name)
        _check_size(container, file, name)
        tracks = _tracks(container, name)
        whole = read_packets(container, tracks, name)
        playing = _playing(tracks, name)
        info = _info(container, playing, whole=whole)
        _check_length(info.duration / 1000, name)
        return info


def look(file: BinaryIO, name: str) -> None:
    """Raise what `probe_file` would, as far as the file's beginning tells."""
    with open_media(file, name) as container:
        _check_length((container.duration or 0) / 1_000_000, name)
        _check_size(container, file, name)
        _tracks(container, name)


def pictures(container: Any) -> Any | None:
    """Return the first stream of moving pictures: cover art does not count."""
    from av.stream import Disposition

    still = Disposition.attached_pic | Disposition.timed_thumbnails
    moving = (s for s in container.streams.video if not s.disposition & still)
    return next(moving, None)


def _tracks(container: Any, name: str) -> list[Track]:
    video = pictures(container)
    streams = [*container.streams.audio[:_MOST_SOUNDS]]
    if video is not None:
        streams.insert(0, video)
    if not streams:
        raise (
            MediaIsPicture(path=name)
            if container.streams.video
            else NotMedia(path=name)
        )
    for stream in streams:
        if stream.codec_context:
            bound(stream)
    return [Track(stream) for stream in streams]


def _check_length(seconds: float, name: str) -> None:
    hours = round(seconds / 3600)
    if hours > _MOST_HOURS:
        raise MediaTooLong(path=name, hours=hours, most=_MOST_HOURS)


def _check_size(container: Any, file: BinaryIO, name: str) -> None:
    video = pictures(container)
    if video is None or video.codec_context is None:
        return
    width, height = video.codec_context.width, video.codec_context.height
    if not width:
        width, height = refused_size(file) or (0, 0)
    if width * height > MOST_PIXELS:
        raise MediaTooLarge(path=name, width=width, height=height)


def _playing(tracks: Sequence[Track], name: str) -> list[Track]:
    """Return the tracks that play; a track without packets is as good as absent."""
    filled = [track for track in tracks if track.packets]
    playing = [track for track in filled if track.frame is not None and track.span()]
    for kind in ("video", "audio"):
        if _of(filled, kind) and not _of(playing, kind):
            raise _undecodable(filled, name)
    if not playing:
        raise _undecodable(tracks, name)
    if not _of(playing, "audio") and _of(playing, "video")[0].packets == 1:
        raise MediaIsPicture(path=name)
    return playing


def _of(tracks: Sequence[Track], kind: str) -> list[Track]:
    return [track for track in tracks if track.stream.type == kind]


def _undecodable(tracks: Sequence[Track], name: str) -> MediaUndecodable:
    streams = ", ".join(_codec(track.stream) for track in tracks)
    return MediaUndecodable(path=name, streams=streams)


def _info(container: Any, playing: Sequence[Track], *, whole: bool) -> MediaInfo:
    spans = [span for track in playing if (span := track.span())]
    seconds = max(end for _, end in spans) - min(start for start, _ in spans)
    every = [container.metadata, *(stream.metadata for stream in container.streams)]
    video = _of(playing, "video")
    return MediaInfo(
        kind="video" if video else "sound",
        duration=round(seconds * 1000),
        container=container.format.name,
        video=_video(video[0], every) if video else None,
        sound=tuple(_sound(track) for track in _of(playing, "audio")),
        recorded=tags.recorded(container.metadata),
        has_position=tags.has_position(every),
        cut_short=not whole or _announces_more(container, seconds),
    )


def _announces_more(container: Any, seconds: Fraction) -> bool:
    if container.format.name.split(",")[0] not in _ANNOUNCING or not container.duration:
        return False
    missing = Fraction(container.duration, 1_000_000) - seconds
    return missing > _MISSING and missing > seconds * _MISSING_SHARE


def _video(track: Track, every: Sequence[dict[str, str]]) -> VideoStream:
    stream, frame = track.stream, track.frame
    guesses = (stream.base_rate, stream.average_rate, stream.guessed_rate)
    rate, variable = frame_rate(
        sorted(track.times), stream.time_base, [guess for guess in guesses if guess]
    )
    rotation = round(frame.rotation / 90) * 90 % 360
    shape = stream.codec_context.sample_aspect_ratio or 1
    size = (round(frame.width * shape), frame.height)
    width, height = size[::-1] if rotation % 180 else size
    return VideoStream(
        codec=_codec(stream),
        width=width,
        height=height,
        frame_rate=str(rate),
        variable=variable,
        rotation=rotation,
        pixel_format=frame.format.name,
        timecode=tags.timecode(every),
    )


def _sound(track: Track) -> SoundStream:
    return SoundStream(
        codec=_codec(track.stream),
        channels=track.frame.layout.nb_channels,
        sample_rate=track.frame.sample_rate,
        language=tags.language(track.stream.metadata),
    )


def _codec(stream: Any) -> str:
    context = stream.codec_context
    name: str = context.codec.canonical_name if context else "?"
    return name
