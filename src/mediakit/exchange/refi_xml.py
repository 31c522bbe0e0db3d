"""XML as the REFI-QDA standard has it, version 1.5: GUIDs, texts, users, dates.

https://www.qdasoftware.org/wp-content/uploads/2019/09/REFI-QDA-1-5.pdf. Written by
hand rather than by pyrefiqda, which unpacks archives without looking at their size,
follows ``internal://../`` out of its folder, and brings three libraries along.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from mediakit.errors.base import sentence
from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.model.guid import named_guid, read_guid
from mediakit.strict_xml import XmlRefused, parse

ORIGIN = "mediakit"

_NO_TEXT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLOUR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_SHORT = 4
_FIRST_YEAR = 1000  # of those that are written with four digits on every system
_LONGEST_NAME = 300


def document(root: Element, namespace: str) -> bytes:
    """Return a document whose elements are all of one namespace."""
    root.set("xmlns", namespace)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def read_root(
    content: bytes | Iterable[bytes],
    name: str,
    file: str,
    called: str,
    takers: Mapping[str, Callable[[Element], None]] | None = None,
) -> Element:
    """Return the root of a document, whatever namespace it says it is of.

    Programs have written wrong ones, and read each other's all the same.

    Args:
        content: The document, or its parts.
        name: What its root is called.
        file: What errors call it.
        called: What errors call such files.
        takers: What takes the elements of a name as soon as they are read.

    Raises:
        ExchangeUnreadable: It is damaged, hostile, or another document.
    """
    try:
        root = parse(content, takers=takers)
    except XmlRefused as error:
        raise ExchangeUnreadable(
            file=file, format=called, reason=error.reason
        ) from error
    if root.tag != name:
        reason = sentence("it is another document")
        raise ExchangeUnreadable(file=file, format=called, reason=reason)
    return root


def text_of(text: str) -> str:
    """Return *text* as XML may hold it, with a line feed alone at line ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", plain)


def add(above: Element, tag: str, /, text: str = "", **attributes: str) -> Element:
    """Add an element with those attributes that are not empty."""
    element = ET.SubElement(above, tag)
    add_known(element, **attributes)
    if text:
        element.text = text_of(text)
    return element


def add_known(element: Element, **attributes: str) -> None:
    """Give an element those attributes that are not empty."""
    for key, value in attributes.items():
        if value:
            element.set(key, text_of(value))


def guid_in(element: Element, name: str = "guid") -> str:
    """Return a GUID that an element has; of one that is none, what stands for it."""
    said = element.get(name, "")
    return read_guid(said) or (named_guid("said", said) if said else "")


def colour_in(element: Element) -> str:
    """Return the colour of an element as ``#rrggbb``, if it has one."""
    match = _COLOUR.fullmatch(element.get("color", "").strip())
    if match is None:
        return ""
    plain = match[0].lower()
    if len(plain) == _SHORT:
        return "#" + "".join(2 * one for one in plain[1:])
    return plain


def name_in(element: Element, name: str = "name") -> str:
    """Return what an element is called: one line, and no longer than names are."""
    return " ".join(element.get(name, "").split())[:_LONGEST_NAME]


def number_in(element: Element, name: str) -> int | None:
    """Return a whole number that an element has, if it is one that can be meant."""
    said = element.get(name, "").strip()
    return int(said) if re.fullmatch(r"-?[0-9]{1,12}", said, re.ASCII) else None


def moment_in(element: Element, name: str) -> str:
    """Return a moment that an element has in UTC, ISO 8601, if it is one."""
    try:
        told = datetime.fromisoformat(element.get(name, "").strip())
        # what does not say where, is as the standard wants it: in UTC
        moment = told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment.year >= _FIRST_YEAR else ""


def refers_to(element: Element, name: str) -> Iterator[str]:
    """Yield the GUIDs that the elements of a name inside it refer to."""
    return (guid_in(one, "targetGUID") for one in element.findall(name))
