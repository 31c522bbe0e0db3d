"""An index for OHMS, the synchronizer of oral history archives: XML of one recording.

https://www.oralhistoryonline.org/. A point of the index is a second of the recording,
with a title, a synopsis and keywords; it has no end.
"""

import zlib
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.exchange.refi_xml import add, document
from mediakit.exchange.themed import ThemedPassage

NAME = "ohms"
SUFFIX = ".xml"
NAMESPACE = "https://www.weareavp.com/nunncenter/ohms"

_VERSION = "5.4"
_SECOND = 1000
_LARGEST_INT = 2**31 - 1


def write(passages: Sequence[ThemedPassage], day: str) -> bytes:
    """Return the index of one clip: a point for each coding, in order of time.

    Args:
        passages: The codings.
        day: ISO 8601 day of today.
    """
    root = Element("ROOT")
    first = passages[0]
    # its schema wants a number: the same for the same clip
    number = zlib.crc32(first.clip.encode()) & _LARGEST_INT
    record = add(root, "record", id=str(number), dt=day)
    add(record, "version", _VERSION)
    date = first.session.date if first.session else ""
    add(record, "date", value=date, format="yyyy-mm-dd")
    add(record, "title", first.title)
    add(record, "duration", str(first.duration // _SECOND))
    index = add(record, "index")
    for one in sorted(passages, key=lambda one: (one.time, one.theme, one.coding)):
        point = add(index, "point")
        add(point, "time", str(one.time.start // _SECOND))
        add(point, "title", one.label)
        add(point, "partial_transcript", one.text)
        add(point, "synopsis", one.memo)
        add(point, "keywords", one.theme.replace("/", ";"))
    return document(root, NAMESPACE)


def not_held(passages: Sequence[ThemedPassage]) -> Reasons:
    """Return what of codings an index cannot hold."""
    told = (
        (len(passages), sentence("ends of passages: {count}")),
        (
            sum(one.time.start % _SECOND != 0 for one in passages),
            sentence("thousandths of seconds: {count}"),
        ),
        (sum(bool(one.coder) for one in passages), sentence("who coded: {count}")),
        (
            sum(one.strong for one in passages),
            sentence("that a quote is strong: {count}"),
        ),
    )
    return Reasons(*(Reason(text, count=count) for count, text in told if count))
