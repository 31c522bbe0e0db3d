"""Keeping a transcript's words and finding them again."""

import contextlib
import hashlib
import os
import stat
from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import ClipNotFound, TranscriptNotFound
from mediakit.errors.check import TranscriptFileMissing
from mediakit.errors.library import WriteFailed
from mediakit.errors.transcripts import TranscriptJsonUnreadable, TranscriptMissing
from mediakit.library import Library
from mediakit.model.ids import ClipId
from mediakit.model.transcript import Source
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.find_transcript import find_transcript, transcripts_of
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from tests.builders import a_clip
from tests.formats.spoken import SPOKEN

CLIP = a_clip()
MACHINE = replace(
    SPOKEN,
    clip=CLIP.id,
    source=Source(
        origin=Origin.MACHINE, engine="whisper", model="small", notice="A warning."
    ),
)


@pytest.fixture(autouse=True)
def _clip(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(CLIP)


def test_what_is_kept_is_found_again(library: Library, catalog: Catalog) -> None:
    """The same words, and a record that says what they are."""
    record = keep_transcript(library, catalog, MACHINE, state=State.MACHINE)

    assert replace(MACHINE, id=record.id) == load_transcript(library, record)
    assert record == catalog.read().get(TranscriptRecord, record.id)
    assert (CLIP.id, "fr", Origin.MACHINE, State.MACHINE, 2) == (
        record.clip,
        record.language,
        record.origin,
        record.state,
        record.segments,
    )
    assert ("whisper", "small", "A warning.") == (
        record.engine,
        record.model,
        record.notice,
    )


def test_the_file_is_what_the_record_says(library: Library, catalog: Catalog) -> None:
    """Its place, its checksum, and nobody else's to read."""
    record = keep_transcript(library, catalog, MACHINE, state=State.MACHINE)

    file = library.resolve(record.path)
    assert f"transcripts/{record.id}.json" == record.path
    assert record.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    if os.name == "posix":
        assert 0o600 == stat.S_IMODE(file.stat().st_mode)


def test_a_clip_that_is_gone_gets_no_transcript(
    library: Library, catalog: Catalog
) -> None:
    """It may have been removed while its words were being found."""
    with pytest.raises(ClipNotFound):
        keep_transcript(
            library,
            catalog,
            replace(MACHINE, clip=ClipId("c-gone")),
            state=State.MACHINE,
        )

    assert [] == catalog.read().all(TranscriptRecord)
    assert not library.transcripts.exists() or not any(library.transcripts.iterdir())


def test_a_file_that_cannot_be_written_is_not_recorded(
    library: Library, catalog: Catalog
) -> None:
    """Never a record without its file."""
    with contextlib.suppress(OSError):
        library.transcripts.rmdir()
    library.transcripts.write_text("in the way")

    with pytest.raises(WriteFailed):
        keep_transcript(library, catalog, MACHINE, state=State.MACHINE)

    assert [] == catalog.read().all(TranscriptRecord)


def test_a_missing_or_damaged_file_is_named(library: Library, catalog: Catalog) -> None:
    """Gone, unreadable, cut off, or not text: each is said with its path."""
    record = keep_transcript(library, catalog, MACHINE, state=State.MACHINE)
    file = library.resolve(record.path)

    whole = file.read_bytes()
    for damaged in (whole[:-40], b"\xff\xfe\xfd"):
        file.write_bytes(damaged)
        with pytest.raises(TranscriptJsonUnreadable, match=record.id):
            load_transcript(library, record)
    file.unlink()
    with pytest.raises(TranscriptFileMissing, match=record.id):
        load_transcript(library, record)
    file.mkdir()  # a folder is no file
    with pytest.raises(TranscriptFileMissing, match=record.id):
        load_transcript(library, record)


def test_the_newest_of_a_clip_is_meant(library: Library, catalog: Catalog) -> None:
    """By the clip's id; an older one by its own, or the beginning of it."""
    first = keep_transcript(library, catalog, MACHINE, state=State.MACHINE)
    second = keep_transcript(library, catalog, MACHINE, state=State.MACHINE)

    assert [first, second] == transcripts_of(catalog, CLIP.id)
    assert second == find_transcript(catalog, CLIP.id)
    assert first == find_transcript(catalog, first.id.upper())


def test_a_transcript_that_is_not_there_is_not_found(catalog: Catalog) -> None:
    """No such id, no such clip, or none yet: three sentences."""
    with pytest.raises(TranscriptMissing, match="mediakit transcribe c-0000000001"):
        find_transcript(catalog, "c-0")
    with pytest.raises(TranscriptNotFound):
        find_transcript(catalog, "t-zzz")
    with pytest.raises(ClipNotFound):
        find_transcript(catalog, "c-zzz")
