"""Uses that were recorded, and whose files nobody has seen since."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.ids import UseId
from mediakit.model.use import Use, UsedFile, UseKind
from tests.conftest import Run

CUT = UseId("u-0000000001")
MARK = "cut short: may never have left"


@pytest.fixture
def path(library: Library, catalog: Catalog) -> Path:
    """Record that a file is about to leave."""
    with catalog.change() as change:
        file = UsedFile("exports/cut.mp4", "0" * 64)
        change.put(
            Use(id=CUT, kind=UseKind.CUT, files=(file,), ranges=(), unfinished=True)
        )
    return library.exports / "cut.mp4"


def test_what_was_cut_short_is_told(run: Run, path: Path) -> None:
    """In the list of what left, and by a check, as a warning."""
    listed, shown = run("use", "list")[1], run("use", "show", CUT)[1]
    status, _out, err = run("check", "--quick")

    assert MARK in listed
    assert MARK in shown
    assert (0, True) == (status, f"before {path} was seen there" in err)


def test_what_is_there_has_left(run: Run, path: Path) -> None:
    """The program was killed right after it had its name."""
    path.write_bytes(b"film")

    assert MARK not in run("use", "list")[1]
    assert "may never have left" not in run("check", "--quick")[2]
