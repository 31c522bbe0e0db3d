"""TTML (``.ttml``, ``.dfxp``): subtitles of broadcasters and platforms, in XML.

https://www.w3.org/TR/ttml2/. Times may count hours, frames or ticks, and begin with
the element around them. Speakers are agents. Written as any text profile takes it:
clock times, line breaks, no styles.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.errors.transcripts import TranscriptDocumentUnreadable
from mediakit.formats.base import Cue, Draft
from mediakit.formats.letters import clean, one_line
from mediakit.formats.repairs import Mended, Repair
from mediakit.formats.ttml_times import Rates, rates_of
from mediakit.formats.xml_tree import as_xml, parse_xml
from mediakit.model.language import tag_or_nothing
from mediakit.model.timecode import format_clock
from mediakit.model.transcript import Segment, Transcript, Word
from mediakit.strict_xml import root_name

NAME = "ttml"
SUFFIXES = (".ttml", ".dfxp")
HOLDS_NOTES = True

_SPACES = re.compile(r"[ \t\n]+")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element has from those around it; times in milliseconds."""

    start: int = 0
    end: int | None = None
    language: str = ""
    agent: str = ""
    keeps_spaces: bool = False


def recognizes(text: str) -> bool:
    """Tell whether *text* is an XML document with the root of this format."""
    return root_name(text) == "tt"


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues.

    Raises:
        TranscriptDocumentUnreadable: It is no XML, no TTML, or a time is none.
    """
    root = parse_xml(text, file)
    if root.tag != "tt":
        why = sentence("it is no TTML document")
        raise TranscriptDocumentUnreadable(file=file, reason=why)
    reader = _Reader(rates_of(root), _agents(root), file)
    body = root.find("body")
    whole = reader.inside(root, _Around())
    found = [] if body is None else list(reader.paragraphs(body, whole))
    language = whole.language
    cues = tuple(
        replace(cue, line=n, segment=_beside(cue.segment, language))
        for n, cue in enumerate(found, start=1)
    )
    missing = (Repair(Mended.END_MISSING, cue.line) for cue in cues if cue.open_end)
    return Draft(cues=cues, repairs=tuple(missing), language=language, place="segment")


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file; the times of words are lost."""
    named = dict.fromkeys(one_line(s.speaker) for s in transcript.segments if s.speaker)
    agents = {name: f"s{number}" for number, name in enumerate(named, start=1)}
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            (
                '<tt xmlns="http://www.w3.org/ns/ttml" '
                'xmlns:ttm="http://www.w3.org/ns/ttml#metadata" '
                f'xml:lang="{as_xml(transcript.language)}" xml:space="preserve">'
            ),
            "  <head><metadata>",
            *(f"    <ttm:desc>{as_xml(one_line(note))}</ttm:desc>" for note in notes),
            *(
                f'    <ttm:agent type="person" xml:id="{agent}">'
                f'<ttm:name type="full">{as_xml(name)}</ttm:name></ttm:agent>'
                for name, agent in agents.items()
            ),
            "  </metadata></head>",
            "  <body><div>",
            *(_written(segment, agents) for segment in transcript.segments),
            "  </div></body>",
            "</tt>",
            "",
        ]
    )


class _Reader:
    """Walks through a document with what holds for all of it."""

    def __init__(self, rates: Rates, agents: dict[str, str], file: str) -> None:
        self._rates, self._agents, self._file = rates, agents, file

    def paragraphs(self, element: Element, around: _Around) -> Iterator[Cue]:
        """Yield a cue for each paragraph in an element; depth is bounded."""
        inside = self.inside(element, around)
        if element.tag == "p":
            yield self._cue(element, inside)
            return
        for child in element:
            yield from self.paragraphs(child, inside)

    def inside(self, element: Element, around: _Around) -> _Around:
        """Return what the children of an element have from it."""
        start = around.start + (self._time(element, "begin") or 0)
        ends = [around.end]
        if (end := self._time(element, "end")) is not None:
            ends.append(around.start + end)
        if (lasts := self._time(element, "dur")) is not None:
            ends.append(start + lasts)
        known = [end for end in ends if end is not None]
        agent = element.get("agent", "").split()[:1]
        return _Around(
            start=start,
            end=min(known, default=None),
            language=tag_or_nothing(element.get("lang", "")) or around.language,
            agent=agent[0] if agent else around.agent,
            keeps_spaces=element.get("space", "") == "preserve"
            if "space" in element.attrib
            else around.keeps_spaces,
        )

    def _cue(self, paragraph: Element, inside: _Around) -> Cue:
        pieces = list(self._pieces(paragraph, inside))
        timed = [piece for piece in pieces if piece[1] != inside and piece[0].strip()]
        words = [
            Word(own.start, own.end, said.strip())
            for said, own in timed
            if own.end is not None and own.end >= own.start and len(said.split()) == 1
        ]
        start, end = inside.start, inside.end
        if timed and "begin" not in paragraph.attrib:
            start = timed[0][1].start
        if end is None and timed:
            end = timed[-1][1].end
        segment = Segment(
            start=start,
            end=start if end is None else end,
            text=_text(pieces),
            speaker=self._agents.get(inside.agent, inside.agent),
            language=inside.language,
            words=tuple(words) if len(words) == len(_text(pieces).split()) else (),
        )
        return Cue(0, segment, end is None)

    def _pieces(
        self, element: Element, around: _Around
    ) -> Iterator[tuple[str, _Around]]:
        """Yield the texts in an element, each with what it has from around it."""
        yield element.text or "", around
        for child in element:
            if child.tag == "br":
                yield "\n", replace(around, keeps_spaces=True)
            elif child.tag == "span":
                yield from self._pieces(child, self.inside(child, around))
            yield child.tail or "", around

    def _time(self, element: Element, name: str) -> int | None:
        written = element.get(name)
        if written is None:
            return None
        time = self._rates.milliseconds(written)
        if time is None:
            why = Reason(sentence("'{text}' is no time"), text=written[:_SHOWN])
            raise TranscriptDocumentUnreadable(file=self._file, reason=why)
        return time


def _agents(root: Element) -> dict[str, str]:
    """Return the names of who speaks, by the ids that paragraphs give."""
    found = {}
    for agent in root.iter("agent"):
        name = agent.findtext("name") or ""
        if agent.get("id"):
            found[agent.get("id", "")] = name.strip() or agent.get("id", "")
    return found


def _text(pieces: Sequence[tuple[str, _Around]]) -> str:
    text = "".join(
        said if own.keeps_spaces else _SPACES.sub(" ", said) for said, own in pieces
    )
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def _beside(segment: Segment, language: str) -> Segment:
    """Return a segment whose language is only said where it differs."""
    return replace(segment, language="") if segment.language == language else segment


def _written(segment: Segment, agents: dict[str, str]) -> str:
    speaker = agents.get(one_line(segment.speaker))
    lines = [line.strip() for line in clean(segment.text)[0].split("\n")]
    start, end = format_clock(segment.start), format_clock(segment.end)
    return (
        f'    <p begin="{start}" end="{end}"'
        + (f' ttm:agent="{speaker}"' if speaker else "")
        + (f' xml:lang="{as_xml(segment.language)}"' if segment.language else "")
        + f">{'<br/>'.join(as_xml(line) for line in lines if line)}</p>"
    )
