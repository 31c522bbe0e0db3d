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
        heard: Milliseconds with each value, most first. What has two values counts
            for both.
        missing: Values that are known elsewhere in the library, of no item here.
        unknown: The codes of items of which nobody has said it.
    """

    trait: Trait
    heard: dict[str, int]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


def balance(
    trait: Trait, times: Mapping[str, Mapping[str, int]], expected: Iterable[str]
) -> Balance:
    """Return how the time of items, or of lines of a film, is shared by *trait*.

    Args:
        trait: By what.
        times: Milliseconds of each item with each of its values, by its code; two
            values that differ in case or spaces are one.
        expected: The values that people may miss.
    """
    heard: dict[str, int] = {}
    written: dict[str, str] = {fold_name(value): value for value in expected}
    wanted = list(written)
    unknown = []
    for code, said in times.items():
        of_item: dict[str, int] = {}
        for value, time in said.items():
            if value.strip():
                folded = fold_name(value)
                written.setdefault(folded, value)
                of_item[folded] = max(time, of_item.get(folded, 0))
        for folded, time in of_item.items():
            heard[folded] = heard.get(folded, 0) + time
        if not of_item:
            unknown.append(code)
    most_first = sorted(heard, key=lambda folded: -heard[folded])
    return Balance(
        trait=trait,
        heard={written[folded]: heard[folded] for folded in most_first},
        missing=tuple(written[folded] for folded in wanted if folded not in heard),
        unknown=tuple(unknown),
    )
