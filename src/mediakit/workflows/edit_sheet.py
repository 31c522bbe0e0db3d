"""Correct a transcript as plain text, in whatever editor a person likes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.corrections import SheetOutdated, SheetUnrelated
from mediakit.errors.transcripts import TranscriptEmpty
from mediakit.formats import sheet
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.segments import rewritten
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.correct_transcript import correct_transcript, versions
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.withhold_words import shown_words, staying


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of a sheet.

    Attributes:
        record: The new version, or the old one if nothing was changed.
        changed: Segments that were written otherwise.
        removed: Segments that were left out.
        withheld: Segments that were not shown, and are as they were.
    """

    record: TranscriptRecord
    changed: int = 0
    removed: int = 0
    withheld: int = 0


def write_sheet(
    library: Library,
    records: Records,
    record: TranscriptRecord,
    purpose: Purpose,
    notes: Iterable[str],
) -> str:
    """Return a transcript as a sheet that begins with *notes*.

    Of segments that are closed to this purpose, only their times are in it.

    Raises:
        MediakitError: Its words cannot be read; see `load_transcript`.
    """
    transcript = load_transcript(library, record)
    shown = shown_words(records, purpose, record.clip, transcript.segments)
    return sheet.write(replace(transcript, segments=shown), notes)


def apply_sheet(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    purpose: Purpose,
    file: Path,
    text: str,
) -> Edited:
    """Keep what a person wrote in a sheet as a new version of its transcript.

    Segments that are closed, or were when the sheet was written, stay as they are,
    whatever became of their lines.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript that the sheet corrects.
        purpose: What the words are shown for.
        file: The sheet, for messages.
        text: What is in it.

    Raises:
        TranscriptLineUnreadable: A line has no times, or times outside the clip.
        TranscriptEmpty: Nothing is left in it.
        SheetOutdated: It was written from a version before this one.
        SheetUnrelated: It was written from another transcript.
        TranscriptReplaced: Somebody corrected the transcript meanwhile.
        WriteFailed: The file could not be written; nothing is recorded.
        MediakitError: The words cannot be read; see `load_transcript`.
    """
    records = catalog.read()
    clip = records.get(Clip, record.clip)
    _check_base(records, record, file, text)
    before = load_transcript(library, record).segments
    last = max((segment.end for segment in before), default=0)
    written = sheet.read(text, str(file), end=max(clip.media.duration, last))
    stay = staying(records, purpose, clip.id, before, sheet.hidden(written))
    after = _after(before, stay, written)
    if before and not after:
        raise TranscriptEmpty(file=str(file))

    def correction(transcript: Transcript) -> tuple[Segment, ...]:
        del transcript
        return after

    new = correct_transcript(library, catalog, record, correction, kept=str(file))
    return Edited(
        new,
        changed=len(set(after) - set(before)),
        removed=max(0, len(before) - len(after)),
        withheld=len(stay),
    )


def _check_base(
    records: Records, record: TranscriptRecord, file: Path, text: str
) -> None:
    """Refuse a sheet that says it was written from something else.

    One without its first lines says nothing, and is taken.
    """
    named = sheet.transcripts_named(text)
    if not named or record.id in named:
        return
    line = versions(records, record)
    if named.isdisjoint(one.id for one in line):
        other = ", ".join(sorted(named))
        raise SheetUnrelated(file=str(file), other=other, transcript=record.id)
    if line[-1].id not in named:
        raise SheetOutdated(file=str(file), newest=line[-1].id)


def _after(
    before: Sequence[Segment],
    stay: Sequence[Segment],
    written: Iterable[sheet.Written],
) -> tuple[Segment, ...]:
    """Return segments as a person wrote them, among those that stay."""
    closed, taken = set(stay), {_times(one) for one in stay}
    known = [one for one in before if one not in closed]
    lines = (one for one in written if _times(one) not in taken)
    places = {segment: place for place, segment in enumerate(before)}
    return tuple(
        sorted(
            (*stay, *_written(known, lines)),
            key=lambda one: (one.start, places.get(one, len(before))),
        )
    )


def _written(
    known: Sequence[Segment], lines: Iterable[sheet.Written]
) -> Iterator[Segment]:
    """Yield segments as they were written; one that lost its words is left out."""
    untouched = {sheet.as_read(segment): segment for segment in known[::-1]}
    # what was cut at pauses has no words before a person writes them
    wordless = {_times(one) for one in known if not one.text}
    starts = [segment.start for segment in known]
    longest = max((segment.end - segment.start for segment in known), default=0)
    for one in lines:
        if one in untouched:
            yield untouched[one]
        elif one.text or _times(one) in wordless:
            first = bisect_left(starts, one.start - longest)
            yield rewritten(
                known[first : bisect_right(starts, one.end)],
                start=one.start,
                end=one.end,
                text=one.text,
                speaker=one.speaker,
            )


def _times(one: Segment | sheet.Written) -> tuple[int, int]:
    return one.start, one.end
