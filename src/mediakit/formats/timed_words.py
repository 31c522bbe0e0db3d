"""Words as speech engines time them, made into the words of segments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.model.transcript import Segment, Word

_PAUSE = 1_000
_LONGEST = 40
_STOPS = (".", "!", "?", "…", "\N{ARABIC QUESTION MARK}", "\N{ARABIC FULL STOP}")


@dataclass(frozen=True, slots=True)
class LooseWord:
    """A word as a file has it.

    Attributes:
        text: With the space before it, in files that keep it.
        start: Milliseconds, if the file says.
        end: Milliseconds, if the file says.
        probability: 0 to 1, if the file says.
    """

    text: str
    start: int | None
    end: int | None
    probability: float | None = None

    @property
    def is_timed(self) -> bool:
        """Whether both times are known, and in order."""
        return (
            self.start is not None and self.end is not None and self.end >= self.start
        )


def timed(words: Sequence[LooseWord], start: int, end: int) -> tuple[Word, ...]:
    """Give each word times: its own, or those its neighbours leave it.

    Args:
        words: In the order they are said; those without text are left out.
        start: When the first may begin, if it does not say.
        end: When the last may end, if it does not say.
    """
    said = [word for word in words if word.text.strip()]
    following: list[int] = []
    after = end
    for word in reversed(said):
        following.append(after)
        after = after if word.start is None else word.start
    result: list[Word] = []
    before = start
    for word, after in zip(said, reversed(following), strict=True):
        begin = before if word.start is None else word.start
        stop = after if word.end is None else word.end
        before = max(begin, stop)
        result.append(Word(begin, before, word.text.strip(), word.probability))
    return tuple(result)


def share_out(words: Sequence[Word], segments: Sequence[Segment]) -> list[Segment]:
    """Give each segment the words whose middle lies before its end."""
    shared, next_word = [], 0
    for number, segment in enumerate(segments, start=1):
        first = next_word
        last = number == len(segments)
        while next_word < len(words) and (
            last or words[next_word].start + words[next_word].end < 2 * segment.end
        ):
            next_word += 1
        shared.append(replace(segment, words=tuple(words[first:next_word])))
    return shared


def group(words: Sequence[LooseWord]) -> list[Segment]:
    """Make segments of words alone: at pauses, after sentences, or when too long."""
    # some files keep the spaces between words, and glue what belongs together
    glue = "" if any(word.text.startswith(" ") for word in words) else " "
    segments, begun = [], 0
    all_timed = timed(words, 0, 0)
    raw = [word.text for word in words if word.text.strip()]
    for index, word in enumerate(all_timed, start=1):
        at_end = index == len(all_timed)
        if (
            at_end
            or all_timed[index].start - word.end >= _PAUSE
            or word.text.endswith(_STOPS)
            or index - begun >= _LONGEST
        ):
            said = all_timed[begun:index]
            text = glue.join(raw[begun:index]).strip()
            end = max(each.end for each in said)
            segments.append(
                Segment(start=said[0].start, end=end, text=text, words=said)
            )
            begun = index
    return segments
