"""What an item of a playlist is called on a wall card, and when people say it aloud.

A letter, a digit and a letter: no word, no order among them, nothing that could be read
for something else. Left out is what looks like another on a card seen from afar, and
what is another on a card that hangs upside down (6 and 9, M and W).
"""

_ALPHABETS = ("ACDEFHJKPRTXY", "234578")
_USUAL = 3


def make_code(number: int, among: int = 0) -> str:
    """Return the code that spells *number*.

    Args:
        number: Drawn by chance, from the numbers below `code_count`.
        among: How many codes there are beside it; it is longer among very many.
    """
    symbols = []
    for place in range(_length(among)):
        alphabet = _ALPHABETS[place % 2]
        number, digit = divmod(number, len(alphabet))
        symbols.append(alphabet[digit])
    return "".join(symbols)


def code_count(among: int = 0) -> int:
    """Return how many codes there are of the length that `make_code` makes."""
    return _count(_length(among))


def normalize_code(typed: str) -> str:
    """Return a code as it is written, whatever case and spaces were typed."""
    return "".join(typed.split()).upper()


def _length(among: int) -> int:
    length = _USUAL
    # drawing by chance must go on finding free ones
    while 2 * among >= _count(length):
        length += 1
    return length


def _count(length: int) -> int:
    letters, digits = map(len, _ALPHABETS)
    return int(letters ** ((length + 1) // 2) * digits ** (length // 2))
