"""What is said in a film: the words of its lines, in every language there is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from mediakit.model.current import current_transcripts, preferred
from mediakit.model.film import Film, FilmLine, LineKind
from mediakit.model.frame_rate import FrameRate
from mediakit.model.ids import ClipId
from mediakit.model.language import primary
from mediakit.model.leaving import Part, spoken
from mediakit.model.quotation import reach, segments_within, words_within
from mediakit.model.review import is_checked
from mediakit.model.timecode import TimeRange
from mediakit.model.timeline import Card, Cue, Shot
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.subtitle_lines import subtitle_lines, text_lines


@dataclass(slots=True)
class FilmWords:
    """The transcripts of the clips in a film, each read once.

    Attributes:
        library: Where the words are.
        records: The current transcripts of each clip, the one to take first.
        unreadable: What could not be read, and why.
    """

    library: Library
    records: Mapping[ClipId, Sequence[TranscriptRecord]]
    unreadable: dict[ClipId, MediakitError] = field(default_factory=dict)
    _loaded: dict[str, Transcript] = field(default_factory=dict)

    def speech(self, clip: ClipId) -> TranscriptRecord | None:
        """Return what says what is spoken in a clip, if anything does."""
        of_clip = self.records.get(clip, ())
        return next((one for one in of_clip if one.origin.is_speech), None)

    def in_language(self, clip: ClipId, language: str) -> TranscriptRecord | None:
        """Return what says it in a language: as it is spoken, or as translated."""
        return next(
            (
                one
                for one in self.records.get(clip, ())
                if primary(one.language) == primary(language)
            ),
            None,
        )

    def languages(self, clip: ClipId) -> tuple[str, ...]:
        """Return the languages in which the words of a clip are there."""
        of_clip = self.records.get(clip, ())
        return tuple(dict.fromkeys(one.language for one in of_clip))

    def load(self, record: TranscriptRecord) -> Transcript:
        """Return the words of a transcript; none where they cannot be read."""
        if record.id not in self._loaded:
            try:
                self._loaded[record.id] = load_transcript(self.library, record)
            except MediakitError as error:
                self.unreadable[record.clip] = error
                self._loaded[record.id] = Transcript(segments=())
        return self._loaded[record.id]

    def said(
        self,
        record: TranscriptRecord | None,
        part: TimeRange,
        opened: Callable[[Part], bool] = lambda _part: True,
    ) -> str:
        """Return what a transcript says in a part, on one line.

        Args:
            record: The transcript.
            part: The part of its clip.
            opened: Tells whether words may be read that are said beside it.
        """
        if record is None:
            return ""
        said = self.load(record)
        if not opened((record.clip, reach(said, part))):
            return ""
        return " ".join(words_within(said, part).split())

    def is_checked(self, record: TranscriptRecord, part: TimeRange) -> bool:
        """Tell whether a person checked all that a transcript says in a part."""
        if record.is_checked:
            return True
        said = (
            one
            for one in self.load(record).segments
            if one.text and spoken(one).overlaps(part)
        )
        return all(is_checked(record, one) for one in said)

    def is_machines(self, record: TranscriptRecord | None, part: TimeRange) -> bool:
        """Tell whether a machine wrote what is said in a part, and nobody checked."""
        if record is None or record.state is not State.MACHINE:
            return False
        return not self.is_checked(record, part)


def film_words(
    library: Library, records: Records, clips: Iterable[ClipId]
) -> FilmWords:
    """Return what there is to know of what is said in some clips."""
    wanted = set(clips)
    current = current_transcripts(records.all(TranscriptRecord))
    found: dict[ClipId, list[TranscriptRecord]] = {}
    for record in current:
        if record.clip in wanted and record.origin is not Origin.SEGMENTS:
            found.setdefault(record.clip, []).append(record)
    return FilmWords(library, {clip: preferred(ones) for clip, ones in found.items()})


def line_cues(
    words: FilmWords,
    film: Film,
    line: FilmLine,
    placed: Shot | Card,
    language: str,
    opened: Callable[[Part], bool],
) -> tuple[Cue, ...]:
    """Return the subtitles of a line in a language, on the film's own time.

    What a quote says is timed as its transcript is; narration, and a card in another
    language than it is written in, share the time of their line.

    Args:
        words: What is said.
        film: The film.
        line: The line.
        placed: Where it is.
        language: Of the subtitles.
        opened: Tells whether words may be read that are said beside the line.
    """
    rate = film.frame_rate
    if line.kind is LineKind.QUOTE and line.part and isinstance(placed, Shot):
        clip, part = line.part
        record = words.in_language(clip, language)
        segments = segments_within(
            words.load(record).segments if record else (),
            part,
            lambda time: opened((clip, time)),
        )
        return _timed(
            placed.code,
            [
                (
                    _frame(placed, part.start + one.start, rate),
                    _frame(placed, part.start + one.end, rate),
                    one.text,
                    _is_machines(record, segment),
                )
                for segment in segments
                for one in subtitle_lines([segment], part)
            ],
        )
    text = line.texts.get(language, "")
    seen = line.kind is not LineKind.NARRATION
    if not text or (seen and language == next(iter(film.languages), language)):
        return ()
    length = rate.milliseconds(placed.length)
    return _timed(
        placed.code,
        [
            (
                placed.at + rate.whole_frames(Fraction(one.start, 1000)),
                placed.at
                + min(placed.length, rate.whole_frames(Fraction(one.end, 1000))),
                one.text,
                False,
            )
            for one in text_lines(text, length)
        ],
    )


def _frame(shot: Shot, time: int, rate: FrameRate) -> int:
    """Return the frame of the film at a time of a shot's clip, within the shot."""
    frames = rate.whole_frames(Fraction(time, 1000) - shot.start)
    return shot.at + min(max(frames, 0), shot.length)


def _is_machines(record: TranscriptRecord | None, segment: Segment) -> bool:
    if record is None or record.state is not State.MACHINE:
        return False
    return not is_checked(record, segment)


def _timed(code: str, found: Sequence[tuple[int, int, str, bool]]) -> tuple[Cue, ...]:
    """Return what has time to be seen, each gone before the next one comes."""
    cues = []
    begins = [start for start, *_rest in found]
    for place, (start, end, text, is_machines) in enumerate(found):
        length = min([end, *begins[place + 1 : place + 2]]) - start
        if length > 0:
            cues.append(
                Cue(
                    code=code,
                    at=start,
                    length=length,
                    text=text,
                    is_machines=is_machines,
                )
            )
    return tuple(cues)
