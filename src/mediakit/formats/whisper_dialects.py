"""What each of Whisper's programs means by its JSON; see `whisper_json`."""

import math
from collections.abc import Sequence
from dataclasses import replace

from mediakit.errors.base import Reason, sentence
from mediakit.errors.transcripts import TranscriptJsonUnreadable
from mediakit.formats.base import Cue
from mediakit.formats.repairs import Mended, Repair
from mediakit.formats.timed_words import LooseWord, group, share_out, timed
from mediakit.formats.whisper_shapes import (
    JsonChunk,
    JsonFile,
    JsonSegment,
    JsonSpoken,
    JsonWord,
)
from mediakit.model.transcript import Segment


def cues_of(found: JsonFile, file: str) -> tuple[list[Cue], list[Repair]]:
    """Turn what a file holds, in whichever dialect, into cues.

    Raises:
        TranscriptJsonUnreadable: A segment does not say where it begins.
    """
    if found.segments:
        return _from_segments(found.segments, found.words or (), file)
    if found.transcription:
        segments = [_from_whisper_cpp(spoken) for spoken in found.transcription]
    elif found.chunks:
        return _from_chunks(found.chunks, file)
    else:
        segments = group([_loose(word) for word in found.words or ()])
    return [Cue(n, segment) for n, segment in enumerate(segments, start=1)], []


def _from_segments(
    found: Sequence[JsonSegment], beside: Sequence[JsonWord], file: str
) -> tuple[list[Cue], list[Repair]]:
    cues, repairs = [], []
    for number, raw in enumerate(found, start=1):
        start = _start(raw.start, number, file)
        end = start if raw.end is None else _ms(raw.end)
        loose = [_loose(word) for word in raw.words or ()]
        if raw.end is None:
            repairs.append(Repair(Mended.END_MISSING, number))
        if not all(word.is_timed for word in loose):
            repairs.append(Repair(Mended.WORD_TIMES, number))
        segment = Segment(
            start=start,
            end=end,
            text=raw.text.strip(),
            speaker="" if raw.speaker is None else str(raw.speaker),
            words=timed(loose, start, end),
            probability=_certainty(raw.avg_logprob),
            no_speech=raw.no_speech_prob,
        )
        cues.append(Cue(number, segment, raw.end is None))
    if beside and not any(cue.segment.words for cue in cues):
        words = timed([_loose(word) for word in beside], 0, cues[-1].segment.end)
        shared = share_out(words, [cue.segment for cue in cues])
        cues = [
            replace(cue, segment=segment)
            for cue, segment in zip(cues, shared, strict=True)
        ]
    return cues, repairs


def _from_chunks(
    found: Sequence[JsonChunk], file: str
) -> tuple[list[Cue], list[Repair]]:
    if len(found) > 1 and all(len(chunk.text.split()) <= 1 for chunk in found):
        words = [
            LooseWord(
                chunk.text, *(None if t is None else _ms(t) for t in chunk.timestamp)
            )
            for chunk in found
        ]
        segments = group(words)
        return [Cue(n, segment) for n, segment in enumerate(segments, start=1)], []
    cues, repairs = [], []
    for number, chunk in enumerate(found, start=1):
        start = _start(chunk.timestamp[0], number, file)
        end = chunk.timestamp[1]
        if end is None:
            repairs.append(Repair(Mended.END_MISSING, number))
        segment = Segment(
            start=start, end=start if end is None else _ms(end), text=chunk.text.strip()
        )
        cues.append(Cue(number, segment, end is None))
    return cues, repairs


def _from_whisper_cpp(spoken: JsonSpoken) -> Segment:
    """Join tokens into words: one that begins with a space begins a word."""
    words: list[LooseWord] = []
    for token in spoken.tokens or ():
        if token.offsets is None or token.text.startswith("[_"):
            continue
        start, end = token.offsets.start, token.offsets.end
        if words and not token.text.startswith(" "):
            last = words[-1]
            words[-1] = LooseWord(
                last.text + token.text, last.start, end, last.probability
            )
        else:
            words.append(LooseWord(token.text, start, end, token.p))
    start, end = spoken.offsets.start, spoken.offsets.end
    words = _whole(words, spoken.text.split())
    return Segment(
        start=start,
        end=end,
        text=spoken.text.strip(),
        speaker="" if spoken.speaker is None else str(spoken.speaker),
        words=timed(words, start, end),
    )


def _whole(words: list[LooseWord], said: Sequence[str]) -> list[LooseWord]:
    """Take the letters of words from the text: tokens may hold half a letter."""
    if len(words) != len(said):
        return words
    return [
        LooseWord(text, word.start, word.end, word.probability)
        for word, text in zip(words, said, strict=True)
    ]


def _loose(word: JsonWord) -> LooseWord:
    probability = word.score if word.probability is None else word.probability
    return LooseWord(
        word.word or word.text,
        None if word.start is None else _ms(word.start),
        None if word.end is None else _ms(word.end),
        probability,
    )


def _start(seconds: float | None, number: int, file: str) -> int:
    if seconds is None:
        reason = Reason(
            sentence("segment {number} does not say when it starts"), number=number
        )
        raise TranscriptJsonUnreadable(file=file, reason=reason)
    return _ms(seconds)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _certainty(log_probability: float | None) -> float | None:
    return None if log_probability is None else math.exp(min(log_probability, 0.0))
