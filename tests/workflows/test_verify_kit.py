"""A kit on another laptop: whole, damaged, withdrawn, or none at all."""

import json
import shutil
from pathlib import Path

import bagit
import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.kits import KitDamaged, KitWithdrawn, NotAKit
from mediakit.library import Library
from mediakit.model.person import Person
from mediakit.workflows.verify_kit import Verified, refuse_unsound, verify_kit
from tests.consents import DAY, RULES, agree, withdraw
from tests.kit_libraries import Evening, an_evening

pytestmark = pytest.mark.ffmpeg

FILM = "01-K7P.mp4"


@pytest.fixture
def evening(library: Library, catalog: Catalog) -> Evening:
    """Make a library with a playlist."""
    return an_evening(library, catalog)


@pytest.fixture(params=[False, True], ids=["plain", "bag"])
def kit(
    request: pytest.FixtureRequest, evening: Evening, tmp_path: Path
) -> tuple[Path, Path]:
    """Carry a kit to another place; return it, and where its files are."""
    made = evening.kit("xspf", in_bag=request.param)
    carried = shutil.copytree(made.path, tmp_path / "stick")
    return carried, carried / "data" if request.param else carried


def test_a_kit_that_was_carried_is_whole(kit: tuple[Path, Path]) -> None:
    """Without a library too."""
    verified = verify_kit(kit[0], None, DAY)

    refuse_unsound(verified)
    assert (False, "xspf") == (verified.known, verified.manifest.kit)
    assert "" == verified.reasons


def test_what_became_of_it_is_told(kit: tuple[Path, Path]) -> None:
    """Every file that is damaged, missing or was added; what systems leave is not."""
    carried, files = kit
    with (files / FILM).open("r+b") as film:
        film.seek(1000)
        film.write(b"x")
    (files / "playlist.xspf").unlink()
    (files / "virus.exe").write_text("x")
    (files / ".DS_Store").write_text("x")

    verified = verify_kit(carried, None, DAY)

    def named(name: str) -> tuple[str, ...]:
        return ((files / name).relative_to(carried).as_posix(),)

    assert named(FILM) == verified.damaged
    assert named("playlist.xspf") == verified.missing
    assert named("virus.exe") == verified.added
    with pytest.raises(KitDamaged) as caught:
        refuse_unsound(verified)
    assert f"{named(FILM)[0]} is damaged." in str(caught.value)


def test_who_withdrew_since_is_told_first(
    evening: Evening, kit: tuple[Path, Path]
) -> None:
    """Where a library is at hand that made it; nobody is named."""
    (kit[1] / "virus.exe").write_text("x")
    person = evening.catalog.read().all(Person)[0]
    assert 0 == _at_home(evening, kit[0]).withdrawn

    withdraw(evening.catalog, person)

    verified = _at_home(evening, kit[0])
    assert (True, 1) == (verified.known, verified.withdrawn)
    with pytest.raises(KitWithdrawn) as caught:
        refuse_unsound(verified)
    assert person.name not in str(caught.value)


def test_consent_that_ended_since_is_told(
    evening: Evening, kit: tuple[Path, Path]
) -> None:
    """A warning: it left rightly, and they may agree again. Who withdrew is apart."""
    person, other = evening.catalog.read().all(Person)
    agree(evening.catalog, person, day="2026-02-02", until="2026-04-01")
    agree(evening.catalog, other, "internal", day="2026-02-02")

    def closed(day: str) -> int:
        verified = verify_kit(kit[0], evening.catalog.read(), day, RULES)
        assert "" == verified.reasons or verified.withdrawn
        return verified.closed

    assert [1, 2] == [closed(DAY), closed("2026-04-02")]
    withdraw(evening.catalog, other)
    assert 1 == closed("2026-04-02")


def test_a_list_that_was_changed_is_found(
    evening: Evening, kit: tuple[Path, Path]
) -> None:
    """Where the library that made it is at hand, or a bag goes around it."""
    path = kit[1] / "kit.json"
    told = json.loads(path.read_text())
    told["scope"] = "web"
    path.write_text(json.dumps(told))

    assert "kit.json" in _at_home(evening, kit[0]).damaged[0]
    if kit[0] != kit[1]:
        assert ("data/kit.json",) == verify_kit(kit[0], None, DAY).damaged


def test_bagit_finds_a_bag_whole(evening: Evening) -> None:
    """The library that archives use."""
    made = evening.kit("folder", in_bag=True)

    bag = bagit.Bag(str(made.path))
    assert bag.validate()
    assert made.use.id == bag.info["External-Identifier"]
    (made.path / "data" / FILM).write_text("x")
    assert not bagit.Bag(str(made.path)).is_valid()


def test_a_bag_without_its_lists_is_not_whole(evening: Evening) -> None:
    """Each is missed."""
    made = evening.kit("folder", in_bag=True)
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        (made.path / name).unlink()

    missing = verify_kit(made.path, None, DAY).missing

    assert {"manifest-sha256.txt", "tagmanifest-sha256.txt"} <= set(missing)


@pytest.mark.parametrize(
    "told",
    [
        "",
        "[]",
        "{}",
        '{"files": 3}',
        "[" * 100_000,
        '{"files": {"../../outside": "%s"}}',
        '{"files": {"/etc/passwd": "%s"}}',
        '{"files": {"C:\\\\Windows": "%s"}}',
        '{"files": {"a": "b"}}',
    ],
)
def test_what_is_no_kit_is_not_taken_for_one(told: str, tmp_path: Path) -> None:
    """Nothing outside of it is ever looked at."""
    facts = dict.fromkeys(("kit", "playlist", "use", "scope", "made", "content"), "x")
    if told.startswith('{"files": {'):
        told = json.dumps({**facts, **json.loads(told.replace("%s", "0" * 64))})
    (tmp_path / "kit.json").write_text(told)

    with pytest.raises(NotAKit):
        verify_kit(tmp_path, None, DAY)


def test_a_folder_without_a_list_is_no_kit(tmp_path: Path) -> None:
    """It says which file makes one."""
    with pytest.raises(NotAKit, match=r"kit\.json"):
        verify_kit(tmp_path, None, DAY)


def _at_home(evening: Evening, kit: Path) -> Verified:
    return verify_kit(kit, evening.catalog.read(), DAY)
