"""Reel names: what a recording is called where only eight plain letters have room."""

import re
from collections.abc import Iterable

LONGEST = 8
BLACK = "BL"
"""What CMX calls a tape with nothing on it."""

_OWN = {BLACK, "AX", "NONE"}
_PLAIN = re.compile(r"[^A-Z0-9]")


def reel_names(clips: Iterable[str]) -> dict[str, str]:
    """Return a name for each clip: capitals and digits of its id, and no other's."""
    names: dict[str, str] = {}
    taken = {*_OWN}
    for clip in dict.fromkeys(clips):
        plain = _PLAIN.sub("", clip.upper())[:LONGEST] or "REEL"
        name, number = plain, 1
        while name in taken:
            number += 1
            name = f"{plain[: LONGEST - len(str(number))]}{number}"
        names[clip] = name
        taken.add(name)
    return names
