"""Recordings of voice-overs are originals: verified, moved, traced, never lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.removed import Removed
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.check_library import check_library
from mediakit.workflows.keep_voiceover import keep_voiceover
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.remove_excerpt import remove_excerpt
from mediakit.workflows.remove_voiceover import remove_voiceover
from tests.consents import DAY, WORKING, put_voice_of, withdraw
from tests.library_media import put_media
from tests.media_files import sound
from tests.voiceovers import X, put_excerpt, put_voiceover


@pytest.fixture
def voiceover(library: Library, catalog: Catalog, tmp_path: Path) -> Voiceover:
    """Keep one over two seconds of a clip."""
    [clip] = put_media(library, catalog, sound(".wav", seconds=4))
    put_excerpt(catalog, clip, 1000, 3000)
    return put_voiceover(library, catalog, tmp_path)


def _problems(library: Library, catalog: Catalog, *, quick: bool = False) -> list[str]:
    return [
        f"{problem.code}: {problem.details.get('reason', '')}"
        for checked in check_library(library, catalog, day=DAY, quick=quick)
        for problem in checked.problems
    ]


def test_is_verified(library: Library, catalog: Catalog, voiceover: Voiceover) -> None:
    """Whether it is there and what was kept; any other file is an orphan."""
    path = library.resolve(voiceover.path)
    well = _problems(library, catalog)
    (path.parent / "stray.wav").write_bytes(b"")
    stray = _problems(library, catalog)
    (path.parent / "stray.wav").unlink()
    path.write_bytes(b"other")
    changed = _problems(library, catalog)
    quick = _problems(library, catalog, quick=True)
    path.unlink()

    assert [] == well == quick
    assert ["file_orphaned: "] == stray
    assert ["voiceover_lost: it is not what was recorded"] == changed
    assert ["voiceover_lost: it is missing"] == _problems(library, catalog, quick=True)


def test_no_file_elsewhere_is_read(
    library: Library, catalog: Catalog, voiceover: Voiceover
) -> None:
    """A catalog may come from a stranger."""
    with catalog.change() as change:
        change.put(replace(voiceover, path="../../etc/passwd"))

    assert "read_failed: it is not in the library" in _problems(library, catalog)


def test_goes_where_it_can_be_put_back(
    library: Library, catalog: Catalog, voiceover: Voiceover
) -> None:
    """The recording is not deleted."""
    content = library.resolve(voiceover.path).read_bytes()

    removed = remove_voiceover(library, catalog, voiceover.id)

    [kept] = [*(library.removed / voiceover.clip).iterdir()]
    assert (voiceover, content) == (removed, kept.read_bytes())
    assert [] == catalog.read().all(Voiceover)
    assert [] == _problems(library, catalog)


def test_a_recording_that_is_said_over_another_stays(
    library: Library, catalog: Catalog, voiceover: Voiceover, tmp_path: Path
) -> None:
    """As long as anything mentions it."""
    twin = keep_voiceover(
        library, catalog, X, tmp_path / "fanta.wav", language="fr", purpose=WORKING
    ).voiceover

    remove_voiceover(library, catalog, voiceover.id)
    before = library.resolve(twin.path).exists()
    remove_voiceover(library, catalog, twin.id)

    assert (True, False) == (before, library.resolve(twin.path).exists())


def test_goes_with_its_excerpt(
    library: Library, catalog: Catalog, voiceover: Voiceover
) -> None:
    """To the same folder as by itself."""
    remove_excerpt(library, catalog, voiceover.excerpt, day=DAY)

    assert [] == catalog.read().all(Voiceover)
    assert 1 == len([*(library.removed / voiceover.clip).iterdir()])
    assert [] == _problems(library, catalog)


@pytest.mark.parametrize("delete", [False, True])
def test_goes_with_its_clip(
    library: Library, catalog: Catalog, voiceover: Voiceover, *, delete: bool
) -> None:
    """To its folder, or for good; nothing is left behind."""
    removal = remove_clip(library, catalog, voiceover.clip, delete=delete)

    assert not (library.voiceovers / voiceover.clip).exists()
    name = Path(voiceover.path).name
    assert removal.folder is None or (removal.folder / name).is_file()
    assert [] == _problems(library, catalog)


def test_a_withdrawal_finds_it(
    library: Library, catalog: Catalog, voiceover: Voiceover
) -> None:
    """It says what somebody said; also once it was removed, though not for good."""
    person = put_voice_of(catalog, voiceover.clip)
    withdraw(catalog, person)
    there = {one.target for one in open_recalls(catalog.read(), DAY)}

    remove_voiceover(library, catalog, voiceover.id)

    [gone] = catalog.read().all(Removed)
    after = {one.target for one in open_recalls(catalog.read(), DAY)}
    assert (True, False) == (voiceover.id in there, voiceover.id in after)
    assert gone.id in after
    assert "withdrawn_clip_there: " in _problems(library, catalog)
