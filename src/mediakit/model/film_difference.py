"""What is different between two versions of a film."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from mediakit.model.film import Film, FilmLine

T = TypeVar("T", Film, FilmLine)

_OF_LINES = {"id", "lines", "created", "changed"}


@dataclass(frozen=True, slots=True)
class Changed:
    """A line that is there before and after, but not the same.

    Attributes:
        before: As it was.
        after: As it is.
        fields: What of it is different, as `FilmLine` calls it.
    """

    before: FilmLine
    after: FilmLine
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmDifference:
    """What is different between a film before and after.

    Attributes:
        facts: What is said of the film itself: what was, and what is.
        removed: Lines that are gone, as they were, in order.
        added: Lines that are new, in order.
        moved: The codes of lines that stand elsewhere among the others, in order.
        changed: Lines that are not the same, in order.
    """

    facts: dict[str, tuple[object, object]]
    removed: tuple[FilmLine, ...]
    added: tuple[FilmLine, ...]
    moved: tuple[str, ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        """Tell whether anything is different."""
        parts = (self.facts, self.removed, self.added, self.moved, self.changed)
        return any(parts)


def compare_films(before: Film, after: Film) -> FilmDifference:
    """Return what is different between two versions of a film.

    Lines are the same if they have one code. As few as possible count as moved.
    """
    old = {line.code: line for line in before.lines}
    new = {line.code: line for line in after.lines}
    common = [code for code in new if code in old]
    places = {code: place for place, code in enumerate(old)}
    stayed = set(_longest([places[code] for code in common]))
    return FilmDifference(
        facts={
            name: (getattr(before, name), getattr(after, name))
            for name in _different(before, after)
            if name not in _OF_LINES
        },
        removed=tuple(line for code, line in old.items() if code not in new),
        added=tuple(line for code, line in new.items() if code not in old),
        moved=tuple(code for code in common if places[code] not in stayed),
        changed=tuple(
            Changed(old[code], new[code], _different(old[code], new[code]))
            for code in common
            if old[code] != new[code]
        ),
    )


def _different(before: T, after: T) -> tuple[str, ...]:
    names = (one.name for one in fields(before))
    return tuple(
        name for name in names if getattr(before, name) != getattr(after, name)
    )


def _longest(places: Sequence[int]) -> list[int]:
    """Return the longest part of *places*, not all adjacent, that only goes up."""
    if not places:
        return []
    lengths, froms = [1] * len(places), [-1] * len(places)
    for here, place in enumerate(places):
        for there in range(here):
            if places[there] < place and lengths[there] + 1 > lengths[here]:
                lengths[here], froms[here] = lengths[there] + 1, there
    at = lengths.index(max(lengths))
    kept = []
    while at >= 0:
        kept.append(places[at])
        at = froms[at]
    return kept[::-1]
