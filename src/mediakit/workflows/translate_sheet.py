"""Translate a clip in writing: a sheet with what was spoken above each line."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.corrections import SheetOutdated
from mediakit.errors.interpreting import TimesUnknown
from mediakit.errors.transcripts import TranscriptEmpty
from mediakit.formats import sheet
from mediakit.library import Library
from mediakit.model.interpretation import stands_for
from mediakit.model.timecode import format_time
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.find_segments import Original
from mediakit.workflows.keep_interpretation import Interpreted, Terms, own_translation
from mediakit.workflows.keep_transcript import put_transcript
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.withhold_words import shown_words, staying


def write_translation_sheet(
    library: Library,
    records: Records,
    original: Original,
    terms: Terms,
    purpose: Purpose,
    notes: Iterable[str],
) -> str:
    """Return a sheet of all segments, with what the person translated already.

    Of translations that are closed to this purpose only the times are in it, and
    nothing of closed segments that are not translated.

    Raises:
        MediakitError: Their translation cannot be read; see `load_transcript`.
    """
    translated = load_own_writing(library, records, original, terms)
    done = shown_words(records, purpose, original.clip.id, translated)
    spoken = original.segments
    empty = [
        Segment(start=one.start, end=one.end, speaker=one.speaker, text="")
        for one in (spoken[number - 1] for number in original.missing(done))
    ]
    lines = sorted((*done, *empty), key=lambda one: (one.start, one.end))
    return sheet.write_beside(
        (([spoken[n] for n in sorted(stands_for(spoken, one))], one) for one in lines),
        notes,
    )


def load_own_writing(
    library: Library, records: Records, original: Original, terms: Terms
) -> tuple[Segment, ...]:
    """Return all that a person translated of a clip, in writing.

    Raises:
        MediakitError: It cannot be read; see `load_transcript`.
    """
    own = own_translation(records, original.clip, terms, Origin.TRANSLATION)
    return load_transcript(library, own).segments if own else ()


def apply_translation_sheet(
    library: Library,
    catalog: Catalog,
    original: Original,
    terms: Terms,
    purpose: Purpose,
    file: Path,
    text: str,
) -> Interpreted | None:
    """Keep what a person wrote in a sheet as their translation, or as a new version.

    Lines without text are not translated yet; nothing is kept where all are. What is
    closed, or was when the sheet was written, stays as it is.

    Args:
        library: The library.
        catalog: Its catalog.
        original: What is translated.
        terms: Who translates, and into which language.
        purpose: What the words are shown for.
        file: The sheet, for messages.
        text: What is in it.

    Raises:
        TranscriptLineUnreadable: A line has no times.
        TimesUnknown: A line has times that are not those of the original, or of the
            translation as it was.
        TranscriptEmpty: Nothing is left of the translation.
        SheetOutdated: The translation went on since the sheet was written.
        WriteFailed: The file could not be written; nothing is recorded.
        MediakitError: The version before cannot be read; see `load_transcript`.
    """
    named = sheet.transcripts_named(text)
    with catalog.change() as change:
        own = own_translation(change, original.clip, terms, Origin.TRANSLATION)
        if own and named and own.id not in named:
            raise SheetOutdated(file=str(file), newest=own.id)
        before = load_transcript(library, own).segments if own else ()
        written = _written(original, before, file, text)
        hidden = sheet.hidden(written)
        stay = staying(change, purpose, original.clip.id, before, hidden)
        segments = _among(stay, written)
        if before and not segments:
            raise TranscriptEmpty(file=str(file))
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
    return Interpreted(own, original.missing(segments)) if own else None


def _written(
    original: Original, before: Sequence[Segment], file: Path, text: str
) -> tuple[sheet.Written, ...]:
    """Return the lines of a sheet, whose times are those of the original."""
    # a translation that was imported has times of its own
    known = (*original.segments, *before)
    starts = {one.start for one in known}
    ends = {one.end for one in known}
    written = sheet.read(text, str(file), end=max(ends, default=0))
    for one in written:
        if not one.is_hidden and (one.start not in starts or one.end not in ends):
            raise TimesUnknown(
                file=str(file),
                transcript=original.record.id,
                start=format_time(one.start),
                end=format_time(one.end),
            )
    return written


def _among(
    stay: Sequence[Segment], written: Iterable[sheet.Written]
) -> tuple[Segment, ...]:
    """Return what a person wrote as segments, among those that stay."""
    taken = {(one.start, one.end) for one in stay}
    new = (
        Segment(start=one.start, end=one.end, text=one.text, speaker=one.speaker)
        for one in written
        if one.text and (one.start, one.end) not in taken
    )
    return tuple(sorted((*stay, *new), key=lambda one: (one.start, one.end)))
