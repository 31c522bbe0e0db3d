"""What a report needs to be gathered, and which wishes change it."""

from enum import Enum, StrEnum, auto


class Need(Enum):
    """What has to be gathered, because it takes time or asks the gate.

    Attributes:
        CODINGS: What is coded, as far as consent covers it.
        WORDS: What is said there.
    """

    CODINGS = auto()
    WORDS = auto()


class Takes(StrEnum):
    """The wishes that not every report can follow, as they are typed.

    Attributes:
        COUNT: What its figures count.
        THEME: Only a theme and those below it.
        STRONG: Only strong quotes.
    """

    COUNT = "--count"
    THEME = "--theme"
    STRONG = "--strong"


CROSSED = frozenset({Takes.COUNT, Takes.THEME})
"""What every table of themes takes."""
