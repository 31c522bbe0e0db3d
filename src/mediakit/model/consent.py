"""Consent: what a person agreed to, as events that are appended, never edited.

Only who asks to be forgotten takes words out of them: the pseudonym, the reasons.
"""

from dataclasses import dataclass
from enum import StrEnum

from mediakit.model.ids import ClipId, ConsentId, PersonId
from mediakit.model.possible import verify_day
from mediakit.model.stamp import Stamp


class ConsentKind(StrEnum):
    """What happened."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What shows that a person agreed: a file, or a recording of them saying so.

    Attributes:
        clip: A recording in the library.
        path: A file, as records have it.
        sha256: Of the file's bytes, in hexadecimal.
    """

    clip: ClipId | None = None
    path: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEvent:
    """What a person said about the use of their voice and picture, on a day.

    Which event counts on a day: the one given last (by `day`, then by when it was
    recorded) among those whose `day` has come, whose `clips` cover the clip, and
    that no withdrawal overrules. A withdrawal overrules everything given before
    its `day` and everything that was recorded before it: only what is given on
    that day or later *and* recorded after it opens anything again; a refusal opens
    nothing, so the withdrawal stands.
    Recorded after means later in the catalog and not earlier by its stamp, for the
    clocks of old laptops run wrong. For the same reason a no whose day nobody stated
    counts from its recording on, even where that day has not come yet.

    Attributes:
        id: As ``co-…``.
        person: Who.
        kind: Given or withdrawn. A refusal is given, up to nothing.
        day: ISO 8601 day from which it holds.
        at_once: Nobody stated that day: it is the one it was where it was recorded.
        up_to: The highest rung agreed to, with all those before it; empty for none.
        excluded: Rungs below it that were refused all the same, as ``own-group``.
        transcribe: A machine may process the voice.
        research: The words may go to other tools for analysis.
        face: The face may be shown.
        voice: The voice may be heard as it is.
        name: The agreed name may be said.
        pseudonym: What to call them where the name may not be said.
        until: ISO 8601 day on which it ends, the first day without; or empty.
        embargo: ISO 8601 day before which nothing but working copies may be made,
            or empty. When it has passed, people are asked again: it does not open
            by itself.
        clips: The clips it is about; empty for all with this person.
        evidence: What shows it.
        why: The reason given, for a withdrawal above all.

    Raises:
        ValueError: A day is none.
    """

    id: ConsentId
    person: PersonId
    kind: ConsentKind
    day: str
    at_once: bool = False
    up_to: str = ""
    excluded: tuple[str, ...] = ()
    transcribe: bool = True
    research: bool = True
    face: bool = True
    voice: bool = True
    name: bool = True
    pseudonym: str = ""
    until: str = ""
    embargo: str = ""
    clips: tuple[ClipId, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    why: str = ""
    created: Stamp | None = None
    changed: Stamp | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        verify_day(self.day)
        recorded = self.created.at[:10] if self.created else ""
        for day in filter(None, (self.until, self.embargo, recorded)):
            verify_day(day)

    @property
    def opens(self) -> bool:
        """Whether it agrees to anything."""
        return self.kind is ConsentKind.GIVEN and bool(self.up_to)
