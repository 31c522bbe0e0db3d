"""Remove a person whom nothing tells about."""

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.people import PersonLinked
from mediakit.model.consent import ConsentEvent
from mediakit.model.ids import PersonId
from mediakit.model.person import Person
from mediakit.model.recall import Recall
from mediakit.model.submission import Submission
from mediakit.model.use import Use
from mediakit.model.voice import Voice
from mediakit.workflows.real_names import keep_real_name


def remove_person(catalog: Catalog, real_names: Catalog, typed: str) -> Person:
    """Remove a person and return who it was.

    Raises:
        PersonNotFound, IdAmbiguous: The person is not found.
        PersonLinked: They are in a clip, or said something about consent.
    """
    with catalog.change() as change:
        person = change.find(Person, typed)
        voices = sum(v.person == person.id for v in change.all(Voice))
        consents = sum(e.person == person.id for e in change.all(ConsentEvent))
        others = _others(change, person.id)
        if voices or consents or others:
            raise PersonLinked(
                person=person.id, voices=voices, consents=consents, others=others
            )
        change.remove(Person, person.id)
    keep_real_name(real_names, person.id, "")
    return person


def _others(records: Records, person: PersonId) -> int:
    """Count what else tells about a person."""
    noted = (
        note.person
        for use in records.all(Use)
        for note in (*use.warnings, *use.overridden)
    )
    recalled = (recall.person for recall in records.all(Recall))
    sent = (submission.contributor for submission in records.all(Submission))
    return sum(one == person for one in (*noted, *recalled, *sent))
