"""What leaves goes where a person can want it, and nowhere else."""

from pathlib import Path

import pytest

from mediakit.errors.library import FolderMissing, TargetIsNoFile, TargetRefused
from mediakit.library import Library
from mediakit.model.leaving import Passed
from mediakit.workflows.place_export import place_export

PASSED = Passed(parts=(), scope="internal")


def placed(library: Library, output: str) -> Path:
    """Return where something goes that is wanted as *output*."""
    return place_export(library, PASSED, "cuts", "cut", ".mp4", output)


@pytest.mark.parametrize(
    "output",
    [
        *("catalog.json", "catalog.json.journal", "catalog.json.lock"),
        *("real-names.json", "Real-Names.JSON", "mediakit.toml"),
        *("assets/x.mp4", "ASSETS/x.mp4", "transcripts/t.json", "evidence/x.jpg"),
        *("submissions/x.mp4", "removed/x.mp4", ".mediakit/x.mp4"),
        *("exports/../assets/x.mp4", "exports/link/x.mp4", ".catalog.json.1.tmp"),
    ],
)
def test_the_library_keeps_its_own_places(
    library: Library, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    """Whether something is there already or not, and on every disk."""
    (library.exports / "link").symlink_to(library.assets)
    monkeypatch.chdir(library.root)

    with pytest.raises(TargetRefused):
        placed(library, output)


def test_anywhere_else_is_a_persons_choice(library: Library, tmp_path: Path) -> None:
    """Among the exports, beside the catalog, on a stick."""
    for path in (
        library.exports / "x.mp4",
        library.root / "x.mp4",
        tmp_path / "catalog.json",
    ):
        assert path == placed(library, str(path))


def test_a_folder_is_not_made_of_a_slip(library: Library, tmp_path: Path) -> None:
    """It is said to be missing, and stays so."""
    with pytest.raises(FolderMissing):
        placed(library, str(tmp_path / "stik" / "x.mp4"))

    assert not (tmp_path / "stik").exists()


def test_standard_output_is_no_file(library: Library) -> None:
    """Nothing is called by a hyphen."""
    with pytest.raises(TargetIsNoFile):
        placed(library, "-")
