"""Who and what is heard on a playlist or in a film, for how long, and who is not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.group import fold_name


class Trait(StrEnum):
    """What people and what they say are told apart by."""

    REGION = "region"
    SEX = "sex"
    AGE_GROUP = "age-group"
    LANGUAGE = "language"
    THEME = "theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How time is shared.

    Attributes:
        trait: By what it is told.
        heard: Milliseconds of the items with each value, most first. An item with
            two values counts for both.
        missing: Values that are known elsewhere in the library, of no item here.
        unknown: The codes of items of which nobody has said it.
    """

    trait: Trait
    heard: dict[str, int]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


def balance(
    trait: Trait,
    times: Mapping[str, int],
    said: Mapping[str, Iterable[str]],
    expected: Iterable[str],
) -> Balance:
    """Return how the time of items, or of lines of a film, is shared by *trait*.

    Args:
        trait: By what.
        times: Milliseconds of each item, by its code.
        said: The values of each item, by its code; two that differ in case or spaces
            are one.
        expected: The values that people may miss.
    """
    heard: dict[str, int] = {}
    written: dict[str, str] = {fold_name(value): value for value in expected}
    wanted = list(written)
    unknown = []
    for code, time in times.items():
        values = {fold_name(v): v for v in said.get(code, ()) if v.strip()}
        for folded, value in values.items():
            written.setdefault(folded, value)
            heard[folded] = heard.get(folded, 0) + time
        if not values:
            unknown.append(code)
    most_first = sorted(heard, key=lambda folded: -heard[folded])
    return Balance(
        trait=trait,
        heard={written[folded]: heard[folded] for folded in most_first},
        missing=tuple(written[folded] for folded in wanted if folded not in heard),
        unknown=tuple(unknown),
    )
