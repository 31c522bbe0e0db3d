"""Take back a reply that was recorded by mistake; the clip stays."""

from mediakit.catalog.catalog import Catalog
from mediakit.model.reply import Reply


def remove_reply(catalog: Catalog, typed: str) -> Reply:
    """Remove a reply and return what it was.

    Raises:
        ReplyNotFound: No reply has this id.
    """
    with catalog.change() as change:
        reply = change.find(Reply, typed)
        change.remove(Reply, reply.id)
        return reply
