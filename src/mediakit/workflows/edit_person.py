"""Change what is known of a person."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.person import Person
from mediakit.workflows.person_facts import PersonFacts, with_facts
from mediakit.workflows.real_names import real_name as known_name
from mediakit.workflows.real_names import with_real_name


def edit_person(
    catalog: Catalog,
    real_names: Catalog,
    typed: str,
    facts: PersonFacts,
    *,
    real_name: str | None = None,
) -> Person:
    """Change what was said of a person; return them changed.

    Args:
        catalog: The records.
        real_names: Those of real names.
        typed: The person.
        facts: What was said.
        real_name: The real name; empty to forget it, ``None`` if nobody said.

    Raises:
        PersonNotFound, IdAmbiguous: The person is not found.
        LanguageNotUnderstood: A language is no tag.
    """
    person = with_facts(catalog.read().find(Person, typed), facts)
    name = known_name(real_names, person.id) if real_name is None else real_name
    with with_real_name(real_names, person.id, name), catalog.change() as change:
        return change.put(with_facts(change.get(Person, person.id), facts))
