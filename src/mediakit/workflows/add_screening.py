"""Record that a clip or an excerpt was shown at a session."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.gate import Rules
from mediakit.model.ids import ScreeningId
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.workflows.check_showing import ToldCaution, look_ahead
from mediakit.workflows.screening_facts import ScreeningFacts, with_facts


@dataclass(frozen=True, slots=True)
class Recorded:
    """A screening that was recorded.

    Attributes:
        screening: Its record.
        cautions: What there was to know before.
    """

    screening: Screening
    cautions: list[ToldCaution]


def add_screening(
    catalog: Catalog,
    clip: str,
    session: str,
    facts: ScreeningFacts,
    *,
    rules: Rules,
    day: str,
) -> Recorded:
    """Record a screening and return it; without an order it comes last.

    Args:
        catalog: Where it is recorded.
        clip: The clip, as typed.
        session: The session, as typed.
        facts: What is said of it.
        rules: Those of consent.
        day: Today, ISO 8601.

    Raises:
        ClipNotFound: No clip has this id.
        SessionNotFound: No session has this id.
        ExcerptNotFound: No excerpt has this id.
        ExcerptOfOtherClip: The excerpt belongs to another clip.
    """
    with catalog.change() as change:
        shown, room = change.find(Clip, clip), change.find(Session, session)
        before = [s.order for s in change.all(Screening) if s.session == room.id]
        bare = Screening(
            id=ScreeningId(change.new_id(Screening)),
            clip=shown.id,
            session=room.id,
            order=max(before, default=0) + 1,
        )
        said = with_facts(change, bare, facts)
        cautions = look_ahead(change, room, rules, day).before(shown, said.excerpt)
        return Recorded(change.put(said), cautions)
