"""Where to search, as people say it."""

from dataclasses import dataclass, field

from mediakit.model.group import is_same_name
from mediakit.model.person import Person, Sex
from mediakit.model.screening import Heat
from mediakit.model.session_filter import Filter
from mediakit.model.transcript_record import Origin, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Who speaks; what is empty matters nothing.

    Names are compared without regard to case.

    Attributes:
        person: One person.
        sex: As they said it.
        age_group: As written.
        community: As written.
        region: As written.
    """

    person: str = ""
    sex: Sex | None = None
    age_group: str = ""
    community: str = ""
    region: str = ""

    def select(self, person: Person) -> bool:
        """Tell whether somebody has these traits; which person it is is not asked."""
        names = (
            (self.age_group, person.age_group),
            (self.community, person.community),
            (self.region, person.region),
        )
        return self.sex in {None, person.sex} and all(
            not asked or is_same_name(asked, name) for asked, name in names
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Where to look, as a person typed it; what is empty does not narrow.

    Attributes:
        theme: In passages about a theme or one below it.
        coder: In passages that this person coded, with the theme if one is named.
        session: In clips recorded at a session.
        sessions: In clips recorded at such sessions.
        shown_at: In what was screened at a session.
        heat: In what a room took so.
        shown: In what was screened; or in what never was.
        clip: In one clip.
        origin: In words from one kind of source.
        state: In words that are in this state; what is approved is checked.
        language: In segments in a language.
        people: While such a person is heard.
        cleared: In what the gate lets pass for a scope.
        audience: The session that it is cleared for.
    """

    theme: str = ""
    coder: str = ""
    session: str = ""
    sessions: Filter = field(default_factory=Filter)
    shown_at: str = ""
    heat: Heat | None = None
    shown: bool | None = None
    clip: str = ""
    origin: Origin | None = None
    state: State | None = None
    language: str = ""
    people: Traits = field(default_factory=Traits)
    cleared: str = ""
    audience: str = ""
