"""Let no interpreter be heard who took their voice back."""

from collections.abc import Collection, Iterator

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, Reasons, sentence
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.model.cause import Cause
from mediakit.model.consent import ConsentEvent, ConsentKind
from mediakit.model.consent_in_force import consent_in_force
from mediakit.model.gate import Finding
from mediakit.model.ids import ClipId, VoiceoverId
from mediakit.model.person import Person
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.consent_reasons import person_name
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.plan_kit import Draft
from mediakit.workflows.what_holds import speakers_of

_WITHDREW = sentence(
    "{voiceover}: {person}, who says it as far as names tell, withdrew consent on "
    "{day}. Do without it, or take it out: 'mediakit voiceover remove {voiceover}'."
)


def refuse_withdrawn_voiceovers(
    records: Records, purpose: Purpose, draft: Draft
) -> None:
    """Let nothing leave in which an interpreter is heard who withdrew.

    Who says a voice-over is known by name only: whoever is called so counts, as where
    a withdrawal asks for what left.

    Args:
        records: The catalog.
        purpose: What it is for.
        draft: The kit that is to leave.

    Raises:
        ConsentWithdrawn: One of them withdrew.
    """
    heard = {one for item in draft.items for one in item.files.heard_over}
    found = list(_withdrawn(records, purpose.day, heard))
    if found:
        people = {one.id: one for one in records.all(Person)}
        reasons = (
            Reason(
                _WITHDREW,
                voiceover=voiceover,
                person=person_name(finding.person, people),
                day=finding.day,
            )
            for voiceover, finding in found
        )
        raise ConsentWithdrawn(
            scope=purpose.scope,
            reason=Reasons(*reasons),
            findings=tuple(finding for _voiceover, finding in found),
        )


def _withdrawn(
    records: Records, day: str, heard: Collection[VoiceoverId]
) -> Iterator[tuple[VoiceoverId, Finding]]:
    if not heard:
        return
    speakers, events = speakers_of(records), records.all(ConsentEvent)
    for voiceover in (one for one in records.all(Voiceover) if one.id in heard):
        for person in speakers[voiceover.id]:
            own = [event for event in events if event.person == person]
            # as where it is traced: about them, and not about one clip
            said = consent_in_force(own, ClipId(""), day)
            if said and said.kind is ConsentKind.WITHDRAWN:
                yield (
                    voiceover.id,
                    Finding(
                        clip=voiceover.clip,
                        range=voiceover.range,
                        cause=Cause.WITHDRAWN,
                        person=person,
                        day=said.day,
                    ),
                )
