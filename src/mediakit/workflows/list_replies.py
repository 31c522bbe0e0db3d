"""List which clip answers which screening, and what is owed to whom."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.model.clip import Clip
from mediakit.model.group import is_same_group, is_same_name
from mediakit.model.owed import Debt, debts
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening
from mediakit.model.session import Session


@dataclass(frozen=True, slots=True)
class ListedReply:
    """A reply with what it links.

    Attributes:
        reply: The record.
        answer: The clip that answers.
        recorded_at: Where that was recorded.
        screening: What it answers.
        stimulus: The clip that was shown.
        shown_at: Where that was shown.
        debt: To whom it is owed; ``None`` for a group's answer to itself.
    """

    reply: Reply
    answer: Clip | None
    recorded_at: Session | None
    screening: Screening | None
    stimulus: Clip | None
    shown_at: Session | None
    debt: Debt | None


def list_replies(catalog: Catalog) -> list[ListedReply]:
    """Return every reply, oldest first."""
    return replies_of(catalog.read())


def list_owed(
    catalog: Catalog, *, session: str = "", group: str = ""
) -> list[ListedReply]:
    """Return the answers that were not carried back yet.

    Args:
        catalog: The records.
        session: Only those owed to the group of this session, as typed.
        group: Only those owed to the group of this name.

    Raises:
        SessionNotFound: No session has this id.
    """
    records = catalog.read()
    room = records.find(Session, session) if session else None
    return [
        one
        for one in replies_of(records)
        if one.debt is not None
        and one.debt.is_owed
        and _is_owed_to(one.debt.creditor, room, group)
    ]


def replies_of(records: Records) -> list[ListedReply]:
    """Return every reply with what it links, oldest first."""
    clips = {clip.id: clip for clip in records.all(Clip)}
    sessions = {session.id: session for session in records.all(Session)}
    screenings = {screening.id: screening for screening in records.all(Screening)}
    replies = records.all(Reply)
    owed = {d.reply.id: d for d in debts(replies, screenings, clips, sessions)}

    def listed(reply: Reply) -> ListedReply:
        answer, shown = clips.get(reply.clip), screenings.get(reply.screening)
        at = answer.session if answer else None
        return ListedReply(
            reply=reply,
            answer=answer,
            recorded_at=sessions.get(at) if at else None,
            screening=shown,
            stimulus=clips.get(shown.clip) if shown else None,
            shown_at=sessions.get(shown.session) if shown else None,
            debt=owed.get(reply.id),
        )

    return [listed(reply) for reply in replies]


def _is_owed_to(creditor: Session | None, room: Session | None, group: str) -> bool:
    if room is not None and (creditor is None or not is_same_group(creditor, room)):
        return False
    return not group or (creditor is not None and is_same_name(creditor.group, group))
