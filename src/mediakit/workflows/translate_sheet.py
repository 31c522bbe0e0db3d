"""Translate a clip in writing: a sheet with what was spoken above each line."""

from collections.abc import Iterable
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.interpreting import TimesUnknown
from mediakit.formats import sheet
from mediakit.model.interpretation import missing, stands_for
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.settings import Library
from mediakit.workflows.find_segments import Original
from mediakit.workflows.keep_interpretation import Interpreted, Terms, own_translation
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.load_transcript import load_transcript


def write_translation_sheet(
    library: Library,
    catalog: Catalog,
    original: Original,
    terms: Terms,
    notes: Iterable[str],
) -> str:
    """Return a sheet of all segments, with what the person translated already.

    Raises:
        MediakitError: Their translation cannot be read; see `load_transcript`.
    """
    own = own_translation(catalog.read(), original.clip, terms, Origin.TRANSLATION)
    done = load_transcript(library, own).segments if own else ()
    spoken = original.segments
    empty = [
        Segment(start=one.start, end=one.end, speaker=one.speaker, text="")
        for one in (spoken[number - 1] for number in missing(spoken, done))
    ]
    lines = sorted((*done, *empty), key=lambda one: (one.start, one.end))
    return sheet.write_beside(
        (([spoken[n] for n in sorted(stands_for(spoken, one))], one) for one in lines),
        notes,
    )


def apply_translation_sheet(
    library: Library,
    catalog: Catalog,
    original: Original,
    terms: Terms,
    file: Path,
    text: str,
) -> Interpreted | None:
    """Keep what a person wrote in a sheet as their translation, or as a new version.

    Lines without text are not translated yet; nothing is kept where all are.

    Args:
        library: The library.
        catalog: Its catalog.
        original: What is translated.
        terms: Who translates, and into which language.
        file: The sheet, for messages.
        text: What is in it.

    Raises:
        TranscriptLineUnreadable: A line has no times.
        TimesUnknown: A line has times that are not those of the original.
        WriteFailed: The file could not be written; nothing is recorded.
        MediakitError: The version before cannot be read; see `load_transcript`.
    """
    segments = _segments(original, file, text)
    with catalog.change() as change:
        own = own_translation(change, original.clip, terms, Origin.TRANSLATION)
        before = load_transcript(library, own).segments if own else ()
        if segments != before:
            transcript = Transcript(
                clip=original.clip.id,
                language=terms.language,
                segments=segments,
                source=Source(origin=Origin.TRANSLATION, by=terms.by, date=terms.day),
            )
            own = put_transcript(
                library,
                change,
                transcript,
                state=State.UNCHECKED,
                replaces=own.id if own else None,
            )
    return Interpreted(own, missing(original.segments, segments)) if own else None


def _segments(original: Original, file: Path, text: str) -> tuple[Segment, ...]:
    starts = {one.start for one in original.segments}
    ends = {one.end for one in original.segments}
    written = sheet.read(text, str(file), end=max(ends, default=0))
    for one in written:
        if one.start not in starts or one.end not in ends:
            raise TimesUnknown(
                file=str(file),
                transcript=original.record.id,
                start=format_time(one.start),
                end=format_time(one.end),
            )
    return tuple(
        Segment(start=one.start, end=one.end, text=one.text, speaker=one.speaker)
        for one in written
        if one.text
    )
