"""Make the segments of a transcript out of cues whose times may make no sense.

Nothing that is said is lost in silence: every change is a repair with its line.
All passes are linear, after one sort.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from mediakit.formats.base import Cue
from mediakit.formats.letters import clean
from mediakit.formats.repairs import Mended, Repair
from mediakit.model.transcript import Segment, Word

OVERLAP_FLAG = "overlap"

# how long a segment may last whose end was wrong
_LONGEST_GUESS = 5_000


def mend(
    cues: Sequence[Cue], duration: int
) -> tuple[tuple[Segment, ...], tuple[Repair, ...]]:
    """Return segments in order, inside the clip, and what was done to get there.

    Args:
        cues: In the file's order.
        duration: Of the clip, in milliseconds.
    """
    repairs: list[Repair] = []
    kept = list(_with_text(cues, repairs))
    kept = list(_inside(kept, duration, repairs))
    kept = _in_order(kept, repairs)
    kept = list(_once(kept, repairs))
    kept = list(_with_ends(kept, duration, repairs))
    kept = list(_words_inside(kept, duration, repairs))
    segments = tuple(_overlaps_marked(kept, repairs))
    return segments, tuple(sorted(repairs, key=lambda repair: repair.line))


def _with_text(cues: Sequence[Cue], repairs: list[Repair]) -> Iterator[Cue]:
    for cue in cues:
        segment = cue.segment
        text, changed = clean(segment.text)
        speaker, also = clean(segment.speaker)
        words = tuple(
            word if said == word.text else replace(word, text=said)
            for word in segment.words
            if (said := clean(word.text)[0])
        )
        if changed or also:
            repairs.append(Repair(Mended.CONTROL_CHARACTERS, cue.line))
        if not text:
            repairs.append(Repair(Mended.EMPTY, cue.line))
            continue
        speaker = " ".join(speaker.split())
        yield _with(cue, text=text, speaker=speaker, words=words)


def _inside(cues: list[Cue], duration: int, repairs: list[Repair]) -> Iterator[Cue]:
    for cue in cues:
        if cue.segment.start >= duration:
            repairs.append(Repair(Mended.OUTSIDE, cue.line))
        elif cue.segment.start < 0:
            repairs.append(Repair(Mended.BEFORE_ZERO, cue.line))
            yield _with(cue, start=0)
        else:
            yield cue


def _in_order(cues: list[Cue], repairs: list[Repair]) -> list[Cue]:
    latest = 0
    for cue in cues:
        if cue.segment.start < latest:
            repairs.append(Repair(Mended.ORDER, cue.line))
        latest = max(latest, cue.segment.start)
    return sorted(cues, key=lambda cue: cue.segment.start)


def _once(cues: list[Cue], repairs: list[Repair]) -> Iterator[Cue]:
    seen: set[tuple[int, int, str, str]] = set()
    for cue in cues:
        segment = cue.segment
        what = (segment.start, segment.end, segment.text, segment.speaker)
        if what in seen:
            repairs.append(Repair(Mended.DUPLICATE, cue.line))
        else:
            seen.add(what)
            yield cue


def _with_ends(cues: list[Cue], duration: int, repairs: list[Repair]) -> Iterator[Cue]:
    for cue, limit in zip(cues, _limits(cues, duration), strict=True):
        start, end = cue.segment.start, cue.segment.end
        if cue.open_end:
            end = limit
        elif end <= start:
            wrong = Mended.NO_LENGTH if end == start else Mended.END_BEFORE_START
            repairs.append(Repair(wrong, cue.line))
            end = min(limit, start + _LONGEST_GUESS)
        elif end > duration:
            repairs.append(Repair(Mended.PAST_END, cue.line))
            end = duration
        yield _with(cue, end=end)


def _limits(cues: list[Cue], duration: int) -> list[int]:
    """Return for each cue where the next begins that begins later, or the clip ends."""
    limits: list[int] = []
    limit = later = duration
    for cue in reversed(cues):
        start = cue.segment.start
        if start < later:
            limit, later = later, start
        limits.append(limit)
    return limits[::-1]


def _words_inside(
    cues: list[Cue], duration: int, repairs: list[Repair]
) -> Iterator[Cue]:
    for cue in cues:
        words = tuple(
            sorted(
                (_word_inside(word, duration) for word in cue.segment.words),
                key=lambda word: word.start,
            )
        )
        if words != cue.segment.words:
            repairs.append(Repair(Mended.WORD_TIMES, cue.line))
        yield _with(cue, words=words)


def _word_inside(word: Word, duration: int) -> Word:
    start = min(max(word.start, 0), duration)
    end = min(max(word.end, start), duration)
    if (start, end) == (word.start, word.end):
        return word
    return replace(word, start=start, end=end)


# Any: the fields of a segment are of several types
def _with(cue: Cue, **changed: Any) -> Cue:
    """Return a cue with fields of its segment changed; mostly nothing is."""
    if all(getattr(cue.segment, name) == value for name, value in changed.items()):
        return cue
    return replace(cue, segment=replace(cue.segment, **changed))


def _overlaps_marked(cues: list[Cue], repairs: list[Repair]) -> Iterator[Segment]:
    """Yield the segments; those that begin before another ended carry a flag.

    People do talk at once: where both are named there is nothing to doubt.
    """
    latest, speaker = 0, ""
    for cue in cues:
        segment = cue.segment
        both_named = segment.speaker and speaker and segment.speaker != speaker
        if segment.start < latest and not both_named:
            repairs.append(Repair(Mended.OVERLAP, cue.line))
            if OVERLAP_FLAG not in segment.flags:
                segment = replace(segment, flags=(*segment.flags, OVERLAP_FLAG))
        if segment.end > latest:
            latest, speaker = segment.end, segment.speaker
        yield segment
