"""Doubts about a segment. Nothing is left out for a doubt: people decide.

Speech models invent text over noise, get stuck in loops and lose track of time.
Each sign of it has a name here, kept in ``Segment.flags``.
"""

import zlib
from dataclasses import replace
from enum import StrEnum

from mediakit.model.transcript import Segment

UNSURE_LANGUAGE = 0.7

# Whisper's own limits of a loop and of silence
# (https://github.com/openai/whisper/blob/main/whisper/transcribe.py)
_LOOP_RATIO = 2.4
_NO_SPEECH = 0.6
# fast speech has about 20 letters a second
_LETTERS_A_SECOND = 30
_TOO_SHORT_TO_TELL = 12
_PAST_END = 500


class Flag(StrEnum):
    """What is doubtful about a segment.

    Attributes:
        REPEATED: The text of the segment before again, or a loop within it.
        PAST_END: The model's times went beyond the sound it was given.
        TOO_FAST: More letters a second than anybody speaks.
        NO_SPEECH: The model thinks it likely that nobody speaks.
        LANGUAGE_UNSURE: The language was detected, and may be another.
    """

    REPEATED = "repeated"
    PAST_END = "past-end"
    TOO_FAST = "too-fast"
    NO_SPEECH = "no-speech"
    LANGUAGE_UNSURE = "language-unsure"


def flagged(
    segment: Segment, before: Segment | None, *, past_end: int, sureness: float | None
) -> Segment:
    """Return the segment with its flags.

    Args:
        segment: The segment, its times within the recording.
        before: The one before it in the recording.
        past_end: How many milliseconds the model's times went too far.
        sureness: The probability of the language, if it was detected.
    """
    doubts = {
        Flag.REPEATED: _repeats(segment.text, before.text if before else ""),
        Flag.PAST_END: past_end > _PAST_END,
        Flag.TOO_FAST: _too_fast(segment),
        Flag.NO_SPEECH: (segment.no_speech or 0) > _NO_SPEECH,
        Flag.LANGUAGE_UNSURE: sureness is not None and sureness < UNSURE_LANGUAGE,
    }
    return replace(segment, flags=tuple(str(flag) for flag in doubts if doubts[flag]))


def _repeats(text: str, before: str) -> bool:
    if text.casefold() == before.casefold():
        return len(text) > _TOO_SHORT_TO_TELL
    encoded = text.encode()
    return len(encoded) / len(zlib.compress(encoded)) > _LOOP_RATIO


def _too_fast(segment: Segment) -> bool:
    letters = len(segment.text)
    seconds = (segment.end - segment.start) / 1000
    return letters > max(_TOO_SHORT_TO_TELL, seconds * _LETTERS_A_SECOND)
