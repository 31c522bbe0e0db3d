"""Gather the records and the rules that the gate decides by."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from mediakit.catalog.catalog import Records
from mediakit.catalog.records import R
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.consent_in_force import as_dated
from mediakit.model.gate import Facts, Rules
from mediakit.model.ids import ClipId, PersonId
from mediakit.model.person import Person
from mediakit.model.session import Session
from mediakit.model.voice import Voice
from mediakit.settings import STRICT, Settings
from mediakit.workflows.provenance import also_about, made_of


def gather_facts(
    records: Records, clips: Collection[ClipId] | None = None, *, past: bool = False
) -> Facts:
    """Return what the catalog knows of people, voices and consents.

    What is said of a clip is said of what was made of it and came back, too.

    Args:
        records: The catalog.
        clips: The only ones that are asked about; all if not given. Ten thousand
            voices take longer to read than a search.
        past: Whether it is asked about a day that is over.
    """
    voices: defaultdict[ClipId, list[Voice]] = defaultdict(list)
    for voice in _those(records, Voice, "clip", clips):
        voices[voice.clip].append(voice)
    met = {voice.person for found in voices.values() for voice in found}
    people = None if clips is None else met - {None}
    those = _those(records, Clip, "id", clips)
    made = made_of(records, those)
    consents: defaultdict[PersonId, list[ConsentEvent]] = defaultdict(list)
    for event in _those(records, ConsentEvent, "person", people):
        consents[event.person].append(also_about(event, made))
    return Facts(
        clips={clip.id: clip for clip in those},
        sessions={session.id: session for session in records.all(Session)},
        people={one.id: one for one in _those(records, Person, "id", people)},
        voices={clip: tuple(found) for clip, found in voices.items()},
        consents={
            person: as_dated(said) if past else tuple(said)
            for person, said in consents.items()
        },
    )


def _those(
    records: Records, kind: type[R], field: str, wanted: Collection[object] | None
) -> list[R]:
    """Return the records whose field has one of the wanted values, oldest first."""
    if wanted is None:
        return records.all(kind)

    def is_wanted(value: Mapping[str, object]) -> bool:
        found = value.get(field)
        # what is damaged is not overlooked: reading it says so
        return not isinstance(found, str) or found in wanted

    return records.where(kind, is_wanted)


def consent_rules(settings: Settings) -> Rules:
    """Return what ``mediakit.toml`` says of consent."""
    return Rules(scopes=settings.scopes, strict=settings.policy == STRICT)
