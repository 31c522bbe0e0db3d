"""How far a batch of clips is, in minutes of speech, and how fast it goes."""

from gettext import gettext as _
from time import monotonic

from mediakit.batch.outcomes import Failed
from mediakit.workflows.transcribe_clips import Listened, Step

_MINUTE = 60_000


class Pace:
    """The progress of a batch; times in milliseconds of the recordings.

    Attributes:
        total: How much there is.
        text: How far it is, how fast it goes, and what is being done.
    """

    def __init__(self, total: int) -> None:
        self.total = total
        self.text = ""
        self._begun = monotonic()
        self._passed = self._listened = self._position = 0

    def move(self, step: Step) -> int:
        """Take account of a step; return how much further it is."""
        if isinstance(step, Listened):
            clip, position = step.clip, step.position
            moved, self._position = position - self._position, position
        else:
            clip = step.item
            moved, self._position = clip.media.duration - self._position, 0
        self._passed += moved
        if not isinstance(step, Failed):
            self._listened += moved
        speed = self._listened / 1000 / max(monotonic() - self._begun, 0.001)
        self.text = _("{done} of {total} min, {speed} times real time: {title}").format(
            done=round(self._passed / _MINUTE),
            total=round(self.total / _MINUTE),
            speed=f"{speed:.1f}",
            title=clip.title,
        )
        return moved
