"""What a file claims besides words and times, taken only where it can be true.

Files come from strangers: a probability of -1 has no logarithm, and a doubt or the
name of an engine may be there to command a terminal.
"""

import re
from dataclasses import replace

from mediakit.formats.letters import one_line
from mediakit.model.language import tag_or_nothing
from mediakit.model.transcript import Segment, Source, Word

_FLAG = re.compile(r"[a-z][a-z-]{0,39}")
_MOST_FLAGS = 20
_LONGEST = 500  # letters


def believable(segment: Segment) -> Segment:
    """Return a segment without what cannot be true of it."""
    return replace(
        segment,
        language=tag_or_nothing(segment.language) if segment.language else "",
        probability=_probability(segment.probability),
        no_speech=_probability(segment.no_speech),
        flags=tuple(filter(_FLAG.fullmatch, segment.flags))[:_MOST_FLAGS],
        words=tuple(map(_word, segment.words)),
    )


def believable_source(source: Source) -> Source:
    """Return a source whose names are a line each, and no longer than names are."""
    return replace(
        source,
        engine=_name(source.engine),
        model=_name(source.model),
        model_sha256=_name(source.model_sha256),
        notice=_name(source.notice),
        by=_name(source.by),
        date=_name(source.date),
    )


def _probability(claimed: float | None) -> float | None:
    return claimed if claimed is None or 0 <= claimed <= 1 else None


def _word(word: Word) -> Word:
    probability = _probability(word.probability)
    same = probability == word.probability
    return word if same else replace(word, probability=probability)


def _name(text: str) -> str:
    return one_line(text)[:_LONGEST]
