"""CMX 3600 edit decision lists: the oldest format, which everything reads.

It has one track of pictures, two of sound, plain letters, and one rate. So what is seen
over a line takes its place; names lose their accents; and a recording of another rate
is named by its recorder's clock to the second, with its frames brought to the film's:
the exact frame is in the comment below it.
"""

import re
from collections.abc import Iterator

from mediakit.model.frame_rate import FrameRate, format_timecode
from mediakit.timeline.base import (
    FIRST_TIMECODE,
    HandOff,
    Placed,
    card_text,
    unreadable,
)
from mediakit.timeline.edl_events import Event, events_of, placed_events
from mediakit.timeline.edl_letters import plain_text
from mediakit.timeline.edl_reading import FILM, read_events
from mediakit.timeline.edl_timecode import clock_of
from mediakit.timeline.found import ReadBack
from mediakit.timeline.reels import BLACK, reel_names

NAME = "edl"
SUFFIX = ".edl"
FIRST = FIRST_TIMECODE
NAMES_FILES = False

_TITLE = 70
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:TITLE:|FCM:|\d{1,6}\s+\S+\s+\S+\s+[CDWK].*\d\d:\d\d:\d\d)",
    re.IGNORECASE,
)


def recognizes(content: bytes) -> bool:
    """Tell whether a file begins as edit decision lists do."""
    return _BEGINS.match(content[:4096]) is not None


def write(hand_off: HandOff) -> bytes:
    """Return the film as a list of events."""
    film = hand_off.timeline
    reels = reel_names(file.clip for file in hand_off.files)
    lines = [
        f"TITLE: {plain_text(film.title)[:_TITLE]}",
        f"FCM: {'DROP FRAME' if film.rate.drop else 'NON-DROP FRAME'}",
        "",
    ]
    for number, event in enumerate(events_of(hand_off), start=1):
        lines += _event(hand_off, reels, number, event)
        if number == 1:
            # readers take comments only below an event
            lines.append(f"* {FILM} {film.film} RATE {film.rate.written}")
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def read(content: bytes, file: str, rate: FrameRate | None = None) -> ReadBack:
    """Return what a list says.

    Raises:
        TimelineUnreadable: It holds no events, or more than any film.
    """
    try:
        return read_events(_text(content), rate)
    except ValueError as error:
        raise unreadable(file, error) from error


def placed(hand_off: HandOff) -> tuple[Placed, ...]:
    """Return what is seen and heard, on one track each."""
    return placed_events(hand_off)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _event(
    hand_off: HandOff, reels: dict[str, str], number: int, event: Event
) -> Iterator[str]:
    film = hand_off.timeline.rate
    begin = hand_off.first + event.at
    record = [format_timecode(n, film) for n in (begin, begin + event.length)]
    if event.shot is None:
        source = [format_timecode(n, film) for n in (0, event.length)]
        reel = BLACK
    else:
        file = hand_off.footage[event.shot.code]
        source = clock_of(file.rate, event.frame, film, event.length)
        reel = reels[file.clip]
    yield f"{number:03d}  {reel:8} {event.channels:5} C        " + " ".join(
        (*source, *record)
    )
    if event.card is not None:
        text = card_text(event.card, hand_off.timeline.languages)
        yield f"* TITLE CARD: {plain_text(text)}"
    if event.shot is not None:
        file = hand_off.footage[event.shot.code]
        drop = " DROP" if file.rate.drop else ""
        yield f"* FROM CLIP NAME: {plain_text(file.name)}"
        yield (
            f"* MEDIAKIT CLIP {file.clip} LINE {event.shot.code} FRAME {event.frame} "
            f"RATE {file.rate.written}{drop}"
        )
    for marker in hand_off.timeline.markers:
        if event.is_first and event.at <= marker.at < event.at + event.length:
            said = plain_text(hand_off.names.get(marker.code, marker.code))
            note = plain_text(hand_off.notes.get(marker.code, ""))
            place = format_timecode(hand_off.first + marker.at, film)
            yield f"* LOC: {place} GREEN   {said}: {note}".rstrip(": ")
