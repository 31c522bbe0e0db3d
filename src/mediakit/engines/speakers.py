"""What tells speakers apart: sound in, the turns of each voice out."""

from collections.abc import Generator, Iterable
from typing import Protocol

from mediakit.engines.base import Samples
from mediakit.model.speakers import Turn


class Diariser(Protocol):
    """Models, found and ready to tell the voices of one recording after another apart.

    Who they are it does not know: a voice is a number, in one recording.
    """

    @property
    def facts(self) -> dict[str, str | int]:
        """What it is, for the record: its name as ``engine``, and its models."""

    def turns(
        self, sound: Iterable[Samples], count: int | None = None
    ) -> Generator[float, None, tuple[Turn, ...]]:
        """Listen to one recording, given as blocks of samples in order.

        Args:
            sound: The blocks.
            count: How many people speak; found out if not given.

        Yields:
            How far it is, 0 to 1, now and then.

        Returns:
            The turns in order; voices are numbered as they are first heard.

        Raises:
            EngineFailed: It stopped.
        """
