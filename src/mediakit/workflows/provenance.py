"""Know which clips were made of which: what left as a cut or a film, and came back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mediakit.catalog.catalog import Records
from mediakit.model.clip import Clip
from mediakit.model.consent import ConsentEvent
from mediakit.model.ids import ClipId
from mediakit.model.use import Use


def copies_of(records: Records, source: ClipId) -> Iterator[tuple[Clip, Use]]:
    """Yield the clips that came back with a part of *source* in them."""
    came = [clip for clip in records.all(Clip) if clip.left_as]
    uses = {use.id: use for use in records.all(Use)} if came else {}
    for clip in came:
        use = uses.get(clip.left_as) if clip.left_as else None
        if use and any(used.clip == source for used in use.ranges):
            yield clip, use


def made_of(records: Records, clips: Iterable[Clip]) -> Mapping[ClipId, set[ClipId]]:
    """Return which clips those that came back were made of, however often they did."""
    came = {clip.id: clip.left_as for clip in clips if clip.left_as}
    if not came:
        return {}
    uses = {use.id: use for use in records.all(Use)}
    left_as = {clip.id: clip.left_as for clip in records.all(Clip) if clip.left_as}
    found: dict[ClipId, set[ClipId]] = {}
    for clip in came:
        sources: set[ClipId] = set()
        waiting = [clip]
        while waiting:
            use = left_as.get(waiting.pop())
            ranges = uses[use].ranges if use in uses else ()
            new = {used.clip for used in ranges} - sources - {clip}
            sources |= new
            waiting += new
        found[clip] = sources
    return found


def also_about(event: ConsentEvent, made: Mapping[ClipId, set[ClipId]]) -> ConsentEvent:
    """Return *event* about what was made of its clips, too; see `made_of`."""
    more = [clip for clip, sources in made.items() if sources & set(event.clips)]
    return replace(event, clips=(*event.clips, *more)) if more else event
