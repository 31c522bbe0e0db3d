"""Times for words that a person corrected.

Words that did not change keep their times; a changed stretch shares the time of
the words it takes the place of, each word by its letters.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise, takewhile

from mediakit.model.transcript import Word

# an hour in one segment is 10,000 words: where nearly all were rewritten, which of
# them are the same is not worth minutes
_MOST = 1_000_000


def retime(
    known: Sequence[Word], text: str, *, start: int, end: int
) -> tuple[Word, ...]:
    """Return the words of *text* with times between *start* and *end*.

    Upper and lower case, accents' encoding and punctuation do not make another
    word: it is written as in *text* and keeps its times and its probability.

    Args:
        known: The timed words that *text* corrects, in order; those outside the
            time are brought to its edge.
        text: What is said.
        start: Milliseconds: when the first may begin.
        end: Milliseconds: when the last may end.
    """
    written = text.split()
    inside = [
        Word(_within(w.start, start, end), _within(w.end, start, end), w.text)
        for w in known
    ]
    old, new = [_bare(word.text) for word in known], list(map(_bare, written))
    words: list[Word] = []
    for is_same, (first, last), (begin, stop) in _stretches(old, new):
        if is_same:
            words += (
                Word(placed.start, placed.end, spelled, source.probability)
                for placed, source, spelled in zip(
                    inside[first:last],
                    known[first:last],
                    written[begin:stop],
                    strict=True,
                )
            )
        elif begin < stop:
            left = inside[first - 1].end if first else start
            right = inside[last].start if last < len(inside) else end
            if first < last:
                left = max(left, inside[first].start)
                right = min(right, inside[last - 1].end)
            words += _shared(written[begin:stop], left, max(left, right))
    return tuple(words)


def _stretches(
    old: Sequence[str], new: Sequence[str]
) -> list[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Return the stretches that are the same, and those between, in order.

    With the fewest words added, left out and replaced: Wagner and Fischer, The
    String-to-String Correction Problem (1974). *difflib* looks for long stretches
    instead, and finds a name again in the next sentence.
    """
    stretches: list[tuple[bool, tuple[int, int], tuple[int, int]]] = []
    i = j = 0
    for is_same, across, down in _steps(old, new):
        if not (across or down):
            continue
        if stretches and stretches[-1][0] == is_same:
            _same, (first, _last), (begin, _stop) = stretches.pop()
        else:
            first, begin = i, j
        i, j = i + across, j + down
        stretches.append((is_same, (first, i), (begin, j)))
    return stretches


def _steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, int, int]]:
    """Return whether each step is the same words, and how many of each it takes."""
    head = _alike(zip(old, new, strict=False))
    old, new = old[head:], new[head:]
    tail = _alike(zip(reversed(old), reversed(new), strict=False))
    old, new = old[: len(old) - tail], new[: len(new) - tail]
    middle = [(False, len(old), len(new))]
    if len(old) * len(new) <= _MOST:
        middle = _fewest(old, new)
    return [(True, head, head), *middle, (True, tail, tail)]


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """Return how many pairs are of the same word, up to the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _fewest(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, int, int]]:
    """Return the steps with the fewest changes; time and memory grow as the product."""
    costs = [list(range(len(new) + 1))]
    for i, word in enumerate(old, start=1):
        row = [i]
        for j, other in enumerate(new, start=1):
            replaced = costs[i - 1][j - 1] + (word != other)
            row.append(min(replaced, costs[i - 1][j] + 1, row[-1] + 1))
        costs.append(row)
    steps: list[tuple[bool, int, int]] = []
    i, j = len(old), len(new)
    while i or j:
        cost = costs[i][j]
        is_same = bool(i and j) and old[i - 1] == new[j - 1]
        if i and j and cost == costs[i - 1][j - 1] + (not is_same):
            step = (is_same, 1, 1)
        elif i and cost == costs[i - 1][j] + 1:
            step = (False, 1, 0)
        else:
            step = (False, 0, 1)
        steps.append(step)
        i, j = i - step[1], j - step[2]
    return steps[::-1]


def _within(time: int, start: int, end: int) -> int:
    return max(start, min(time, end))


def _bare(word: str) -> str:
    folded = unicodedata.normalize("NFC", word).casefold()
    return "".join(c for c in folded if c.isalnum()) or folded


def _shared(written: Sequence[str], start: int, end: int) -> list[Word]:
    """Share a stretch of time among words by their letters."""
    sums = [0, *accumulate(map(len, written))]
    edges = [start + (end - start) * letters // sums[-1] for letters in sums]
    return [
        Word(left, right, text)
        for (left, right), text in zip(pairwise(edges), written, strict=True)
    ]
