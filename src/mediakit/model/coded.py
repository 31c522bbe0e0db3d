"""What is coded, with who is heard in it, and the ways to count it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum

from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId, CodingId, PersonId, ThemeId
from mediakit.model.session import Session
from mediakit.model.spans import Spans, union, within
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice


class Count(StrEnum):
    """What is counted of things that are coded.

    Attributes:
        CLIPS: Clips; one that is coded often counts once.
        SESSIONS: Sessions where those clips were recorded.
        PEOPLE: People who are heard in what is coded.
        CODINGS: Codings; what two people coded alike counts twice.
        TIME: Milliseconds of passages; what several codings share counts once.
    """

    CLIPS = "clips"
    SESSIONS = "sessions"
    PEOPLE = "people"
    CODINGS = "codings"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One coding, with what is counted of it.

    Attributes:
        coding: Its id.
        theme: The theme that stands for its own.
        clip: Its clip.
        session: Where that was recorded, if that is known.
        passages: Where in the clip; nothing where the clip is only sorted.
        voices: Those with a person who is heard in it.
    """

    coding: CodingId
    theme: ThemeId
    clip: Clip
    session: Session | None
    passages: Spans
    voices: tuple[Voice, ...]

    @property
    def people(self) -> frozenset[PersonId]:
        """Who is heard in it."""
        return frozenset(voice.person for voice in self.voices if voice.person)

    def said_by(self, people: AbstractSet[PersonId]) -> "Coded":
        """Return that part of it in which some people are heard."""
        voices = tuple(v for v in self.voices if v.person in people)
        parts = [
            part
            for voice in voices
            for part in within(self.passages, voice.range or _whole(self.clip))
        ]
        return replace(self, voices=voices, passages=union(parts))


def heard_in(
    clip: Clip, range_: TimeRange | None, voices: Iterable[Voice]
) -> tuple[Voice, ...]:
    """Return the voices with a person who is heard in a part of a clip, or in all."""
    part = range_ or _whole(clip)
    return tuple(
        voice
        for voice in voices
        if voice.heard
        and voice.person is not None
        and (voice.range is None or voice.range.overlaps(part))
    )


def counted(some: Sequence[Coded], by: Count) -> int:
    """Return what *some* come to."""
    match by:
        case Count.CLIPS:
            return len({one.clip.id for one in some})
        case Count.SESSIONS:
            return len({one.session.id for one in some if one.session})
        case Count.PEOPLE:
            return len({person for one in some for person in one.people})
        case Count.CODINGS:
            return len({one.coding for one in some})
        case Count.TIME:
            return _length(passages(some))


def counted_together(first: Sequence[Coded], second: Sequence[Coded], by: Count) -> int:
    """Return what both come to: clips in both, time that is in both, and so on.

    Of codings, the pairs are counted that share time.
    """
    match by:
        case Count.TIME:
            one, other = passages(first), passages(second)
            return sum(
                part.duration
                for clip, spans in one.items()
                for span in spans
                for part in within(other.get(clip, ()), span)
            )
        case Count.CODINGS:
            there = _by_clip(second)
            return sum(
                _overlap(one, other)
                for one in first
                for other in there.get(one.clip.id, ())
            )
        case _:
            return (
                counted(first, by)
                + counted(second, by)
                - counted([*first, *second], by)
            )


def passages(some: Iterable[Coded]) -> dict[ClipId, Spans]:
    """Return where in which clips passages are coded."""
    found: defaultdict[ClipId, list[TimeRange]] = defaultdict(list)
    for one in some:
        found[one.clip.id] += one.passages
    return {clip: union(ranges) for clip, ranges in found.items()}


def _by_clip(some: Iterable[Coded]) -> dict[ClipId, list[Coded]]:
    found: defaultdict[ClipId, list[Coded]] = defaultdict(list)
    for one in some:
        found[one.clip.id].append(one)
    return found


def _overlap(one: Coded, other: Coded) -> bool:
    return any(within(other.passages, part) for part in one.passages)


def _whole(clip: Clip) -> TimeRange:
    return TimeRange(0, clip.media.duration)


def _length(spans: dict[ClipId, Spans]) -> int:
    return sum(span.duration for some in spans.values() for span in some)
