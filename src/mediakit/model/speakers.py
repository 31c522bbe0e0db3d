"""Who speaks in which segment, when a machine has told the voices apart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from mediakit.model.segments import split
from mediakit.model.transcript import Segment

SHORTEST = 300
"""Milliseconds of speech below which a change of speaker is not believed."""

SEVERAL = "several-voices"
"""The flag of a segment in which others speak too, and cannot be split off."""

# milliseconds: subtitles begin before their words, and stay after them
_ASIDE = 1000


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """A stretch in which one voice is heard; others may be heard at once.

    Attributes:
        start: Milliseconds from the clip's beginning.
        end: Milliseconds, after *start*.
        speaker: A number that stands for the voice, from 1.
    """

    start: int
    end: int
    speaker: int


def is_named(segment: Segment) -> bool:
    """Tell whether a person, not a machine, said who speaks in a segment."""
    return bool(segment.speaker) and not segment.speaker_guessed


def attributed(
    segments: Sequence[Segment], turns: Iterable[Turn], *, again: bool = False
) -> tuple[Segment, ...]:
    """Return segments with the label of who speaks most of the time in each.

    A segment in which the speaker changes is split between its words; if these have
    no times, it is flagged. Labels are ``SPEAKER 1``, ``SPEAKER 2``... in the order in
    which they are needed, without those that people gave already; they are marked as
    guessed.

    Args:
        segments: In order.
        turns: When each voice is heard.
        again: Label what a person named too; where no voice is heard, it stays.
    """
    heard = sorted(turns)
    stays = [is_named(segment) and not again for segment in segments]
    taken = {one.speaker for one, stay in zip(segments, stays, strict=True) if stay}
    labels = _Labels(taken)
    result: list[Segment] = []
    for segment, stay in zip(segments, stays, strict=True):
        there = [t for t in heard if t.start < segment.end and segment.start < t.end]
        unheard = not _voice(segment.start, segment.end, there)
        if stay or (unheard and is_named(segment)):
            result.append(segment)
        else:
            result += _labelled(segment, there, labels)
    return tuple(result)


class _Labels:
    """Gives each voice the next free label when it is first needed."""

    def __init__(self, taken: set[str]) -> None:
        names = (f"SPEAKER {number}" for number in count(1))
        self._free = (name for name in names if name not in taken)
        self._given: dict[int, str] = {}

    def of(self, voice: int) -> str:
        if voice not in self._given:
            self._given[voice] = next(self._free)
        return self._given[voice]


def _labelled(
    segment: Segment, there: Sequence[Turn], labels: _Labels
) -> list[Segment]:
    flags = tuple(flag for flag in segment.flags if flag != SEVERAL)
    changes = _changes(segment, there)
    if not changes:
        changes = [(0, _voice(segment.start, segment.end, there))]
        shares = _shares(segment.start, segment.end, there).values()
        if sum(share >= _ASIDE for share in shares) > 1:
            flags += (SEVERAL,)
    parts, rest = [], replace(segment, flags=flags)
    for place, _now in changes[1:]:
        before, after = segment.words[place - 1 : place + 1]
        part, rest = split(rest, (before.end + after.start) // 2)
        parts.append(part)
    return [
        replace(
            part,
            speaker=labels.of(voice) if voice else "",
            speaker_guessed=bool(voice),
        )
        for part, (_place, voice) in zip((*parts, rest), changes, strict=True)
        if part.text or not parts
    ]


def _changes(segment: Segment, there: Sequence[Turn]) -> list[tuple[int, int]]:
    """Return at which words another voice begins, and which; the first at 0.

    Words in which nobody is heard go with those before them.
    """
    words = segment.words
    if _letters(*(word.text for word in words)) != _letters(segment.text):
        # what has no times cannot be put on either side
        return []
    found: list[tuple[int, int]] = []
    voice = 0
    for place, word in enumerate(words):
        now = _voice(word.start, word.end, there, before=voice) or voice
        if now != voice:
            found.append((place, now))
            voice = now
    stops = [*(place for place, _now in found[1:]), len(words)]
    return _joined(
        one
        for one, stop in zip(found, stops, strict=False)
        if words[stop - 1].end - words[one[0]].start >= SHORTEST
    )


def _joined(changes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return changes without those that change nothing, the first at 0."""
    joined: list[tuple[int, int]] = []
    for place, voice in changes:
        if not joined:
            joined.append((0, voice))
        elif joined[-1][1] != voice:
            joined.append((place, voice))
    return joined


def _letters(*texts: str) -> str:
    return "".join(letters for text in texts for letters in text.split())


def _voice(start: int, end: int, there: Sequence[Turn], before: int = 0) -> int:
    """Return the voice that is heard longest; 0 for none.

    Among equals it is *before*, or the one whose turn began first.
    """
    shares = _shares(start, end, there)
    return max(shares, key=lambda one: (shares[one], one == before), default=0)


def _shares(start: int, end: int, there: Sequence[Turn]) -> Counter[int]:
    """Return for how many milliseconds each voice is heard, of those that are."""
    shares: Counter[int] = Counter()
    for turn in there:
        share = min(end, turn.end) - max(start, turn.start)
        if share > 0:
            shares[turn.speaker] += share
    return shares
