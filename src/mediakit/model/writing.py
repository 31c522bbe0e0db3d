"""What the signs of a text tell of how it is written."""

import re
import unicodedata

_SPACE = re.compile("(?<=\u00ab) | (?=[?!:;\u00bb])")


def is_right_to_left(text: str) -> bool:
    """Tell whether *text* begins in a script that runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def unbroken(text: str) -> str:
    """Return *text* with the spaces of French punctuation such as no line ends at.

    Keyboards have no key for them: typed as it is, a question mark may begin a line.
    """
    return _SPACE.sub("\N{NO-BREAK SPACE}", text)
