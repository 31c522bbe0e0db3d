"""Adding: the good is in the library, the bad is named, nothing is lost."""

import os
import shutil
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.catalog.lock import locked
from mediakit.catalog.storage import JournalStorage
from mediakit.errors.adding import SourceChanged
from mediakit.errors.catalog import SessionNotFound
from mediakit.errors.check import FileHalfWritten, FileOrphaned
from mediakit.errors.library import SpaceMissing, WriteFailed
from mediakit.errors.media import MediaEmpty, MediaTruncated, NotMedia
from mediakit.errors.typed import LanguageNotUnderstood
from mediakit.files import checksum, copy_hashing
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.session import Session
from mediakit.workflows import take_in_file
from mediakit.workflows.add_media import add_media
from mediakit.workflows.check_library import check_library
from mediakit.workflows.find_media import find_media
from mediakit.workflows.keep_media import Added, How
from mediakit.workflows.take_in_file import NotAdded, Task
from tests.builders import a_session
from tests.conftest import saved
from tests.consents import WORKING
from tests.media_files import picture, sound, video

pytestmark = pytest.mark.ffmpeg

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these")

Add = Callable[..., list[Added | NotAdded]]

ODD_NAMES = [
    b"-rf.mp3",
    b"a\nb.mp3",
    b"caf\xe9.mp3",
    b"http:x.mp3",
    b"%d.mp3",
    b"CON.mp3",
    b"con.MP3",
    b"no suffix",
    b"x" * 250 + b".mp3",
    "é".encode() * 100 + b".mp3",
]


@pytest.fixture
def add(library: Library, catalog: Catalog) -> Add:
    """Add what is named, and return what became of it, by path."""

    # Any: the options of add_media
    def add_all(*paths: Path, **options: object) -> list[Added | NotAdded]:
        things = find_media(library, paths)
        results = list(add_media(library, catalog, things, WORKING, **options))  # type: ignore[arg-type]
        return sorted(results, key=lambda result: result.path)

    return add_all


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """Make a folder with a video and a sound."""
    card = tmp_path / "card"
    card.mkdir()
    shutil.copy(video(), card / "Femmes_de Gao.MP4")
    shutil.copy(sound(), card / "accueil.mp3")
    return card


def _clips(catalog: Catalog) -> list[Clip]:
    return catalog.read().all(Clip)


def _added(results: list[Added | NotAdded]) -> list[Added]:
    return [result for result in results if isinstance(result, Added)]


def test_copies_what_it_adds(
    add: Add, library: Library, catalog: Catalog, card: Path
) -> None:
    """The copy is the original's bytes, its owner's alone, under a name that tells."""
    source = card / "Femmes_de Gao.MP4"
    source.chmod(0o644)
    os.utime(source, ns=(10**18, 10**18))
    add(card)

    clip = next(clip for clip in _clips(catalog) if clip.media.video)
    copy = library.resolve(clip.path)
    assert f"assets/Femmes_de Gao-{clip.id}.mp4" == clip.path
    assert ("Femmes de Gao", "Femmes_de Gao.MP4") == (clip.title, clip.original_name)
    assert source.read_bytes() == copy.read_bytes()
    assert (checksum(source), source.stat().st_size) == (clip.sha256, clip.size)
    assert 10**18 == copy.stat().st_mtime_ns
    if sys.platform != "win32":
        assert 0o600 == stat.S_IMODE(copy.stat().st_mode)
    assert not list((library.assets / ".incoming").iterdir())


def test_makes_a_thumbnail_of_each_video(
    add: Add, library: Library, card: Path
) -> None:
    """Sounds have none."""
    clips = [result.clip for result in _added(add(card))]

    assert [f"{clip.id}.jpg" for clip in clips if clip.media.video] == [
        path.name for path in library.thumbnails.iterdir()
    ]


def test_records_what_was_said_of_the_clips(
    add: Add, catalog: Catalog, card: Path
) -> None:
    """Session and languages are those of all that is added."""
    with catalog.change() as change:
        session = change.put(a_session())
    add(card, session=session.id[:6], languages=("FRA", "bm"))

    assert [(session.id, ("fr", "bm"))] * 2 == [
        (clip.session, clip.languages) for clip in _clips(catalog)
    ]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"session": "s-zzzz"}, SessionNotFound),
        ({"languages": ("?",)}, LanguageNotUnderstood),
    ],
)
def test_adds_nothing_when_a_wish_cannot_be_met(
    options: dict[str, object],
    error: type[Exception],
    add: Add,
    library: Library,
    card: Path,
) -> None:
    """An unknown session is told before anything is copied."""
    before = saved(library)
    with pytest.raises(error):
        add(card, **options)

    assert before == saved(library)
    assert [] == list(library.assets.iterdir())


def test_leaves_files_where_they_are_in_place(
    add: Add, library: Library, catalog: Catalog, card: Path
) -> None:
    """Nothing is copied; the record says where the original is."""
    add(card, in_place=True)

    assert {str(path) for path in card.iterdir()} == {c.path for c in _clips(catalog)}
    assert all(clip.in_place for clip in _clips(catalog))
    assert [] == list(library.assets.iterdir())


def test_recognises_what_is_there_by_its_content(
    add: Add, catalog: Catalog, card: Path
) -> None:
    """Adding again adds nothing, whatever the file is called by now."""
    first = _added(add(card))
    (card / "accueil.mp3").rename(card / "autre nom.mp3")
    again = _added(add(card))

    assert {How.KNOWN} == {result.how for result in again}
    assert {one.clip.id for one in first} == {one.clip.id for one in again}
    assert 2 == len(_clips(catalog))


def test_recognises_twins_in_one_run(
    add: Add, library: Library, catalog: Catalog, card: Path
) -> None:
    """Two files of the same bytes are one clip, and one copy."""
    shutil.copy(card / "accueil.mp3", card / "copie.mp3")
    results = _added(add(card))

    assert 2 == len(_clips(catalog))
    assert [How.ADDED, How.ADDED, How.KNOWN] == sorted(r.how for r in results)
    assert 2 == len([p for p in library.assets.iterdir() if p.is_file()])


@pytest.mark.parametrize("in_place", [False, True])
def test_gives_a_record_its_lost_original_back(
    in_place: bool, add: Add, library: Library, catalog: Catalog, card: Path
) -> None:
    """The clip stays the same clip."""
    first = {one.path: one.clip for one in _added(add(card))}
    for clip in first.values():
        library.resolve(clip.path).unlink()
    results = _added(add(card, in_place=in_place))

    assert {How.RESTORED} == {result.how for result in results}
    for result in results:
        assert first[result.path].id == result.clip.id
        assert in_place == result.clip.in_place
        assert checksum(library.resolve(result.clip.path)) == result.clip.sha256
    assert 2 == len(_clips(catalog))


def test_gives_a_record_its_shortened_original_back(
    add: Add, library: Library, catalog: Catalog, card: Path
) -> None:
    """What is left of an original is not the original."""
    clips = [one.clip for one in _added(add(card))]
    os.truncate(library.resolve(clips[0].path), 10)
    results = _added(add(card))

    assert [How.KNOWN, How.RESTORED] == sorted(result.how for result in results)
    for clip in _clips(catalog):
        assert checksum(library.resolve(clip.path)) == clip.sha256


def test_gives_a_record_its_damaged_original_back(
    add: Add, library: Library, catalog: Catalog, card: Path
) -> None:
    """Who reads "there already" wipes the card: only a whole original is there."""
    clips = [one.clip for one in _added(add(card))]
    original = library.resolve(clips[0].path)
    original.write_bytes(bytes(clips[0].size))

    results = _added(add(card))

    assert [How.KNOWN, How.RESTORED] == sorted(result.how for result in results)
    for clip in _clips(catalog):
        assert checksum(library.resolve(clip.path)) == clip.sha256


def test_adds_the_good_and_names_the_bad(
    add: Add, catalog: Catalog, card: Path
) -> None:
    """Each refused file has its own reason; what is beside recordings is left out."""
    (card / "vide.mp4").touch()
    (card / "texte.mp4").write_text("bonjour")
    (card / "coupe.mp4").write_bytes(video().read_bytes()[:30_000])
    (card / "notes.txt").write_text("bonjour")
    shutil.copy(picture(), card / "photo.jpg")
    bad = {r.path.name: r for r in add(card) if isinstance(r, NotAdded)}

    assert {
        "coupe.mp4": (MediaTruncated, False),
        "texte.mp4": (NotMedia, False),
        "vide.mp4": (MediaEmpty, False),
    } == {n: (type(r.error), r.left_out) for n, r in bad.items() if n.endswith("mp4")}
    assert bad["notes.txt"].left_out
    assert bad["photo.jpg"].left_out
    assert str(card / "coupe.mp4") == bad["coupe.mp4"].error.details["path"]
    assert 2 == len(_clips(catalog))


def test_what_was_named_is_never_just_left_out(add: Add, card: Path) -> None:
    """Somebody wanted that file."""
    (card / "notes.txt").write_text("bonjour")
    (refused,) = add(card / "notes.txt")

    assert isinstance(refused, NotAdded)
    assert not refused.left_out


def test_leaves_nothing_of_what_it_refused(
    add: Add, library: Library, card: Path
) -> None:
    """A copy that turned out to be none is gone."""
    (card / "texte.mp4").write_text("bonjour")
    add(card / "texte.mp4")

    assert [] == [path for path in library.assets.rglob("*") if path.is_file()]


@posix
@pytest.mark.parametrize("in_place", [False, True])
def test_odd_names_become_safe_ones(
    in_place: bool, add: Add, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """A copy's name is legal everywhere; the record of a file in place finds it."""
    odd = [tmp_path / os.fsdecode(name) for name in ODD_NAMES]
    for number, path in enumerate(odd):
        path.write_bytes(sound().read_bytes() + bytes([number]))
    add(*odd, in_place=in_place)

    clips = _clips(catalog)
    assert len(ODD_NAMES) == len(clips)
    for clip in clips:
        assert checksum(library.resolve(clip.path)) == clip.sha256
        clip.title.encode()
        clip.original_name.encode()
        if not in_place:
            assert not set(clip.path) & set('\n:*?"<>|')
            assert not clip.path.startswith("assets/-")
            assert len(clip.path.encode()) < 100


def test_refuses_before_copying_what_the_disk_cannot_hold(
    add: Add, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence with both figures, and nothing is touched."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    with pytest.raises(SpaceMissing) as caught:
        add(card)

    assert {"needed": 1, "free": 0} == {
        key: caught.value.details[key] for key in ("needed", "free")
    }
    assert 2 == len(_added(add(card, in_place=True)))


@pytest.mark.parametrize(
    "error",
    [
        WriteFailed(path="catalog.json", reason="No space left on device"),
        KeyboardInterrupt(),
    ],
)
def test_keeps_no_copy_that_could_not_be_recorded(
    error: BaseException,
    add: Add,
    library: Library,
    catalog: Catalog,
    card: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a full disk, and at Ctrl-C, what was copied in vain does not stay."""

    def fail(_storage: JournalStorage, _tables: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(JournalStorage, "write", fail)
        with pytest.raises(type(error)):
            add(card)

    assert [] == [path for path in library.assets.rglob("*") if path.is_file()]
    assert [] == _clips(catalog)
    assert 2 == len(_added(add(card)))


@posix
def test_a_recording_that_is_still_going_on_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of it would be kept for ever."""
    growing = tmp_path / "growing.mp3"
    shutil.copy(sound(), growing)
    task = Task(growing, 1, named=True, copy=tmp_path / "copy", known={})

    def copy_then_grow(source: Path, target: BinaryIO) -> tuple[str, int]:
        copied = copy_hashing(source, target)
        with growing.open("ab") as file:
            file.write(b"more")
        return copied

    monkeypatch.setattr(take_in_file, "copy_hashing", copy_then_grow)
    with pytest.raises(SourceChanged):
        take_in_file.take_in_file(task)

    assert not (tmp_path / "copy").exists()


INTERRUPTED = """
    import os, signal, sys
    from pathlib import Path
    from mediakit.catalog.catalog import Catalog
    from mediakit.model.gate import Rules
    from mediakit.library import Library
    from mediakit.workflows import take_in_media as taking
    from mediakit.workflows.add_media import add_media
    from mediakit.workflows.find_media import find_media
    from mediakit.workflows.working_copies import for_the_team

    if __name__ == "__main__":
        library = Library(Path(sys.argv[1]))
        catalog = Catalog(library.catalog, author="Awa")
        taking._MOST_WAITING, taking._LONGEST_WAIT = 2, 1e9
        taking.threads = lambda: 1
        things = find_media(library, [Path(sys.argv[2])])
        working = for_the_team(Rules(scopes=("internal",)), "2026-03-01")
        for number, _ in enumerate(add_media(library, catalog, things, working)):
            if number == 2:
                os.kill(os.getpid(), getattr(signal, sys.argv[3]))
"""


@posix
@pytest.mark.parametrize("by", ["SIGKILL", "SIGINT"])
def test_an_interruption_keeps_what_is_done_and_a_second_run_goes_on(
    by: str, add: Add, library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """No record is without its file, and nothing is added twice."""
    card = tmp_path / "card"
    card.mkdir()
    for number in range(6):
        (card / f"{number}.mp3").write_bytes(sound().read_bytes() + bytes([number]))
    script = tmp_path / "script.py"
    script.write_text(textwrap.dedent(INTERRUPTED))

    ended = subprocess.run(
        [sys.executable, str(script), str(library.root), str(card), by],
        check=False,
        capture_output=True,
    )
    kept = _clips(catalog)
    problems = [
        p
        for checked in check_library(library, catalog, day="2026-03-01")
        for p in checked.problems
    ]

    assert ended.returncode != 0
    assert 4 <= len(kept) < 6
    assert {FileHalfWritten, FileOrphaned} >= {type(problem) for problem in problems}
    if by == "SIGINT":
        assert [] == problems

    again = _added(add(card))
    assert 6 == len(_clips(catalog))
    assert {clip.id for clip in kept} == {
        result.clip.id for result in again if result.how is How.KNOWN
    }


def test_clears_away_what_killed_programs_left(
    add: Add, library: Library, card: Path
) -> None:
    """Half-made copies take the room of whole recordings; a living program's stay."""
    left = library.incoming / "0123456789abcdef"
    at_work = library.incoming / "fedcba9876543210"
    for folder in (left, at_work):
        folder.mkdir(parents=True)
        (folder / "0").write_bytes(b"half")

    with locked(at_work, patience=0):
        add(card)

    assert not left.exists()
    assert [b"half"] == [path.read_bytes() for path in at_work.iterdir()]


def test_two_programs_add_the_same_at_once(
    add: Add, library: Library, card: Path
) -> None:
    """Whoever comes second finds the clip there, and keeps no second copy."""
    other = Catalog(library.catalog, author="Moussa")
    things = find_media(library, [card])
    first = add_media(library, other, things, WORKING)
    opened = next(first)  # has read the catalog before the others change it
    add(card)
    rest = list(first)

    assert isinstance(opened, Added)
    assert 2 == len(_clips(other))
    assert 2 == len(_added([opened, *rest]))
    assert 2 == len([p for p in library.assets.iterdir() if p.is_file()])


def test_sessions_are_found_before_files_are_read(
    add: Add, catalog: Catalog, card: Path
) -> None:
    """A session that exists is taken as typed."""
    with catalog.change() as change:
        change.put(a_session())

    assert 1 == len(catalog.read().all(Session))
    assert 2 == len(_added(add(card, session="s-0")))
