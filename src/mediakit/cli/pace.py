"""How far a batch of clips is, in minutes of speech, and how fast it goes."""

from collections.abc import Callable
from gettext import gettext as _
from time import monotonic

from mediakit.batch.outcomes import Done, Failed
from mediakit.cli.decimals import decimal
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.workflows.hear_clips import Listened
from mediakit.workflows.transcribe_clips import Transcribed

_MINUTE = 60_000

Moving = Listened | Done[Clip, Transcribed] | Failed[Clip]


class Pace:
    """The progress of a batch; times in milliseconds of the recordings.

    Attributes:
        total: How much there is.
        text: How far it is, how fast it goes, how long it will take, and what is
            being done.
    """

    def __init__(self, total: int, clock: Callable[[], float] = monotonic) -> None:
        self.total = total
        self.text = ""
        self._clock, self._begun = clock, clock()
        self._passed = self._listened = 0
        # several clips at a time, where several machines listen
        self._positions: dict[ClipId, int] = {}

    def move(self, step: Moving) -> int:
        """Take account of a step; return how much further it is."""
        moved, heard, title = self._moved(step)
        self._passed += moved
        if heard:
            self._listened += moved
        speed = self._listened / 1000 / max(self._clock() - self._begun, 0.001)
        values = {
            "done": round(self._passed / _MINUTE),
            "total": round(self.total / _MINUTE),
            "speed": decimal(speed),
            "title": title,
        }
        text = _("{done} of {total} min, {speed} times real time: {title}")
        if self._listened and self._passed < self.total:
            text = _(
                "{done} of {total} min, {left} left, {speed} times real time: {title}"
            )
            values["left"] = _duration((self.total - self._passed) / 1000 / speed)
        self.text = text.format(**values)
        return moved

    def _moved(self, step: Moving) -> tuple[int, bool, str]:
        """Return how much further a step is, whether by listening, and the title."""
        if isinstance(step, Listened):
            before = self._positions.get(step.clip.id, 0)
            self._positions[step.clip.id] = step.position
            return step.position - before, not step.before, step.clip.title
        before = self._positions.pop(step.item.id, 0)
        moved = step.item.media.duration - before
        return moved, not isinstance(step, Failed), step.item.title


def _duration(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    hours, rest = divmod(minutes, 60)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    return _("{minutes} min").format(minutes=minutes)
