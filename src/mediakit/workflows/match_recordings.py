"""Match an interpreter's recordings to segments by the names of the files."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mediakit.batch.outcomes import Failed
from mediakit.errors.base import Reason, sentence
from mediakit.errors.interpreting import RecordingUnmatched
from mediakit.errors.library import ReadFailed
from mediakit.files import is_file, reason
from mediakit.workflows.find_media import is_shown

# 004, 4-6, segment 12, Fanta_04: letters, a number, and perhaps the last one
_NAME = re.compile(r"\D*?0*(\d{1,6})(?:\s*[-\u2013_]\s*0*(\d{1,6}))?\s*")


@dataclass(frozen=True, slots=True)
class Matched:
    """A recording and the segments it interprets.

    Attributes:
        path: The file.
        first: The place of the first segment, from 0.
        last: The place of the last one.
    """

    path: Path
    first: int
    last: int


def match_recordings(
    folder: Path, count: int
) -> tuple[list[Matched], list[Failed[Path]]]:
    """Return the recordings in a folder by segment, and what could not be matched.

    Files of which two are for one segment are both left out: which is meant, only
    people know. Hidden files and what systems leave in folders are passed over.

    Args:
        folder: Where they are; it may be a single file.
        count: How many segments there are.

    Raises:
        ReadFailed: The folder cannot be read.
    """
    matched: list[Matched] = []
    refused: list[Failed[Path]] = []
    for path in _paths(folder):
        found = _match(path, count)
        if isinstance(found, Matched):
            matched.append(found)
        else:
            refused.append(_refused(path, found))
    matched.sort(key=lambda one: (one.first, one.path.name))
    taken = Counter(n for one in matched for n in range(one.first, one.last + 1))
    for one in matched:
        twice = [n for n in range(one.first, one.last + 1) if taken[n] > 1]
        if twice:
            text = sentence("another file is for segment {number} too")
            refused.append(_refused(one.path, Reason(text, number=twice[0] + 1)))
    names = {one.item for one in refused}
    return [one for one in matched if one.path not in names], refused


def _paths(folder: Path) -> list[Path]:
    if is_file(folder):
        return [folder]
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        raise ReadFailed(path=str(folder), reason=reason(error)) from error
    return [path for path in found if is_shown(path.name)]


def _match(path: Path, count: int) -> Matched | str:
    if not is_file(path):
        return sentence("it is no file")
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return sentence("its name is not the number of a segment")
    first = int(match[1])
    last = int(match[2] or first)
    if not 1 <= first <= last <= count:
        text = sentence("there are segments from 1 to {count} only")
        return Reason(text, count=count)
    return Matched(path, first - 1, last - 1)


def _refused(path: Path, why: str) -> Failed[Path]:
    return Failed(path, RecordingUnmatched(file=path.name, reason=why))


def numbers(some: Iterable[int]) -> str:
    """Return numbers as people write them: ``1-3, 7``."""
    parts: list[list[int]] = []
    for number in some:
        if parts and parts[-1][-1] == number - 1:
            parts[-1] = [parts[-1][0], number]
        else:
            parts.append([number])
    return ", ".join("-".join(map(str, part)) for part in parts)
