"""Choose quotes for a film: strong ones, fairly among those who were heard."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mediakit.model.balance import Trait
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Part
from mediakit.model.timecode import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage that somebody marked as a strong quote.

    Attributes:
        part: Where it is.
        codings: What marks it, oldest first.
        values: What it can be told apart by.
    """

    part: Part
    codings: tuple[Coding, ...]
    values: Mapping[Trait, frozenset[str]]

    @property
    def coders(self) -> tuple[str, ...]:
        """Who marked it."""
        return tuple(dict.fromkeys(one.coded_by for one in self.codings))


@dataclass(frozen=True, slots=True)
class Need:
    """Whom a pick gives time who had less than their share.

    Attributes:
        trait: By what it is told.
        value: Of whom.
        share: Their share of the people heard, 0 to 1.
        before: Their share of the draft before it, 0 to 1.
    """

    trait: Trait
    value: str
    share: float
    before: float


@dataclass(frozen=True, slots=True)
class Pick:
    """A candidate that was chosen, and whom it gives time."""

    candidate: Candidate
    needs: tuple[Need, ...]


def candidates(
    strong: Sequence[Coding], values: Mapping[Part, Mapping[Trait, frozenset[str]]]
) -> Iterator[Candidate]:
    """Yield what strong quotes there are: one for those that overlap, the longest.

    Args:
        strong: Codings of ranges, oldest first.
        values: What each of their parts can be told apart by.
    """
    ranged = [(one, one.range) for one in strong if one.range]
    by_clip: dict[ClipId, list[tuple[Coding, TimeRange]]] = {}
    for coding, range_ in ranged:
        by_clip.setdefault(coding.clip, []).append((coding, range_))
    taken: dict[ClipId, list[TimeRange]] = {}
    for coding, range_ in sorted(ranged, key=lambda one: -one[1].duration):
        part = coding.clip, range_
        if overlaps(taken, part):
            continue
        taken.setdefault(coding.clip, []).append(range_)
        same = (one for one, its in by_clip[coding.clip] if its.overlaps(range_))
        yield Candidate(part=part, codings=tuple(same), values=values.get(part, {}))


def overlaps(taken: Mapping[ClipId, Iterable[TimeRange]], part: Part) -> bool:
    """Tell whether something of a part is taken."""
    return any(one.overlaps(part[1]) for one in taken.get(part[0], ()))


def pick(
    found: Sequence[Candidate],
    room: int,
    people: Mapping[Trait, Mapping[str, int]],
) -> tuple[Pick, ...]:
    """Return which quotes to take, in the order in which they were chosen.

    The next one is always the one whose people lack the most of their share; among
    equals the one that more coders marked, then the shorter one, then the older one.
    What is too long for the room that is left is passed over.

    Args:
        found: All there are, in order.
        room: Milliseconds at most; 0 for no limit.
        people: How many people were heard, by each trait to balance and value.
    """
    groups, picks, used = _alike(found, people), list[Pick](), 0
    places = {id(one): place for place, one in enumerate(found)}
    times: dict[tuple[Trait, str], int] = {}
    while True:
        for group in groups:
            while room and group and used + group[0].part[1].duration > room:
                group.popleft()
        groups = [group for group in groups if group]
        if not groups:
            return tuple(picks)
        needs = {id(one[0]): _needs(one[0], people, times) for one in groups}
        group = max(
            groups,
            key=lambda one: (
                sum(need.share - need.before for need in needs[id(one[0])]),
                _rank(one[0]),
                -places[id(one[0])],
            ),
        )
        best = group.popleft()
        lacking = (need for need in needs[id(best)] if need.share > need.before)
        picks.append(Pick(best, tuple(lacking)))
        used += best.part[1].duration
        for trait, values in best.values.items():
            for value in values:
                key = trait, value
                times[key] = times.get(key, 0) + best.part[1].duration


def _rank(candidate: Candidate) -> tuple[int, int]:
    """Return what says which of those is better whose people lack as much."""
    return len(candidate.coders), -candidate.part[1].duration


def _alike(
    found: Sequence[Candidate], people: Mapping[Trait, Mapping[str, int]]
) -> list[deque[Candidate]]:
    """Return those whose people are alike together, in order, the best ones first."""
    groups: dict[tuple[frozenset[str], ...], list[Candidate]] = {}
    for one in found:
        key = tuple(one.values.get(trait, frozenset()) for trait in people)
        groups.setdefault(key, []).append(one)
    return [deque(sorted(some, key=_rank, reverse=True)) for some in groups.values()]


def _needs(
    candidate: Candidate,
    people: Mapping[Trait, Mapping[str, int]],
    times: Mapping[tuple[Trait, str], int],
) -> tuple[Need, ...]:
    """Return what the people of a candidate should have and have, by trait."""
    needs = []
    for trait, counts in people.items():
        total = sum(time for (one, _value), time in times.items() if one is trait)
        for value in sorted(candidate.values.get(trait, ())):
            share = counts.get(value, 0) / max(1, sum(counts.values()))
            before = times.get((trait, value), 0) / max(1, total)
            needs.append(Need(trait, value, share, before))
    return tuple(needs)
