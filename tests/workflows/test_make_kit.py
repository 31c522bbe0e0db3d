"""Kits of a real playlist: whole, remembered, and made again only where it changed."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.kits import KitNotPossible
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.errors.library import FolderMissing, TargetRefused, WriteFailed
from mediakit.files import checksum
from mediakit.kits import m3u8
from mediakit.kits.plan import KitPlan
from mediakit.kits.registry import KITS
from mediakit.library import Library
from mediakit.model.person import Person
from mediakit.model.playlist import Playlist
from mediakit.model.use import Use, UseKind
from mediakit.workflows.close_recall import close_recall
from mediakit.workflows.make_kit import Kit
from tests.builders import a_session
from tests.consents import DAY, agree, purpose, withdraw
from tests.kit_libraries import FILMED, Evening, an_evening, names_in
from tests.media.barcode import picture_numbers

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def evening(library: Library, catalog: Catalog) -> Evening:
    """Make a library with a playlist."""
    return an_evening(library, catalog)


def test_a_kit_is_made_and_remembered(evening: Evening) -> None:
    """Each item is cut in its order, and the use knows every file of it."""
    shares, made = evening.steps("folder", is_even=False)

    assert ["01-K7P.mp4", "02-A3C.m4a", "kit.json"] == names_in(made.path)
    numbers = [number for number, _time in picture_numbers(made.path / "01-K7P.mp4")]
    assert list(range(FILMED.start // 40, FILMED.end // 40)) == numbers
    assert [made.use] == evening.catalog.read().all(Use)
    use = made.use
    assert (UseKind.KIT, "other-communities") == (use.kind, use.scope)
    assert {file.path: file.sha256 for file in use.files} == {
        path.relative_to(evening.library.root).as_posix(): checksum(path)
        for path in made.path.iterdir()
    }
    assert [clip.id for clip in evening.clips] == [used.clip for used in use.ranges]
    assert (shares, sorted(shares)) == (sorted(shares), shares)
    assert (2, 2, False) == (made.parts, made.made, made.reused)
    assert 0.5 < shares[-1] <= 1


def test_all_is_equally_loud(evening: Evening) -> None:
    """And the use says how loud it was, and what was done about it."""
    for used in evening.kit().use.ranges:
        assert used.loudness is not None
        assert used.gain == pytest.approx(-16 - used.loudness, abs=0.1)


def test_the_same_kit_is_made_once(evening: Evening) -> None:
    """It is that which is there, and nothing more is remembered."""
    first = evening.kit()

    again = evening.kit()

    assert (first.path, first.use, True) == (again.path, again.use, again.reused)
    assert 1 == len(evening.catalog.read().all(Use))


@pytest.mark.parametrize("bag", [False, True])
def test_a_kit_that_something_changed_is_made_again(
    evening: Evening, bag: bool
) -> None:
    """Beside it, without any of its work."""
    first = evening.kit(in_bag=bag)
    next(first.path.rglob("kit.json")).write_text("{}")

    again = evening.kit(in_bag=bag)

    assert (0, False) == (again.made, again.reused)
    assert f"{first.path.name} 2" == again.path.name


def test_only_what_changed_is_made_again(evening: Evening) -> None:
    """Another range of one item is one more cut; other words are none."""
    evening.kit("page")

    evening.change_item(0, questions={"fr": "Qui décide ?"})
    assert 0 == evening.kit("page").made
    evening.change_item(1, range=replace(FILMED, end=1700))
    assert 1 == evening.kit("page").made
    assert 0 == evening.kit("folder").made


def test_what_is_kept_and_damaged_is_made_again(evening: Evening) -> None:
    """A kit may be a link to it: somebody may have changed that."""
    made = evening.kit()
    with (made.path / "01-K7P.mp4").open("ab") as file:
        file.write(b"changed")

    again = evening.kit()

    assert 1 == again.made
    assert picture_numbers(again.path / "01-K7P.mp4")


def test_a_withdrawn_voice_stays_closed(evening: Evening) -> None:
    """No kit is made, and none is left."""
    [person, _other] = evening.catalog.read().all(Person)
    withdraw(evening.catalog, person)

    with pytest.raises(ConsentWithdrawn):
        evening.kit(purpose=purpose("", override="needed"))
    assert not evening.library.exports.exists() or not names_in(evening.library.exports)


def test_the_gate_is_asked_again_at_the_end(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who withdraws while a kit is being made is not in one."""
    [person, _other] = evening.catalog.read().all(Person)

    def withdrawn_meanwhile(plan: KitPlan, folder: Path) -> None:
        withdraw(evening.catalog, person)

    monkeypatch.setattr(m3u8, "lay_out", withdrawn_meanwhile)
    with pytest.raises(ConsentWithdrawn):
        evening.kit("m3u8")

    assert [] == evening.catalog.read().all(Use)
    assert [] == list(evening.library.kits.iterdir())


def test_scope_and_audience_are_those_of_the_playlist(evening: Evening) -> None:
    """Unless others are named."""
    with evening.catalog.change() as change:
        session = change.put(a_session())
        listed = change.get(Playlist, evening.playlist)
        change.put(replace(listed, session=session.id, scope="regional"))

    usual = evening.kit().use
    named = evening.kit(purpose=purpose("national", recipient="Radio")).use

    assert ("regional", session.id, "") == (
        usual.scope,
        usual.audience,
        usual.recipient,
    )
    assert ("national", session.id, "Radio") == (
        named.scope,
        named.audience,
        named.recipient,
    )
    with pytest.raises(ConsentRefused):
        _agree_to_less(evening).kit(purpose=purpose("web"))


def _agree_to_less(evening: Evening) -> Evening:
    for person in evening.catalog.read().all(Person):
        agree(evening.catalog, person, "national", day=DAY)
    return evening


def test_nothing_says_where_it_comes_from(evening: Evening) -> None:
    """Neither names of files nor what is in them: no title, clip, file or person."""
    evening.change_item(0, titles={"fr": "Un mot"})
    made = evening.kit("page")

    told = "\n".join(
        f"{path.name} {path.read_bytes().decode('latin-1')}"
        for path in sorted(made.path.rglob("*"))
        if path.is_file()
    )
    for trace in ("Moussa", "Camera", "Mariam", "assets/", str(evening.library.root)):
        assert trace not in told
    about = json.loads((made.path / "kit.json").read_text())
    assert {"kit", "playlist", "use", "scope", "made", "content", "files"} == {*about}


def test_it_goes_where_it_is_wanted(evening: Evening, tmp_path: Path) -> None:
    """Into a folder that is there, or as one that is not."""
    stick = tmp_path / "stick"
    stick.mkdir()

    inside = evening.kit(output=stick)
    named = evening.kit(output=tmp_path / "evening")

    assert stick == inside.path.parent
    assert tmp_path / "evening" == named.path
    assert inside.path == evening.kit(output=stick).path
    assert named.path == evening.kit(output=named.path).path
    assert names_in(stick) == [f"{inside.path.name}/{n}" for n in names_in(named.path)]


def test_nothing_is_written_over(evening: Evening, tmp_path: Path) -> None:
    """Not a file, not another kit, not what the library keeps."""
    (tmp_path / "file").write_text("kept")
    made = evening.kit(output=tmp_path / "kit")
    evening.change_item(0, range=replace(FILMED, end=1600))

    further_in = made.path / "further in"
    further_in.mkdir()
    places = (tmp_path / "file", made.path, further_in, made.path / "new")
    for place in (*places, evening.library.assets):
        with pytest.raises(TargetRefused):
            evening.kit(output=place)
    with pytest.raises(FolderMissing):
        evening.kit(output=tmp_path / "no" / "kit")


def test_where_a_disk_knows_no_links_files_are_copied(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a stick."""

    def no_link(source: object, target: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    made = evening.kit()

    assert 1 == (made.path / "01-K7P.mp4").stat().st_nlink
    assert picture_numbers(made.path / "01-K7P.mp4")


def test_what_fails_leaves_nothing(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No folder, no record; what was finished is taken up."""

    def full(plan: KitPlan, folder: Path) -> None:
        raise WriteFailed(path=str(folder), reason="No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(m3u8, "lay_out", full)
        with pytest.raises(WriteFailed):
            evening.kit("m3u8")

    assert [] == evening.catalog.read().all(Use)
    assert [] == list(evening.library.kits.iterdir())
    assert 0 == evening.kit("m3u8").made


def test_an_empty_playlist_makes_no_kit(evening: Evening) -> None:
    """It says so."""
    with evening.catalog.change() as change:
        change.put(replace(change.get(Playlist, evening.playlist), items=()))

    with pytest.raises(KitNotPossible, match="nothing is on it"):
        evening.kit()


def test_every_kind_is_made_and_told_apart(evening: Evening) -> None:
    """Those that need nothing that may not be installed."""
    made: dict[str, Kit] = {
        kit.NAME: evening.kit(kit.NAME) for kit in KITS if "pdf" not in kit.NAME
    }

    assert len(made) == len({kit.path for kit in made.values()})
    for name, kit in made.items():
        assert kit.use.how.startswith(f"{name} kit of {evening.playlist}")
        assert len(names_in(kit.path)) >= 2


def test_a_kit_is_taken_back_whole(evening: Evening) -> None:
    """With its folders, but not with the others."""
    made, other = evening.kit("page"), evening.kit("folder")
    [person, _other] = evening.catalog.read().all(Person)
    withdraw(evening.catalog, person)

    close_recall(
        *(evening.library, evening.catalog, made.use.id),
        outcome="deleted",
        day=DAY,
        delete=True,
    )

    assert (False, True) == (made.path.exists(), other.path.exists())
