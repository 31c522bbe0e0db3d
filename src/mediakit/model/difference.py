"""What differs between two versions of a transcript."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from mediakit.model.transcript import Segment, Transcript


@dataclass(frozen=True, slots=True)
class Difference:
    """Segments of one version, and those of the other in their place.

    Attributes:
        before: In the first version; none where something was added.
        after: In the second version; none where something was left out.
    """

    before: tuple[Segment, ...]
    after: tuple[Segment, ...]


def differences(before: Transcript, after: Transcript) -> Iterator[Difference]:
    """Yield what differs in times, speakers, languages or text, in order."""
    one, other = map(_read, (before, after))
    for same, first, last, begin, stop in SequenceMatcher(
        None, one, other, autojunk=False
    ).get_opcodes():
        if same != "equal":
            yield Difference(before.segments[first:last], after.segments[begin:stop])


def _read(transcript: Transcript) -> list[tuple[int, int, str, str, str]]:
    return [
        (s.start, s.end, s.speaker, s.language or transcript.language, s.text)
        for s in transcript.segments
    ]
