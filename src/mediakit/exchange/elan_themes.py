"""Codings for ELAN (``.eaf``): a tier for each theme and coder, and back.

https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf. What is said goes
with `mediakit.formats.elan`; ELAN merges two documents of one recording. On a tier
nothing overlaps: of passages that do, each has a tier of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from xml.etree.ElementTree import Element, indent, tostring

from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.exchange.refi_xml import add, read_root
from mediakit.exchange.themed import ThemedPassage
from mediakit.model.timecode import TimeRange

NAME = "elan"
SUFFIX = ".eaf"
TYPE = "theme"

_CALLED = "ELAN"
_ROOT = "ANNOTATION_DOCUMENT"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_NUMBERED = re.compile(r"(.*?)(?: #[0-9]{1,6})?")
_LONGEST = 12  # digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What a tier of a theme has at some time.

    Attributes:
        theme: What the tier is called.
        coder: Who made it, or empty.
        range: When.
        text: What it says.
        is_theme: Whether the tier says itself that it is one of a theme.
    """

    theme: str
    coder: str
    range: TimeRange
    text: str
    is_theme: bool


def write(passages: Sequence[ThemedPassage]) -> bytes:
    """Return a document of the codings of one clip."""
    root = Element(
        _ROOT,
        {
            "AUTHOR": "",
            "DATE": "1970-01-01T00:00:00+00:00",
            "FORMAT": "3.0",
            "VERSION": "3.0",
            "xmlns:xsi": _SCHEMA,
            "xsi:noNamespaceSchemaLocation": (
                "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
            ),
        },
    )
    header = add(root, "HEADER", TIME_UNITS="milliseconds")
    header.set("MEDIA_FILE", "")
    tiers = list(_tiers(passages))
    slots = [
        slot
        for number, one in enumerate(chain.from_iterable(tiers))
        for slot in ((one.time.start, f"ts{number}a"), (one.time.end, f"ts{number}b"))
    ]
    order = add(root, "TIME_ORDER")
    for time, slot in sorted(slots):
        add(order, "TIME_SLOT", TIME_SLOT_ID=slot, TIME_VALUE=str(time))
    _put_tiers(root, tiers)
    add(
        root,
        "LINGUISTIC_TYPE",
        GRAPHIC_REFERENCES="false",
        LINGUISTIC_TYPE_ID=TYPE,
        TIME_ALIGNABLE="true",
    )
    indent(root, " ")
    written: bytes = tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def not_held(passages: Sequence[ThemedPassage]) -> Reasons:
    """Return what of codings a document cannot hold."""
    strong = sum(one.strong for one in passages)
    words = sum(bool(one.text) for one in passages)
    whole = sum(one.range is None for one in passages)
    told = (
        (whole, sentence("codings of the whole clip: {count}")),
        (strong, sentence("that a quote is strong: {count}")),
        (words, sentence("what is said: {count}; 'mediakit transcript export' has it")),
    )
    return Reasons(*(Reason(text, count=count) for count, text in told if count))


def read(content: bytes, file: str) -> tuple[Annotation, ...]:
    """Return the annotations of all tiers that have times of their own.

    Raises:
        ExchangeUnreadable: It is no ELAN document in milliseconds, damaged or hostile.
    """
    root = read_root(content, _ROOT, file, _CALLED)
    header = root.find("HEADER")
    units = "milliseconds" if header is None else header.get("TIME_UNITS")
    if units not in {None, "milliseconds"}:
        reason = sentence("it is no ELAN document with times in milliseconds")
        raise ExchangeUnreadable(file=file, format=_CALLED, reason=reason)
    slots = {
        slot.get("TIME_SLOT_ID", ""): int(value)
        for slot in root.iter("TIME_SLOT")
        if (value := slot.get("TIME_VALUE", "")).isdecimal() and len(value) <= _LONGEST
    }
    return tuple(_annotations(root, slots))


def _tiers(passages: Sequence[ThemedPassage]) -> Iterator[list[ThemedPassage]]:
    """Yield passages of one theme and coder, of which none overlap."""
    tiers: dict[tuple[str, str], list[list[ThemedPassage]]] = {}
    parts = (one for one in passages if one.range)
    for one in sorted(parts, key=lambda one: (one.time, one.coding)):
        mine = tiers.setdefault((one.theme, one.coder), [])
        free = next((t for t in mine if t[-1].time.end <= one.time.start), None)
        if free is None:
            mine.append([one])
        else:
            free.append(one)
    yield from chain.from_iterable(tiers[key] for key in sorted(tiers))


def _put_tiers(root: Element, tiers: Sequence[Sequence[ThemedPassage]]) -> None:
    names: set[str] = set()
    number = 0
    for passages in tiers:
        name, again = passages[0].theme, 1
        while name in names:
            again += 1
            name = f"{passages[0].theme} #{again}"
        names.add(name)
        tier = add(
            root,
            "TIER",
            ANNOTATOR=passages[0].coder,
            LINGUISTIC_TYPE_REF=TYPE,
            TIER_ID=name,
        )
        for one in passages:
            annotation = add(
                add(tier, "ANNOTATION"),
                "ALIGNABLE_ANNOTATION",
                ANNOTATION_ID=f"a{number}",
                TIME_SLOT_REF1=f"ts{number}a",
                TIME_SLOT_REF2=f"ts{number}b",
            )
            add(annotation, "ANNOTATION_VALUE", one.memo or one.label)
            number += 1


def _annotations(root: Element, slots: dict[str, int]) -> Iterator[Annotation]:
    for tier in root.iter("TIER"):
        match = _NUMBERED.fullmatch(tier.get("TIER_ID", "").strip())
        for one in tier.iter("ALIGNABLE_ANNOTATION"):
            start = slots.get(one.get("TIME_SLOT_REF1", ""))
            end = slots.get(one.get("TIME_SLOT_REF2", ""))
            if match and start is not None and end is not None and start < end:
                yield Annotation(
                    theme=match[1],
                    coder=tier.get("ANNOTATOR", "").strip(),
                    range=TimeRange(start, end),
                    text=(one.findtext("ANNOTATION_VALUE") or "").strip(),
                    is_theme=tier.get("LINGUISTIC_TYPE_REF") == TYPE,
                )
