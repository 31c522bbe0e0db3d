"""Praat's TextGrid, long and short: phoneticians' transcripts, a tier a speaker.

https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html, read with
`textgrid_tokens`.
Tiers of points are no speech. Where an aligner wrote tiers of words and of phones
(Montreal Forced Aligner), the words are read. A tier of points holds our notes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mediakit.formats.base import Cue, Draft
from mediakit.formats.letters import one_line
from mediakit.formats.textgrid_tokens import Tokens
from mediakit.formats.tiers import NOTES, Told, in_order, tiers_of
from mediakit.formats.timed_words import LooseWord, group
from mediakit.model.transcript import Segment, Transcript

NAME = "textgrid"
SUFFIXES = (".TextGrid",)
HOLDS_NOTES = True

_MAGIC = re.compile(r'\s*(?:File type = )?"ooTextFile"')
_WORDS = re.compile(r"(?:(.+) - )?words", re.IGNORECASE)
_PHONES = re.compile(r"(?:.+ - )?phones", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Tier:
    """A tier as it stands in a file; times in milliseconds."""

    name: str
    intervals: list[tuple[int, int, str]]
    is_points: bool


def recognizes(text: str) -> bool:
    """Tell whether *text* begins as Praat's text files with a TextGrid do."""
    return bool(_MAGIC.match(text)) and '"TextGrid"' in text[:200]


def read(text: str, file: str) -> Draft:
    """Turn the text of a file into cues, by time.

    Raises:
        TranscriptLineUnreadable: It ends too soon, or a time is no number.
    """
    tiers = list(_tiers(Tokens(text, file)))
    has_words = any(_WORDS.fullmatch(tier.name) for tier in tiers)
    told = [one for tier in tiers for one in _told(tier, has_words=has_words)]
    cues, repairs = in_order(told)
    return Draft(cues=cues, repairs=repairs, place="segment")


def write(transcript: Transcript, notes: Sequence[str] = ()) -> str:
    """Turn a transcript into the text of a file, a label a line; words are lost."""
    tiers = tiers_of(transcript)
    last = max((tier.segments[-1].end for tier in tiers), default=1)
    blocks = [
        _written_tier(
            "IntervalTier",
            tier.speaker,
            last,
            "intervals",
            _gapless(tier.segments, last),
        )
        for tier in tiers
    ] or [_written_tier("IntervalTier", "", last, "intervals", [(0, last, "")])]
    if notes:
        text = " / ".join(map(one_line, notes))
        blocks.append(
            _written_tier("TextTier", NOTES, last, "points", [(0, None, text)])
        )
    head = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0",
        f"xmax = {_seconds(last)}",
        "tiers? <exists>",
        f"size = {len(blocks)}",
        "item []:",
    ]
    for number, block in enumerate(blocks, start=1):
        head += [f"    item [{number}]:", *(f"        {line}" for line in block)]
    return "\n".join([*head, ""])


def _tiers(tokens: Tokens) -> Iterator[_Tier]:
    tokens.text(), tokens.text()  # the type of the file, and of the object
    tokens.time(), tokens.time()
    if not tokens.flag():
        return
    for _ in range(int(tokens.number())):
        is_points = tokens.text() == "TextTier"
        name = tokens.text().strip()
        tokens.time(), tokens.time()
        intervals = []
        for _ in range(int(tokens.number())):
            start = tokens.time()
            end = start if is_points else tokens.time()
            intervals.append((start, end, tokens.text()))
        yield _Tier(name, intervals, is_points)


def _told(tier: _Tier, *, has_words: bool) -> Iterator[Told]:
    """Yield what a tier says; intervals without text are silence."""
    said = [one for one in tier.intervals if one[2].strip()]
    words = _WORDS.fullmatch(tier.name)
    if words and not tier.is_points:
        for segment in group(
            [LooseWord(text, start, end) for start, end, text in said]
        ):
            yield Told(Cue(0, replace(segment, speaker=words[1] or "")))
        return
    notes = tier.name.casefold() == NOTES
    aside = tier.is_points or notes or (has_words and _PHONES.fullmatch(tier.name))
    for start, end, text in said:
        segment = Segment(start=start, end=end, text=text, speaker=tier.name)
        yield Told(Cue(0, segment), bool(aside))


def _gapless(
    segments: Sequence[Segment], last: int
) -> list[tuple[int, int | None, str]]:
    """Return intervals with the silence between them, as Praat wants it."""
    intervals: list[tuple[int, int | None, str]] = []
    moment = 0
    for segment in segments:
        if segment.start > moment:
            intervals.append((moment, segment.start, ""))
        intervals.append((segment.start, segment.end, one_line(segment.text)))
        moment = segment.end
    return intervals + ([(moment, last, "")] if moment < last else [])


def _written_tier(
    kind: str,
    name: str,
    last: int,
    what: str,
    marks: Sequence[tuple[int, int | None, str]],
) -> list[str]:
    lines = [
        f'class = "{kind}"',
        f"name = {_quoted(name)}",
        "xmin = 0",
        f"xmax = {_seconds(last)}",
        f"{what}: size = {len(marks)}",
    ]
    for number, (start, end, text) in enumerate(marks, start=1):
        lines.append(f"{what} [{number}]:")
        if end is None:
            lines += [f"    number = {_seconds(start)}", f"    mark = {_quoted(text)}"]
        else:
            lines += [
                f"    xmin = {_seconds(start)}",
                f"    xmax = {_seconds(end)}",
                f"    text = {_quoted(text)}",
            ]
    return lines


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _seconds(time: int) -> str:
    return f"{time // 1000}.{time % 1000:03d}"
