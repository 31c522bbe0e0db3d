"""Ask the gate about one part of a clip at the moment when it is needed.

Interpreting takes hours: somebody may withdraw between two segments.
"""

from collections.abc import Callable, Sequence

from mediakit.catalog.catalog import Catalog
from mediakit.model.clip import Clip
from mediakit.model.leaving import Shown
from mediakit.model.timecode import TimeRange
from mediakit.workflows.pass_gate import Purpose, pass_gate

Ask = Callable[[TimeRange], None]
"""Raises ConsentRefused or ConsentWithdrawn where a part may not be used."""


def asking(catalog: Catalog, clip: Clip, purposes: Sequence[Purpose]) -> Ask:
    """Return what asks whether a part of a clip is open to all *purposes* now."""

    def ask(part: TimeRange) -> None:
        records = catalog.read()
        for purpose in purposes:
            pass_gate(records, purpose, ((clip.id, part),), Shown.SOUND)

    return ask
