"""What is owed: answers that were not carried back to the group they answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mediakit.model.clip import Clip
from mediakit.model.group import is_same_group
from mediakit.model.ids import ClipId, ScreeningId, SessionId
from mediakit.model.reply import Reply
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session

Sessions = Mapping[SessionId, Session]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """An answer, to whom it is owed, and whether it was carried back.

    Attributes:
        reply: Which clip answers which screening.
        stimulus: The clip that was shown there.
        creditor: The session at which that clip was recorded, whose group is owed
            the answer; ``None`` if nobody has said where it was recorded.
        carried_back: The screening that paid it, if any did.
    """

    reply: Reply
    stimulus: ClipId
    creditor: Session | None
    carried_back: Screening | None

    @property
    def is_owed(self) -> bool:
        """Whether the group still waits."""
        return self.carried_back is None


def debts(
    replies: Sequence[Reply],
    screenings: Mapping[ScreeningId, Screening],
    clips: Mapping[ClipId, Clip],
    sessions: Sessions,
) -> list[Debt]:
    """Return every answer with the group it is owed to, and what paid it.

    An answer is carried back when it, or an excerpt of it, was shown at a session of
    the group that recorded what it answers. A group that answers itself owes itself
    nothing, and a reply whose screening is missing says nothing about anyone.
    """
    shown: dict[ClipId, list[Screening]] = {}
    for screening in screenings.values():
        if screening.outcome is Outcome.SHOWN:
            shown.setdefault(screening.clip, []).append(screening)
    found = []
    for reply in replies:
        if reply.screening not in screenings:
            continue
        stimulus = screenings[reply.screening].clip
        creditor = _recorded_at(stimulus, clips, sessions)
        debtor = _recorded_at(reply.clip, clips, sessions)
        if creditor and debtor and is_same_group(creditor, debtor):
            continue
        found.append(
            Debt(
                reply=reply,
                stimulus=stimulus,
                creditor=creditor,
                carried_back=_payment(creditor, shown.get(reply.clip, ()), sessions),
            )
        )
    return found


def _recorded_at(
    clip: ClipId, clips: Mapping[ClipId, Clip], sessions: Sessions
) -> Session | None:
    found = clips.get(clip)
    return sessions.get(found.session) if found and found.session else None


def _payment(
    creditor: Session | None, shown: Sequence[Screening], sessions: Sessions
) -> Screening | None:
    if creditor is None:
        return None
    for screening in shown:
        room = sessions.get(screening.session)
        if room is not None and is_same_group(room, creditor):
            return screening
    return None
