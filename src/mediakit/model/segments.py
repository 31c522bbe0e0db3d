"""Segments taken apart, put together, or written anew; their words stay in time."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mediakit.model.retiming import retime
from mediakit.model.transcript import Segment, Word

# what Whisper times by itself, but is written on to the word before: "-nous", "'s"
_ATTACHED = re.compile(r" (?=[-'\u2019]\w)")


def as_written(words: Iterable[str]) -> str:
    """Return words in their order as a text, an enclitic on the word it belongs to."""
    return _ATTACHED.sub("", " ".join(words))


def rewritten(
    known: Sequence[Segment], *, start: int, end: int, text: str, speaker: str
) -> Segment:
    """Return a segment as a person wrote it, in the place of others.

    One that is there already stays as it is, doubts and all. Of another, the words
    are timed by those that were there; a person's words are not doubted.

    Args:
        known: The segments before the correction.
        start: Milliseconds.
        end: Milliseconds.
        text: What is said.
        speaker: Who says it, or empty.
    """
    same = [one for one in known if (one.start, one.end) == (start, end)]
    for segment in same:
        if (segment.text, segment.speaker) == (text, speaker):
            return segment
        if segment.text == text:
            return replace(segment, speaker=speaker, speaker_guessed=False)
    there = same or [one for one in known if _meet(one, start, end)]
    words = [word for segment in there for word in segment.words]
    said = [word for word in words if start <= _middle(word) <= end]
    languages = {segment.language for segment in there}
    return Segment(
        start=start,
        end=end,
        text=text,
        speaker=speaker,
        language=languages.pop() if len(languages) == 1 else "",
        words=retime(said, text, start=start, end=end) if words else (),
        speaker_guessed=any(
            one.speaker_guessed and one.speaker == speaker for one in there
        ),
    )


def split(segment: Segment, time: int) -> tuple[Segment, Segment]:
    """Return a segment as two: the words before *time*, and those after.

    A word belongs to the side its middle is on. Where not every word is timed, as
    many letters go to each side as time does.

    Args:
        segment: The segment.
        time: Milliseconds, inside it.
    """
    first = tuple(word for word in segment.words if _middle(word) < time)
    second = segment.words[len(first) :]
    if " ".join(segment.text.split()) == _text(segment.words):
        texts = (_text(first), _text(second))
    else:
        texts = _halves(segment, time)
    return (
        replace(segment, end=time, text=texts[0], words=_until(first, time)),
        replace(segment, start=time, text=texts[1], words=_since(second, time)),
    )


def joined(segments: Sequence[Segment]) -> Segment:
    """Return segments that follow each other as one, with the first one's speaker."""
    known = [segment.probability for segment in segments]
    sure = [one for one in known if one is not None]
    return replace(
        segments[0],
        end=max(segment.end for segment in segments),
        text=" ".join(segment.text for segment in segments if segment.text),
        words=tuple(word for segment in segments for word in segment.words),
        probability=min(sure) if len(sure) == len(known) else None,
        no_speech=None,
        flags=tuple(dict.fromkeys(f for one in segments for f in one.flags)),
    )


def _meet(segment: Segment, start: int, end: int) -> bool:
    return segment.start < end and start < segment.end


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2


def _text(words: Sequence[Word]) -> str:
    return as_written(word.text for word in words)


def _until(words: tuple[Word, ...], time: int) -> tuple[Word, ...]:
    return tuple(replace(w, end=min(w.end, time)) for w in words)


def _since(words: tuple[Word, ...], time: int) -> tuple[Word, ...]:
    return tuple(replace(w, start=max(w.start, time)) for w in words)


def _halves(segment: Segment, time: int) -> tuple[str, str]:
    written = segment.text.split()
    share = (time - segment.start) / max(1, segment.end - segment.start)
    said = 0
    for count, word in enumerate(written):
        if said + len(word) / 2 > share * sum(map(len, written)):
            return " ".join(written[:count]), " ".join(written[count:])
        said += len(word)
    return segment.text, ""
