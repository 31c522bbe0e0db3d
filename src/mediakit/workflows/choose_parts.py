"""Keep parts of clips that are put on a playlist, or into a film."""

import secrets
from collections.abc import Collection, Sequence

from mediakit.catalog.catalog import Change, Records
from mediakit.model.cause import Cause
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.item_code import code_count, make_code
from mediakit.model.leaving import Part, Shown
from mediakit.model.timecode import TimeRange
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.pass_gate import Purpose, ask_gate, refused


def excerpt_of(change: Change, chosen: Chosen) -> ExcerptId | None:
    """Return the excerpt of a part, new if nobody chose it before; none of a clip.

    Raises:
        ClipNotFound: The clip was removed meanwhile.
    """
    clip = change.get(Clip, chosen.clip.id)
    if chosen.range == TimeRange(0, clip.media.duration):
        return None
    for known in change.where(Excerpt, lambda one: one.get("clip") == clip.id):
        if known.range == chosen.range:
            return known.id
    excerpt = Excerpt(
        id=ExcerptId(change.new_id(Excerpt)),
        clip=clip.id,
        range=chosen.range,
        quote=chosen.quote,
    )
    return change.put(excerpt).id


def refuse_withdrawn(records: Records, purpose: Purpose, parts: Sequence[Part]) -> None:
    """Keep out what nothing can open again; of the rest, a check says what to ask.

    Raises:
        ConsentWithdrawn: A voice in it was withdrawn.
    """
    passed = ask_gate(records, purpose, parts, Shown(0))
    if any(one.cause is Cause.WITHDRAWN for one in passed.left_out):
        raise refused(passed)


def free_codes(taken: Collection[str], count: int) -> list[str]:
    """Draw codes that nothing has yet.

    Args:
        taken: Those that something has.
        count: How many are wanted.
    """
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        among = len(taken) + len(drawn)
        code = make_code(secrets.randbelow(code_count(among)), among)
        if code not in taken:
            drawn[code] = None
    return list(drawn)
