"""Open recordings of strangers: one plain file, of a kind that plays, no other.

FFmpeg opens far more than recordings: playlists, session descriptions and
subtitles may lead it to other files and to the network
(https://ffmpeg.org/ffmpeg-formats.html#Format-Options). Here it is handed an open
file instead of a name, and a list of the formats it may take it for.
"""

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Any, BinaryIO

from mediakit.errors.adding import LinkRefused
from mediakit.errors.base import MediakitError
from mediakit.errors.library import ReadFailed
from mediakit.errors.media import (
    MediaEmpty,
    MediaIsPicture,
    MediaIsPlaylist,
    MediaTruncated,
    NotAFile,
    NotMedia,
)
from mediakit.files import reason

MOST_PIXELS = 1 << 26  # 8192 x 8192; FFmpeg alone would take four times as many

FORMATS = (
    "aac,ac3,aiff,amr,amrnb,amrwb,asf,au,avi,caf,dv,eac3,flac,flv,matroska,webm,"
    "mov,mp4,m4a,3gp,3g2,mj2,mp3,mpeg,mpegts,mxf,ogg,w64,wav,wv"
)
_OPTIONS = {
    "format_whitelist": FORMATS,
    "protocol_whitelist": "file",
}
# bytes that are read of what follows the header, to learn what it does not say
_HEADER = {"probesize": "32"}
_BUFFER = 1 << 16
_ABSURD = re.compile(r"Picture size (\d+)x(\d+) is invalid")

_PLAYLIST = re.compile(
    rb"\s*(?:#EXTM3U|\[playlist\]|ffconcat|v=0\s|"
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:MPD|smil|asx|playlist)\b)",
    re.IGNORECASE | re.DOTALL,
)
_PICTURE = re.compile(
    rb"\xff\xd8\xff|\x89PNG|GIF8|BM|II\*\0|MM\0\*|RIFF....WEBP", re.DOTALL
)
_RECORDING = re.compile(
    rb"....(?:ftyp|moov|mdat|wide|free|skip)|\x1a\x45\xdf\xa3|OggS|fLaC|ID3|"
    rb"RIFF....(?:WAVE|AVI )|FORM....AIF|FLV\x01|#!AMR|\x30\x26\xb2\x75",
    re.DOTALL,
)


def open_file(path: Path) -> FileIO:
    """Open a plain file for reading, without ever waiting for a pipe.

    Raises:
        LinkRefused: The path is a link.
        NotAFile: It is a pipe, a socket, a device or a folder.
        ReadFailed: It cannot be opened.
    """
    flags = os.O_RDONLY
    for name in ("O_BINARY", "O_CLOEXEC", "O_NOCTTY", "O_NOFOLLOW", "O_NONBLOCK"):
        flags |= getattr(os, name, 0)
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise LinkRefused(path=str(path))
        if not stat.S_ISREG(mode):
            raise NotAFile(path=str(path))
        descriptor = os.open(path, flags)
    except OSError as error:
        raise ReadFailed(path=str(path), reason=reason(error)) from error
    return open(descriptor, "rb", buffering=0)  # noqa: PTH123 a descriptor, not a path


@contextlib.contextmanager
# Any: naming PyAV's types would load FFmpeg with this module
def open_media(file: BinaryIO, name: str, *, by_header: bool = False) -> Iterator[Any]:
    """Open a file as PyAV's container of a recording.

    Args:
        file: Open for reading; read from its beginning, and left open.
        name: What to call it in errors.
        by_header: Only look at the header, without decoding pictures: for a recording
            whose tracks are known, and that says its times.

    Raises:
        MediaEmpty: It has no bytes.
        MediaIsPicture: It is a picture.
        MediaIsPlaylist: It points to other files.
        MediaTruncated: It begins as a recording but cannot be opened as one.
        NotMedia: It is anything else.
        ReadFailed: The disk failed.
    """
    import av

    source = _Source(file)
    source.seek(0)
    try:
        container = av.open(
            source,
            options=_OPTIONS | (_HEADER if by_header else {}),
            metadata_errors="replace",
            buffer_size=_BUFFER,
        )
    except MemoryError:
        raise  # the limits of this process are told by who set them
    except (av.FFmpegError, ValueError) as error:
        source.check(name)
        raise _refusal(file, name) from error
    with container:
        yield container
    source.check(name)


def refused_size(file: BinaryIO) -> tuple[int, int] | None:
    """Return the width and height of pictures that FFmpeg finds absurd, if it does.

    It forgets them, and only says so in its log.
    """
    import av
    import av.logging

    before = av.logging.get_level(), av.logging.get_skip_repeated()
    av.logging.set_level(av.logging.ERROR)
    av.logging.set_skip_repeated(False)
    try:
        with av.logging.Capture() as said, open_media(file, ""):
            pass
    finally:
        av.logging.set_level(before[0])
        av.logging.set_skip_repeated(before[1])
    found = (_ABSURD.search(message) for _level, _component, message in said)
    return next(((int(size[1]), int(size[2])) for size in found if size), None)


# Any: see above
def bound(stream: Any) -> None:
    """Let a stream's decoder use one processor, and make no absurdly large picture.

    A batch runs one process a processor already.
    """
    stream.codec_context.thread_count = 1
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}


@contextlib.contextmanager
def reporting(name: str) -> Iterator[None]:
    """Turn what PyAV raises while a recording is read into our own error.

    Raises:
        ReadFailed: PyAV raised something; *name* is what to call the recording.
    """
    import av

    try:
        yield
    except av.FFmpegError as error:
        raise ReadFailed(path=name, reason=error.strerror) from error


class _Source:
    """A file as PyAV reads it: without a name, and remembering the disk's errors.

    PyAV would print an exception that passes through FFmpeg, and name the file
    by what FFmpeg may take for a pattern or an address.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._failure: OSError | None = None

    def read(self, size: int) -> bytes:
        try:
            return self._file.read(size)
        except OSError as error:
            self._failure = error
            return b""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def check(self, name: str) -> None:
        """Raise the disk's error, if it had one."""
        if self._failure is not None:
            why = reason(self._failure)
            raise ReadFailed(path=name, reason=why) from self._failure


def _refusal(file: BinaryIO, name: str) -> MediakitError:
    """Return why FFmpeg could not open a file, by the file's first bytes."""
    file.seek(0)
    head = file.read(_BUFFER).removeprefix(b"\xef\xbb\xbf")
    if not head:
        return MediaEmpty(path=name)
    for pattern, error in (
        (_PLAYLIST, MediaIsPlaylist),
        (_PICTURE, MediaIsPicture),
        (_RECORDING, MediaTruncated),
    ):
        if pattern.match(head):
            return error(path=name)
    return NotMedia(path=name)
