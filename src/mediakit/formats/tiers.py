"""Speakers on tiers side by side, as ELAN and Praat keep them.

Nothing on a tier overlaps: who interrupts themselves gets a second tier.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mediakit.formats.base import Cue
from mediakit.formats.letters import clean, one_line
from mediakit.formats.repairs import Mended, Repair
from mediakit.model.transcript import Segment, Transcript

NOTES = "notes"


@dataclass(slots=True)
class Tier:
    """What one person says in one language, in order and without overlaps.

    Attributes:
        speaker: Their name, or empty.
        language: Of the segments, where it is not the transcript's.
        segments: With clean texts that last a millisecond at least.
    """

    speaker: str
    language: str
    segments: list[Segment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """A cue on a tier, or something beside what is said: a note, a mark, a gloss."""

    cue: Cue
    aside: bool = False


def tiers_of(transcript: Transcript) -> list[Tier]:
    """Return the tiers of a transcript, in order of who speaks first."""
    tiers: dict[tuple[str, str], list[Tier]] = {}
    for segment in sorted(transcript.segments, key=lambda one: one.start):
        text = clean(segment.text)[0]
        if not text:
            continue
        speaker = one_line(segment.speaker)
        end = max(segment.end, segment.start + 1)
        mine = tiers.setdefault((speaker, segment.language), [])
        free = next((t for t in mine if t.segments[-1].end <= segment.start), None)
        if free is None:
            free = Tier(speaker, segment.language)
            mine.append(free)
        free.segments.append(
            replace(segment, text=text, end=end, speaker=speaker, words=())
        )
    return [tier for mine in tiers.values() for tier in mine]


def in_order(told: Sequence[Told]) -> tuple[tuple[Cue, ...], tuple[Repair, ...]]:
    """Return the cues of all tiers by time, numbered; what is aside is left out."""
    by_time = sorted(told, key=lambda one: one.cue.segment.start)
    numbered = list(enumerate(by_time, start=1))
    cues = tuple(replace(one.cue, line=n) for n, one in numbered if not one.aside)
    repairs = tuple(Repair(Mended.ASIDE, n) for n, one in numbered if one.aside)
    return cues, repairs
