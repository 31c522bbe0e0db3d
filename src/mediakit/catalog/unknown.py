"""Keep what a newer mediakit wrote into a document and this one does not know."""

from collections.abc import Sequence
from typing import Any


# Any: JSON, here and below
def with_unknown(old: Any, known: Any, new: Any) -> Any:
    """Return *new* with what *old* says beyond *known*, at every level.

    Args:
        old: The document as it was found.
        known: The same as this version would have written it.
        new: What replaces it.
    """
    if isinstance(old, dict) and isinstance(known, dict) and isinstance(new, dict):
        merged = {
            name: with_unknown(old.get(name), known.get(name), value)
            for name, value in new.items()
        }
        unknown = {k: v for k, v in old.items() if k not in known and k not in new}
        return merged | unknown
    if isinstance(old, list) and isinstance(new, list | tuple):
        return [_matched(old, known, new, place) for place in range(len(new))]
    return new


def _matched(
    old: list[Any], known: Sequence[Any], new: Sequence[Any], place: int
) -> Any:
    """Return an item of a list with the unknown of the one it was, if it is told.

    That is the item that was equal, wherever it moved; in a list as long as it was,
    else the one in the same place.
    """
    item = new[place]
    if item in known:
        was = known.index(item)
    elif len(known) == len(new):
        was = place
    else:
        return item
    return with_unknown(old[was], known[was], item)
