"""Recordings that were sent in, and a way to import them."""

import shutil
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.media.probe import probe
from mediakit.model.ids import PersonId, SubmissionId
from mediakit.model.person import Person
from mediakit.model.submission import Submission
from mediakit.workflows.find_media import find_media
from mediakit.workflows.import_submissions import Call, Entry, import_submissions
from mediakit.workflows.keep_media import Added
from mediakit.workflows.keep_submissions import Received
from mediakit.workflows.take_in_file import NotAdded
from tests.builders import a_session
from tests.consents import WORKING
from tests.media_files import sound, video

AWA, OUMAR = PersonId("p-0000000001"), PersonId("p-0000000002")
SENT = SubmissionId("b-0000000001")

Results = list[Received | Added | NotAdded]


def send(folder: Path, catalog: Catalog) -> Path:
    """Make a folder with a video and a sound, and add the people who sent them."""
    sent = folder / "sent"
    sent.mkdir()
    shutil.copy(video(), sent / "VID_0001.MP4")
    shutil.copy(sound(), sent / "notre_fleuve.mp3")
    with catalog.change() as change:
        change.put(Person(id=AWA, name="Awa"))
        change.put(Person(id=OUMAR, name="Oumar"))
    return sent


def take(
    library: Library,
    catalog: Catalog,
    *paths: Path,
    call: Call | None = None,
    listed: dict[Path, Entry] | None = None,
) -> Results:
    """Import what is named, and return what became of it, by path."""
    things = find_media(library, paths)
    results = import_submissions(
        library, catalog, things, call or Call(), listed or {}, WORKING
    )
    return sorted(results, key=lambda result: result.path)


def files(library: Library) -> list[Path]:
    """Return the files of the queue."""
    return [path for path in library.submissions.rglob("*") if path.is_file()]


def wait(library: Library, catalog: Catalog) -> None:
    """Put one submission in the queue, with all it needs to be accepted."""
    path = library.submissions / f"river-{SENT}.mp4"
    path.parent.mkdir()
    shutil.copyfile(video(), path)
    with catalog.change() as change:
        change.put(Person(id=AWA, name="Awa"))
        change.put(
            Submission(
                id=SENT,
                title="Our river",
                path=path.relative_to(library.root).as_posix(),
                sha256=checksum(path),
                size=path.stat().st_size,
                media=probe(path),
                original_name="VID_0001.mp4",
                contributor=AWA,
                session=change.put(a_session()).id,
                languages=("bm",),
                up_to="national",
                until="2031-01-01",
            )
        )
