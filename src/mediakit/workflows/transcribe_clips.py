"""Transcribe clips, one after the other, with an engine that is loaded once."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog, Records
from mediakit.engines.base import Engine, Options, Samples, spoken_languages
from mediakit.engines.models import Model
from mediakit.errors import (
    ClipNotFound,
    ConsentRefused,
    ConsentWithdrawn,
    MediakitError,
)
from mediakit.model.clip import Clip
from mediakit.model.leaving import Shown
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.settings import Library
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.list_clips import list_clips
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.read_ahead import read_ahead
from mediakit.workflows.read_sound import read_sound

# blocks of sound read while the engine is busy: the next clip's first among them
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Listened:
    """How far a clip has been listened to.

    Attributes:
        clip: The clip.
        position: Milliseconds from its beginning.
    """

    clip: Clip
    position: int


@dataclass(frozen=True, slots=True)
class Transcribed:
    """What became of a clip.

    Attributes:
        record: Its transcript.
        probability: How sure the language is, if it was detected.
        doubtful: How many segments are flagged.
    """

    record: TranscriptRecord
    probability: float | None = None
    doubtful: int = 0


Step = Listened | Done[Clip, Transcribed] | Failed[Clip]


def choose_clips(
    catalog: Catalog,
    typed: Sequence[str],
    *,
    session: str = "",
    theme: str = "",
    again: bool = False,
) -> tuple[list[Clip], int]:
    """Return the clips to transcribe, and how many others have a transcript already.

    Args:
        catalog: The catalog.
        typed: Ids; all clips are meant if there are none.
        session: Only clips recorded at it.
        theme: Only clips that are about it.
        again: Take those with a transcript too.

    Raises:
        ClipNotFound: No clip has one of the ids.
        IdAmbiguous: Several have.
        SessionNotFound: No session has this id.
        ThemeNotFound: No theme is called this.
    """
    records = catalog.read()
    named = {records.find(Clip, one).id for one in typed}
    meant = [
        listed
        for listed in list_clips(catalog, session=session, theme=theme)
        if listed.clip.id in named or not named
    ]
    chosen = [listed.clip for listed in meant if again or not listed.transcripts]
    return chosen, len(meant) - len(chosen)


def transcribe_clips(
    library: Library,
    catalog: Catalog,
    clips: Sequence[Clip],
    engine: Engine,
    model: Model,
    options: Options,
    purpose: Purpose,
    *,
    again: bool = False,
) -> Iterator[Step]:
    """Transcribe clips, keeping each transcript as soon as it is complete.

    A clip in which somebody refused a machine is left out, and so is one in a language
    the model does not know, or whose sound cannot be read; the others are done. A clip
    in which nobody speaks gets a transcript without segments, so that it is not tried
    for ever.

    Args:
        library: The library.
        catalog: Its catalog.
        clips: Those to transcribe.
        engine: The engine, with the model loaded.
        model: The model, for the record.
        options: For every clip; its own languages count if none are given.
        purpose: To have a machine process them.
        again: Keep another transcript where somebody else made one meanwhile.

    Yields:
        How far a clip is, now and then, and what becomes of every clip.

    Raises:
        WriteFailed: A transcript could not be written, nor would the next.
    """
    known = []
    records = catalog.read()
    for clip in clips:
        try:
            _pass(records, clip, purpose)
            spoken_languages(options.languages or clip.languages, engine.languages)
        except MediakitError as error:
            yield Failed(clip, error)
        else:
            known.append(clip)
    with closing(read_ahead(read_sound(library, known), count=_AHEAD)) as sound:
        for clip, blocks in groupby(sound, itemgetter(0)):
            wanted = replace(options, languages=options.languages or clip.languages)
            try:
                heard = yield from _transcript(clip, blocks, engine, wanted)
            except MediakitError as error:
                yield Failed(clip, error)
                continue
            transcript = replace(heard, source=_source(engine, model, wanted))
            try:
                kept = _kept(library, catalog, clip, transcript, purpose, again=again)
                yield Done(clip, kept)
            except (ClipNotFound, ConsentRefused, ConsentWithdrawn) as error:
                # it was removed or closed meanwhile
                yield Failed(clip, error)


def _pass(records: Records, clip: Clip, purpose: Purpose) -> None:
    whole = TimeRange(0, max(clip.media.duration, 1))
    pass_gate(records, purpose, ((clip.id, whole),), Shown.SOUND)


def _transcript(
    clip: Clip,
    sound: Iterable[tuple[Clip, Samples | MediakitError | None]],
    engine: Engine,
    options: Options,
) -> Generator[Step, None, Transcript]:
    heard = engine.transcribe(_blocks(sound), options)
    segments = []
    for segment in heard.segments:
        segments.append(segment)
        yield Listened(clip, segment.end)
    return Transcript(
        clip=clip.id,
        language=heard.language,
        language_probability=heard.probability,
        segments=tuple(segments),
    )


def _blocks(
    sound: Iterable[tuple[Clip, Samples | MediakitError | None]],
) -> Iterator[Samples]:
    for _clip, block in sound:
        if isinstance(block, MediakitError):
            raise block
        if block is not None:
            yield block


def _source(engine: Engine, model: Model, options: Options) -> Source:
    return Source(
        origin=Origin.MACHINE,
        engine=engine.name,
        model=model.name,
        model_sha256=model.sha256,
        notice=model.notice,
        options={
            "language": ",".join(options.languages),
            "beam": options.beam,
            "skip-silence": options.skip_silence,
            "device": engine.device,
        },
    )


def _kept(
    library: Library,
    catalog: Catalog,
    clip: Clip,
    transcript: Transcript,
    purpose: Purpose,
    *,
    again: bool,
) -> Transcribed:
    with catalog.change() as change:
        _pass(change, clip, purpose)
        if not again and (other := _made_meanwhile(change, transcript)):
            return Transcribed(other)
        record = put_transcript(library, change, transcript, state=State.MACHINE)
    doubtful = sum(bool(segment.flags) for segment in transcript.segments)
    return Transcribed(record, transcript.language_probability, doubtful)


def _made_meanwhile(
    records: Records, transcript: Transcript
) -> TranscriptRecord | None:
    written = records.all(TranscriptRecord)
    return next((one for one in written if one.clip == transcript.clip), None)
