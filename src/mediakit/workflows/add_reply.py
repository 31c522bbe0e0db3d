"""Record that a clip answers what a room was shown."""

from mediakit.catalog.catalog import Catalog
from mediakit.errors.sessions import ReplyToItself
from mediakit.model.clip import Clip
from mediakit.model.ids import ReplyId
from mediakit.model.reply import Reply
from mediakit.model.screening import Screening


def add_reply(
    catalog: Catalog, clip: str, screening: str, *, notes: str | None = None
) -> Reply:
    """Record a reply and return it, the old one if it was recorded already.

    Args:
        catalog: Where it is recorded.
        clip: The answer, as typed.
        screening: What it answers, as typed.
        notes: Free text; ``None`` leaves what was noted before.

    Raises:
        ClipNotFound: No clip has this id.
        ScreeningNotFound: No screening has this id.
        ReplyToItself: The clip is what was shown.
    """
    with catalog.change() as change:
        answer, shown = change.find(Clip, clip), change.find(Screening, screening)
        if answer.id == shown.clip:
            raise ReplyToItself(clip=answer.id, screening=shown.id)
        known = [
            reply
            for reply in change.all(Reply)
            if (reply.clip, reply.screening) == (answer.id, shown.id)
        ]
        if known and notes in {None, known[0].notes}:
            return known[0]
        reply_id = known[0].id if known else ReplyId(change.new_id(Reply))
        return change.put(
            Reply(id=reply_id, clip=answer.id, screening=shown.id, notes=notes or "")
        )
