"""Read the events of an edit decision list, as any program writes them.

A list does not say how many frames a second has: ours does in a comment, of others the
film is asked. What is dissolved or wiped away is seen as long as that takes.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from mediakit.errors.base import Reason, sentence
from mediakit.model.frame_rate import (
    RATES,
    FrameRate,
    parse_rate,
    parse_timecode,
)
from mediakit.model.printable import shortened
from mediakit.timeline.base import FIRST_TIMECODE
from mediakit.timeline.edl_lines import Edit, Event, Lines, lines_of
from mediakit.timeline.edl_timecode import clock_of
from mediakit.timeline.found import Found, ReadBack, Source
from mediakit.timeline.reading import Reading, counted, drawn, recorded_rate, shot
from mediakit.timeline.reels import BLACK

FILM = "MEDIAKIT FILM"
"""What the comment begins with that names the film and its rate."""

_FILM = re.compile(rf"\* {FILM} (?P<film>\S+) RATE (?P<rate>[0-9/]{{1,12}})", re.ASCII)
_CLIP = re.compile(
    r"\* MEDIAKIT CLIP (?P<clip>\S+) LINE (?P<line>\S+) FRAME (?P<frame>\d{1,9}) "
    r"RATE (?P<rate>\d{1,9}(?:/\d{1,9})?)(?P<drop> DROP)?",
    re.ASCII,
)
_TRACKS = re.compile(r"(?P<letter>[VA])(?P<number>\d{0,2})", re.ASCII)
_RARE = 50
_WITHOUT = {BLACK, "AX", "NONE"}


def read_events(text: str, usual: FrameRate | None) -> ReadBack:
    """Return what a list says.

    Args:
        text: The list.
        usual: The rate of the film, where the list does not say it.

    Raises:
        ValueError: It holds no events, or more than any film.
    """
    lines = lines_of(text)
    if not lines.events:
        raise ValueError(Reason(sentence("it holds no events")))
    named = _FILM.search(text)
    drop = any(edit.drop for event in lines.events for edit in event.edits)
    rate = parse_rate(named["rate"]) if named else usual or FrameRate(RATES["25"])
    usually = rate.exact
    rate = counted(usually if named else _as_counted(lines, rate), drop=drop)
    first = FIRST_TIMECODE if named else _hour(lines.events)
    reading = Reading(rate, parse_timecode(first, rate))
    if rate.exact != usually:
        text = sentence("its timecode counts {rate} frames a second")
        reading.note("", Fraction(0), text, rate=rate.name)
    for line, said in lines.unknown.items():
        text = sentence("it says '{problem}'")
        reading.note_line(line, Reason(text, problem=shortened(said)))
    found = list(_found(reading, lines.events))
    return reading.read_back(named["film"] if named else "", found)


def _as_counted(lines: Lines, usual: FrameRate) -> Fraction:
    """Return the frames a second of a list: more than are usual if it counts so far."""
    edits = [edit for event in lines.events for edit in event.edits]
    numbers = [int(time[9:]) for edit in edits for time in edit.times[2:]]
    beyond = [one for one in numbers if one >= usual.nominal]
    # a mistake in a line or two is none of all
    if len(beyond) * _RARE < len(numbers):
        return usual.exact
    drop = any(edit.drop for edit in edits)
    rates = (
        rate
        for rate in sorted(RATES.values())
        if max(beyond) < round(rate) and counted(rate, drop=drop).drop == drop
    )
    return next(rates, usual.exact)


def _hour(events: tuple[Event, ...]) -> str:
    """Return the whole hour with which a film begins."""
    begins = min(edit.times[2][:2] for event in events for edit in event.edits)
    return f"{begins}:00:00:00"


def _found(reading: Reading, events: tuple[Event, ...]) -> Iterator[Found]:
    last: dict[str, Found] = {}
    for event in events:
        for place, edit in enumerate(event.edits):
            reading.count()
            try:
                made = _made(reading, event, place)
            except ValueError as error:
                reading.note_line(edit.line, error.args[0])
                continue
            for track in _tracks(edit.channels):
                before = last.get(track)
                if edit.kind != "C" and edit.lasts and before is not None:
                    yield from _leaving(reading, before, made, edit)
                if made.length or not _is_left(before, made):
                    last[track] = replace(made, track=track)
                if made.length:
                    yield last[track]


def _tracks(channels: str) -> tuple[str, ...]:
    """Return the tracks that an event is on."""
    if channels == "B":
        return ("V1", "A1")
    found = (
        f"{one['letter']}{int(one['number'] or 1)}"
        for one in _TRACKS.finditer(channels)
    )
    return tuple(dict.fromkeys(found))


def _is_left(before: Found | None, made: Found) -> bool:
    """Tell whether a moment without a name is the end of the shot before it."""
    if before is None or before.source is None or made.source is None:
        return False
    is_nameless = not made.source.name
    return (
        is_nameless and before.end == made.at and before.source.reel == made.source.reel
    )


def _leaving(
    reading: Reading, before: Found, made: Found, edit: Edit
) -> Iterator[Found]:
    """Yield what is still seen of a shot while it is dissolved or wiped away."""
    if before.source is None:
        return
    length = min(reading.rate.seconds(edit.lasts), made.length)
    if length > 0:
        start = before.start + before.lasts
        yield replace(before, at=made.at, length=length, start=start, lasts=length)


def _made(reading: Reading, event: Event, place: int) -> Found:
    """Return what an event shows, on no track yet.

    Raises:
        ValueError: Its times are none.
    """
    edit, rate = event.edits[place], reading.rate
    begin, end = (_frame(time, rate) for time in edit.times[2:])
    at = rate.seconds(begin - reading.first)
    length = rate.seconds(max(0, end - begin))
    if edit.reel.upper() == BLACK:
        return drawn("", at, length)
    for comment in event.comments if len(event.edits) == 1 else ():
        if ours := _CLIP.match(comment):
            return _as_said(
                edit,
                ours,
                rate,
                shot("", at, length, _source(event, place, rate), Fraction(0)),
            )
    source = _source(event, place, rate)
    made = shot("", at, length, source, Fraction(0))
    track = (*_tracks(edit.channels), "")[0]
    try:
        start, stop = (
            source.rate.seconds(_frame(x, source.rate)) for x in edit.times[:2]
        )
    except ValueError as error:
        # of another rate: whose shot it is counts, wherever in that it begins
        reading.note_line(edit.line, error.args[0])
        return replace(made, is_sure=False)
    made = replace(made, start=start)
    speed = event.speeds.get(edit.reel)
    if speed is not None:
        share = Fraction(speed) / rate.nominal
        reading.retimed(track, at, share)
        lasts = length * abs(share)
        begin_at = start - lasts if share < 0 else start
        return replace(
            made, start=begin_at, lasts=max(lasts, stop - start), is_sure=False
        )
    if length and abs(stop - start - length) > rate.seconds(1):
        reading.retimed(track, at, (stop - start) / length)
        return replace(made, lasts=max(stop - start, length), is_sure=False)
    return made


def _source(event: Event, place: int, rate: FrameRate) -> Source:
    edit, said = event.edits[place], event.said
    incoming = edit.kind != "C"
    own = said.get("FROM CLIP NAME") or said.get("CLIP NAME") or said.get("FROM CLIP")
    other = said.get("TO CLIP NAME") or said.get("TO CLIP")
    is_last = place == len(event.edits) - 1
    path = said.get("SOURCE FILE") or said.get("FROM FILE") or ""
    return Source(
        name=(other if incoming and other else own) or "",
        path=path if is_last else "",
        reel="" if edit.reel.upper() in _WITHOUT else edit.reel,
        rate=counted(rate.exact, drop=edit.times[0][8] in ";,"),
    )


def _as_said(edit: Edit, said: re.Match[str], rate: FrameRate, made: Found) -> Found:
    """Return a shot as our own comment names it, exact to the frame."""
    own = recorded_rate(said["rate"], drop=bool(said["drop"]))
    frame = int(said["frame"])
    length = int(made.length * rate.exact)
    if clock_of(own, frame, rate, length) != [*edit.times[:2]]:
        # a program changed the event, and left what we say of it
        frame = parse_timecode(edit.times[0], own)
    source = Source(
        clip=said["clip"],
        name=made.source.name if made.source else "",
        path=made.source.path if made.source else "",
        reel=edit.reel,
        rate=own,
    )
    return replace(made, line=said["line"], source=source, start=own.seconds(frame))


def _frame(written: str, rate: FrameRate) -> int:
    """Return the number of a frame; where none has it, as if none were skipped."""
    try:
        return parse_timecode(written, rate)
    except ValueError:
        if not rate.drop:
            raise
        return parse_timecode(written, FrameRate(rate.exact))
