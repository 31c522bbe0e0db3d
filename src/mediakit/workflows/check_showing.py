"""Tell what to know before a clip is shown to a room."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.catalog import ClipNotFound, ExcerptNotFound
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.gate import Facts, Rules
from mediakit.model.ids import ExcerptId
from mediakit.model.person import Person
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.showing import Caution, Showing, cautions, seen_by
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.withhold_words import without_quotes


@dataclass(frozen=True, slots=True)
class ToldCaution:
    """Something to know before, with what it is about.

    Attributes:
        caution: What it is.
        person: Who did not agree.
        session: Where the group saw it already.
    """

    caution: Caution
    person: Person | None = None
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class LookAhead:
    """The records that cautions for one room come from, gathered for many clips."""

    facts: Facts
    rules: Rules
    session: Session
    day: str
    seen: list[Screening]
    excerpts: dict[ExcerptId, Excerpt]

    def before(self, clip: Clip, excerpt: ExcerptId | None) -> list[ToldCaution]:
        """Return what to know before the room is shown a clip or an excerpt."""
        part = self.excerpts.get(excerpt) if excerpt else None
        showing = Showing(
            clip=clip,
            session=self.session,
            day=self.day,
            range=part.range if part else None,
        )
        found = cautions(
            self.facts, self.rules, showing, seen=self.seen, excerpts=self.excerpts
        )
        return [self._told(caution) for caution in found]

    def _told(self, caution: Caution) -> ToldCaution:
        at = [s.session for s in self.seen if s.id == caution.screening]
        return ToldCaution(
            caution,
            self.facts.people.get(caution.person) if caution.person else None,
            self.facts.sessions.get(at[0]) if at else None,
        )


def look_ahead(records: Records, session: Session, rules: Rules, day: str) -> LookAhead:
    """Gather what cautions for a room come from.

    Args:
        records: The catalog's.
        session: The room; what is planned for a day to come is judged as of that day.
        rules: Those of consent.
        day: Today, ISO 8601.
    """
    facts = gather_facts(records)
    excerpts = without_quotes(records, records.all(Excerpt), day)
    return LookAhead(
        facts=facts,
        rules=rules,
        session=session,
        day=max(day, session.date),
        seen=seen_by(session, facts.sessions.values(), records.all(Screening)),
        excerpts={excerpt.id: excerpt for excerpt in excerpts},
    )


def check_showing(
    catalog: Catalog, typed: str, session: str, *, rules: Rules, day: str
) -> list[ToldCaution]:
    """Return what to know before a clip or an excerpt is shown at a session.

    Args:
        catalog: The records.
        typed: The id of a clip or of an excerpt.
        session: The session, as typed.
        rules: Those of consent.
        day: Today, ISO 8601.

    Raises:
        ClipNotFound: Neither a clip nor an excerpt has this id.
        SessionNotFound: No session has this id.
        IdAmbiguous: Several have it.
    """
    records = catalog.read()
    room = records.find(Session, session)
    clip, part = find_shown(records, typed)
    excerpt = part.id if part else None
    return look_ahead(records, room, rules, day).before(clip, excerpt)


def find_shown(records: Records, typed: str) -> tuple[Clip, Excerpt | None]:
    """Return the clip that was typed, or the excerpt and its clip.

    Raises:
        ClipNotFound: Neither a clip nor an excerpt has this id.
        IdAmbiguous: Several have it.
    """
    try:
        return records.find(Clip, typed), None
    except ClipNotFound as no_clip:
        try:
            part = records.find(Excerpt, typed)
        except ExcerptNotFound:
            raise no_clip from None
        return records.get(Clip, part.clip), part
