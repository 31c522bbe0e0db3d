"""Importing the same again: what is known is recognised, what was lost comes back."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.ids import ClipId
from mediakit.model.submission import Standing, Submission
from mediakit.workflows.add_media import add_media
from mediakit.workflows.find_media import find_media
from mediakit.workflows.import_submissions import Call, Entry
from mediakit.workflows.judge_submissions import judge_submissions
from mediakit.workflows.keep_media import Added, How
from mediakit.workflows.keep_submissions import Received
from mediakit.workflows.remove_submissions import remove_submissions
from mediakit.workflows.take_in_file import NotAdded
from tests.consents import WORKING
from tests.sent_in import AWA, OUMAR, Results, files, send, take

pytestmark = pytest.mark.ffmpeg


@pytest.fixture
def sent(tmp_path: Path, catalog: Catalog) -> Path:
    """Make a folder with a video and a sound that were sent."""
    return send(tmp_path, catalog)


def _how(results: Results) -> list[How]:
    return [one.how for one in results if not isinstance(one, NotAdded)]


def test_recognises_what_is_in_the_queue_and_fills_in_what_was_not_known(
    library: Library, catalog: Catalog, sent: Path
) -> None:
    """Importing again with a list completes the records, and changes no fact."""
    path = sent / "VID_0001.MP4"
    take(library, catalog, sent, call=Call(sender="Radio"))
    entry = Entry(contributor=AWA, up_to="film")
    again = take(
        library,
        catalog,
        sent,
        listed={path: entry},
        call=Call(sender="School", limit=500),
    )
    other = take(
        library, catalog, path, listed={path: Entry(contributor=OUMAR, up_to="web")}
    )

    assert [How.KNOWN] * 3 == _how([*again, *other])
    assert 2 == len(catalog.read().all(Submission)) == len(files(library))
    one = next(one for one in catalog.read().all(Submission) if one.media.video)
    assert ("Radio", 500, AWA, "film") == (
        one.sender,
        one.limit,
        one.contributor,
        one.up_to,
    )


def test_recognises_twins_in_one_run(
    library: Library, catalog: Catalog, sent: Path
) -> None:
    """What two people forwarded is one submission."""
    shutil.copy(sent / "notre_fleuve.mp3", sent / "copie.mp3")
    results = take(library, catalog, sent)

    assert [How.ADDED, How.ADDED, How.KNOWN] == sorted(_how(results))
    assert 2 == len(catalog.read().all(Submission)) == len(files(library))


@pytest.mark.parametrize("lost", [False, True])
def test_what_is_a_clip_stays_one(
    lost: bool, library: Library, catalog: Catalog, sent: Path
) -> None:
    """It is not taken in twice; a clip that lost its original gets it back."""
    (added, *_rest) = add_media(library, catalog, find_media(library, [sent]), WORKING)
    assert isinstance(added, Added)
    original = library.resolve(added.clip.path)
    if lost:
        original.write_bytes(bytes(added.clip.size))
    results = take(library, catalog, added.path)

    assert [(How.RESTORED if lost else How.KNOWN, added.clip.id)] == [
        (one.how, one.clip.id) for one in results if isinstance(one, Added)
    ]
    assert ([], []) == (catalog.read().all(Submission), files(library))
    assert added.clip.sha256 == checksum(original)


@pytest.mark.parametrize(
    "damage",
    [
        Path.unlink,
        lambda path: path.write_bytes(b"short"),
        lambda path: path.write_bytes(bytes(path.stat().st_size)),
    ],
    ids=["gone", "short", "damaged"],
)
def test_a_submission_gets_its_lost_file_back(
    damage: Callable[[Path], object], library: Library, catalog: Catalog, sent: Path
) -> None:
    """It stays the same submission."""
    take(library, catalog, sent)
    before = catalog.read().all(Submission)
    for one in before:
        damage(library.resolve(one.path))
    results = take(library, catalog, sent)

    assert [How.RESTORED] * 2 == _how(results)
    assert [one.id for one in before] == [
        one.id for one in catalog.read().all(Submission)
    ]
    for one in catalog.read().all(Submission):
        assert one.sha256 == checksum(library.resolve(one.path))


def test_what_was_removed_comes_back_only_when_it_is_named(
    library: Library, catalog: Catalog, sent: Path
) -> None:
    """The same folder is imported week after week; what was declined stays so."""
    path = sent / "notre_fleuve.mp3"
    (received,) = take(library, catalog, path)
    assert isinstance(received, Received)
    name = received.submission.id
    judge_submissions(catalog, [name], Standing.DECLINED)
    remove_submissions(library, catalog, [name], delete=True)
    take(library, catalog, sent)

    assert "" == catalog.read().get(Submission, name).path
    take(library, catalog, path)
    assert path.read_bytes() == _file(library, catalog, name).read_bytes()
    assert Standing.DECLINED is catalog.read().get(Submission, name).standing


def test_what_was_accepted_waits_again_when_its_clip_is_gone(
    library: Library, catalog: Catalog, sent: Path
) -> None:
    """Nothing else would have its bytes."""
    path = sent / "notre_fleuve.mp3"
    (received,) = take(library, catalog, path)
    assert isinstance(received, Received)
    one = received.submission
    library.resolve(one.path).unlink()
    with catalog.change() as change:
        change.put(replace(one, standing=Standing.ACCEPTED, clip=ClipId("c-gone")))
    take(library, catalog, path)

    again = catalog.read().get(Submission, one.id)
    assert (Standing.WAITING, None) == (again.standing, again.clip)
    assert library.resolve(again.path).is_file()


def _file(library: Library, catalog: Catalog, name: str) -> Path:
    return library.resolve(catalog.read().get(Submission, name).path)
