"""Who was in a room, counted."""

from dataclasses import dataclass

from mediakit.model.person import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """How many people of one sex and age group were there.

    Attributes:
        count: People.
        sex: ``None`` where it was not noted.
        age_group: As the programme writes it, or empty.
    """

    count: int
    sex: Sex | None = None
    age_group: str = ""
