"""Tell the thread that a clip is part of: what began it, and every answer."""

from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening
from mediakit.model.session import Session
from mediakit.model.thread import follow_thread
from mediakit.workflows.list_replies import ListedReply, replies_of


@dataclass(frozen=True, slots=True)
class ThreadClip:
    """A clip in a thread, with where and when.

    Attributes:
        clip_id: Which clip.
        clip: Its record; ``None`` if it is not in the catalog.
        depth: How many answers lie between it and what began the thread.
        recorded_at: Where it was recorded.
        reply: What it answers; ``None`` for what began the thread.
        carried_back: Where it was shown to the group that it answers.
        is_asked: It is the clip whose thread was asked for.
        is_repeated: It stands further up already, with what answers it.
    """

    clip_id: ClipId
    clip: Clip | None
    depth: int
    recorded_at: Session | None
    reply: ListedReply | None
    carried_back: Session | None
    is_asked: bool
    is_repeated: bool


def show_thread(catalog: Catalog, typed: str) -> list[ThreadClip]:
    """Return the clips of a thread, each before its answers, those by date.

    Raises:
        ClipNotFound: No clip has this id.
    """
    records = catalog.read()
    clip = records.find(Clip, typed)
    clips = {one.id: one for one in records.all(Clip)}
    sessions = {session.id: session for session in records.all(Session)}
    screenings = {screening.id: screening for screening in records.all(Screening)}
    listed = {one.reply.id: one for one in replies_of(records)}
    replies = sorted(records.all(Reply), key=lambda reply: _day(listed[reply.id]))
    told = []
    for branch in follow_thread(clip.id, replies, screenings):
        found = clips.get(branch.clip)
        reply = listed[branch.reply.id] if branch.reply else None
        paid = reply.debt.carried_back if reply and reply.debt else None
        told.append(
            ThreadClip(
                clip_id=branch.clip,
                clip=found,
                depth=branch.depth,
                recorded_at=(
                    sessions.get(found.session) if found and found.session else None
                ),
                reply=reply,
                carried_back=sessions.get(paid.session) if paid else None,
                is_asked=branch.clip == clip.id,
                is_repeated=branch.is_repeated,
            )
        )
    return told


def _day(reply: ListedReply) -> str:
    return reply.recorded_at.date if reply.recorded_at else ""
