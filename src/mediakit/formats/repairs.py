"""What reading a damaged or unusual transcript file had to mend, told to people."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from mediakit.errors.base import sentence


class Mended(StrEnum):
    """The kinds of things that are mended, noticed, or left out."""

    ENCODING = "encoding"
    DAMAGED_LETTERS = "damaged-letters"
    CONTROL_CHARACTERS = "control-characters"
    NUMBER = "number"
    TIME = "time"
    FORMATTING = "formatting"
    BEFORE_ZERO = "before-zero"
    ORDER = "order"
    END_MISSING = "end-missing"
    END_BEFORE_START = "end-before-start"
    NO_LENGTH = "no-length"
    PAST_END = "past-end"
    WORD_TIMES = "word-times"
    OVERLAP = "overlap"
    EMPTY = "empty"
    DUPLICATE = "duplicate"
    OUTSIDE = "outside"
    UNTIMED = "untimed"
    ASIDE = "aside"


# a file may have the same fault in every line
_TOLD = 50

LEFT_OUT = frozenset(
    {Mended.EMPTY, Mended.DUPLICATE, Mended.OUTSIDE, Mended.UNTIMED, Mended.ASIDE}
)

SENTENCES = {
    Mended.ENCODING: sentence("the letters were read as {encoding}, not UTF-8"),
    Mended.DAMAGED_LETTERS: sentence("damaged letters were replaced by \ufffd"),
    Mended.CONTROL_CHARACTERS: sentence("invisible control characters were removed"),
    Mended.NUMBER: sentence("the number is missing"),
    Mended.TIME: sentence("the time is written in an unusual way, but understood"),
    Mended.FORMATTING: sentence("formatting, as italics or colour, was removed"),
    Mended.BEFORE_ZERO: sentence("began before the clip; now begins with it"),
    Mended.ORDER: sentence("stood too late in the file; put in its place"),
    Mended.END_MISSING: sentence("had no end; it was estimated"),
    Mended.END_BEFORE_START: sentence("ended before it began; the end was estimated"),
    Mended.NO_LENGTH: sentence("lasted no time; the end was estimated"),
    Mended.PAST_END: sentence("went on after the clip's end; now ends with it"),
    Mended.WORD_TIMES: sentence("times of words were missing or outside; estimated"),
    Mended.OVERLAP: sentence("overlaps the one before; marked, both kept as they are"),
    Mended.EMPTY: sentence("has no text; left out"),
    Mended.DUPLICATE: sentence("is there twice; left out once"),
    Mended.OUTSIDE: sentence("begins after the clip's end; left out"),
    Mended.UNTIMED: sentence("text without a time; left out"),
    Mended.ASIDE: sentence("notes, marks or details beside what is said; left out"),
}


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended.

    Attributes:
        kind: What sort of thing.
        line: Where, counted from 1; 0 is the whole file.
        values: What the sentence says besides.
    """

    kind: Mended
    line: int = 0
    values: dict[str, str] = field(default_factory=dict)

    @property
    def left_out(self) -> bool:
        """Whether something was not imported."""
        return self.kind in LEFT_OUT


def by_kind(repairs: Iterable[Repair]) -> list[tuple[Repair, tuple[int, ...]]]:
    """Gather repairs of one kind: the first of them, and the lines of all."""
    lines: dict[Mended, list[int]] = {}
    first: dict[Mended, Repair] = {}
    for repair in repairs:
        first.setdefault(repair.kind, repair)
        lines.setdefault(repair.kind, []).append(repair.line)
    return [(first[kind], tuple(found)) for kind, found in lines.items()]


def english(repairs: Iterable[Repair], place: str) -> tuple[str, ...]:
    """Return one English sentence a kind of repair, for the transcript's own record.

    Args:
        repairs: What was mended.
        place: What their lines count: ``line`` or ``segment``.
    """
    told = []
    for repair, lines in by_kind(repairs):
        what = SENTENCES[repair.kind].format(**repair.values)
        places = [str(line) for line in lines[:_TOLD] if line]
        if len(lines) > _TOLD:
            places.append(f"{len(lines) - _TOLD} more")
        plural = "s" if len(lines) > 1 else ""
        told.append(f"{place}{plural} {', '.join(places)}: {what}" if places else what)
    return tuple(told)
