"""What lies on the tracks of Final Cut Pro 7 XML, and how it is linked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from mediakit.model.timeline import Card, Shot, TrackKind
from mediakit.timeline.base import HandOff, card_text
from mediakit.timeline.fcp7_files import Files, add_rate
from mediakit.timeline.xml_document import add

CHANNELS = 2
"""How many tracks of sound each track of the film is laid on."""
MARK = "mediakit"
"""What comments begin with that say which clip and line an item is."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something on a track.

    Attributes:
        item: What it is.
        kind: ``video`` or ``audio``.
        track: The number of the track among those of its kind.
        place: Its number on that.
        channel: Of sound, the one it is for.
    """

    item: Shot | Card
    kind: str
    track: int
    place: int
    channel: int = 0

    @property
    def id(self) -> str:
        """What no other is called."""
        return f"{self.kind}-{self.track}-{self.place}"


def items_of(hand_off: HandOff) -> Iterator[Item]:
    """Yield everything with its track and place: sound once for each channel."""
    video = audio = 0
    for track in hand_off.tracks:
        if track.kind is TrackKind.PICTURE:
            video += 1
            for place, item in enumerate(track.items, start=1):
                yield Item(item, "video", video, place)
            continue
        for channel in range(1, CHANNELS + 1):
            for place, item in enumerate(track.items, start=1):
                yield Item(item, "audio", audio + channel, place, channel)
        audio += CHANNELS


def add_tracks(
    parent: Element, hand_off: HandOff, items: Sequence[Item], kind: str, files: Files
) -> None:
    """Add the tracks of a kind."""
    own = [one for one in items if one.kind == kind]
    for number in range(1, 1 + max((one.track for one in own), default=0)):
        track = add(parent, "track")
        for one in (one for one in own if one.track == number):
            if isinstance(one.item, Card):
                _add_card(track, hand_off, one, one.item)
            else:
                linked = [other for other in items if _together(one, other)]
                _add_shot(track, hand_off, one, one.item, linked, files)
        add(track, "enabled", "TRUE")
        add(track, "locked", "FALSE")
        if kind == "audio":
            add(track, "outputchannelindex", (number - 1) % CHANNELS + 1)


def _together(one: Item, other: Item) -> bool:
    return one.item.code == other.item.code


def _add_shot(
    track: Element,
    hand_off: HandOff,
    item: Item,
    shot: Shot,
    linked: Sequence[Item],
    files: Files,
) -> None:
    file = hand_off.footage[shot.code]
    first = hand_off.frame_in_file(shot)
    clip = add(track, "clipitem", id=item.id)
    add(clip, "name", file.name)
    add(clip, "enabled", "TRUE")
    add(clip, "duration", file.length)
    add_rate(clip, file.rate)
    add(clip, "start", shot.at)
    add(clip, "end", shot.end)
    add(clip, "in", first)
    add(clip, "out", first + hand_off.source_length(shot))
    files.add(clip, file)
    source = add(clip, "sourcetrack")
    add(source, "mediatype", item.kind)
    # a voice in one channel is heard in the middle: it is laid on both tracks
    add(source, "trackindex", min(item.channel, file.channels) or 1)
    for other in linked if len(linked) > 1 else ():
        _add_link(clip, other)
    comments = add(clip, "comments")
    add(comments, "mastercomment1", f"{MARK} {file.clip} {shot.code}")


def _add_link(clip: Element, other: Item) -> None:
    link = add(clip, "link")
    add(link, "linkclipref", other.id)
    add(link, "mediatype", other.kind)
    add(link, "trackindex", other.track)
    add(link, "clipindex", other.place)


def _add_card(track: Element, hand_off: HandOff, item: Item, card: Card) -> None:
    """Add words as a generator, which programs draw in their own way."""
    text = card_text(card, hand_off.timeline.languages)
    made = add(track, "generatoritem", id=item.id)
    add(made, "name", text.replace("\n", " / "))
    add(made, "enabled", "TRUE")
    add(made, "duration", card.length)
    add_rate(made, hand_off.timeline.rate)
    add(made, "start", card.at)
    add(made, "end", card.end)
    add(made, "in", 0)
    add(made, "out", card.length)
    effect = add(made, "effect")
    for tag, said in (
        ("name", "Text"),
        ("effectid", "Text"),
        ("effectcategory", "Text"),
        ("effecttype", "generator"),
        ("mediatype", "video"),
    ):
        add(effect, tag, said)
    parameter = add(effect, "parameter")
    add(parameter, "parameterid", "str")
    add(parameter, "name", "Text")
    add(parameter, "value", text)
    add(add(made, "comments"), "mastercomment1", f"{MARK} - {card.code}")
