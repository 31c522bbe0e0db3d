"""The last step of every way out."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.library import TargetRefused
from mediakit.library import Library
from mediakit.model.leaving import Shown
from mediakit.model.use import Use, UseKind
from mediakit.workflows.check_leaving import check_leaving
from mediakit.workflows.keep_export import exporting
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
