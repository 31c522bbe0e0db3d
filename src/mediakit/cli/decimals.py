"""Numbers with decimals, as people write them."""

from gettext import gettext as _


def decimal(number: float) -> str:
    """Return a number with one decimal."""
    whole, tenth = f"{number:.1f}".split(".")
    return _("{whole}.{tenth}").format(whole=whole, tenth=tenth)
