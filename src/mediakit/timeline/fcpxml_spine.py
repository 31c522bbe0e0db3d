"""The spine of FCPXML: lines one after the other, with what is connected to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from xml.etree.ElementTree import Element

from mediakit.model.timeline import Card, Marker, Shot, TrackKind
from mediakit.timeline.base import HandOff, card_text
from mediakit.timeline.fcpxml_assets import Assets, seconds
from mediakit.timeline.xml_document import add

_CONFORMED = {
    Fraction(24_000, 1001): "23.98",
    Fraction(30_000, 1001): "29.97",
    Fraction(60_000, 1001): "59.94",
    **{Fraction(rate): str(rate) for rate in (24, 25, 30, 48, 50, 60)},
}
"""The rates that a clip may say it has."""


@dataclass(frozen=True, slots=True)
class _Main:
    """What lies in the spine: a shot with pictures, a card, or nothing."""

    item: Shot | Card | None
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class _Connected:
    """What is seen over the spine, or only heard."""

    shot: Shot
    lane: int


def add_spine(spine: Element, hand_off: HandOff, assets: Assets) -> None:
    """Add everything of a film."""
    connected = list(_connected(hand_off))
    mains = list(_mains(hand_off))
    for main in mains:
        hung = [one for one in connected if main.at <= one.shot.at < main.end]
        markers = [
            one
            for one in hand_off.timeline.markers
            if main.at <= one.at < main.end
            or (main is mains[-1] and one.at >= main.end)
        ]
        _add_main(spine, hand_off, assets, main, hung, markers)


def _mains(hand_off: HandOff) -> Iterator[_Main]:
    """Yield what fills the spine from the first frame to the last."""
    at = 0
    for item in hand_off.timeline.tracks[0].items:
        if item.at > at:
            yield from _nothing(hand_off, at, item.at)
        yield _Main(item, item.at, item.end)
        at = item.end
    if hand_off.timeline.length > at:
        yield from _nothing(hand_off, at, hand_off.timeline.length)


def _nothing(hand_off: HandOff, at: int, end: int) -> Iterator[_Main]:
    """Yield gaps, one for each line that is only heard."""
    lines = [one for one in hand_off.timeline.markers if at < one.at < end]
    cuts = sorted({at, end, *(one.at for one in lines)})
    for begin, stop in pairwise(cuts):
        yield _Main(None, begin, stop)


def _connected(hand_off: HandOff) -> Iterator[_Connected]:
    """Yield what is not in the spine: its lane says on which track it is."""
    seen = {one.code for one in hand_off.timeline.tracks[0].items}
    for track in hand_off.timeline.tracks[1:]:
        number = int(track.name[1:])
        for item in track.items:
            if isinstance(item, Card):
                continue
            if track.kind is TrackKind.PICTURE:
                yield _Connected(item, number - 1)
            elif item.code not in seen:
                yield _Connected(item, -number)


def _add_main(
    spine: Element,
    hand_off: HandOff,
    assets: Assets,
    main: _Main,
    hung: Sequence[_Connected],
    markers: Sequence[Marker],
) -> None:
    rate = hand_off.timeline.rate
    offset = rate.seconds(hand_off.first + main.at)
    length = rate.seconds(main.end - main.at)
    begin = Fraction(0)
    if isinstance(main.item, Shot):
        begin = _begin(hand_off, main.item)
        made = _shot(spine, hand_off, assets, main.item, offset)
        if not _is_heard(hand_off, main.item):
            made.set("srcEnable", "video")
    elif isinstance(main.item, Card):
        made = _title(spine, hand_off, assets, main.item, offset)
    else:
        made = add(
            spine,
            "gap",
            name="Gap",
            offset=seconds(offset),
            start="0s",
            duration=seconds(length),
        )
    for one in hung:
        place = begin + rate.seconds(one.shot.at - main.at)
        below = _shot(made, hand_off, assets, one.shot, place)
        below.set("lane", str(one.lane))
        below.set("srcEnable", "video" if one.lane > 0 else "audio")
    for marker in markers:
        _add_marker(made, hand_off, marker, begin + rate.seconds(marker.at - main.at))
    if not isinstance(main.item, Shot):
        return
    add(add(made, "metadata"), "md", key=Assets.LINE, value=main.item.code)


def _shot(
    parent: Element, hand_off: HandOff, assets: Assets, shot: Shot, offset: Fraction
) -> Element:
    file = hand_off.footage[shot.code]
    rate = hand_off.timeline.rate
    made = add(
        parent,
        "asset-clip",
        ref=assets.of(file),
        name=file.name,
        offset=seconds(offset),
        start=seconds(_begin(hand_off, shot)),
        duration=seconds(rate.seconds(shot.length)),
        tcFormat="DF" if file.rate.drop else "NDF",
    )
    if file.rate.exact != rate.exact:
        known = _CONFORMED.get(file.rate.exact)
        own = {"srcFrameRate": known} if known else {}
        add(made, "conform-rate", scaleEnabled="0", **own)
    return made


def _begin(hand_off: HandOff, shot: Shot) -> Fraction:
    """Return the moment of a file with which a shot begins, by its recorder's clock."""
    file = hand_off.footage[shot.code]
    return file.rate.seconds(file.first + hand_off.frame_in_file(shot))


def _is_heard(hand_off: HandOff, shot: Shot) -> bool:
    sound = (one for one in hand_off.tracks if one.kind is TrackKind.SOUND)
    return any(item.code == shot.code for track in sound for item in track.items)


def _title(
    parent: Element, hand_off: HandOff, assets: Assets, card: Card, offset: Fraction
) -> Element:
    text = card_text(card, hand_off.timeline.languages)
    style = f"ts-{card.code}"
    made = add(
        parent,
        "title",
        ref=assets.title,
        name=text.replace("\n", " / "),
        offset=seconds(offset),
        start="0s",
        duration=seconds(hand_off.timeline.rate.seconds(card.length)),
    )
    add(add(made, "text"), "text-style", text, ref=style)
    look = {"font": "Helvetica", "fontSize": "60", "fontColor": "1 1 1 1"}
    defined = add(made, "text-style-def", id=style)
    add(defined, "text-style", alignment="center", **look)
    return made


def _add_marker(
    parent: Element, hand_off: HandOff, marker: Marker, start: Fraction
) -> None:
    add(
        parent,
        "marker",
        start=seconds(start),
        duration=seconds(hand_off.timeline.rate.seconds(1)),
        value=hand_off.names.get(marker.code, marker.code),
        note=hand_off.notes.get(marker.code, ""),
    )
