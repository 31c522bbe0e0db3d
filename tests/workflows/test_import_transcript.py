"""Importing a transcript that was made elsewhere."""

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.catalog import ClipNotFound
from mediakit.errors.library import ReadFailed
from mediakit.errors.transcripts import (
    TranscriptLanguageNeeded,
    TranscriptLineUnreadable,
    TranscriptTooLarge,
)
from mediakit.errors.typed import LanguageNotUnderstood
from mediakit.formats import native
from mediakit.formats.registry import LARGEST
from mediakit.library import Library
from mediakit.model.transcript import Source
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.import_transcript import Imported, import_transcript
from mediakit.workflows.load_transcript import load_transcript
from tests.builders import a_clip
from tests.conftest import saved
from tests.formats.spoken import SAMPLES, SPOKEN

CLIP = a_clip(languages=("bm",))


@pytest.fixture(autouse=True)
def _clip(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(CLIP)


@pytest.fixture
def srt(tmp_path: Path) -> Path:
    """Return subtitles by nobody, in no language they name."""
    return Path(shutil.copy(SAMPLES / "subtitle_edit.srt", tmp_path / "gao.srt"))


def test_words_and_their_history_are_kept(
    library: Library, catalog: Catalog, srt: Path
) -> None:
    """Where they come from and what was mended stays with them."""
    imported = import_transcript(library, catalog, "c-0", srt)

    transcript = load_transcript(library, imported.record)
    assert imported.is_new
    assert (CLIP.id, "bm", Origin.IMPORTED, State.UNCHECKED) == (
        imported.record.clip,
        imported.record.language,
        imported.record.origin,
        imported.record.state,
    )
    assert imported.reading.segments == transcript.segments
    assert (
        Source(
            origin=Origin.IMPORTED,
            file_name="gao.srt",
            file_format="srt",
            repairs=("lines 2, 6: formatting, as italics or colour, was removed",),
        )
        == transcript.source
    )


@pytest.mark.skipif(sys.platform != "linux", reason="others' names are text")
def test_the_files_name_need_not_be_text(
    library: Library, catalog: Catalog, srt: Path
) -> None:
    """Bytes of another time's file names become marks."""
    odd = srt.rename(srt.with_name(os.fsdecode(b"ga\xf6.srt")))

    imported = import_transcript(library, catalog, "c-0", odd)

    source = load_transcript(library, imported.record).source
    assert source is not None
    assert "ga\ufffd.srt" == source.file_name


@pytest.mark.parametrize(
    ("origin", "state"),
    [
        (Origin.CORRECTED, State.CHECKED),
        (Origin.TRANSLATION, State.UNCHECKED),
        (Origin.ORAL_TRANSLATION, State.UNCHECKED),
    ],
)
def test_a_person_may_say_where_words_come_from(
    library: Library, catalog: Catalog, srt: Path, origin: Origin, state: State
) -> None:
    """Corrected words were checked by who corrected them."""
    imported = import_transcript(
        library, catalog, "c-0", srt, language="FRA", origin=origin
    )

    assert (origin, state, "fr") == (
        imported.record.origin,
        imported.record.state,
        imported.record.language,
    )


def test_a_machines_words_stay_a_machines(library: Library, catalog: Catalog) -> None:
    """JSON of Whisper's is marked, in the language it says."""
    file = SAMPLES / "openai_whisper.json"

    record = import_transcript(library, catalog, "c-0", file).record

    assert (Origin.MACHINE, State.MACHINE, "whisper", "fr") == (
        record.origin,
        record.state,
        record.engine,
        record.language,
    )


def test_a_file_alone_proves_no_check(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Some of its words were corrected: that does not say that all were checked."""
    for engine, state in (("whisper", State.MACHINE), ("", State.UNCHECKED)):
        source = Source(origin=Origin.CORRECTED, engine=engine)
        file = tmp_path / "t.json"
        file.write_text(native.write(replace(SPOKEN, source=source)), "utf-8")

        record = import_transcript(library, catalog, "c-0", file, by=engine).record

        assert (Origin.CORRECTED, state) == (record.origin, record.state)


def test_a_warning_comes_along(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """A transcript of another library keeps its engine, model and notice."""
    source = Source(
        origin=Origin.MACHINE, engine="e", model="demo", notice="It invents."
    )
    file = tmp_path / "t.json"
    file.write_text(native.write(replace(SPOKEN, source=source)), "utf-8")

    record = import_transcript(library, catalog, "c-0", file).record

    assert ("It invents.", "demo", State.MACHINE) == (
        record.notice,
        record.model,
        record.state,
    )
    assert SPOKEN.segments == load_transcript(library, record).segments


def test_the_same_words_are_kept_once(
    library: Library, catalog: Catalog, srt: Path
) -> None:
    """A second import answers with the first, unless the language is another."""
    first = import_transcript(library, catalog, "c-0", srt)
    before = saved(library)

    second = import_transcript(library, catalog, "c-0", srt)
    other = import_transcript(library, catalog, "c-0", srt, language="fr")

    assert not second.is_new
    assert first.record == second.record
    assert other.is_new
    assert before != saved(library)
    assert 2 == len(list(library.transcripts.iterdir()))


def test_a_lost_file_does_not_stop_an_import(
    library: Library, catalog: Catalog, srt: Path
) -> None:
    """What cannot be compared is not the same: the words come in again."""
    first = import_transcript(library, catalog, "c-0", srt)
    library.resolve(first.record.path).unlink()

    assert import_transcript(library, catalog, "c-0", srt).is_new


@pytest.mark.parametrize("languages", [(), ("fr", "bm")])
def test_a_language_is_not_guessed(
    library: Library, catalog: Catalog, srt: Path, languages: tuple[str, ...]
) -> None:
    """A clip in no language or in several does not say which this is."""
    with catalog.change() as change:
        change.put(replace(CLIP, languages=languages))

    with pytest.raises(TranscriptLanguageNeeded, match=r"gao\.srt"):
        import_transcript(library, catalog, "c-0", srt)


def test_a_translation_is_not_in_the_clips_language(
    library: Library, catalog: Catalog, srt: Path
) -> None:
    """The clip's language is what a translation is not in."""
    with pytest.raises(TranscriptLanguageNeeded):
        import_transcript(library, catalog, "c-0", srt, origin=Origin.TRANSLATION)


def test_a_refused_file_changes_nothing(
    library: Library, catalog: Catalog, srt: Path, tmp_path: Path
) -> None:
    """Whatever is wrong, catalog and folder are as they were."""
    broken = tmp_path / "broken.srt"
    broken.write_text("1\n00:00:01,000 --> later\nOui\n")
    large = tmp_path / "large.srt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    before = saved(library), sorted(library.root.rglob("*"))

    def refused(error: type[MediakitError], clip: str, path: Path, tag: str) -> None:
        with pytest.raises(error):
            import_transcript(library, catalog, clip, path, language=tag)

    refused(TranscriptLineUnreadable, "c-0", broken, "")
    refused(TranscriptTooLarge, "c-0", large, "")
    refused(ClipNotFound, "c-zzz", srt, "")
    refused(LanguageNotUnderstood, "c-0", srt, "french")
    refused(ReadFailed, "c-0", tmp_path / "absent.srt", "")
    refused(ReadFailed, "c-0", tmp_path, "")
    assert before == (saved(library), sorted(library.root.rglob("*")))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_pipe_is_no_file(library: Library, catalog: Catalog, tmp_path: Path) -> None:
    """Reading from it might never end."""
    pipe = tmp_path / "pipe.srt"
    os.mkfifo(pipe)

    with pytest.raises(ReadFailed, match="it is no file"):
        import_transcript(library, catalog, "c-0", pipe)


def test_an_old_encoding_is_read_by_the_language(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """Arabic of an old Windows, when the person says that it is Arabic."""
    said = "السلام عليكم"
    file = tmp_path / "a.srt"
    file.write_bytes(f"1\n00:00:01,000 --> 00:00:02,000\n{said}\n".encode("cp1256"))

    imported: Imported = import_transcript(
        library, catalog, "c-0", file, language="ar-ML"
    )

    assert said == imported.reading.segments[0].text
    assert [imported.record] == catalog.read().all(TranscriptRecord)
