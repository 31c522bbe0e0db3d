"""Transcribe clips, and keep each transcript as soon as it is complete."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog, Records
from mediakit.engines.base import Options, Task, spoken_languages
from mediakit.errors.base import MediakitError
from mediakit.errors.catalog import ClipNotFound
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.language import primary
from mediakit.model.leaving import Shown
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.workflows.hear_clips import Allow, Heeded, Listened
from mediakit.workflows.hear_portions import Ready
from mediakit.workflows.keep_parts import forget_parts
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.list_clips import list_clips
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.write_down import ENGLISH

_CLOSED = (ConsentRefused, ConsentWithdrawn)


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


Step = Ready | Listened | Done[Clip, Transcribed] | Failed[Clip]

Hearing = Callable[[Sequence[Clip], Allow], Generator[Heeded, None, None]]
"""Listens to clips, on this machine or on others, and asks before each."""


def choose_clips(
    catalog: Catalog,
    typed: Sequence[str],
    *,
    session: str = "",
    theme: str = "",
    task: Task = Task.TRANSCRIBE,
    again: bool = False,
) -> tuple[list[Clip], int]:
    """Return the clips to transcribe, and how many others have a transcript already.

    Args:
        catalog: The catalog.
        typed: Ids; all clips are meant if there are none.
        session: Only clips recorded at it.
        theme: Only clips that are about it.
        task: What is wanted of them: their words, or a translation.
        again: Take those that have it too.

    Raises:
        ClipNotFound: No clip has one of the ids.
        IdAmbiguous: Several have.
        SessionNotFound: No session has this id.
        ThemeNotFound: No theme is called this.
    """
    records = catalog.read()
    named = {records.find(Clip, one).id for one in typed}
    meant = [
        listed.clip
        for listed in list_clips(catalog, session=session, theme=theme)
        if listed.clip.id in named or not named
    ]
    have = {r.clip for r in records.all(TranscriptRecord) if _answers(r, task)}
    chosen = [clip for clip in meant if again or clip.id not in have]
    return chosen, len(meant) - len(chosen)


def prompt_with(glossary: Sequence[str], text: str) -> str:
    """Return what an engine is told first: names as they are spelled, then a text.

    The text comes last: engines that cannot take everything cut the beginning off.
    """
    names = f"{', '.join(glossary)}." if glossary else ""
    return f"{names} {text}".strip()


def transcribe_clips(
    library: Library,
    catalog: Catalog,
    clips: Sequence[Clip],
    hearing: Hearing,
    languages: tuple[str, ...],
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
        hearing: Who listens to them.
        languages: BCP 47 tags of those that the model knows.
        options: For every clip; its own languages count if none are given.
        purpose: To have a machine process them.
        again: Keep another transcript where somebody else made one meanwhile.

    Yields:
        What the engine is like; how far a clip is, now and then, and what becomes of
        every clip.

    Raises:
        WriteFailed: A transcript could not be written, nor would the next.
    """
    known = []
    records = catalog.read()
    for clip in clips:
        try:
            _pass(records, clip, purpose)
            spoken_languages(options.languages or clip.languages, languages)
        except MediakitError as error:
            if isinstance(error, _CLOSED):
                # nor may what was heard of it before lie about
                forget_parts(library, clip.id)
            yield Failed(clip, error)
        else:
            known.append(clip)

    def allow(clip: Clip) -> None:
        _pass(catalog.read(), clip, purpose)

    with closing(hearing(known, allow)) as steps:
        for step in steps:
            if not isinstance(step, Done):
                if isinstance(step, Failed) and isinstance(step.error, _CLOSED):
                    forget_parts(library, step.item.id)
                yield step
                continue
            wanted = None if again else options.task
            try:
                kept = _kept(library, catalog, step, purpose, wanted)
                yield Done(step.item, kept)
            except (ClipNotFound, *_CLOSED) as error:
                # it was removed or closed meanwhile
                forget_parts(library, step.item.id)
                yield Failed(step.item, error)


def _pass(records: Records, clip: Clip, purpose: Purpose) -> None:
    whole = TimeRange(0, max(clip.media.duration, 1))
    pass_gate(records, purpose, ((clip.id, whole),), Shown.SOUND)


def _kept(
    library: Library,
    catalog: Catalog,
    done: Done[Clip, Transcript],
    purpose: Purpose,
    wanted: Task | None,
) -> Transcribed:
    """Keep a transcript, unless somebody else made what is wanted meanwhile."""
    clip, transcript = done.item, done.value
    with catalog.change() as change:
        _pass(change, clip, purpose)
        if wanted and (other := _made_meanwhile(change, clip, wanted)):
            kept = Transcribed(other)
        else:
            record = put_transcript(library, change, transcript, state=State.MACHINE)
            doubtful = sum(bool(segment.flags) for segment in transcript.segments)
            kept = Transcribed(record, transcript.language_probability, doubtful)
    forget_parts(library, clip.id)
    return kept


def _made_meanwhile(
    records: Records, clip: Clip, task: Task
) -> TranscriptRecord | None:
    written = records.all(TranscriptRecord)
    of_clip = (one for one in written if one.clip == clip.id)
    return next((one for one in of_clip if _answers(one, task)), None)


def _answers(record: TranscriptRecord, task: Task) -> bool:
    """Tell whether a transcript is what a task would give."""
    if task is Task.TRANSLATE:
        return record.origin.is_translation and primary(record.language) == ENGLISH
    return record.origin.is_speech
