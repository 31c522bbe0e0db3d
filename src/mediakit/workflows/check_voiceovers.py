"""Verify what interpreters say over excerpts: their recordings are originals too."""

from collections.abc import Iterator

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.library import ReadFailed
from mediakit.errors.voiceovers import VoiceoverLost
from mediakit.library import Library
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.check_recordings import CHANGED, MISSING
from mediakit.workflows.verify_file import verify_file


def check_voiceovers(
    library: Library, records: Records, *, quick: bool
) -> Iterator[tuple[str, tuple[MediakitError, ...]]]:
    """Yield each voice-over, with what is wrong with its recording.

    Args:
        library: Where they are.
        records: The voice-overs.
        quick: Verify that they are there, not their contents.
    """
    for one in records.all(Voiceover):
        yield one.id, _problems(library, one, quick=quick)


def _problems(
    library: Library, one: Voiceover, *, quick: bool
) -> tuple[MediakitError, ...]:
    path = library.resolve(one.path)
    if not library.owns(path):
        why = sentence("it is not in the library")
        return (ReadFailed(path=str(path), reason=why),)

    def lost(text: str) -> VoiceoverLost:
        return VoiceoverLost(path=str(path), voiceover=one.id, reason=Reason(text))

    return verify_file(
        path,
        None,
        one.sha256,
        quick=quick,
        missing=lost(MISSING),
        changed=lost(CHANGED),
    )
