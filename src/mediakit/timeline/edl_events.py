"""A film as one picture at a time, and one sound: the events of a decision list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mediakit.model.timeline import Card, Shot, TrackKind
from mediakit.timeline.base import HandOff, Placed, nearest

_STEREO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What is seen or heard, or both, from one frame to another.

    Attributes:
        at: Frames of the film before it.
        length: Frames of the film it lasts.
        shot: Where it is from; nothing for words.
        card: The words.
        frame: The number of its first frame by the recorder's clock.
        is_seen: It has the picture.
        is_heard: It has the sound.
        channels: As events name what they have.
        is_first: It is the first at this frame, to which markers belong.
    """

    at: int
    length: int
    shot: Shot | None = None
    card: Card | None = None
    frame: int = 0
    is_seen: bool = False
    is_heard: bool = False
    channels: str = "V"
    is_first: bool = True


def events_of(hand_off: HandOff) -> Iterator[Event]:
    """Yield every event in order; picture and sound of a line are one, if they can."""
    seen = list(_seen(hand_off))
    heard = list(_heard(hand_off))
    whole = {(one.at, one.length, one.shot) for one in seen if one.shot}
    alone = {(one.at, one.length, one.shot) for one in heard}
    events = [one for one in seen if (one.at, one.length, one.shot) not in alone]
    for one in heard:
        both = (one.at, one.length, one.shot) in whole
        events.append(_event(hand_off, one, is_seen=both))
    last = -1
    for event in sorted(events, key=lambda one: (one.at, not one.is_seen)):
        yield replace(event, is_first=event.at >= last)
        last = max(last, event.at + event.length)


def placed_events(hand_off: HandOff) -> tuple[Placed, ...]:
    """Return every event as it is to be read back."""
    found: list[Placed] = []
    for one in events_of(hand_off):
        clip = hand_off.footage[one.shot.code].clip if one.shot else ""
        for track, is_on in (("V1", one.is_seen), ("A1", one.is_heard)):
            if is_on:
                found.append(Placed(track, one.at, one.length, clip, one.frame))
    return tuple(sorted(found))


def _event(hand_off: HandOff, heard: Event, *, is_seen: bool) -> Event:
    """Return the event of a sound, with its picture where that is the same part."""
    code = heard.shot.code if heard.shot else ""
    stereo = hand_off.footage[code].channels >= _STEREO
    channels = ("AA/V" if stereo else "B") if is_seen else ("AA" if stereo else "A")
    return replace(heard, is_seen=is_seen, channels=channels)


def _heard(hand_off: HandOff) -> Iterator[Event]:
    for track in hand_off.tracks:
        if track.kind is TrackKind.SOUND:
            for item in track.items:
                if isinstance(item, Shot):
                    yield _part(hand_off, item, item.at, item.end, is_heard=True)


def _seen(hand_off: HandOff) -> Iterator[Event]:
    """Yield pictures: those of the highest track where there are several."""
    tracks = [one for one in hand_off.tracks if one.kind is TrackKind.PICTURE]
    for number, track in enumerate(tracks):
        above = [item for one in tracks[number + 1 :] for item in one.items]
        for item in track.items:
            for at, end in _open(item.at, item.end, above):
                yield _part(hand_off, item, at, end, is_seen=True)


def _open(at: int, end: int, above: Sequence[Shot | Card]) -> Iterator[tuple[int, int]]:
    """Yield the frames from *at* to *end* over which nothing lies."""
    for item in sorted(above, key=lambda one: one.at):
        if item.end <= at or item.at >= end:
            continue
        if item.at > at:
            yield at, item.at
        at = item.end
    if at < end:
        yield at, end


def _part(
    hand_off: HandOff,
    item: Shot | Card,
    at: int,
    end: int,
    *,
    is_seen: bool = False,
    is_heard: bool = False,
) -> Event:
    """Return a part of something: its first frame to the nearest of its recording."""
    if isinstance(item, Card):
        return Event(at=at, length=end - at, card=item, is_seen=True)
    file = hand_off.footage[item.code]
    later = nearest(hand_off.timeline.rate.seconds(at - item.at) * file.rate.exact)
    return Event(
        at=at,
        length=end - at,
        shot=item,
        frame=file.first + hand_off.frame_in_file(item) + later,
        is_seen=is_seen,
        is_heard=is_heard,
    )
