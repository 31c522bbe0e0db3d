"""Describe codings as other research tools have them, and what is noted of them."""

from collections.abc import Iterable

from mediakit.exchange.refi_project import Coded, Note
from mediakit.model.coding import Coding
from mediakit.model.guid import guid_of, named_guid
from mediakit.model.theme import Theme

STRONG = named_guid("note", "strong quote")
STRONG_NAME, SEARCH_NAME, MEMO_NAME = "strong quote", "found by", "memo"


def coded(coding: Coding, theme: Theme) -> Coded:
    """Return a coding.

    Args:
        coding: Its record.
        theme: The one that stands for what it was coded with.
    """
    guid = guid_of(coding.id)
    told = (
        (named_guid(guid, MEMO_NAME), coding.memo),
        (named_guid(guid, SEARCH_NAME), coding.search),
        (STRONG, coding.strong),
    )
    return Coded(
        guid=guid,
        code=guid_of(theme.id),
        user=user_guid(coding.coded_by) if coding.coded_by else "",
        at=coding.coded_at,
        notes=tuple(note for note, there in told if there),
    )


def text_twin(coding: str, transcript: str) -> str:
    """Return the GUID that a coding has where it is a part of a transcript."""
    return named_guid("text", coding, transcript)


def user_guid(name: str) -> str:
    """Return the GUID of who coded."""
    return named_guid("user", name)


def notes_of(codings: Iterable[Coding]) -> dict[str, Note]:
    """Return what is noted of codings, by GUID."""
    notes: dict[str, Note] = {}
    for one in codings:
        guid = guid_of(one.id)
        if one.memo:
            notes[named_guid(guid, MEMO_NAME)] = Note(MEMO_NAME, one.memo)
        if one.search:
            notes[named_guid(guid, SEARCH_NAME)] = Note(SEARCH_NAME, one.search)
        if one.strong:
            notes[STRONG] = Note(STRONG_NAME, STRONG_NAME)
    return notes
