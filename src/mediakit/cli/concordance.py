"""What a search found as a concordance: a line for each place, and what is around it.

The words looked for stand under each other, as linguists read them: keyword in context.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mediakit.cli.search_texts import marked, notices
from mediakit.model.ids import ClipId
from mediakit.model.leaving import is_withheld
from mediakit.model.printable import display_width, printable
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment
from mediakit.workflows.search_transcripts import Found

_PIPED = (120, 24)
_NARROWEST = 16
_GAP = "  "
_CLOSED = "[…]"


@dataclass(frozen=True, slots=True)
class Line:
    """One place.

    Attributes:
        clip: Whose words.
        start: When the segment begins, in milliseconds.
        left: What is said before.
        found: What was looked for.
        right: What is said after.
    """

    clip: ClipId
    start: int
    left: str
    found: str
    right: str


def concordance(found: Found) -> Iterator[Line]:
    """Yield a line for each place in the passages that were found."""
    for hit in found.hits:
        text = hit.passage.said.text
        before, after = _said(hit.passage.before), _said(hit.passage.after)
        for start, end in hit.passage.marks:
            yield Line(
                hit.clip.id,
                hit.passage.said.start,
                f"{before} {_flat(text[:start])}".strip(),
                _flat(text[start:end]),
                f"{_flat(text[end:])} {after}".strip(),
            )


def as_kwic(found: Found) -> list[str]:
    """Return what people read: as wide as the screen, the words looked for in line."""
    rows = list(concordance(found))
    places = [f"{row.clip} {format_time(row.start)}" for row in rows]
    middle = max((display_width(row.found) for row in rows), default=0)
    place_width = max(map(display_width, places), default=0)
    taken = place_width + middle + len(_GAP) * 4
    screen = shutil.get_terminal_size(_PIPED).columns
    side = max(_NARROWEST, (screen - taken) // 2)
    lines = [
        _GAP.join(
            (
                _padded(place, place_width),
                _end(row.left, side),
                marked(row.found) + " " * (middle - display_width(row.found)),
                _beginning(row.right, side),
            )
        ).rstrip()
        for place, row in zip(places, rows, strict=True)
    ]
    return [*lines, *notices(found)]


def _said(segments: Sequence[Segment]) -> str:
    return " ".join(filter(None, map(_around, segments)))


def _around(segment: Segment) -> str:
    # two sentences are not one because nobody may read what stands between them
    return _CLOSED if is_withheld(segment) else _flat(segment.text)


def _flat(text: str) -> str:
    return " ".join(printable(text).split())


def _padded(text: str, size: int) -> str:
    return text + " " * (size - display_width(text))


def _end(text: str, size: int) -> str:
    """Return the end of *text*, as wide as *size*."""
    cut = text[-size:]
    while display_width(cut) > size:
        cut = cut[1:]
    return " " * (size - display_width(cut)) + cut


def _beginning(text: str, size: int) -> str:
    cut = text[:size]
    while display_width(cut) > size:
        cut = cut[:-1]
    return cut
