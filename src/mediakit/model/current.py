"""Which transcripts of a clip count now.

A clip may have many: one machine's, a better machine's, one that a person
corrected, an oral translation. A correction supersedes what it corrects. Of the
others in one language, one is current: the one that people have done most for, and
among equals the newest. Speech, oral translations, translations by people and by
machines, and segments without words are kept apart: a French translation does not
supersede what was said in French, nor a machine's what a person wrote.
"""

from collections.abc import Iterable

from mediakit.model.language import primary
from mediakit.model.transcript_record import Origin, State, TranscriptRecord

_STATES = (State.CHECKED, State.APPROVED)
_ORIGINS = (Origin.MACHINE, Origin.IMPORTED, Origin.CORRECTED)


def current_transcripts(records: Iterable[TranscriptRecord]) -> list[TranscriptRecord]:
    """Return those of *records* that no other of them supersedes.

    Args:
        records: Transcripts of any number of clips, oldest first, as the
            catalog lists them.

    Returns:
        One a clip, language and kind of words, in the order of *records*.
    """
    best: dict[tuple[str, str, str], TranscriptRecord] = {}
    listed = list(records)
    replaced = {record.replaces for record in listed}
    for record in listed:
        if record.id in replaced:
            continue
        rival = best.get(same_words(record))
        if rival is None or _care(record) >= _care(rival):
            best[same_words(record)] = record
    kept = {record.id for record in best.values()}
    return [record for record in listed if record.id in kept]


def same_words(record: TranscriptRecord) -> tuple[str, str, str]:
    """Return what is the same for transcripts of which only one is current."""
    words = "speech" if record.origin.is_speech else record.origin.value
    return record.clip, primary(record.language), words


def preferred(records: Iterable[TranscriptRecord]) -> list[TranscriptRecord]:
    """Return *records*, oldest first as given, with the one to take first.

    Current ones come before superseded ones, speech before translations, people's
    before machines', those before segments without words, and newer before older.
    """
    newest_first = list(records)[::-1]
    current = {record.id for record in current_transcripts(newest_first[::-1])}
    return sorted(
        newest_first,
        key=lambda record: (
            record.id not in current,
            not record.origin.is_speech,
            record.origin is Origin.MACHINE_TRANSLATION,
            record.origin is Origin.SEGMENTS,
        ),
    )


def _care(record: TranscriptRecord) -> tuple[int, int]:
    """Return how much people have done for a transcript, to compare."""
    checked = _STATES.index(record.state) + 1 if record.state in _STATES else 0
    origin = _ORIGINS.index(record.origin) if record.origin.is_speech else 0
    return checked, origin
