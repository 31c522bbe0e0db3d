"""Importing what was sent in: the good waits in a queue, the bad is named."""

import stat
import sys
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.catalog.storage import JournalStorage
from mediakit.errors.adding import LinkRefused
from mediakit.errors.catalog import PersonNotFound, SessionNotFound
from mediakit.errors.library import WriteFailed
from mediakit.errors.media import MediaEmpty
from mediakit.errors.typed import LanguageNotUnderstood
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.submission import Standing, Submission
from mediakit.workflows.add_media import add_media
from mediakit.workflows.check_library import check_library
from mediakit.workflows.find_media import find_media
from mediakit.workflows.import_submissions import Call, Entry, import_submissions
from mediakit.workflows.keep_media import Added
from mediakit.workflows.keep_submissions import Received
from mediakit.workflows.take_in_file import NotAdded
from tests.builders import a_session
from tests.conftest import saved
from tests.consents import WORKING
from tests.sent_in import AWA, OUMAR, files, send, take

pytestmark = pytest.mark.ffmpeg

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these")

TODAY = "2030-01-01"


@pytest.fixture
def sent(tmp_path: Path, catalog: Catalog) -> Path:
    """Make a folder with a video and a sound that were sent."""
    return send(tmp_path, catalog)


def test_copies_what_was_sent_into_the_queue(
    library: Library, catalog: Catalog, sent: Path
) -> None:
    """The bytes are the same, its owner's alone; it is no clip."""
    source = sent / "VID_0001.MP4"
    source.chmod(0o644)
    take(library, catalog, source)

    (one,) = catalog.read().all(Submission)
    copy = library.resolve(one.path)
    assert f"submissions/VID_0001-{one.id}.mp4" == one.path
    assert ("VID 0001", "VID_0001.MP4") == (one.title, one.original_name)
    assert source.read_bytes() == copy.read_bytes()
    assert (checksum(source), source.stat().st_size) == (one.sha256, one.size)
    assert (Standing.WAITING, None) == (one.standing, one.clip)
    assert [f"{one.id}.jpg"] == [path.name for path in library.thumbnails.iterdir()]
    assert [copy] == files(library)
    assert [] == catalog.read().all(Clip)
    if sys.platform != "win32":
        assert 0o600 == stat.S_IMODE(copy.stat().st_mode)


def test_records_what_was_said(catalog: Catalog, sent: Path, library: Library) -> None:
    """What holds for all, and what a list says of one."""
    with catalog.change() as change:
        session = change.put(a_session())
    entry = Entry(contributor=OUMAR, up_to="web", until="2027-01-01")
    listed = {sent / "VID_0001.MP4": entry}
    call = Call(
        sender="Radio",
        name="Our river",
        limit=2000,
        contributor=AWA[:12],
        session=session.id,
        languages=("FRA",),
    )
    take(library, catalog, sent, call=call, listed=listed)

    first, second = sorted(catalog.read().all(Submission), key=lambda one: one.title)
    for one in (first, second):
        assert ("Radio", "Our river", 2000) == (one.sender, one.call, one.limit)
        assert (session.id, ("fr",)) == (one.session, one.languages)
    said = (first.contributor, first.up_to, first.until)
    assert (OUMAR, "web", "2027-01-01") == said
    assert (AWA, "", "") == (second.contributor, second.up_to, second.until)


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (Call(contributor="p-zzzz"), PersonNotFound),
        (Call(session="s-zzzz"), SessionNotFound),
        (Call(languages=("?",)), LanguageNotUnderstood),
    ],
)
def test_imports_nothing_when_a_wish_cannot_be_met(
    call: Call,
    error: type[Exception],
    library: Library,
    sent: Path,
    catalog: Catalog,
) -> None:
    """It is told before anything is copied."""
    before = saved(library)
    with pytest.raises(error):
        take(library, catalog, sent, call=call)

    assert before == saved(library)
    assert not library.submissions.exists()


@posix
def test_takes_the_good_in_and_names_the_bad(
    catalog: Catalog, sent: Path, library: Library
) -> None:
    """As `add` does: links, empty files, what is no recording at all."""
    (sent / "vide.mp4").touch()
    (sent / "notes.txt").write_text("bonjour")
    (sent / "lien.mp4").symlink_to("/etc/passwd")
    bad = {
        one.path.name: one
        for one in take(library, catalog, sent)
        if isinstance(one, NotAdded)
    }

    assert {"vide.mp4": MediaEmpty, "lien.mp4": LinkRefused} == {
        name: type(one.error) for name, one in bad.items() if not one.left_out
    }
    assert bad["notes.txt"].left_out
    assert 2 == len(catalog.read().all(Submission))


def test_the_queue_itself_is_not_added(
    library: Library, catalog: Catalog, sent: Path
) -> None:
    """Neither as clips past the jury, nor as submissions twice."""
    take(library, catalog, sent)
    things = find_media(library, [library.submissions, library.root])

    assert [] == [
        r for r in take(library, catalog, library.root) if isinstance(r, Received)
    ]
    assert not any(
        isinstance(one, Added) for one in add_media(library, catalog, things, WORKING)
    )


@pytest.mark.parametrize(
    "error",
    [
        WriteFailed(path="catalog.json", reason="No space left on device"),
        KeyboardInterrupt(),
    ],
)
def test_keeps_no_copy_that_could_not_be_recorded(
    error: BaseException,
    library: Library,
    catalog: Catalog,
    sent: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a full disk, and at Ctrl-C, what was copied in vain does not stay."""

    def fail(_storage: JournalStorage, _tables: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(JournalStorage, "write", fail)
        with pytest.raises(type(error)):
            take(library, catalog, sent)

    assert ([], []) == (files(library), catalog.read().all(Submission))
    assert 2 == len(
        [one for one in take(library, catalog, sent) if isinstance(one, Received)]
    )


def test_stopping_keeps_what_was_told(
    library: Library, catalog: Catalog, sent: Path
) -> None:
    """What was yielded is certain, and the library is whole."""
    things = find_media(library, [sent])
    taking = import_submissions(library, catalog, things, Call(), {}, WORKING)
    first = next(taking)
    taking.close()

    assert isinstance(first, Received)
    assert first.submission.id in {one.id for one in catalog.read().all(Submission)}
    assert [] == [
        p for c in check_library(library, catalog, day=TODAY) for p in c.problems
    ]


@posix
def test_what_others_may_read_of_the_queue_is_said(
    library: Library, catalog: Catalog, sent: Path
) -> None:
    """What was sent in is as private as what was filmed."""
    take(library, catalog, sent)
    library.root.chmod(0o755)
    library.submissions.chmod(0o755)
    files(library)[0].chmod(0o644)

    warnings = [
        w for c in check_library(library, catalog, day=TODAY) for w in c.warnings
    ]
    assert str(files(library)[0]) == warnings[0].details["path"]
