"""A conversation of two made-up voices, in a test's library."""

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo, SoundStream
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.speaker_models import voice, write_sound
from tests.speech import silence

QUESTION = Segment(
    start=0,
    end=3000,
    text="Venez-vous ? Oui.",
    words=(Word(0, 1000, "Venez-vous ?"), Word(2000, 3000, "Oui.")),
)
ANSWER = Segment(start=4000, end=5000, text="À demain.")


def put_conversation(library: Library, catalog: Catalog) -> Clip:
    """Add a clip in which one voice asks, and another answers twice."""
    path = "assets/c-0000000001.wav"
    duration = write_sound(
        library.resolve(path),
        *(voice(1, low=False), silence(1), voice(1, low=True), silence(1)),
        voice(1, low=True),
    )
    streams = (SoundStream(codec="pcm_s16le", channels=1, sample_rate=16_000),)
    media = MediaInfo(kind="sound", duration=duration, container="wav", sound=streams)
    with catalog.change() as change:
        return change.put(a_clip(media=media, path=path))


def put_words(
    library: Library, catalog: Catalog, clip: Clip, *segments: Segment
) -> TranscriptRecord:
    """Keep what a machine wrote of it."""
    source = Source(origin=Origin.MACHINE, engine="faster-whisper", model="small")
    said = segments or (QUESTION, ANSWER)
    words = Transcript(clip=clip.id, language="fr", segments=said, source=source)
    return keep_transcript(library, catalog, words, state=State.MACHINE)
