"""Open a timeline that came from an editing program, if it is one."""

from collections.abc import Sequence
from pathlib import Path

from mediakit.errors.base import Reason, sentence
from mediakit.errors.timelines import TimelineUnreadable
from mediakit.files import read_whole
from mediakit.timeline.format import TimelineFormat
from mediakit.timeline.found import ReadBack
from mediakit.timeline.registry import NAMES, format_of

_LARGEST = 64 << 20
_BUNDLE, _WITHIN = ".fcpxmld", "Info.fcpxml"
_ARCHIVE = b"PK\x03\x04"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def open_timeline(path: Path) -> tuple[bytes, TimelineFormat]:
    """Return what is in a file, and its format.

    Args:
        path: The file, or a folder as Final Cut Pro exports them.

    Raises:
        ReadFailed: It cannot be read.
        TimelineUnreadable: It is no timeline that is known.
    """
    content = read_bounded(path)
    return content, known_format(content, path)


def read_bounded(path: Path) -> bytes:
    """Return what is in a file, or in a folder as Final Cut Pro exports them.

    Raises:
        ReadFailed: It cannot be read.
        TimelineUnreadable: It is larger than any film.
    """
    if path.suffix.lower() == _BUNDLE and path.is_dir():
        path = path / _WITHIN
    content = read_whole(path, most=_LARGEST + 1)
    if len(content) > _LARGEST:
        reason = Reason(sentence("it is nested or large beyond any film"))
        raise TimelineUnreadable(file=str(path), reason=reason)
    return content


def known_format(
    content: bytes, path: Path, formats: Sequence[str] = NAMES
) -> TimelineFormat:
    """Return the format of a timeline.

    Args:
        content: What is in the file.
        path: The file.
        formats: What else would do, too.

    Raises:
        TimelineUnreadable: It is no timeline that is known.
    """
    fmt = format_of(content)
    if fmt is not None:
        return fmt
    reason = Reason(sentence("it is none of {formats}"), formats=", ".join(formats))
    if content.startswith(_WIDE):
        reason = Reason(sentence("its letters are UTF-16; save it as UTF-8"))
    if content.startswith(_ARCHIVE):
        reason = Reason(sentence("it is an archive; unpack it, and name the timeline"))
    raise TimelineUnreadable(file=str(path), reason=reason)


def film_named(read: ReadBack) -> str:
    """Return the id of the film that a file names as one of ours; or nothing."""
    # of other programs, the id of a sequence is their own
    return read.film if read.film.startswith("f-") else ""
