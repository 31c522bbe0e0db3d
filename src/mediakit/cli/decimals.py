"""Numbers with decimals, as people write them."""

from gettext import gettext as _


def decimal(number: float, places: int = 1) -> str:
    """Return a number with so many decimals."""
    whole, tenth = f"{number:.{places}f}".split(".")
    return _("{whole}.{tenth}").format(whole=whole, tenth=tenth)
