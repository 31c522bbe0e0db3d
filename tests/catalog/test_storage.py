"""How the two files of a catalog work together, and with TinyDB."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document as TinyDocument

from mediakit.catalog import storage as storage_module
from mediakit.catalog.catalog import Catalog
from mediakit.catalog.snapshot import Tables
from mediakit.catalog.storage import JournalStorage
from mediakit.catalog.table import RecordTable
from mediakit.errors.catalog import CatalogDamaged
from mediakit.errors.library import WriteFailed
from mediakit.model.clip import Clip
from tests.builders import a_clip


class RecordDB(TinyDB):
    """TinyDB with our tables."""

    table_class = RecordTable  # type: ignore[assignment]  # it is one


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make an empty catalog."""
    path = tmp_path / "catalog.json"
    JournalStorage(path).create()
    return path


@pytest.fixture
def journal(path: Path) -> Path:
    """Return where the journal of the catalog is when there is one."""
    return path.with_name("catalog.json.journal")


def write(path: Path, tables: Tables) -> None:
    """Make *tables* what the catalog holds."""
    JournalStorage(path).write(tables)


def read(path: Path) -> Tables:
    """Return what the catalog holds."""
    return JournalStorage(path).read()


def test_is_a_storage_for_tinydb(path: Path) -> None:
    """Inserting, updating and removing with TinyDB's own words is durable."""
    with RecordDB(path, storage=JournalStorage) as database:
        clips = database.table("clips")
        clips.insert(TinyDocument({"title": "Eau", "themes": []}, "c-1"))  # type: ignore[arg-type]  # text ids
        clips.insert(TinyDocument({"title": "Feu"}, "c-2"))  # type: ignore[arg-type]  # text ids
        clips.update({"title": "Terre"}, where("title") == "Feu")
        clips.remove(where("title") == "Eau")

        assert {"clips": {"c-2": {"title": "Terre"}}} == read(path)


def test_a_change_with_tinydb_that_fails_does_nothing(path: Path) -> None:
    """Stock TinyDB keeps half of an update in memory."""
    write(path, {"clips": {"c-1": {"size": 1}, "c-2": {"title": "no size"}}})

    def grow(document: dict[str, int]) -> None:
        document["size"] += 1

    with RecordDB(path, storage=JournalStorage) as database:
        with pytest.raises(KeyError):
            database.table("clips").update(grow)

        assert 1 == database.table("clips").all()[0]["size"]


def test_folds_the_journal_into_the_catalog(path: Path, journal: Path) -> None:
    """At the end of a command, one file says it all."""
    write(path, {"clips": {"c-1": {}}})

    JournalStorage(path).fold()

    assert not journal.exists()
    assert {"clips": {"c-1": {}}} == read(path)


def test_a_large_catalog_is_not_written_again_for_every_change(
    path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change costs what the change is, not what the catalog is."""
    monkeypatch.setattr(storage_module, "_LARGE_CATALOG", 100)
    write(path, {"clips": {"c-1": {}}})
    before = path.read_bytes()

    JournalStorage(path).fold()

    assert before == path.read_bytes()
    assert journal.exists()


def test_a_long_journal_is_folded_into_a_large_catalog(
    path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No journal grows for ever."""
    monkeypatch.setattr(storage_module, "_LONG_JOURNAL", 100)
    long = JournalStorage(path)
    tables: Tables = {"clips": {}}
    for number in range(10):
        tables = {"clips": {**tables["clips"], f"c-{number}": {}}}
        long.write(tables)

    assert journal.stat().st_size < 400
    assert tables == read(path)


def test_a_journal_that_was_folded_in_is_not_applied_again(
    path: Path, journal: Path
) -> None:
    """Dying between the new catalog and the removal of its journal is harmless."""
    for number in range(4):
        write(path, {"clips": {"c-1": {"n": number}}})
    left = journal.read_bytes()
    JournalStorage(path).fold()
    journal.write_bytes(left)

    folded = read(path)
    write(path, {"clips": {"c-1": {"n": 4}}})

    assert {"clips": {"c-1": {"n": 3}}} == folded
    assert {"clips": {"c-1": {"n": 4}}} == read(path)


def test_a_journal_of_long_ago_is_refused(path: Path, journal: Path) -> None:
    """Nobody can tell whether its changes are in the catalog."""
    write(path, {"clips": {"c-1": {}}})
    left = journal.read_bytes()
    JournalStorage(path).fold()
    write(path, {"clips": {"c-1": {}, "c-2": {}}})
    JournalStorage(path).fold()
    journal.write_bytes(left)

    with pytest.raises(CatalogDamaged, match="it belongs to another"):
        read(path)


def test_an_old_copy_beside_a_newer_journal_is_refused(
    path: Path, journal: Path
) -> None:
    """Restoring half of a catalog is noticed, not guessed at."""
    copy = shutil.copy(path, path.with_name("copy"))
    write(path, {"clips": {"c-1": {}}})
    JournalStorage(path).fold()
    write(path, {"clips": {"c-1": {}, "c-2": {}}})
    shutil.copy(copy, path)
    files = (path.read_bytes(), journal.read_bytes())

    with pytest.raises(CatalogDamaged, match=r"journal:0: it belongs to another"):
        read(path)
    with pytest.raises(CatalogDamaged):
        write(path, {})
    assert files == (path.read_bytes(), journal.read_bytes())


def test_a_catalog_of_another_copy_beside_a_journal_is_refused(
    path: Path, tmp_path: Path
) -> None:
    """Two laptops that went apart are not mixed, even at the same generation."""
    other = tmp_path / "other.json"
    shutil.copy(path, other)
    write(other, {"clips": {"c-8": {}}})
    JournalStorage(other).fold()
    write(path, {"clips": {"c-1": {}}})
    JournalStorage(path).fold()
    write(path, {"clips": {"c-1": {}, "c-2": {}}})
    shutil.copy(other, path)

    with pytest.raises(CatalogDamaged, match="it belongs to another"):
        read(path)


def test_sees_what_other_programs_do(path: Path) -> None:
    """One storage that is kept open follows appends, folds and edits by hand."""
    kept = JournalStorage(path)
    seen = [kept.read()]
    for number, fold in enumerate((False, False, True, False, True, True)):
        write(path, {"clips": {"c-1": {"n": number}}})
        if fold:
            JournalStorage(path).fold()
        seen.append(kept.read())
    path.write_text(path.read_text().replace('"n":5', '"n":7'))
    seen.append(kept.read())

    assert [{}] + [{"clips": {"c-1": {"n": n}}} for n in (0, 1, 2, 3, 4, 5, 7)] == seen


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_failed_write_is_taken_back_and_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """After an error of the disk the old state is there, in memory and in the file."""
    write(path, {"clips": {"c-1": {}}})
    kept = JournalStorage(path)
    before = kept.read()

    def fail(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, call, fail)
        with pytest.raises(WriteFailed, match="No space left"):
            kept.write({"clips": {"c-2": {}}})

    assert (before, before) == (kept.read(), read(path))
    kept.write({"clips": {"c-2": {}}})
    assert {"clips": {"c-2": {}}} == read(path)


def test_a_fold_that_fails_loses_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The change was acknowledged; its journal goes on holding it."""
    write(path, {"clips": {"c-1": {}}})

    def fail(*_arguments: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", fail)
        JournalStorage(path).fold()

    assert {"clips": {"c-1": {}}} == read(path)


def test_what_killed_programs_left_is_cleared_away(path: Path) -> None:
    """Hundreds of kills do not fill the disk with half-written catalogs."""
    left = path.with_name(".catalog.json.0badf00d.tmp")
    left.write_text("{")
    kept = path.with_name(".other.json.0badf00d.tmp")
    kept.write_text("{")
    write(path, {"clips": {"c-1": {}}})

    JournalStorage(path).fold()

    assert (False, True) == (left.exists(), kept.exists())


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
@pytest.mark.parametrize("name", ["catalog.json", "catalog.json.journal"])
def test_a_link_is_not_followed(path: Path, name: str) -> None:
    """A library from a stranger does not have a file elsewhere written over."""
    keys = path.with_name("keys")
    keys.write_text("secret")
    path.with_name(name).unlink(missing_ok=True)
    path.with_name(name).symlink_to(keys)

    with pytest.raises(CatalogDamaged, match="a link"):
        write(path, {"clips": {"c-1": {"id": "c-1"}}})

    assert "secret" == keys.read_text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
@pytest.mark.parametrize("name", ["catalog.json", "catalog.json.journal"])
def test_a_pipe_does_not_make_a_reader_wait(path: Path, name: str) -> None:
    """It is refused before it is opened."""
    path.with_name(name).unlink(missing_ok=True)
    os.mkfifo(path.with_name(name))

    with pytest.raises(CatalogDamaged, match="a pipe"):
        read(path)


def test_writing_what_is_there_writes_nothing(path: Path, journal: Path) -> None:
    """A change without changes touches no file."""
    JournalStorage(path).write({})

    assert not journal.exists()


def test_closing_leaves_one_file_for_everyone_to_read(catalog: Catalog) -> None:
    """After a command, people and other programs see current records."""
    with catalog.change() as change:
        change.put(a_clip(title="Femmes de Gao"))

    catalog.close()

    assert "Femmes de Gao" in catalog.path.read_text("utf-8")
    assert not catalog.path.with_name("catalog.json.journal").exists()


def test_closing_does_not_wait_for_another_writer(catalog: Catalog) -> None:
    """Whoever is writing folds both changes when done."""
    with catalog.change() as change:
        change.put(a_clip("c-1000000000"))
    other = Catalog(catalog.path, author="Moussa")
    with other.change() as change:
        change.put(a_clip("c-2000000000"))
        catalog.close()
    other.close()

    kept = [clip.id for clip in catalog.read().all(Clip)]
    assert ["c-1000000000", "c-2000000000"] == kept
