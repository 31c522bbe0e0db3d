"""Doubts about a segment. Nothing is left out for a doubt: people decide.

Speech models invent text over noise, get stuck in loops and lose track of time.
Each sign of it has a name here, kept in ``Segment.flags``.
"""

import zlib
from dataclasses import dataclass, replace
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
# -60 dB: the hiss of a phone in a quiet room is ten times louder
_SILENT = 0.001


class Flag(StrEnum):
    """What is doubtful about a segment.

    Attributes:
        REPEATED: The text of the segment before again, a loop within it, or only
            what the model was prompted with.
        PAST_END: The model's times went beyond the sound it was given.
        TOO_FAST: More letters a second than anybody speaks.
        NO_SPEECH: The model thinks it likely that nobody speaks.
        SILENCE: There is hardly any sound.
        LANGUAGE_UNSURE: The language was detected, and may be another.
        LANGUAGE_CHANGED: It is in another language than the segment before.
    """

    REPEATED = "repeated"
    PAST_END = "past-end"
    TOO_FAST = "too-fast"
    NO_SPEECH = "no-speech"
    SILENCE = "silence"
    LANGUAGE_UNSURE = "language-unsure"
    LANGUAGE_CHANGED = "language-changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What is known of a segment beside its text.

    Attributes:
        past_end: How many milliseconds the model's times went too far.
        loudness: Root mean square of its sound, 1 being the loudest tone.
        sureness: The probability of the language, if it was detected.
        prompt: What the model was prompted with.
    """

    past_end: int = 0
    loudness: float = 1.0
    sureness: float | None = None
    prompt: str = ""


def flagged(segment: Segment, before: Segment | None, signs: Signs) -> Segment:
    """Return the segment with its flags; *before* is the one before it."""
    sureness = signs.sureness
    doubts = {
        Flag.REPEATED: _repeats(segment.text, before.text if before else "")
        or _echoes(segment.text, signs.prompt),
        Flag.PAST_END: signs.past_end > _PAST_END,
        Flag.TOO_FAST: _too_fast(segment),
        Flag.NO_SPEECH: (segment.no_speech or 0) > _NO_SPEECH,
        Flag.SILENCE: signs.loudness < _SILENT,
        # a segment that is surely in another says so
        Flag.LANGUAGE_UNSURE: sureness is not None
        and sureness < UNSURE_LANGUAGE
        and not segment.language,
        Flag.LANGUAGE_CHANGED: segment.language != (before.language if before else ""),
    }
    return replace(segment, flags=tuple(str(flag) for flag in doubts if doubts[flag]))


def _repeats(text: str, before: str) -> bool:
    if text.casefold() == before.casefold():
        return len(text) > _TOO_SHORT_TO_TELL
    encoded = text.encode()
    return len(encoded) / len(zlib.compress(encoded)) > _LOOP_RATIO


def _echoes(text: str, prompt: str) -> bool:
    return len(text) > _TOO_SHORT_TO_TELL and text.casefold() in prompt.casefold()


def _too_fast(segment: Segment) -> bool:
    letters = len(segment.text)
    seconds = (segment.end - segment.start) / 1000
    return letters > max(_TOO_SHORT_TO_TELL, seconds * _LETTERS_A_SECOND)
