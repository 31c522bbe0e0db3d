"""Where copying can begin and end.

A copy begins at a key frame that nothing after it looks back beyond (IDR), and
ends where everything decoded so far has been shown: pictures that are decoded
early because others lean on them may not stay, and those between must be made anew.
"""

import itertools
from dataclasses import dataclass

from mediakit.media.cutting.reel import Reel
from mediakit.media.cutting.refusal import NotCopyable

# H.264 keeps no more pictures than this waiting to be shown (A.3.1)
_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Seams:
    """Where a cut goes from one piece to the next; pictures are named by their pts.

    Attributes:
        first: The one the cut begins with, shown from its very start.
        head: How many pictures before the copied ones are to be encoded.
        begin: The first that is copied.
        reference: From which one on to decode for the tail.
        last: The last that is copied, in the order of decoding.
        tail: Those after it, to be encoded.
    """

    first: int
    head: int
    begin: int
    reference: int
    last: int
    tail: frozenset[int]

    def time(self, reel: Reel, pts: int) -> int:
        """Return when a picture shows in the cut, in ticks."""
        return 0 if pts == self.first else reel.at(pts) - reel.start

    def pieces(self, reel: Reel) -> tuple[int, ...]:
        """Return when each piece begins in the cut, in ticks."""
        begins = {self.first, self.begin, *sorted(self.tail)[:1]}
        return tuple(self.time(reel, pts) for pts in sorted(begins))


def find_seams(reel: Reel) -> Seams:
    """Return where the copied part of a cut begins and ends.

    Raises:
        NotCopyable: There is nothing in it from where copying can begin.
    """
    before, begin = _beginning(reel)
    reference, decoded = _ending(reel, begin)
    copied = _shown_by_then(decoded, reel)
    if not copied:
        raise NotCopyable("its pictures are in an order that is not understood")
    tail = frozenset(pts for pts in decoded[copied:] if reel.holds(pts))
    return Seams(
        first=min([*before, begin]),
        head=len(before),
        begin=begin,
        reference=reference,
        last=decoded[copied - 1],
        tail=tail,
    )


def _beginning(reel: Reel) -> tuple[list[int], int]:
    """Return the pictures before the first safe key frame, and that."""
    before: list[int] = []
    beyond = 0
    for packet in reel.packets(reel.pts(reel.first)):
        if reel.holds(packet.pts):
            if reel.is_safe(packet):
                return before, packet.pts
            before.append(packet.pts)
        elif reel.at(packet.pts) >= reel.end:
            beyond += 1
            if beyond > _DEEPEST:
                break
    raise NotCopyable("no key frame to copy from lies in the range")


def _ending(reel: Reel, begin: int) -> tuple[int, list[int]]:
    """Return the last safe key frame before the end, and all decoded from it on.

    Where there is none near the end, it is the one the copy begins with.
    """
    decoded = _decoded(reel, reel.pts(reel.end - 1), begin) or _decoded(
        reel, begin, begin
    )
    if not decoded:
        raise NotCopyable("its index does not lead to its key frames")
    return decoded[0], decoded


def _decoded(reel: Reel, near: int, begin: int) -> list[int]:
    """Return all that is decoded from a safe key frame near a time up to the end."""
    decoded: list[int] = []
    beyond = 0
    for packet in reel.packets(near):
        if reel.at(packet.pts) >= reel.end:
            beyond += 1
            if beyond > _DEEPEST or reel.is_safe(packet):
                break
        elif not decoded and not (packet.pts >= begin and reel.is_safe(packet)):
            continue
        if decoded or not beyond:
            decoded.append(packet.pts)
    return decoded


def _shown_by_then(decoded: list[int], reel: Reel) -> int:
    """Return how many pictures can be copied: all of them shown before any other."""
    earliest = [*itertools.accumulate(reversed(decoded), min)][::-1]
    copied, latest = 0, decoded[0]
    for number, pts in enumerate(decoded, 1):
        if not reel.holds(pts):
            break
        latest = max(latest, pts)
        if number == len(decoded) or latest < earliest[number]:
            copied = number
    return copied
