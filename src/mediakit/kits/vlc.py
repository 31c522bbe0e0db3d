"""What VLC is told about each item, in both kinds of lists that it reads.

Of the options in a list, VLC takes only those it calls safe; to pause at the end of an
item, on its last picture, is one of them
(https://code.videolan.org/videolan/vlc/-/blob/3.0.x/src/libvlc-module.c). Files of
subtitles are none: it finds those by itself, by their names.
"""

import unicodedata

from mediakit.kits.plan import KitItem, KitPlan, in_language

OPTIONS = ("play-and-pause",)
"""What VLC is to do with each item."""


def title(plan: KitPlan, item: KitItem) -> str:
    """Return what a player shows of an item, in one line."""
    written = in_language(item.titles, plan.language)
    return " ".join("".join(map(_allowed, written)).split()) or item.code


def _allowed(character: str) -> str:
    # XML has no place for controls, halves of letters and what is no letter at all
    is_letter = unicodedata.category(character) not in {"Cc", "Cs", "Cn"}
    return character if is_letter else " "
