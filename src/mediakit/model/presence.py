"""Who was in a room, counted; typed and written as ``female/18-35=6``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mediakit.errors.typed import PresenceNotUnderstood
from mediakit.model.person import Sex

_TYPED = re.compile(r"(?:(?P<who>[^=]*)=)?\s*(?P<count>\d{1,6})\s*", re.ASCII)
_AGES = re.compile(r".*\d.*")
# as forms and people write it, in English and in French
_SEXES = {
    Sex.FEMALE: ("female", "females", "woman", "women", "f", "femme", "femmes"),
    Sex.MALE: ("male", "males", "man", "men", "m", "homme", "hommes", "h"),
    Sex.OTHER: ("other", "others", "autre", "autres"),
}
_BY_WORD = {word: sex for sex, words in _SEXES.items() for word in words}


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


def parse_presence(typed: str) -> Presence:
    """Return who ``female/18-35=6``, ``femmes=6``, ``18-35=6`` or ``6`` counts.

    An age group without digits is written after a slash, as ``/youth=6``.

    Raises:
        PresenceNotUnderstood: The text is no such count.
    """
    match = _TYPED.fullmatch(typed)
    if match is None:
        raise PresenceNotUnderstood(text=typed)
    sex, age_group = _who(typed, match["who"] or "")
    return Presence(count=int(match["count"]), sex=sex, age_group=age_group)


def format_presence(presence: Presence) -> str:
    """Write a count so that `parse_presence` reads it."""
    sex = presence.sex or ""
    ages = f"/{presence.age_group}" if presence.age_group else ""
    who = f"{sex}{ages}"
    return f"{who}={presence.count}" if who else str(presence.count)


def total(present: Iterable[Presence]) -> int:
    """Return how many people were counted."""
    return sum(presence.count for presence in present)


def _who(typed: str, who: str) -> tuple[Sex | None, str]:
    first, slash, ages = (part.strip() for part in who.partition("/"))
    sex = _BY_WORD.get(first.casefold())
    if first and sex is None:
        if slash or not _AGES.fullmatch(first):
            raise PresenceNotUnderstood(text=typed)
        return None, first
    return sex, ages
