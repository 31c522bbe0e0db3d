"""Loading the words of transcripts from where records say."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.check import TranscriptFileMissing
from mediakit.errors.library import ReadFailed
from mediakit.library import Library
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from tests.builders import a_clip
from tests.formats.spoken import SPOKEN


@pytest.fixture
def record(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Keep a transcript."""
    clip = a_clip()
    with catalog.change() as change:
        change.put(clip)
    transcript = replace(SPOKEN, clip=clip.id)
    return keep_transcript(library, catalog, transcript, state=State.UNCHECKED)


def test_a_strangers_record_leads_nowhere_else(
    library: Library, record: TranscriptRecord, tmp_path: Path
) -> None:
    """A file outside the library is not read, though it is a transcript."""
    outside = library.resolve(record.path).rename(tmp_path / "outside.json")

    for path in (str(outside), "../outside.json", "transcripts/../../outside.json"):
        with pytest.raises(ReadFailed):
            load_transcript(library, replace(record, path=path))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these")
def test_a_pipe_is_not_waited_for(library: Library, record: TranscriptRecord) -> None:
    """Only plain files are opened."""
    os.mkfifo(library.transcripts / "pipe.json")

    with pytest.raises(TranscriptFileMissing):
        load_transcript(library, replace(record, path="transcripts/pipe.json"))


def test_a_path_that_is_none_is_missing(
    library: Library, record: TranscriptRecord
) -> None:
    """A name longer than any, or with a zero byte, is no accident of the program."""
    for name in ("x" * 300, "a\0b"):
        with pytest.raises(TranscriptFileMissing):
            load_transcript(library, replace(record, path=f"transcripts/{name}"))
