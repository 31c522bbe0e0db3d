"""How a word sounds to those who write it down in French, English or neither.

Names are written as they are heard: Tamasheq, Tamachek and Tamashek; Diallo and Jallo;
Touré and Ture; Cheick and Sheikh. The rules below bring the spellings that are usual in
West Africa and the Great Lakes to one. They are no phonetics: what they make is only
compared with what they make of other words.
"""

import re
from functools import lru_cache

SHORTEST = 4
"""How many letters a word has at least that is compared by its sound."""

_LONG = 6

# in this order, on folded words
_RULES = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        (r"sch|sh|ch", "x"),
        (r"dj|di(?=[aeou])|gy(?=[aeou])", "j"),
        (r"ph", "f"),
        (r"gu(?=[eiy])|gh|rh", "g"),
        (r"kh|ck|qu(?=[eiy])|q|c(?![eiy])", "k"),
        (r"c", "s"),
        (r"th", "t"),
        (r"ou|oo|w", "u"),
        (r"ei|ey|ay|ai", "e"),
        (r"y", "i"),
        (r"z", "s"),
        (r"(?<=.)h", ""),
        (r"i+(?=[aeou])", "i"),
        (r"(.)\1+", r"\1"),
        (r"x[k]$", "x"),
        (r"(?<=..)e$", ""),
    )
)


@lru_cache(maxsize=1 << 16)
def sound(folded: str) -> str:
    """Return what a folded word sounds like, or nothing if it is too short to tell."""
    if len(folded) < SHORTEST or not folded.isalpha():
        return ""
    for spelling, heard in _RULES:
        folded = spelling.sub(heard, folded)
    return folded


def is_alike(one: str, other: str) -> bool:
    """Tell whether two sounds are the same, or one letter apart in long ones."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG or abs(len(one) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    rest, tail = one[same:], other[same:]
    swapped = rest[1::-1] + rest[2:]
    return tail in {swapped, rest[1:]} or rest == tail[1:] or rest[1:] == tail[1:]
