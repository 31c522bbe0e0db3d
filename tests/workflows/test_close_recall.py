"""Taking back: the list is closed when it is done, and not before."""

from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import IdAmbiguous, RecallNotFound
from mediakit.errors.leaving import (
    DeletionRefused,
    RecallOutcomeNeeded,
    RecallUnfinished,
)
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.ids import ClipId, UseId
from mediakit.model.recall import Recall
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.close_recall import close_recall
from mediakit.workflows.withdraw_consent import Wish, withdraw_consent
from tests.builders import a_clip
from tests.conftest import saved
from tests.consents import DAY, RULES, put_voice_of

GAO = ClipId("c-0000000001")
CUT = UseId("u-0000000001")


def put_use(catalog: Catalog, path: Path, id_: str = CUT, name: str = "") -> Use:
    """Record that a file was cut from the clip."""
    with catalog.change() as change:
        return change.put(
            Use(
                id=UseId(id_),
                kind=UseKind.CUT,
                files=(UsedFile(name or str(path), checksum(path)),),
                ranges=(UsedRange(GAO, TimeRange(0, 1000)),),
            )
        )


@pytest.fixture
def cut(library: Library, catalog: Catalog) -> Path:
    """Make a cut of somebody who then withdrew."""
    with catalog.change() as change:
        change.put(a_clip(GAO))
    path = library.exports / "cut.mp4"
    path.write_bytes(b"film")
    put_use(catalog, path, name="exports/cut.mp4")
    withdraw_consent(
        library, catalog, RULES, put_voice_of(catalog, GAO).id, Wish(), today=DAY
    )
    return path


def close(
    library: Library,
    catalog: Catalog,
    typed: str,
    outcome: str = "Done.",
    *,
    delete: bool = False,
) -> list[Recall]:
    """Close what is open about a thing."""
    return close_recall(
        library, catalog, typed, outcome=outcome, day=DAY, delete=delete
    )


def test_a_file_is_deleted_and_the_list_says_so(
    library: Library, catalog: Catalog, cut: Path
) -> None:
    """When, by whom, what was done; the clip itself is still on the list."""
    [closed] = close(library, catalog, CUT, "Deleted.", delete=True)

    assert not cut.exists()
    assert closed.done is not None
    assert ("Awa", "Deleted.") == (closed.done.by, closed.outcome)
    waiting = [one.target for one in catalog.read().all(Recall) if not one.done]
    assert [GAO] == waiting


def test_the_list_does_not_say_done_while_the_file_is_there(
    library: Library, catalog: Catalog, cut: Path
) -> None:
    """Nothing is changed, until it was deleted by whatever means."""
    before = saved(library)
    with pytest.raises(RecallUnfinished):
        close(library, catalog, CUT)
    assert before == saved(library)

    cut.unlink()

    assert close(library, catalog, CUT)


def test_a_file_somewhere_else_is_not_deleted(
    library: Library, catalog: Catalog, cut: Path, tmp_path: Path
) -> None:
    """A record may lead anywhere; what lies outside is for a person to delete."""
    stick = tmp_path / "stick.mp4"
    stick.write_bytes(b"film")
    put_use(catalog, stick, "u-0000000002")

    with pytest.raises(RecallUnfinished):
        close(library, catalog, "u-0000000002", delete=True)

    assert stick.exists()


def test_a_file_that_something_changed_still_counts(
    library: Library, catalog: Catalog, cut: Path
) -> None:
    """It holds the voice all the same."""
    cut.write_bytes(b"film, with a title")

    with pytest.raises(RecallUnfinished):
        close(library, catalog, CUT)
    close(library, catalog, CUT, delete=True)

    assert not cut.exists()


def test_what_another_use_made_in_its_place_is_left_alone(
    library: Library, catalog: Catalog, cut: Path
) -> None:
    """The name may be taken again, by something that nobody asked back."""
    cut.write_bytes(b"another film")
    with catalog.change() as change:
        file = UsedFile("exports/cut.mp4", checksum(cut))
        other = Use(id=UseId("u-2"), kind=UseKind.CUT, files=(file,), ranges=())
        change.put(other)

    assert close(library, catalog, CUT, delete=True)
    assert cut.exists()


def test_a_line_and_the_thing_itself_mean_the_same(
    library: Library, catalog: Catalog, cut: Path
) -> None:
    """By the beginning of either id."""
    line = next(one for one in catalog.read().all(Recall) if one.target == GAO)

    [closed] = close(library, catalog, line.id[:8])

    assert line.id == closed.id
    assert [CUT] == [x.target for x in close(library, catalog, "u-0", delete=True)]


@pytest.mark.parametrize(
    ("typed", "outcome", "delete", "error"),
    [
        ("u-9", "Done.", False, RecallNotFound),
        ("", "Done.", False, RecallNotFound),
        ("a-", "Done.", False, IdAmbiguous),
        (CUT, "  ", True, RecallOutcomeNeeded),
        (GAO, "Done.", True, DeletionRefused),
    ],
)
def test_what_is_typed_wrongly_changes_nothing(
    library: Library,
    catalog: Catalog,
    cut: Path,
    typed: str,
    outcome: str,
    delete: bool,
    error: type[Exception],
) -> None:
    """The list and the file stay as they were."""
    before = saved(library)

    with pytest.raises(error):
        close(library, catalog, typed, outcome, delete=delete)

    assert before == saved(library)
    assert cut.exists()
