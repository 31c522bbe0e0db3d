"""Find the recording of a voice-over, as it was kept."""

from pathlib import Path

from mediakit.errors.base import Reason
from mediakit.errors.voiceovers import VoiceoverLost
from mediakit.files import checksum, is_file
from mediakit.library import Library
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.check_recordings import CHANGED, MISSING


def find_recording(library: Library, one: Voiceover) -> Path:
    """Return where the recording of a voice-over is.

    Raises:
        VoiceoverLost: It is missing, or not what was kept.
    """
    path = library.resolve(one.path)
    if not library.owns(path) or not is_file(path):
        raise VoiceoverLost(path=str(path), voiceover=one.id, reason=Reason(MISSING))
    if checksum(path) != one.sha256:
        raise VoiceoverLost(path=str(path), voiceover=one.id, reason=Reason(CHANGED))
    return path
