"""The last step of every way out."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mediakit import files
from mediakit.catalog.catalog import Catalog
from mediakit.catalog.snapshot import Tables
from mediakit.catalog.storage import JournalStorage
from mediakit.errors.check import UseUnfinished
from mediakit.errors.library import LeftUnfinished, TargetRefused, WriteFailed
from mediakit.library import Library
from mediakit.model.leaving import Shown
from mediakit.model.use import Use, UseKind
from mediakit.workflows.check_leaving import check_leaving
from mediakit.workflows.keep_export import Export, exporting
from mediakit.workflows.pass_gate import pass_gate
from tests.consents import DAY, WORKING


def test_a_file_that_was_made_meanwhile_stays(
    library: Library, catalog: Catalog
) -> None:
    """Two programs may choose the same name: the second one leaves nothing."""
    target = library.root / "shared.txt"
    target.write_text("theirs")

    passed = pass_gate(catalog.read(), WORKING, (), Shown(0))

    with pytest.raises(TargetRefused), exporting(library, catalog) as export:
        export.keep(passed, UseKind.DATA, target, b"ours", how="plain")

    assert "theirs" == target.read_text()
    assert [] == catalog.read().all(Use)
    assert [] == [one.name for one in library.root.glob(".shared*")]


@pytest.mark.parametrize("half", [".shared.txt.0a1b.tmp", ".making/0a1b/made/1.txt"])
def test_what_a_crash_left_outside_is_found(
    half: str, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """The use is remembered, its file never had its name; beside it lies a half."""
    folder = tmp_path / "stick"
    target = folder / ("shared.txt" if half.endswith("tmp") else "kit/1.txt")
    target.parent.mkdir(parents=True)
    passed = pass_gate(catalog.read(), WORKING, (), Shown(0))
    with exporting(library, catalog) as export:
        use = export.keep(passed, UseKind.DATA, target, b"ours", how="plain")
    left = folder / half
    left.parent.mkdir(parents=True, exist_ok=True)
    target.rename(left)

    found = dict(check_leaving(library, catalog.read(), DAY))

    [problem] = found[use.id][0]
    assert str(folder / half.split("/", maxsplit=1)[0]) == problem.details["path"]


def test_a_refused_name_takes_the_use_back(
    library: Library, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that became read-only: nothing is changed, as the sentence says."""
    refuse(monkeypatch, lambda target: target.name == "shared.txt")

    with pytest.raises(WriteFailed, match="Nothing was changed"):
        leave(library, catalog, "shared.txt")

    assert [] == Catalog(catalog.path, author="").read().all(Use)
    assert [] == list(library.root.glob("*shared*"))


def test_a_name_that_was_taken_meanwhile_takes_the_use_back(
    library: Library, catalog: Catalog
) -> None:
    """After the use was recorded: their file stays, and ours is not there."""
    target = library.root / "shared.txt"

    @contextlib.contextmanager
    def taken() -> Iterator[None]:
        yield
        target.write_text("theirs")

    def leaving() -> None:
        with exporting(library, catalog) as export:
            keep(export, "shared.txt")
            export.change.afterwards.enter_context(taken())

    with pytest.raises(TargetRefused):
        leaving()

    assert "theirs" == target.read_text()
    assert [] == Catalog(catalog.path, author="").read().all(Use)
    assert [] == list(library.root.glob(".shared*"))


@pytest.mark.parametrize("why", ["a part is there", "nothing can be taken back"])
def test_what_stays_recorded_is_said(
    why: str, library: Library, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both in the error and in the record, and a check goes on saying it."""
    # what was kept last gets its name first
    names = ["refused.txt", "shared.txt"]
    refuse(monkeypatch, lambda target: target.name == "refused.txt")
    if why == "nothing can be taken back":
        names.pop()
        write_once(monkeypatch)

    with pytest.raises(LeftUnfinished, match="recorded all the same") as caught:
        leave(library, catalog, *names)

    monkeypatch.undo()
    records = Catalog(catalog.path, author="").read()
    [use] = [one for one in records.all(Use) if "refused" in one.files[0].path]
    assert use.unfinished
    assert str(library.root / "refused.txt") == caught.value.details["path"]
    assert WriteFailed.exit_status == caught.value.exit_status
    found = dict(check_leaving(library, records, DAY))
    assert [UseUnfinished] == [type(one) for one in found[use.id][1]]


@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_stick_that_was_pulled_out_keeps_the_use(
    library: Library,
    catalog: Catalog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_replaced: bool,
) -> None:
    """The file may be on it under its name, whatever lies at its place now."""
    stick = tmp_path / "stick"
    stick.mkdir()
    real = files.sync_folder

    def sync_folder(folder: Path) -> None:
        if folder == stick:
            stick.rename(tmp_path / "pulled out")
            if is_replaced:
                stick.mkdir()
            raise OSError(5, "Input/output error")
        real(folder)

    monkeypatch.setattr("mediakit.files.sync_folder", sync_folder)

    with pytest.raises(LeftUnfinished):
        leave(library, catalog, str(stick / "shared.txt"))

    assert [True] == [one.unfinished for one in catalog.read().all(Use)]
    assert (tmp_path / "pulled out" / "shared.txt").exists()


def test_what_was_thrown_away_was_there(library: Library, catalog: Catalog) -> None:
    """A check says nothing of it: its use was seen to be finished."""
    leave(library, catalog, "shared.txt")
    (library.root / "shared.txt").unlink()

    records = Catalog(catalog.path, author="").read()

    [use] = records.all(Use)
    assert not use.unfinished
    assert ([], []) == dict(check_leaving(library, records, DAY))[use.id]


def leave(library: Library, catalog: Catalog, *names: str) -> None:
    """Let files leave at once, each as a use."""
    with exporting(library, catalog) as export:
        for name in names:
            keep(export, name)


def keep(export: Export, name: str) -> None:
    """Let a file leave."""
    passed = pass_gate(export.change, WORKING, (), Shown(0))
    target = export.library.root / name
    export.keep(passed, UseKind.DATA, target, target.name.encode(), how="plain")


def refuse(monkeypatch: pytest.MonkeyPatch, whose: Callable[[Path], bool]) -> None:
    """Let files of some names not be given them."""
    real = files.replace

    def replace(source: Path, target: Path) -> None:
        if whose(target):
            raise OSError(30, "Read-only file system")
        real(source, target)

    monkeypatch.setattr("mediakit.files.replace", replace)


def write_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the catalog be written once, and then no more: the disk is full."""
    real = JournalStorage.write
    written: list[Tables] = []

    def write(storage: JournalStorage, data: Tables) -> None:
        if written:
            raise WriteFailed(path="catalog", reason="No space left on device")
        written.append(data)
        real(storage, data)

    monkeypatch.setattr(JournalStorage, "write", write)
