"""Search what was said, in the current transcripts of every clip."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError, Reason, sentence
from mediakit.errors.check import TranscriptFileMissing
from mediakit.errors.library import ReadFailed
from mediakit.errors.transcripts import TranscriptJsonUnreadable
from mediakit.files import reason
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.codebook import codebook
from mediakit.model.coding import Coding
from mediakit.model.current import current_transcripts
from mediakit.model.ids import ClipId, TranscriptId
from mediakit.model.language import normalize_tag
from mediakit.model.leaving import Passed, is_withheld
from mediakit.model.session import Session
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.search.index import ask
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Passage, Question
from mediakit.search.updating import Indexed
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.narrow_search import WHOLE, Filters, narrow_search
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.withhold_words import ask_for_words, withholding


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with what is known of its clip."""

    clip: Clip
    transcript: TranscriptRecord
    session: Session | None
    themes: tuple[Theme, ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        answer: How many passages in all, and in which order.
        hits: As many as were wanted.
        has_words: Whether there was a word to look for.
        shortened: Whether words were left out because there were too many.
        searched: How many transcripts the library has to search.
        unread: Why some transcripts could not be searched.
        withheld: How many that were wanted are not among the hits.
        gate: What the gate says of showing them.
    """

    answer: Answer
    hits: tuple[Hit, ...]
    has_words: bool
    shortened: bool
    searched: int
    unread: tuple[MediakitError, ...]
    withheld: int
    gate: Passed


def search_transcripts(
    library: Library,
    catalog: Catalog,
    typed: str,
    filters: Filters,
    purpose: Purpose,
    *,
    limit: int | None = None,
    context: int = 0,
) -> Iterator[Indexed | Found]:
    """Find the segments that say what was typed.

    Args:
        library: Where the transcripts are.
        catalog: What is known of them.
        typed: The query, see `mediakit.search.query`; every text is one.
        filters: Where to look.
        purpose: What they are shown for.
        limit: How many passages to return at most; ``None`` is all.
        context: How many segments before and after each.

    Yields:
        Each transcript that had to be read for the index, then what was found.

    Raises:
        ClipNotFound: No clip has this id.
        SessionNotFound: No session has this id.
        ThemeNotFound: No theme is called this.
        IdAmbiguous: What was typed may mean several.
        LanguageNotUnderstood: The language is no tag.
        SearchUnavailable: This Python's SQLite has no full-text search.
    """
    records = catalog.read()
    clips = {clip.id: clip for clip in records.all(Clip)}
    current = [
        record
        for record in current_transcripts(records.all(TranscriptRecord))
        if record.clip in clips
    ]
    query = parse(typed)
    question = Question(
        query=query,
        scope=narrow_search(records, current, filters),
        language=normalize_tag(filters.language) if filters.language else "",
        limit=limit,
        context=context,
    )
    by_id = {record.id: record for record in current}
    versions, unread = _versions(library, current)

    def load(id_: TranscriptId) -> Transcript:
        return _searchable(load_transcript(library, by_id[id_]), by_id[id_])

    for event in ask(library.index, versions, load, question):
        if isinstance(event, Indexed):
            if event.error:
                unread[event.transcript] = event.error
            yield event
        else:
            hits = tuple(_hits(records, clips, by_id, event.passages))
            gate = ask_for_words(records, purpose, _said(hits))
            shown = tuple(_open(hits, gate))
            yield Found(
                event,
                shown,
                query.node is not None,
                query.shortened,
                len(current),
                tuple(unread.values()),
                len(hits) - len(shown),
                gate,
            )


def _searchable(transcript: Transcript, record: TranscriptRecord) -> Transcript:
    for segment in transcript.segments:
        if max(abs(segment.start), abs(segment.end)) >= WHOLE.end:
            reason = Reason(
                sentence("no recording has a segment from {start} to {end} ms"),
                start=segment.start,
                end=segment.end,
            )
            raise TranscriptJsonUnreadable(file=record.path, reason=reason)
    return replace(transcript, language=transcript.language or record.language)


def _versions(
    library: Library, transcripts: Iterable[TranscriptRecord]
) -> tuple[dict[TranscriptId, str], dict[TranscriptId, MediakitError]]:
    """Return what tells one state of a transcript's file from another."""
    versions: dict[TranscriptId, str] = {}
    missing: dict[TranscriptId, MediakitError] = {}
    for record in transcripts:
        # a thousand Paths cost more than the search
        path = os.path.join(library.root, record.path)  # noqa: PTH118 see above
        try:
            file = os.stat(path)  # noqa: PTH116 see above
        except FileNotFoundError:
            missing[record.id] = TranscriptFileMissing(transcript=record.id, path=path)
        except OSError as error:
            missing[record.id] = ReadFailed(path=path, reason=reason(error))
        else:
            parts = (record.sha256, record.language, file.st_size, file.st_mtime_ns)
            versions[record.id] = " ".join(map(str, parts))
    return versions, missing


def _hits(
    records: Records,
    clips: dict[ClipId, Clip],
    transcripts: dict[TranscriptId, TranscriptRecord],
    passages: Sequence[Passage],
) -> Iterator[Hit]:
    sessions = {session.id: session for session in records.all(Session)}
    themes = codebook(records.all(Theme)).standing
    codings: dict[str, list[Coding]] = {}
    for coding in records.all(Coding):
        codings.setdefault(coding.clip, []).append(coding)
    for passage in passages:
        record = transcripts[passage.transcript]
        clip = clips[record.clip]
        said = TimeRange(passage.said.start, passage.said.end)
        about = {
            themes[coding.theme].id: themes[coding.theme]
            for coding in codings.get(clip.id, ())
            if coding.theme in themes
            and (coding.range is None or coding.range.overlaps(said))
        }
        session = sessions.get(clip.session) if clip.session else None
        yield Hit(clip, record, session, tuple(about.values()), passage)


def _said(hits: Iterable[Hit]) -> Iterator[tuple[ClipId, Segment]]:
    for hit in hits:
        passage = hit.passage
        for segment in (*passage.before, passage.said, *passage.after):
            yield hit.clip.id, segment


def _open(hits: Sequence[Hit], gate: Passed) -> Iterator[Hit]:
    """Yield the hits whose words may be shown, among what may be shown of the rest."""
    shown = withholding(gate)
    for hit in hits:
        clip, passage = hit.clip.id, hit.passage
        if not is_withheld(shown(clip, passage.said)):
            before = tuple(shown(clip, one) for one in passage.before)
            after = tuple(shown(clip, one) for one in passage.after)
            yield replace(hit, passage=replace(passage, before=before, after=after))
