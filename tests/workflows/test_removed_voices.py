"""A clip that was taken out is found by a withdrawal: its files, and who saw it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.check import WithdrawnClipThere
from mediakit.errors.leaving import DeletionRefused, RecallUnfinished
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId
from mediakit.model.person import Person
from mediakit.model.removed import Removed
from mediakit.model.screening import Outcome
from mediakit.model.timecode import TimeRange
from mediakit.model.voice import Voice
from mediakit.workflows.add_media import add_media
from mediakit.workflows.check_library import check_library
from mediakit.workflows.close_recall import close_recall
from mediakit.workflows.find_media import find_media
from mediakit.workflows.keep_media import Added
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.withdraw_consent import Wish, Withdrawal, withdraw_consent
from tests.builders import a_clip, a_screening, a_session
from tests.consents import DAY, RULES, WORKING, put_voice, put_voice_of
from tests.media_files import sound

GAO, OTHER = ClipId("c-0000000001"), ClipId("c-0000000002")
LATE = ExcerptId("x-0000000001")
Withdraw = Callable[[], Withdrawal]


@pytest.fixture
def mariam(library: Library, catalog: Catalog) -> Person:
    """Put a clip and its screenings into a library; she is in its first second."""
    room = a_session(title="Women")
    later = a_session("s-0000000002", title="Men")
    with catalog.change() as change:
        for record in (
            a_clip(GAO, title="The well"),
            a_clip(OTHER),
            room,
            later,
            Excerpt(id=LATE, clip=GAO, range=TimeRange(5000, 9000)),
            a_screening("sc-0000000001"),
            a_screening("sc-0000000002", session=later.id, outcome=Outcome.SKIPPED),
        ):
            change.put(record)
    library.resolve(f"assets/{GAO}.mp4").write_bytes(b"her voice")
    return put_voice_of(catalog, GAO, (0, 1000))


@pytest.fixture
def withdrawal(library: Library, catalog: Catalog, mariam: Person) -> Withdraw:
    """Withdraw her consent when it is called."""

    def withdrawal() -> Withdrawal:
        wish = Wish()
        return withdraw_consent(library, catalog, RULES, mariam.id, wish, today=DAY)

    return withdrawal


def remove(library: Library, catalog: Catalog, *, delete: bool = False) -> None:
    """Take the clip out, whatever is linked to it."""
    remove_clip(library, catalog, GAO, with_history=True, delete=delete)


def test_its_folder_and_who_saw_it_are_on_the_list(
    library: Library, catalog: Catalog, withdrawal: Withdraw
) -> None:
    """One line, with the sessions at which it was shown."""
    remove(library, catalog)
    [removed] = catalog.read().all(Removed)

    [asked] = withdrawal().asked

    assert f"removed/{GAO}" == removed.folder
    assert (removed.id, removed) == (asked.target, asked.record)
    assert "2026-03-01, Women, Gao" == asked.holder


def test_deleted_for_good_it_was_still_seen(
    library: Library, catalog: Catalog, withdrawal: Withdraw
) -> None:
    """There is nothing to delete, and somebody to go to."""
    remove(library, catalog, delete=True)
    [asked] = withdrawal().asked

    close_recall(library, catalog, asked.target, outcome="Told them.", day=DAY)

    assert "2026-03-01, Women, Gao" == asked.holder
    assert [] == open_recalls(catalog.read(), DAY)


def test_what_was_shown_without_the_voice_is_not_listed(
    library: Library, catalog: Catalog, mariam: Person, withdrawal: Withdraw
) -> None:
    """The part counts that was shown then."""
    with catalog.change() as change:
        change.put(a_screening("sc-0000000001", excerpt=LATE))
    remove(library, catalog, delete=True)

    assert () == withdrawal().asked


def test_it_is_off_the_list_once_its_folder_is_gone(
    library: Library, catalog: Catalog, withdrawal: Withdraw
) -> None:
    """A list that says so while it is there would pretend; the check says so too."""
    remove(library, catalog)
    [asked] = withdrawal().asked

    def problems() -> list[type[MediakitError]]:
        checked = check_library(library, catalog, day=DAY, quick=True)
        found = [one for thing in checked for one in thing.problems]
        return [type(one) for one in found if isinstance(one, WithdrawnClipThere)]

    before = problems()
    with pytest.raises(RecallUnfinished):
        close_recall(library, catalog, asked.target, outcome="Done.", day=DAY)
    close_recall(library, catalog, asked.target, outcome="Done.", day=DAY, delete=True)

    assert ([WithdrawnClipThere], []) == (before, problems())
    assert not (library.root / "removed" / GAO).exists()
    assert [] == open_recalls(catalog.read(), DAY)


@pytest.mark.parametrize("folder", ["exports", "..", f"removed/{OTHER}", "/"])
def test_a_record_from_a_stranger_deletes_nothing(
    library: Library, catalog: Catalog, withdrawal: Withdraw, folder: str
) -> None:
    """Only what lies where removing puts it."""
    remove(library, catalog)
    (library.root / "removed" / OTHER).mkdir()
    with catalog.change() as change:
        [removed] = change.all(Removed)
        change.put(replace(removed, folder=folder))
    [asked] = withdrawal().asked

    with pytest.raises((RecallUnfinished, DeletionRefused)):
        close_recall(library, catalog, asked.target, outcome="x", day=DAY, delete=True)

    assert library.resolve(folder).is_dir()


def test_without_anybody_in_it_nothing_is_kept(
    library: Library, catalog: Catalog
) -> None:
    """Nobody can ask for it back."""
    with catalog.change() as change:
        change.put(a_clip(GAO))
    put_voice(catalog, GAO, None)

    remove(library, catalog)

    records = catalog.read()
    assert ([], []) == (records.all(Removed), records.all(Voice))


@pytest.mark.ffmpeg
def test_the_same_recording_added_again_is_the_same_clip(
    library: Library, catalog: Catalog
) -> None:
    """With everybody who was in it."""

    def added(path: Path) -> Clip:
        [result] = add_media(library, catalog, find_media(library, [path]), WORKING)
        assert isinstance(result, Added)
        return result.clip

    first = added(sound(".wav"))
    person = put_voice_of(catalog, first.id)
    remove_clip(library, catalog, first.id)

    again = added(sound(".wav"))

    assert first.id == again.id
    assert [(first.id, person.id)] == [
        (voice.clip, voice.person) for voice in catalog.read().all(Voice)
    ]
