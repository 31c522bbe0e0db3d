"""Who did something, and when."""

from dataclasses import dataclass

NOBODY_KNOWN = "unknown"
"""The author, where neither the person nor the machine says a name."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The moment and the author of a change.

    Attributes:
        at: UTC, ISO 8601 to the second, as in ``2026-03-01T09:30:00Z``.
        by: The name the author works under; not a real name by necessity.
    """

    at: str
    by: str
