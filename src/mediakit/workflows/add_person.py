"""Add a person who is heard or seen."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.ids import PersonId
from mediakit.model.person import Person
from mediakit.workflows.person_facts import PersonFacts, with_facts
from mediakit.workflows.real_names import with_real_name


def add_person(
    catalog: Catalog, real_names: Catalog, facts: PersonFacts, *, real_name: str = ""
) -> Person:
    """Add a person and return the record, which does not hold the real name.

    Raises:
        LanguageNotUnderstood: A language is no tag.
    """
    bare = Person(id=PersonId(catalog.read().new_id(Person)))
    person = with_facts(bare, facts)
    with (
        with_real_name(real_names, person.id, real_name),
        catalog.change() as change,
    ):
        return change.put(person)
