"""What one person's consent says to one rung: why not, or what must be hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mediakit.model.cause import Cause
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.ladder import (
    INTERNAL,
    OPEN,
    OWN_GROUP,
    PERMISSIONS,
    RESEARCH,
    TRANSCRIBE,
    reaches,
)


@dataclass(frozen=True, slots=True)
class Objection:
    """A reason, wherever the person is heard or seen; see the gate's `Finding`."""

    cause: Cause
    scope: str = ""
    day: str = ""
    pseudonym: str = ""


def objections(
    said: ConsentEvent | None,
    scopes: Sequence[str],
    rung: str,
    day: str,
    *,
    own_group: bool | None = None,
) -> Iterator[Objection]:
    """Yield why a person's consent does not allow a rung or permission.

    Args:
        said: The event in force; ``None`` while they were not asked.
        scopes: The ladder.
        rung: What they must have agreed to.
        day: ISO 8601 day on which it is asked.
        own_group: Whether it is for the person's own group, if it is for an audience.
    """
    if said is None:
        if rung not in OPEN:
            yield Objection(Cause.PENDING)
    elif said.kind is ConsentKind.WITHDRAWN:
        yield Objection(Cause.WITHDRAWN, day=said.day)
    elif said.until and said.until <= day:
        yield Objection(Cause.ENDED, day=said.until)
    else:
        yield from _held_back(said, rung, day)
        yield from _not_agreed(said, scopes, rung)
        if own_group and rung not in (*OPEN, OWN_GROUP) and OWN_GROUP in said.excluded:
            yield Objection(Cause.EXCLUDED, scope=OWN_GROUP)


def conditions(said: ConsentEvent | None, rung: str) -> Iterator[Objection]:
    """Yield what a person wants hidden from everybody but the team."""
    if said is None or said.kind is ConsentKind.WITHDRAWN or rung in OPEN:
        return
    if not said.face:
        yield Objection(Cause.NO_FACE)
    if not said.voice:
        yield Objection(Cause.NO_VOICE)
    if not said.name:
        yield Objection(Cause.NO_NAME, pseudonym=said.pseudonym)


def _held_back(said: ConsentEvent, rung: str, day: str) -> Iterator[Objection]:
    if said.embargo and rung != INTERNAL:
        over = said.embargo <= day
        cause = Cause.EMBARGO_ENDED if over else Cause.EMBARGO
        yield Objection(cause, day=said.embargo)


def _not_agreed(
    said: ConsentEvent, scopes: Sequence[str], rung: str
) -> Iterator[Objection]:
    # who agreed to nothing agreed to no permission either
    needed = INTERNAL if rung in PERMISSIONS else rung
    if not reaches(scopes, said.up_to, needed):
        yield Objection(Cause.BEYOND_SCOPE, scope=needed)
    elif rung == TRANSCRIBE and not said.transcribe:
        yield Objection(Cause.NO_TRANSCRIBE)
    elif rung == RESEARCH and not said.research:
        yield Objection(Cause.NO_RESEARCH)
    elif rung in said.excluded:
        yield Objection(Cause.EXCLUDED, scope=rung)
