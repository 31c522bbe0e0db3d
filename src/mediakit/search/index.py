"""The full-text index: brought up to date, then asked.

It is never the truth. Before each search it is compared with the transcripts there
are, and what differs is added and removed in one transaction. A damaged index is
made again; where none can be kept, one in memory serves for the one search.
"""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from mediakit.errors.search import SearchUnavailable
from mediakit.model.ids import TranscriptId
from mediakit.search.answering import find
from mediakit.search.question import Answer, Question
from mediakit.search.store import (
    InMemory,
    OnDisk,
    Store,
    can_be_mended,
    made_by,
    may_pass,
)
from mediakit.search.updating import Indexed, Load, differences, update

# UnicodeError: SQLite's own messages about a damaged file quote the damage
_TROUBLE = (sqlite3.Error, OSError, UnicodeError)


def ask(
    path: Path,
    wanted: Mapping[TranscriptId, str],
    load: Load,
    question: Question,
    heirs: Mapping[TranscriptId, TranscriptId] | None = None,
) -> Iterator[Indexed | Answer]:
    """Bring the index up to date and ask it.

    Args:
        path: The index file; it need not exist, and need not be one.
        wanted: The transcripts to search, each with a text that is different
            whenever its words are.
        load: Reads the words of a transcript that is new or has changed.
        question: What to find.
        heirs: Which of them stand for transcripts that are kept but not searched. The
            words of all others that are no longer wanted are erased from the file.

    Yields:
        Each transcript that was read, then the answer.

    Raises:
        SearchUnavailable: This Python's SQLite has no full-text search.
    """
    disk, lines = OnDisk(path), heirs or {}
    try:
        try:
            yield from _ask(disk, wanted, load, question, lines)
        except _TROUBLE as error:
            if can_be_mended(error):
                disk.discard()
            elif not may_pass(error):
                raise
            yield from _ask(disk, wanted, load, question, lines)
    except sqlite3.ProgrammingError:
        raise  # a mistake of ours, not of the file
    except _TROUBLE as error:
        yield from _ask_in_memory(wanted, load, question, str(error))


def _ask(
    store: Store,
    wanted: Mapping[TranscriptId, str],
    load: Load,
    question: Question,
    heirs: Mapping[TranscriptId, TranscriptId],
) -> Iterator[Indexed | Answer]:
    # compared and asked at one moment: another program may be changing it
    with store.reading() as connection:
        is_current = made_by(connection) and not differences(connection, wanted)
        answer = find(connection, question) if is_current else None
    if answer is None:
        with store.writing() as connection:
            yield from update(connection, wanted, load, heirs)
            answer = find(connection, question)
    yield answer


def _ask_in_memory(
    wanted: Mapping[TranscriptId, str], load: Load, question: Question, reason: str
) -> Iterator[Indexed | Answer]:
    try:
        store = InMemory()
    except sqlite3.OperationalError as error:
        raise SearchUnavailable(reason=str(error)) from error
    with contextlib.closing(store):
        for event in _ask(store, wanted, load, question, {}):
            if isinstance(event, Answer):
                yield replace(event, not_kept=reason)
            else:
                yield event
