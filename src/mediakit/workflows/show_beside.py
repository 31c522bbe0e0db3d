"""Show the versions of what is said in a clip side by side, aligned by time."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.catalog.catalog import Catalog, Records
from mediakit.library import Library
from mediakit.model.beside import Row, beside
from mediakit.model.current import current_transcripts
from mediakit.model.language import normalize_tag, primary
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.correct_transcript import versions
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.show_transcript import show_transcript


@dataclass(frozen=True, slots=True)
class Beside:
    """Versions side by side.

    Attributes:
        versions: The transcripts: speech first, then translations.
        rows: What each of them says, in order of time.
    """

    versions: tuple[TranscriptRecord, ...]
    rows: list[Row]


def show_beside(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    languages: Sequence[str],
    purpose: Purpose,
) -> Beside:
    """Return a transcript beside the others of its clip that count.

    What a person corrected stands beside what the machine had written.

    Args:
        library: The library.
        catalog: Its catalog.
        record: The transcript.
        languages: Only others in these, as people type them; all if there are none.
        purpose: What it is for.

    Raises:
        LanguageNotUnderstood: A language is no tag.
        MediakitError: A transcript cannot be read; see `load_transcript`.
    """
    wanted = {primary(normalize_tag(one)) for one in languages}
    chosen = tuple(
        one
        for one in _counting(catalog.read(), record)
        if one.id == record.id or not wanted or primary(one.language) in wanted
    )
    shown = [show_transcript(library, catalog, one, purpose).segments for one in chosen]
    return Beside(chosen, beside(shown))


def _counting(records: Records, record: TranscriptRecord) -> list[TranscriptRecord]:
    """Return a transcript and those of the same clip that count, speech first.

    Translations into one language by several people all do.
    """
    written = [one for one in records.all(TranscriptRecord) if one.clip == record.clip]
    replaced = {one.replaces for one in written}
    counting = {one.id for one in current_transcripts(written)}
    current = [
        one
        for one in written
        if one.id in counting or (one.origin.is_translation and one.id not in replaced)
    ]
    if any(one.origin.is_speech for one in current):
        current = [one for one in current if one.origin is not Origin.SEGMENTS]
    if record not in current:
        current.append(record)
    found: list[TranscriptRecord] = []
    for one in sorted(current, key=lambda one: one.origin.is_translation):
        first = versions(records, one)[0]
        is_new = first not in (*found, record)
        if one.origin is Origin.CORRECTED and first.origin is Origin.MACHINE and is_new:
            found.append(first)
        found.append(one)
    return found
