"""Names before a colon, at the beginning of what is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mediakit.formats.base import Cue

_NAME = re.compile(r"([^\s:][^:\n]{0,39}):[ \t]+(?=\S)")


def split_off_speakers(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return cues with their speakers, if most of the texts begin with a name.

    Fewer could as well be sentences with a colon.
    """
    names = [_NAME.match(cue.segment.text) for cue in cues]
    if 2 * sum(map(bool, names)) <= len(cues):
        return tuple(cues)
    return tuple(
        replace(
            cue,
            segment=replace(
                cue.segment, speaker=name[1], text=cue.segment.text[name.end() :]
            ),
        )
        if name
        else cue
        for cue, name in zip(cues, names, strict=True)
    )
