"""Cut a clip into segments by its voice alone, in a language that no model knows."""

from collections.abc import Iterator

from mediakit.catalog.catalog import Catalog
from mediakit.engines.breaths import breaths
from mediakit.errors.interpreting import NothingToInterpret
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.find_segments import pass_clip
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.read_sound import sound_of


def cut_segments(
    library: Library, catalog: Catalog, clip: Clip, purpose: Purpose
) -> Iterator[int | TranscriptRecord]:
    """Find where somebody speaks, and keep it as a transcript without words.

    It is kept, so that the numbers of its segments never change.

    Args:
        library: The library.
        catalog: Its catalog.
        clip: What to listen to.
        purpose: To have a machine listen.

    Yields:
        How far it is, in milliseconds of the clip; at the end, the transcript.

    Raises:
        NothingToInterpret: Nobody speaks in it.
        ClipNotFound: It was removed meanwhile.
        ConsentRefused, ConsentWithdrawn: The clip is closed to this purpose.
        MediakitError: Its sound cannot be read; see `sound_of`.
    """
    pass_clip(catalog.read(), clip, purpose)
    segments = []
    for start, end in breaths(sound_of(library, clip)):
        segments.append(Segment(start=start, end=end, text=""))
        yield end
    if not segments:
        raise NothingToInterpret(clip=clip.id)
    transcript = Transcript(
        clip=clip.id,
        language=clip.languages[0] if len(clip.languages) == 1 else "",
        segments=tuple(segments),
        source=Source(origin=Origin.SEGMENTS),
    )
    with catalog.change() as change:
        pass_clip(change, clip, purpose)
        yield put_transcript(library, change, transcript, state=State.UNCHECKED)
