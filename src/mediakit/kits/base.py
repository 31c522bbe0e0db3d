"""What every kind of kit is: a module that adds its pages and lists to a folder."""

from enum import StrEnum
from pathlib import Path
from typing import Protocol

from mediakit.kits.plan import KitPlan


class Need(StrEnum):
    """What lies in the folder before a kit is laid out.

    Attributes:
        MEDIA: Each item cut to a file of its own.
        STILLS: Pictures of the first and last frame of each video.
        SUBTITLES: WebVTT files.
        VOICEOVERS: Sound files to choose among while playing; without it, a voice-over
            that was asked for is in the cut file.
        FILM: One video of all.
        SOUND: One sound file of all.
    """

    MEDIA = "media"
    STILLS = "stills"
    SUBTITLES = "subtitles"
    VOICEOVERS = "voiceovers"
    FILM = "film"
    SOUND = "sound"


class Kit(Protocol):
    """A kind of kit: a module of this package."""

    @property
    def NAME(self) -> str:  # noqa: N802 a module's constant
        """As typed after ``--as``."""

    @property
    def NEEDS(self) -> frozenset[Need]:  # noqa: N802 a module's constant
        """What it shows or names; nothing else is made for it."""

    def lay_out(self, plan: KitPlan, folder: Path, /) -> None:
        """Write what this kind adds to *folder*, in which the plan's files lie.

        The same plan gives the same bytes, whenever and wherever it is laid out.

        Raises:
            WriteFailed: A file could not be written.
        """
