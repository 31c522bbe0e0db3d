"""What is said about a person, checked before it is kept."""

from dataclasses import replace
from typing import TypedDict

from mediakit.model.language import normalize_tag
from mediakit.model.person import Person, Sex


class PersonFacts(TypedDict, total=False):
    """The fields of a person that were said; see `Person`."""

    name: str
    sex: Sex | None
    age_group: str
    community: str
    region: str
    languages: tuple[str, ...]
    notes: str


def with_facts(person: Person, facts: PersonFacts) -> Person:
    """Return *person* with what was said; what was not said stays.

    Raises:
        LanguageNotUnderstood: A language is no tag.
    """
    said = replace(person, **facts)
    languages = tuple(normalize_tag(tag) for tag in said.languages if tag)
    return replace(said, name=said.name.strip(), languages=languages)
