"""A recall: something that holds a withdrawn voice, and who must take it back."""

from dataclasses import dataclass

from mediakit.model.ids import ConsentId, PersonId, RecallId
from mediakit.model.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """One line of the list of what a withdrawal asks for.

    Attributes:
        id: As ``a-…``.
        withdrawal: The event that asks for it.
        person: Whose voice it is.
        target: The id of the record concerned: an excerpt, a use, a screening.
        holder: Who has it, as the use says, or empty.
        done: When and by whom it was closed.
        outcome: What was done about it, in words.
    """

    id: RecallId
    withdrawal: ConsentId
    person: PersonId
    target: str
    holder: str = ""
    done: Stamp | None = None
    outcome: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None
