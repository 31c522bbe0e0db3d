"""Why a cut cannot be copied: never seen by people, who get another cut instead."""


class NotCopyable(Exception):
    """A cut cannot be made by copying; the one reason is its argument, in English."""


class SoundNotCopyable(NotCopyable):
    """A sound track turned out to have holes while it was being copied.

    Attributes:
        track: Its place in the source.
    """

    def __init__(self, track: int) -> None:
        super().__init__(f"sound track {track} has holes")
        self.track = track
