"""A person: somebody heard or seen, under the name they agreed to be called by."""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import PersonId
from mediakit.model.stamp import Stamp


class Sex(StrEnum):
    """As a person said it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody heard or seen; the real name is kept apart (see `RealName`).

    Attributes:
        id: As ``p-…``; all that may be left of somebody who asked to be forgotten.
        name: The name they agreed to be called by, or empty.
        sex: As they said it.
        age_group: As the programme writes it, ``18-35``.
        community: The group they belong to, as the programme writes it.
        region: As written in ``mediakit.toml``.
        languages: BCP 47 tags they speak.
        notes: Free text; never exported.
        forgotten: Their name and traits were removed because they asked for it.
    """

    id: PersonId
    name: str = ""
    sex: Sex | None = None
    age_group: str = ""
    community: str = ""
    region: str = ""
    languages: tuple[str, ...] = ()
    notes: str = ""
    forgotten: bool = False
    created: Stamp | None = None
    changed: Stamp | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RealName:
    """What a person is really called: in a catalog of its own, never exported.

    Attributes:
        id: That of the person.
        name: As it is on paper.
    """

    id: PersonId
    name: str
    created: Stamp | None = None
    changed: Stamp | None = None
