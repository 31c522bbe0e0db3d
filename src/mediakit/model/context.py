"""What a quote was taken out of: what is cut off before it and after it.

A sentence whose beginning, end or negation is missing, or an answer without its
question, may say the opposite of what was said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mediakit.model.negation import negations
from mediakit.model.segments import as_written
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Word
from mediakit.model.turns import BREATH

_ENDS = re.compile(r"[.!?…؟。]['\"»\u201d\u2019)\]]*\Z")
_TITLES = re.compile(r"(?:[^\W\d_]|M(?:me|lle|rs?|s|e)|Dr|Pr|St|G[eé]n|Col|Lt|Cpt)\.\Z")
"""What has a full stop of its own, before a name."""
_ASKS = re.compile(r"[?؟]['\"»\u201d\u2019)\]\s]*\Z")
_ANSWERS = frozenset(("oui", "non", "yes", "no", "awɔ", "ayi", "نعم", "لا"))
"""An answer in a word, on which what follows goes on."""
_EXCEPTIONS = frozenset(
    ("pas", "sauf", "jamais", "excepté", "not", "except", "never", "unless")
)
"""With what people take back a part of what they have just said."""
_SLACK = 250
"""Milliseconds by which a cut may miss the edge of a word."""
_ANSWERED = 15_000
"""Milliseconds within which what is said next answers a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What surrounds a quote.

    Attributes:
        question: The question it answers, if that is cut off.
        before: The words of its first sentence that are cut off.
        after: Those of its last one.
        negations: Those of them that may turn a sentence round.
        spoken: Milliseconds of the quote with what the same person says around it
            without a break.
        earlier: How many of these come before the quote.
        later: How many come after it.
    """

    question: str = ""
    before: str = ""
    after: str = ""
    negations: tuple[str, ...] = ()
    spoken: int = 0
    earlier: int = 0
    later: int = 0


@dataclass(frozen=True, slots=True)
class _Said:
    """The smallest timed thing that is said: a word, or else a segment."""

    start: int
    end: int
    text: str
    speaker: str
    is_last: bool


def context_of(
    segments: Sequence[Segment], part: TimeRange, language: str
) -> Context | None:
    """Return what surrounds a part of what is said; nothing if nobody speaks in it.

    Sentences end where they are written to end, where another person begins, and, in
    a transcript without any full stop, with their segment. An answer in a word belongs
    to the sentence after it, an exception to the one before it. Negations are looked
    for in Arabic, Bambara, English and French.

    Args:
        segments: All that is said in the clip, in its own language.
        part: The quote.
        language: The tag of that language.
    """
    said = list(_said(segments))
    inside = _inside(said, part)
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    begin = _answer(said, _begin(said, first))
    end = _exception(said, _end(said, last))
    is_begun = said[first].start < part.start - _SLACK
    is_ended = said[last].end <= part.end + _SLACK
    before = said[begin : first + is_begun]
    # what is cut at both ends is told once
    rest = last + (is_ended or (is_begun and first == last))
    after = said[rest : end + 1]
    cut_before, cut_after = _words(before), _words(after)
    quote = as_written(one.text for one in said[first + is_begun : rest])
    begun, ended = _turn(said, first, -1), _turn(said, last, 1)
    turn = TimeRange(min(begun, part.start), max(ended, part.end))
    return Context(
        question=_question(said, begin),
        before=cut_before,
        after=cut_after,
        negations=negations(cut_before, quote, cut_after, language),
        spoken=turn.duration,
        earlier=part.start - turn.start,
        later=turn.end - part.end,
    )


def _said(segments: Sequence[Segment]) -> Iterator[_Said]:
    """Yield what is said, each with whether a sentence ends with it."""
    has_stops = any(_ENDS.search(one.text.strip()) for one in segments)
    for number, segment in enumerate(segments):
        things: Sequence[Word | Segment] = segment.words or (segment,)
        following = segments[number + 1 : number + 2]
        changes = any(one.speaker != segment.speaker for one in following)
        for place, thing in enumerate(things):
            rest: Sequence[Word | Segment] = things[place + 1 :] or following
            is_end = not things[place + 1 :] and (changes or not has_stops)
            stops = _stops(thing.text.strip(), rest[0].text.strip() if rest else "")
            yield _Said(
                thing.start, thing.end, thing.text, segment.speaker, is_end or stops
            )


def _stops(text: str, following: str) -> bool:
    """Tell whether a sentence ends: not with a title, or where it goes on in small."""
    if not _ENDS.search(text) or _TITLES.match(text):
        return False
    return not (text.endswith((".", "…")) and following[:1].islower())


def _inside(said: Sequence[_Said], part: TimeRange) -> list[int]:
    """Return the places of what is said in a part: most of it, or else some of it."""
    most = [
        place
        for place, one in enumerate(said)
        if 2 * part.start <= one.start + one.end < 2 * part.end
    ]
    # a long segment without timed words may be cut on both sides of its middle
    return most or [
        place
        for place, one in enumerate(said)
        if one.start < part.end and part.start < one.end
    ]


def _words(cut: Sequence[_Said]) -> str:
    """Return what is cut off; nothing if that is marks alone, as a question's."""
    text = as_written(one.text for one in cut)
    return text if any(map(str.isalnum, text)) else ""


def _begin(said: Sequence[_Said], place: int) -> int:
    """Return where the sentence begins in which something is said."""
    while place and not said[place - 1].is_last:
        place -= 1
    return place


def _end(said: Sequence[_Said], place: int) -> int:
    """Return where it ends."""
    while place + 1 < len(said) and not said[place].is_last:
        place += 1
    return place


def _answer(said: Sequence[_Said], begin: int) -> int:
    """Return where the answer in a word begins that a sentence goes on from."""
    here = begin - 1
    if begin < 1 or not _go_on(said, here) or _begin(said, here) != here:
        return begin
    is_one = len(words := _words_in(said[here])) == 1 and words[0] in _ANSWERS
    # 'non ?' behind a sentence asks whether it is so
    return here if is_one and not _ASKS.search(said[here].text) else begin


def _exception(said: Sequence[_Said], end: int) -> int:
    """Return where the exception ends that is made to a sentence."""
    if end + 1 >= len(said) or not _go_on(said, end):
        return end
    is_one = not _EXCEPTIONS.isdisjoint(_words_in(said[end + 1])[:1])
    return _end(said, end + 1) if is_one else end


def _words_in(said: _Said) -> list[str]:
    """Return the words of something, without marks."""
    return re.findall(r"\w+", said.text.casefold())


def _go_on(said: Sequence[_Said], place: int) -> bool:
    """Tell whether somebody goes on to what comes next without a breath."""
    here, there = said[place], said[place + 1]
    return here.speaker == there.speaker and there.start - here.end <= BREATH


def _question(said: Sequence[_Said], begin: int) -> str:
    """Return the question that is answered by the sentence that begins there."""
    if not begin or not _ASKS.search(said[begin - 1].text):
        return ""
    if said[begin].start - said[begin - 1].end > _ANSWERED:
        return ""
    asked = said[_begin(said, begin - 1) : begin]
    return as_written(one.text for one in asked)


def _turn(said: Sequence[_Said], place: int, step: int) -> int:
    """Return when somebody who speaks somewhere began, or ends: without a breath."""
    while 0 <= place + step < len(said):
        here, there = said[place], said[place + step]
        gap = max(here.start, there.start) - min(here.end, there.end)
        if here.speaker != there.speaker or gap > BREATH:
            break
        place += step
    return said[place].start if step < 0 else said[place].end
