"""Versions of a transcript side by side, as people read them on a screen."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from string import ascii_uppercase

from mediakit.cli.output import columns
from mediakit.cli.transcript_texts import transcript_row
from mediakit.model.beside import Row
from mediakit.model.printable import printable
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment
from mediakit.workflows.show_beside import Beside

_GAP = "  "
# fewer letters cannot be read side by side: then one stands below the other
_NARROWEST = 22


def beside_lines(shown: Beside) -> Iterator[str]:
    """Yield which versions there are, and then what each says, row by row."""
    width = shutil.get_terminal_size((80, 24)).columns
    count = len(shown.versions)
    each = (width - len(_GAP) * (count - 1)) // count
    for letter, record in zip(_letters(), shown.versions, strict=False):
        yield from _wrapped(f"{letter}{_GAP}{transcript_row(record)}", width)
    for row in shown.rows:
        yield ""
        yield f"{format_time(row.start)} - {format_time(row.end)}"
        if each >= _NARROWEST:
            yield from _side_by_side(row, each)
        else:
            yield from _one_below_the_other(row, width)


def _letters() -> Iterator[str]:
    """Yield what versions are called: A to Z, then AA, AB..."""
    for first in ("", *ascii_uppercase):
        for letter in ascii_uppercase:
            yield f"{first}{letter}"


def _side_by_side(row: Row, each: int) -> Iterator[str]:
    cells = [
        _wrapped(f"{letter}{_GAP}{_text(said)}", each)
        for letter, said in zip(_letters(), row.segments, strict=False)
    ]
    lines = list(zip_longest(*cells, fillvalue=""))
    # every column as wide as it may be, so that rows stand below each other
    ruler = tuple("x" * each for _cell in cells)
    yield from columns([ruler, *lines])[1:]


def _one_below_the_other(row: Row, width: int) -> Iterator[str]:
    for letter, said in zip(_letters(), row.segments, strict=False):
        if said:
            yield from _wrapped(f"{letter}{_GAP}{_text(said)}", width)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(printable(text), width, subsequent_indent=" " * 3)


def _text(said: Sequence[Segment]) -> str:
    if not said:
        return "-"
    parts = (f"{s.speaker}: {s.text}" if s.speaker else s.text or "…" for s in said)
    return " / ".join(" ".join(part.split()) for part in parts)
