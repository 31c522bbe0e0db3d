"""The reasons the gate gives."""

from enum import StrEnum


class Cause(StrEnum):
    """Why; the same words in ``--json``."""

    # refused
    WITHDRAWN = "withdrawn"
    PENDING = "pending"
    UNKNOWN_VOICE = "unknown-voice"
    BEYOND_SCOPE = "beyond-scope"
    EXCLUDED = "excluded"
    ENDED = "ended"
    EMBARGO = "embargo"
    EMBARGO_ENDED = "embargo-ended"
    NO_TRANSCRIBE = "no-transcribe"
    NO_RESEARCH = "no-research"
    # conditions
    NO_FACE = "no-face"
    NO_VOICE = "no-voice"
    NO_NAME = "no-name"
