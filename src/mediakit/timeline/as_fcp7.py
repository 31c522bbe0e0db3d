"""Final Cut Pro 7 XML, as Premiere, Resolve and others still read it.

``start`` and ``end`` count frames of the film, ``in`` and ``out`` those of the file at
its own rate. Picture and each channel of its sound are items of their own, linked by
their places; a voice in one channel is laid on both, so that it is heard in the middle.
"""

from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.errors.timelines import TimelineNotPossible
from mediakit.model.frame_rate import FrameRate
from mediakit.timeline import base
from mediakit.timeline.base import FIRST_TIMECODE, HandOff, Placed, unreadable
from mediakit.timeline.fcp7_files import Files, add_rate, add_timecode, is_written
from mediakit.timeline.fcp7_items import CHANNELS, add_tracks, items_of
from mediakit.timeline.fcp7_reading import read_sequences
from mediakit.timeline.found import ReadBack
from mediakit.timeline.xml_document import add, document, parse

NAME = "fcp7"
SUFFIX = ".xml"
FIRST = FIRST_TIMECODE
NAMES_FILES = True


def recognizes(content: bytes) -> bool:
    """Tell whether a file is XML of Final Cut Pro 7."""
    return b"<xmeml" in content[:4096]


def write(hand_off: HandOff) -> bytes:
    """Return the film as a sequence.

    Raises:
        TimelineNotPossible: A recording has a rate that cannot be written.
    """
    _check_rates(hand_off)
    film = hand_off.timeline
    root = Element("xmeml", version="5")
    sequence = add(root, "sequence", id=film.film)
    add(sequence, "name", film.title)
    add(sequence, "duration", film.length)
    add_rate(sequence, film.rate)
    add_timecode(sequence, film.rate, hand_off.first)
    media = add(sequence, "media")
    items, files = list(items_of(hand_off)), Files(hand_off)
    add_tracks(_video(media, hand_off), hand_off, items, "video", files)
    add_tracks(_audio(media), hand_off, items, "audio", files)
    for marker in film.markers:
        _add_marker(sequence, hand_off, marker.code, marker.at, marker.length)
    return document(root, "xmeml")


def read(content: bytes, file: str, rate: FrameRate | None = None) -> ReadBack:
    """Return what the first sequence says, which has its own rate.

    Raises:
        TimelineUnreadable: There is none, or its places cannot be understood.
    """
    del rate
    root = parse(content, file)
    try:
        return read_sequences(root)
    except ValueError as error:
        raise unreadable(file, error) from error


def placed(hand_off: HandOff) -> tuple[Placed, ...]:
    """Return everything: this format can say it all."""
    return base.placed(hand_off)


def _check_rates(hand_off: HandOff) -> None:
    for file in hand_off.files:
        if not is_written(file.rate):
            reason = Reason(
                sentence(
                    "{clip} has {rate} frames a second, for which the format has no "
                    "words"
                ),
                clip=file.clip,
                rate=file.rate.name,
            )
            raise TimelineNotPossible(
                film=hand_off.timeline.film, format=NAME, reason=reason
            )


def _video(media: Element, hand_off: HandOff) -> Element:
    video = add(media, "video")
    looks = add(add(video, "format"), "samplecharacteristics")
    add_rate(looks, hand_off.timeline.rate)
    add(looks, "width", hand_off.timeline.width)
    add(looks, "height", hand_off.timeline.height)
    add(looks, "anamorphic", "FALSE")
    add(looks, "pixelaspectratio", "square")
    add(looks, "fielddominance", "none")
    return video


def _audio(media: Element) -> Element:
    audio = add(media, "audio")
    add(audio, "numOutputChannels", CHANNELS)
    sounds = add(add(audio, "format"), "samplecharacteristics")
    add(sounds, "depth", 16)
    add(sounds, "samplerate", 48_000)
    outputs = add(audio, "outputs")
    for channel in range(1, CHANNELS + 1):
        group = add(outputs, "group")
        add(group, "index", channel)
        add(group, "numchannels", 1)
        add(group, "downmix", 0)
        add(add(group, "channel"), "index", channel)
    return audio


def _add_marker(
    sequence: Element, hand_off: HandOff, code: str, at: int, length: int
) -> None:
    marker = add(sequence, "marker")
    add(marker, "name", hand_off.names.get(code, code))
    add(marker, "comment", hand_off.notes.get(code, ""))
    add(marker, "in", at)
    add(marker, "out", at + length if length else -1)
