"""What the signs of a text tell of how it is written."""

import unicodedata


def is_right_to_left(text: str) -> bool:
    """Tell whether *text* begins in a script that runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
