"""The lines of an edit decision list: events with what is said below them."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mediakit.errors.base import Reason
from mediakit.timeline.reading import TOO_LARGE

_EVENT = re.compile(
    r"(?P<number>\d{1,6}) (?P<reel>.{1,128}?) "
    r"(?P<channels>(?:NONE|[ABV0-9/]{1,12})) "
    r"(?P<kind>C|D|W\d{1,3}|KB|K ?[BO]?) (?P<lasts>\d{1,4} )?"
    r"(?P<times>(?:\d\d[:;.,]\d\d[:;.,]\d\d[:;.,]\d{2,3} ?){4})",
    re.ASCII | re.IGNORECASE,
)
_CODE_MODE = re.compile(r"FCM:\s*(?P<mode>DROP|NON)", re.ASCII | re.IGNORECASE)
_SPEED = re.compile(
    r"M2 (?P<reel>.{0,128}?) ?(?P<speed>-?\d{1,5}(?:\.\d{1,6})?) [\d:;.,]{11,12}",
    re.ASCII | re.IGNORECASE,
)
_SAID = re.compile(
    r"\*?\s*(?P<what>FROM CLIP NAME|TO CLIP NAME|SOURCE FILE|CLIP NAME"
    r"|FROM CLIP|TO CLIP|FROM FILE|REEL)\s*(?:IS\s*)?:\s*(?P<value>.+)",
    re.ASCII | re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:TITLE:|\*|>>>|AUD\b|SPLIT:|FINAL CUT PRO|BLOCK|EFFECTS? NAME)", re.IGNORECASE
)

_MOST_LINES = 500_000


@dataclass(frozen=True, slots=True)
class Edit:
    """One line of an event.

    Attributes:
        line: The number of the line in the file.
        reel: The reel.
        channels: As ``V`` or ``AA/V``.
        kind: ``C`` for a cut; ``D``, ``W001`` or ``K`` for what takes time.
        lasts: Frames that takes.
        times: Where it begins and ends in the source, and in the film.
        drop: Timecode skips numbers here.
    """

    line: int
    reel: str
    channels: str
    kind: str
    lasts: int
    times: tuple[str, ...]
    drop: bool


@dataclass(slots=True)
class Event:
    """The lines of an event, and what is said below them.

    Attributes:
        edits: Its lines: two where something is dissolved or wiped.
        said: What is said, as ``FROM CLIP NAME``.
        speeds: Frames a second by which sources are played, by reel.
        comments: Every line below it that begins with a star.
    """

    edits: list[Edit] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    speeds: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lines:
    """What a list holds.

    Attributes:
        events: Its events, in order.
        unknown: Lines that are none of these, by number.
    """

    events: tuple[Event, ...]
    unknown: dict[int, str]


def lines_of(text: str) -> Lines:
    """Return what a list holds, line by line.

    Raises:
        ValueError: It is longer than that of any film.
    """
    events: list[Event] = []
    unknown: dict[int, str] = {}
    number, drop = "", False
    for place, line in enumerate(_lines(text), start=1):
        if place > _MOST_LINES:
            raise ValueError(Reason(TOO_LARGE))
        # of many blanks in a row, it does not matter how many
        if match := _EVENT.match(" ".join(line.split())):
            if not events or match["number"] != number:
                events.append(Event())
                number = match["number"]
            events[-1].edits.append(_edit(match, place, drop=drop))
        elif match := _CODE_MODE.match(line):
            drop = match["mode"].upper() == "DROP"
        elif not _is_said(events[-1] if events else Event(), line):
            unknown[place] = line
    return Lines(tuple(events), unknown)


def _is_said(event: Event, line: str) -> bool:
    """Take in what a line says of the event above it; tell whether it is understood."""
    if match := _SPEED.match(" ".join(line.split())):
        event.speeds[match["reel"].strip()] = match["speed"]
    elif match := _SAID.match(line):
        event.said.setdefault(match["what"].upper(), match["value"].strip())
    elif line.startswith("*"):
        event.comments.append(line)
    else:
        return not line or _KNOWN.match(line) is not None
    return True


def _lines(text: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=None):
        # beyond this no program writes anything
        yield line[:1000].strip("\n \t\0\x1a\ufeff")


def _edit(match: re.Match[str], line: int, *, drop: bool) -> Edit:
    times = tuple(match["times"].split())
    return Edit(
        line,
        match["reel"],
        match["channels"].upper(),
        match["kind"].upper(),
        int(match["lasts"] or 0),
        times,
        drop or any(time[8] in ";," for time in times[2:]),
    )
