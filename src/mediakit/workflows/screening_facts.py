"""What a person says about a screening, checked before it is kept."""

from dataclasses import replace
from typing import TypedDict

from mediakit.catalog.catalog import Records
from mediakit.errors.excerpts import ExcerptOfOtherClip
from mediakit.model.excerpt import Excerpt
from mediakit.model.presence import Presence
from mediakit.model.screening import Heat, Outcome, Screening


class ScreeningFacts(TypedDict, total=False):
    """The fields of a screening that were said; see `Screening`.

    The excerpt is as typed; an empty one stands for the whole clip.
    """

    excerpt: str
    order: int
    outcome: Outcome
    question: str
    reaction: str
    heat: Heat | None
    asked: tuple[str, ...]
    present: tuple[Presence, ...]


def with_facts(
    records: Records, screening: Screening, facts: ScreeningFacts
) -> Screening:
    """Return *screening* with what was said; what was not said stays.

    Raises:
        ExcerptNotFound: No excerpt has this id.
        ExcerptOfOtherClip: The excerpt belongs to another clip.
    """
    typed = facts.get("excerpt")
    plain = {name: fact for name, fact in facts.items() if name != "excerpt"}
    # Any: a TypedDict without one of its keys is a plain dictionary to mypy
    said: Screening = replace(screening, **plain)  # type: ignore[arg-type]
    if typed is None:
        return said
    part = records.find(Excerpt, typed) if typed else None
    if part is not None and part.clip != screening.clip:
        raise ExcerptOfOtherClip(excerpt=part.id, clip=screening.clip)
    return replace(said, excerpt=part.id if part else None)
