"""Write down what an interpreter says that the segments of a clip mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.batch.outcomes import Done, Failed
from mediakit.engines.base import RATE, Engine, Options
from mediakit.engines.models import Model
from mediakit.errors.base import MediakitError
from mediakit.errors.interpreting import RecordingSilent
from mediakit.errors.library import WriteFailed
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.media.probe import probe
from mediakit.media.sound import listen
from mediakit.model.interpretation import (
    Take,
    interpreted,
    part_of,
    speaker_of,
)
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Recording, Segment, Source
from mediakit.model.transcript_record import Origin
from mediakit.workflows.find_segments import Original
from mediakit.workflows.keep_interpretation import Terms
from mediakit.workflows.keep_recording import keep_recording
from mediakit.workflows.match_recordings import Matched
from mediakit.workflows.note_takes import Notes
from mediakit.workflows.pass_part import Ask


@dataclass(frozen=True, slots=True)
class Ear:
    """An engine that listens to an interpreter.

    Attributes:
        engine: The engine, with the model loaded.
        model: The model, for the record.
        options: How to listen; the language is the interpreter's.
    """

    engine: Engine
    model: Model
    options: Options


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of a recording.

    Attributes:
        first: The place of the first segment that it is about.
        last: The place of the last one.
        take: What it says; ``None`` if that was known already.
    """

    first: int
    last: int
    take: Take | None


def import_recordings(
    library: Library,
    original: Original,
    terms: Terms,
    notes: Notes,
    matched: Sequence[Matched],
    ear: Ear,
    ask: Ask,
    *,
    known: Sequence[Recording] = (),
) -> Iterator[Done[Path, Heard] | Failed[Path]]:
    """Write down recordings and keep them, each as soon as it was listened to.

    Args:
        library: The library.
        original: The segments that are interpreted.
        terms: Who interprets, and into which language.
        notes: Where each take is noted.
        matched: The recordings.
        ear: What listens.
        ask: Asks whether it may write down what a part of the clip means.
        known: Those that were kept before; the same ones again are passed over.

    Yields:
        What became of every recording.

    Raises:
        WriteFailed: A recording could not be kept, nor would the next.
    """
    there = {(one.start, one.end, one.sha256) for one in known}
    for one in matched:
        part = part_of(original.segments, one.first, one.last)
        try:
            if (part.start, part.end, checksum(one.path)) in there:
                yield Done(one.path, Heard(one.first, one.last, None))
                continue
            ask(part)
            segment = listen_to(original, (one.first, one.last), one.path, ear)
            take = Take(
                segment,
                keep_recording(library, original.clip, one.first + 1, part, one.path),
            )
        except WriteFailed:
            raise
        except MediakitError as error:
            yield Failed(one.path, error)
            continue
        notes.add(take, heard_source(terms, ear))
        yield Done(one.path, Heard(one.first, one.last, take))


def listen_to(
    original: Original, places: tuple[int, int], path: Path, ear: Ear
) -> Segment:
    """Return what an interpreter says in a recording, in the time of the clip.

    Args:
        original: The segments that are interpreted.
        places: Of the first and of the last that is, from 0.
        path: The recording.
        ear: What listens.

    Raises:
        RecordingSilent: Nobody is heard in it.
        EngineFailed: The engine stopped.
        MediakitError: It is no recording, or cannot be read; see `probe`.
    """
    first, last = places
    whole = TimeRange(0, probe(path).duration)
    heard = ear.engine.transcribe(listen(path, whole, rate=RATE), ear.options)
    said = list(heard.segments)
    if not said:
        raise RecordingSilent(file=path.name)
    segment = interpreted(said, part_of(original.segments, first, last))
    speaker = speaker_of(original.segments[first : last + 1])
    return replace(segment, speaker=speaker)


def typed(original: Original, place: int, text: str) -> Segment:
    """Return what an interpreter typed for a segment, by its place from 0."""
    about = original.segments[place]
    return Segment(start=about.start, end=about.end, text=text, speaker=about.speaker)


def typed_source(terms: Terms) -> Source:
    """Return how a take came to be that was typed."""
    return Source(origin=Origin.ORAL_TRANSLATION, by=terms.by, date=terms.day)


def heard_source(terms: Terms, ear: Ear) -> Source:
    """Return how a take came to be that was listened to."""
    return replace(
        typed_source(terms),
        engine=ear.engine.name,
        model=ear.model.name,
        model_sha256=ear.model.sha256,
        notice=ear.model.notice,
        options={
            "language": terms.language,
            "prompt": ear.options.prompt,
            "beam": ear.options.beam,
            "device": ear.engine.device,
        },
    )
