"""A search that is made again and again, under a name."""

from dataclasses import dataclass, field

from mediakit.model.ids import SearchId
from mediakit.model.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """What to look for, and where.

    Attributes:
        id: As ``q-…``.
        name: What people call it.
        words: The query, as typed.
        options: Where and how to look: options of ``mediakit search`` by name, as
            typed; those without a value are empty.
    """

    id: SearchId
    name: str
    words: str
    options: dict[str, str] = field(default_factory=dict)
    created: Stamp | None = None
    changed: Stamp | None = None
