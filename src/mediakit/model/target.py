"""Targets: how many sessions a programme means to hold, and whom it means to hear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mediakit.errors.base import Reason, sentence
from mediakit.errors.typed import PresenceNotUnderstood
from mediakit.model.group import is_same_name
from mediakit.model.person import Person, Sex
from mediakit.model.presence import parse_presence
from mediakit.model.session import SessionKind

_TABLE = "targets"
GROUPS, SESSIONS = "groups", "sessions"


@dataclass(frozen=True, slots=True)
class Group:
    """People of one sex, of one age group, or of both.

    Attributes:
        sex: ``None`` for any.
        age_group: As the programme writes it; empty for any.
    """

    sex: Sex | None = None
    age_group: str = ""

    def has(self, person: Person) -> bool:
        """Tell whether somebody belongs to it, as far as that is recorded."""
        return self.sex in {None, person.sex} and (
            not self.age_group or is_same_name(self.age_group, person.age_group)
        )


@dataclass(frozen=True, slots=True)
class Target:
    """How many sessions of one kind are meant to be held.

    Attributes:
        kind: What sort of meeting.
        regions: How many in each region.
    """

    kind: SessionKind
    regions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Targets:
    """What a programme means to do; empty where ``mediakit.toml`` says nothing."""

    sessions: tuple[Target, ...] = ()
    groups: tuple[Group, ...] = ()


def shared(total: int, regions: Sequence[str]) -> dict[str, int]:
    """Return *total* shared among regions, the first of them taking what is left.

    One hundred sessions in eight regions are thirteen in four and twelve in four.
    """
    each, left = divmod(total, len(regions))
    return {region: each + (place < left) for place, region in enumerate(regions)}


def targets_from(said: Mapping[str, object], regions: Sequence[str]) -> Targets:
    """Return the targets that a table of ``mediakit.toml`` names.

    Args:
        said: The table.
        regions: Those of the programme, among which a number is shared.

    Raises:
        TypeError: It says something that no target says; with a `Reason`.
    """
    groups, sessions = said.get(GROUPS, []), said.get(SESSIONS, {})
    for key in said.keys() - {GROUPS, SESSIONS}:
        reason = sentence("{key} is no target; there are {choices}")
        choices = f"{GROUPS}, {SESSIONS}"
        raise TypeError(Reason(reason, key=f"{_TABLE}.{key}", choices=choices))
    if not isinstance(groups, list) or not all(isinstance(g, str) for g in groups):
        reason = sentence("{key} must be a list of texts")
        raise TypeError(Reason(reason, key=f"{_TABLE}.{GROUPS}"))
    if not isinstance(sessions, dict):
        reason = sentence("{key} must be a table, [{key}]")
        raise TypeError(Reason(reason, key=f"{_TABLE}.{SESSIONS}"))
    return Targets(
        tuple(_target(kind, value, regions) for kind, value in sessions.items()),
        tuple(_group(str(typed)) for typed in groups),
    )


def _target(kind: str, value: object, regions: Sequence[str]) -> Target:
    key = f"{_TABLE}.{SESSIONS}.{kind}"
    if kind not in set(SessionKind):
        choices = ", ".join(SessionKind)
        reason = sentence("{key} is no kind of session; there are {choices}")
        raise TypeError(Reason(reason, key=key, choices=choices))
    if isinstance(value, dict) and all(map(_is_number, value.values())):
        return Target(SessionKind(kind), {str(k): int(v) for k, v in value.items()})
    if not _is_number(value) or not isinstance(value, int):
        reason = sentence("{key} must be a number, or a number a region")
        raise TypeError(Reason(reason, key=key))
    if not regions:
        reason = sentence("{key} cannot be shared: no regions are named")
        raise TypeError(Reason(reason, key=key))
    return Target(SessionKind(kind), shared(value, regions))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _group(typed: str) -> Group:
    try:
        presence = parse_presence(f"{typed}=0")
    except PresenceNotUnderstood as error:
        reason = sentence("'{who}' says nobody; write 'female/18-35' or 'male'")
        raise TypeError(Reason(reason, who=typed)) from error
    return Group(presence.sex, presence.age_group)
