"""Catalogs of older formats open for ever."""

import json
import shutil
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.catalog.migrations import MIGRATIONS, newest_format
from mediakit.catalog.snapshot import Tables
from mediakit.catalog.storage import JournalStorage
from mediakit.errors.catalog import CatalogTooNew
from mediakit.errors.library import WriteFailed
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.screening import Outcome, Screening
from mediakit.model.session import Session, SessionKind
from mediakit.model.stamp import Stamp
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.model.use import Use

SAMPLES = Path(__file__).parents[1] / "samples"


def name_to_title(tables: Tables) -> Tables:
    """Turn an invented format 1 into an invented format 2."""
    clips = {
        key: {"title": document["name"]} for key, document in tables["clips"].items()
    }
    return {**tables, "clips": clips}


def shout(tables: Tables) -> Tables:
    """Turn an invented format 2 into an invented format 3."""
    clips = {
        key: {"title": document["title"].upper()}
        for key, document in tables["clips"].items()
    }
    return {**tables, "clips": clips}


OLD = {"clips": {"c-1": {"name": "eau"}, "c-2": {"name": "feu"}}}
NEW = {"clips": {"c-1": {"title": "EAU"}, "c-2": {"title": "FEU"}}}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Make a catalog of the invented format 1, part of it in its journal."""
    path = tmp_path / "catalog.json"
    storage = JournalStorage(path, migrations=())
    storage.create()
    storage.write({"clips": {"c-1": {"name": "eau"}}})
    storage.fold()
    storage.write(OLD)
    return path


def files(path: Path) -> list[bytes]:
    """Return the bytes of a catalog's files."""
    return [file.read_bytes() for file in sorted(path.parent.glob("catalog.json*"))]


def test_reading_migrates_in_memory_only(old: Path) -> None:
    """Looking at an old library does not lock older programs out."""
    before = files(old)

    assert NEW == JournalStorage(old, (name_to_title, shout)).read()
    assert before == files(old)
    assert OLD == JournalStorage(old, ()).read()


def test_the_first_change_writes_the_new_format(old: Path) -> None:
    """The new format and the change arrive in one piece."""
    storage = JournalStorage(old, (name_to_title, shout))

    storage.write({**storage.read(), "uses": {"u-1": {}}})

    assert {**NEW, "uses": {"u-1": {}}} == JournalStorage(
        old, (name_to_title, shout)
    ).read()
    assert 3 == json.loads(old.read_text())["_catalog"]["about"]["format"]
    with pytest.raises(CatalogTooNew):
        JournalStorage(old, ()).read()


def test_a_migration_that_cannot_be_written_changes_nothing(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old catalog stays readable to old programs."""
    storage = JournalStorage(old, (name_to_title, shout))
    before = files(old)

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", fail)
        with pytest.raises(WriteFailed):
            storage.write({})

    assert before == files(old)


def test_a_catalog_between_formats_starts_in_the_middle(old: Path) -> None:
    """Each migration runs once."""
    halfway = JournalStorage(old, (name_to_title,))
    halfway.write({**halfway.read(), "uses": {}, "themes": {"th-1": {}}})

    tables = JournalStorage(old, (name_to_title, shout)).read()

    assert NEW["clips"] == tables["clips"]


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("catalog-format-*.json")))
def test_catalogs_of_every_format_still_open(sample: Path, tmp_path: Path) -> None:
    """A library that was made with any version opens with this one, for ever."""
    path = tmp_path / "catalog.json"
    shutil.copyfile(sample, path)
    shutil.copyfile(f"{sample}.journal", f"{path}.journal")

    records = Catalog(path, author="Awa").read()

    clip = records.get(Clip, "c-4f7n2k9qxa")
    assert clip.media.video
    assert ("30000/1001", 2) == (clip.media.video.frame_rate, len(clip.media.sound))
    assert ("VID\udcff.mp4", ("fr", "ses")) == (clip.original_name, clip.languages)
    assert clip.created == Stamp("2026-03-01T09:30:00Z", "Awa")
    assert ["c-4f7n2k9qxa", "c-0000000w4v"] == [c.id for c in records.all(Clip)]
    assert [TimeRange(0, 31_500)] == [x.range for x in records.all(Excerpt)]
    assert [State.CHECKED] == [t.state for t in records.all(TranscriptRecord)]
    assert [{"fr": "Puits", "en": "Wells"}] == [t.labels for t in records.all(Theme)]
    assert [TimeRange(1000, 2500)] == [k.range for k in records.all(Coding)]
    assert [SessionKind.INTERVIEW] == [s.kind for s in records.all(Session)]
    assert [Outcome.STOPPED] == [s.outcome for s in records.all(Screening)]
    assert [clip.id] == [r.clip for u in records.all(Use) for r in u.ranges]


def test_every_format_has_a_sample() -> None:
    """A new migration comes with a catalog of the format it leaves behind."""
    formats = range(1, newest_format(MIGRATIONS) + 1)

    assert [f"catalog-format-{n}.json" for n in formats] == sorted(
        sample.name for sample in SAMPLES.glob("catalog-format-*.json")
    )
