"""Keep the transcripts of another tool's project."""

from collections import Counter

from mediakit.catalog.catalog import Change
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.exchange.refi_project import WrittenTranscript
from mediakit.exchange.refi_text import language_of, origin_of, read_text
from mediakit.formats.base import Cue
from mediakit.formats.claims import believable
from mediakit.formats.mend import mend
from mediakit.formats.registry import MOST_SEGMENTS
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.guid import guid_of
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.import_transcript import same_words
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.load_transcript import load_transcript

ADDED, KNOWN = "transcripts_added", "transcripts_known"

_FORMAT = "qdpx"
_NO_TIMES = sentence("{name}: a transcript without times ({transcript}).")
_NO_TEXT = sentence("{name}: a transcript without its text ({transcript}).")
_NO_LANGUAGE = sentence(
    "{name}: nothing says which language a transcript is in ({transcript}); say it "
    "with --language."
)
_TOO_LONG = sentence("{name}: a transcript with too many segments ({transcript}).")


class WordsTakenIn:
    """The transcripts of one project.

    One whose words are all in a transcript that is there already is that one, even
    where some were left out when it was written: nothing takes its place.

    Args:
        library: Where their words go.
        change: Where they are recorded.
        tag: The language that they are in, where they do not say it.

    Attributes:
        counts: How many are new, and were there already.
        left: Why some were not taken in.
    """

    def __init__(self, library: Library, change: Change, tag: str) -> None:
        self._library, self._change, self._tag = library, change, tag
        self._records = {guid_of(one.id): one for one in change.all(TranscriptRecord)}
        self.counts: Counter[str] = Counter()
        self.left: list[Reason] = []

    def take(self, transcript: WrittenTranscript, clip: Clip) -> None:
        """Keep a transcript of a clip, unless the clip has its words."""
        read = read_text(transcript, clip.media.duration)
        if len(read) > MOST_SEGMENTS:
            self._leave(_TOO_LONG, transcript, clip)
            return
        cues = [Cue(number, one) for number, one in enumerate(read, start=1)]
        segments = tuple(map(believable, mend(cues, clip.media.duration)[0]))
        if not segments:
            told = _NO_TIMES if transcript.text.strip() else _NO_TEXT
            self._leave(told, transcript, clip)
            return
        record = self._records.get(transcript.guid)
        if record is not None and self._says(record, segments):
            self.counts[KNOWN] += 1
            return
        self._keep(transcript, clip, segments, record)

    def _keep(
        self,
        transcript: WrittenTranscript,
        clip: Clip,
        segments: tuple[Segment, ...],
        record: TranscriptRecord | None,
    ) -> None:
        language = record.language if record else language_of(transcript)
        only = clip.languages[0] if len(clip.languages) == 1 else ""
        language = language or self._tag or only
        if not language:
            self._leave(_NO_LANGUAGE, transcript, clip)
            return
        origin = _origin(transcript)
        words = Transcript(
            segments=segments,
            language=language,
            source=Source(origin=origin, file_format=_FORMAT),
            clip=clip.id,
        )
        if same_words(self._library, self._change, words):
            self.counts[KNOWN] += 1
            return
        heard = origin in {Origin.MACHINE, Origin.MACHINE_TRANSLATION}
        state = State.MACHINE if heard else State.UNCHECKED
        put_transcript(self._library, self._change, words, state=state)
        self.counts[ADDED] += 1

    def _says(self, record: TranscriptRecord, segments: tuple[Segment, ...]) -> bool:
        """Tell whether a transcript says all that *segments* do, when they do."""
        try:
            said = load_transcript(self._library, record).segments
        except MediakitError:
            return False  # 'check' reports what cannot be read
        known = {(one.start, one.end, one.text) for one in said}
        return all((one.start, one.end, one.text) in known for one in segments)

    def _leave(self, text: str, transcript: WrittenTranscript, clip: Clip) -> None:
        name = transcript.name or transcript.guid
        self.left.append(Reason(text, name=clip.title, transcript=name))


def _origin(transcript: WrittenTranscript) -> Origin:
    """Return where words come from: what a file claims to be checked, is imported."""
    said = origin_of(transcript)
    known = {one.value: one for one in Origin if one is not Origin.SEGMENTS}
    origin = known.get(said, Origin.IMPORTED)
    return Origin.IMPORTED if origin is Origin.CORRECTED else origin
