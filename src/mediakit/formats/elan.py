"""ELAN (``.eaf``): linguists' transcripts, a tier a speaker, times in milliseconds.

https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf. Only tiers that
depend on no other are what is said: translations, glosses and words that hang on them
are left out, and that is reported. Notes have a tier of their own. Read here rather
than by pympi, which expands entities.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.errors.transcripts import TranscriptDocumentUnreadable
from mediakit.formats.base import Cue, Draft
from mediakit.formats.letters import one_line
from mediakit.formats.repairs import Mended, Repair
from mediakit.formats.tiers import NOTES, Tier, Told, in_order, tiers_of
from mediakit.formats.xml_tree import as_xml, parse_xml
from mediakit.model.language import tag_or_nothing
from mediakit.model.transcript import Segment, Transcript
from mediakit.strict_xml import root_name

NAME = "elan"
SUFFIXES = (".eaf",)
HOLDS_NOTES = True

_ROOT = "ANNOTATION_DOCUMENT"
# what ELAN calls the tier of a new file
_NOBODYS = "default"
# the type of tiers that say what passages are about
_THEMES = "theme"
_LONGEST = 12  # digits


def recognizes(text: str) -> bool:
    """Tell whether *text* is an annotation document."""
    return root_name(text) == _ROOT


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues, by time.

    Raises:
        TranscriptDocumentUnreadable: It is no XML, no annotation document, or counts
            time in frames; or an annotation has no time.
    """
    root = parse_xml(text, file)
    header = root.find("HEADER")
    units = "milliseconds" if header is None else header.get("TIME_UNITS")
    if root.tag != _ROOT or units not in {None, "milliseconds"}:
        why = sentence("it is no ELAN document with times in milliseconds")
        raise TranscriptDocumentUnreadable(file=file, reason=why)
    slots = _slots(root)
    languages = Counter(filter(None, map(_language, root.iter("TIER"))))
    common = next((tag for tag, _count in languages.most_common(1)), "")
    told = [
        one for tier in root.iter("TIER") for one in _told(tier, slots, common, file)
    ]
    cues, aside = in_order(told)
    missing = [Repair(Mended.END_MISSING, cue.line) for cue in cues if cue.open_end]
    return Draft(
        cues=cues, repairs=(*aside, *missing), language=common, place="segment"
    )


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file; the times of words are lost."""
    tiers = tiers_of(transcript)
    if notes:
        last = max((tier.segments[-1].end for tier in tiers), default=1)
        note = Segment(start=0, end=last, text="\n".join(map(one_line, notes)))
        tiers.append(Tier(NOTES, "", [note]))
    numbered = list(enumerate(s for t in tiers for s in t.segments))
    moments = sorted(
        [(s.start, f"ts{n}a") for n, s in numbered]
        + [(s.end, f"ts{n}b") for n, s in numbered]
    )
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            (
                f'<{_ROOT} AUTHOR="" DATE="1970-01-01T00:00:00+00:00" FORMAT="3.0" '
                'VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
                'xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">'
            ),
            '  <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>',
            "  <TIME_ORDER>",
            *(
                f'    <TIME_SLOT TIME_SLOT_ID="{slot}" TIME_VALUE="{time}"/>'
                for time, slot in moments
            ),
            "  </TIME_ORDER>",
            *_written_tiers(tiers, transcript.language),
            (
                '  <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" '
                'LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>'
            ),
            *(
                f'  <LANGUAGE LANG_ID="{as_xml(tag)}" LANG_LABEL="{as_xml(tag)}"/>'
                for tag in _languages(tiers, transcript.language)
            ),
            f"</{_ROOT}>",
            "",
        ]
    )


def _slots(root: Element) -> dict[str, int | None]:
    slots: dict[str, int | None] = {}
    for slot in root.iter("TIME_SLOT"):
        value = slot.get("TIME_VALUE", "")
        known = value.isdecimal() and len(value) <= _LONGEST
        slots[slot.get("TIME_SLOT_ID", "")] = int(value) if known else None
    return slots


def _told(
    tier: Element, slots: dict[str, int | None], common: str, file: str
) -> Iterator[Told]:
    """Yield the annotations of a tier."""
    speaker = _speaker(tier)
    language = _language(tier)
    is_theme = tier.get("LINGUISTIC_TYPE_REF") == _THEMES
    aside = is_theme or "PARENT_REF" in tier.attrib or speaker.casefold() == NOTES
    for annotation in tier.iter("ALIGNABLE_ANNOTATION"):
        start = slots.get(annotation.get("TIME_SLOT_REF1", ""))
        end = slots.get(annotation.get("TIME_SLOT_REF2", ""))
        if start is None and not aside:
            name = annotation.get("ANNOTATION_ID", "?")
            why = Reason(sentence("annotation {name} has no time"), name=name)
            raise TranscriptDocumentUnreadable(file=file, reason=why)
        start = start or 0
        segment = Segment(
            start=start,
            end=start if end is None else end,
            text=annotation.findtext("ANNOTATION_VALUE") or "",
            speaker=speaker,
            language="" if language == common else language,
        )
        yield Told(Cue(0, segment, end is None), aside)
    # what hangs on other annotations has no time of its own
    for reference in tier.iter("REF_ANNOTATION"):
        if (reference.findtext("ANNOTATION_VALUE") or "").strip():
            yield Told(Cue(0, Segment(start=0, end=0, text="")), aside=True)


def _speaker(tier: Element) -> str:
    """Return the participant; where none is named, the tier is called like them."""
    name = tier.get("TIER_ID", "")
    return tier.get("PARTICIPANT", "" if name == _NOBODYS else name)


def _language(tier: Element) -> str:
    return tag_or_nothing(tier.get("LANG_REF", ""))


def _written_tiers(tiers: Sequence[Tier], common: str) -> Iterator[str]:
    names: set[str] = set()
    number = 0
    for tier in tiers:
        name = base = tier.speaker or _NOBODYS
        for again in count(2):
            if name not in names:
                break
            name = f"{base} {again}"
        names.add(name)
        language = tier.language or common
        tag = f'LANG_REF="{as_xml(language)}" ' if language else ""
        yield (
            f'  <TIER {tag}LINGUISTIC_TYPE_REF="default-lt" '
            f'PARTICIPANT="{as_xml(tier.speaker)}" TIER_ID="{as_xml(name)}">'
        )
        for segment in tier.segments:
            yield (
                f'    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}" '
                f'TIME_SLOT_REF1="ts{number}a" TIME_SLOT_REF2="ts{number}b">'
                f"<ANNOTATION_VALUE>{as_xml(segment.text)}</ANNOTATION_VALUE>"
                "</ALIGNABLE_ANNOTATION></ANNOTATION>"
            )
            number += 1
        yield "  </TIER>"


def _languages(tiers: Sequence[Tier], common: str) -> list[str]:
    return sorted({tag for tier in tiers if (tag := tier.language or common)})
