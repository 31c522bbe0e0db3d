"""Replace words in many transcripts: a name that machines always get wrong."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mediakit.batch.outcomes import Done, Failed
from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError
from mediakit.errors.corrections import NothingToFind
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.current import current_transcripts
from mediakit.model.leaving import is_withheld
from mediakit.model.segments import rewritten
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.correct_transcript import correct_transcript
from mediakit.workflows.list_clips import list_clips
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.withhold_words import shown_words

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


@dataclass(frozen=True, slots=True)
class Replaced:
    """A segment as it is, and as it would be.

    Attributes:
        record: The transcript.
        number: The segment, counted from 1.
        before: Its words now.
        after: Its words then.
    """

    record: TranscriptRecord
    number: int
    before: Segment
    after: Segment


@dataclass(frozen=True, slots=True)
class Closed:
    """Segments in which something was found that may not be shown.

    Attributes:
        record: The transcript.
        count: How many they are; which ones is not told.
    """

    record: TranscriptRecord
    count: int


def find_words(
    library: Library,
    catalog: Catalog,
    wrong: str,
    right: str,
    purpose: Purpose,
    *,
    clips: Sequence[str] = (),
    session: str = "",
    theme: str = "",
    ignore_case: bool = False,
) -> Iterator[Replaced | Closed | Failed[TranscriptRecord]]:
    """Yield what would be replaced in the current transcripts; change nothing.

    Whole words are found only: ``Gao`` is not part of ``Gaoua``. Segments that are
    closed to this purpose stay as they are: nobody sees what would become of them.

    Args:
        library: The library.
        catalog: Its catalog.
        wrong: Words as they are written now.
        right: Words as they should be written; empty to leave them out.
        purpose: What they are shown for.
        clips: Ids; all clips are meant if there are none.
        session: Only clips recorded at it.
        theme: Only clips that are about it.
        ignore_case: Find them in upper and lower case.

    Yields:
        Segments, how many are closed, and transcripts that cannot be read.

    Raises:
        NothingToFind: There are no words to look for.
        ClipNotFound, SessionNotFound, ThemeNotFound, IdAmbiguous: See `list_clips`.
    """
    pattern = _pattern(wrong, ignore_case=ignore_case)
    records = catalog.read()
    named = {records.find(Clip, one).id for one in clips}
    meant = {
        listed.clip.id
        for listed in list_clips(catalog, session=session, theme=theme)
        if listed.clip.id in named or not named
    }
    for record in current_transcripts(records.all(TranscriptRecord)):
        if record.clip not in meant:
            continue
        try:
            transcript = load_transcript(library, record)
        except MediakitError as error:
            yield Failed(record, error)
            continue
        found = [
            Replaced(record, number, before, after)
            for number, before in enumerate(transcript.segments, start=1)
            if (after := _corrected(before, pattern, right)) != before
        ]
        yield from _open(records, purpose, record, found)


def replace_words(
    library: Library, catalog: Catalog, found: Sequence[Replaced]
) -> Iterator[Done[TranscriptRecord, TranscriptRecord] | Failed[TranscriptRecord]]:
    """Keep a new version of each transcript with what was found replaced.

    Only segments that still are as they were shown are changed.
    """
    by_record: dict[str, list[Replaced]] = {}
    for one in found:
        by_record.setdefault(one.record.id, []).append(one)
    for some in by_record.values():
        record = some[0].record
        others = {one.before: one.after for one in some}

        def correction(
            transcript: Transcript, others: dict[Segment, Segment] = others
        ) -> list[Segment]:
            # a segment that has no words any more is left out
            pairs = [(one, others.get(one, one)) for one in transcript.segments]
            return [new for one, new in pairs if new.text or new is one]

        try:
            new = correct_transcript(library, catalog, record, correction)
        except MediakitError as error:
            yield Failed(record, error)
        else:
            yield Done(record, new)


def _open(
    records: Records,
    purpose: Purpose,
    record: TranscriptRecord,
    found: Sequence[Replaced],
) -> Iterator[Replaced | Closed]:
    """Yield what may be shown of what was found, and how much may not."""
    shown = shown_words(records, purpose, record.clip, (one.before for one in found))
    opened = [
        one for one, seen in zip(found, shown, strict=True) if not is_withheld(seen)
    ]
    yield from opened
    if closed := len(found) - len(opened):
        yield Closed(record, closed)


def _pattern(wrong: str, *, ignore_case: bool) -> re.Pattern[str]:
    words = unicodedata.normalize("NFC", wrong).split()
    if not words:
        raise NothingToFind
    between = r"\s+".join(map(re.escape, words))
    flags = re.IGNORECASE if ignore_case else re.NOFLAG
    return re.compile(rf"(?<!\w){between}(?!\w)", flags)


def _joins(character: str) -> bool:
    """Tell whether a character makes one word of what stands on both its sides.

    Python counts neither accents that are letters of their own as parts of a word,
    as Bambara and N'Ko have them, nor what joins letters in Persian and Fulfulde.
    """
    return bool(character) and (
        unicodedata.category(character).startswith("M") or character in _JOINERS
    )


def _corrected(segment: Segment, pattern: re.Pattern[str], right: str) -> Segment:
    # accents in a letter of their own are the same accents
    there = unicodedata.normalize("NFC", segment.text)

    def instead(match: re.Match[str]) -> str:
        first, last = match.span()
        is_whole = not (
            _joins(there[max(0, first - 1) : first]) or _joins(there[last : last + 1])
        )
        return right if is_whole else match[0]

    text = pattern.sub(instead, there)
    if text == there:
        return segment
    lines = (re.sub(r"[^\S\n]{2,}", " ", line).strip() for line in text.split("\n"))
    new = rewritten(
        [segment],
        start=segment.start,
        end=segment.end,
        text="\n".join(lines).strip(),
        speaker=segment.speaker,
    )
    # one name put right says nothing of the rest
    return replace(
        new,
        flags=segment.flags,
        probability=segment.probability,
        no_speech=segment.no_speech,
    )
