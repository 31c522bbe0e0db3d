"""Recordings that go along with projects of other research tools, and come along."""

import shutil
import zipfile
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.exchange import refi_package, refi_write
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.media.ffmpeg import find_ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.mask import MaskKind
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UseKind
from mediakit.workflows import export_project as exporting
from mediakit.workflows.init_library import init_library
from mediakit.workflows.pack_recordings import Packing
from tests import media_files
from tests.codebooks import a_coding, a_theme
from tests.consents import put_person, put_voice, withdraw
from tests.exchange.projects import a_project, a_source, export, import_
from tests.library_media import put_media
from tests.masks import hide

PEACE = a_theme("peace", id="th-0000000001")
FFMPEG = find_ffmpeg({})
TAGGED = (
    *("-metadata", "location=+16.27-000.04/", "-metadata", "title=Mariam's house"),
    *("-metadata", "make=Phone"),
)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Return a video that says where it was filmed, and with what."""
    path = tmp_path / "mariam-at-home.mp4"
    shutil.copyfile(media_files.video(options=TAGGED), path)
    return path


@pytest.fixture
def clip(library: Library, catalog: Catalog, film: Path) -> Clip:
    """Fill a library: one coded clip."""
    [clip] = put_media(library, catalog, film)
    with catalog.change() as change:
        clip = change.put(replace(clip, title="Gao"))
        change.put(PEACE)
        change.put(a_coding("k-0000000001", PEACE, (100, 700), clip=clip.id))
    return clip


def another(folder: Path) -> tuple[Library, Catalog]:
    """Make an empty library."""
    library = init_library(folder / "other", name="Other")
    return library, Catalog(library.catalog, author="Salif")


@pytest.mark.ffmpeg
def test_recordings_come_back_where_nothing_is_known(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """As clips with their titles and codings; again, they are known by their bytes."""
    done = export(library, catalog, tmp_path / "a.qdpx", ffmpeg=FFMPEG)
    other, there = another(tmp_path)

    imported = import_(other, there, done.path)
    again = import_(other, there, done.path)
    (new,) = there.read().all(Clip)
    (coding,) = there.read().all(Coding)

    assert (1, False) == (done.recordings, "recordings themselves" in done.lost)
    assert ("Gao", new.id) == (new.title, coding.clip)
    assert [new.id] == [one.id for one in imported.added]
    assert abs(new.media.duration - clip.media.duration) <= 50
    assert not imported.left
    assert () == again.added
    assert ((new.title, new.id),) == again.clips


@pytest.mark.ffmpeg
def test_a_recording_in_which_somebody_is_hidden_stays_here(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """It would go along as it is; its words and codings go, and why is said."""
    mask = hide(catalog, clip, MaskKind.VOICE, TimeRange(0, 100), pitch=3)

    done = export(library, catalog, tmp_path / "a.qdpx", ffmpeg=FFMPEG)

    assert (0, 1) == (done.recordings, done.codings)
    assert f"{mask.id} hides somebody" in str(done.left_out)


@pytest.mark.ffmpeg
def test_what_goes_along_says_nothing_of_places_devices_and_files(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """Neither in the recording nor in the archive; it is not compressed again."""
    path = export(library, catalog, tmp_path / "a.qdpx", ffmpeg=FFMPEG).path

    with zipfile.ZipFile(path) as archive:
        (part,) = [one for one in archive.infolist() if one.filename.endswith(".mp4")]
        content = b"".join(archive.read(name) for name in archive.namelist())
    for hidden in (b"+16.27", b"Mariam", b"mariam", b"Phone"):
        assert hidden not in content + path.read_bytes()
    assert zipfile.ZIP_STORED == part.compress_type


@pytest.mark.ffmpeg
def test_a_recording_that_left_is_known_by_its_bytes(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """Whatever another tool calls it; and its use says who has it."""
    path = export(library, catalog, tmp_path / "a.qdpx", ffmpeg=FFMPEG).path
    with zipfile.ZipFile(path) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".mp4")]
        content = archive.read(name)
    source = a_source("Renamed", "internal://x.mp4")

    back = a_project(tmp_path, source, parts={"Sources/x.mp4": content})
    imported = import_(library, catalog, back)
    cut, table = catalog.read().all(Use)

    assert (("Renamed", clip.id),) == imported.clips
    assert () == imported.added
    assert (UseKind.CUT, UseKind.DATA) == (cut.kind, table.kind)
    assert [clip.id] == [one.clip for one in cut.ranges]
    assert "University" == cut.recipient == table.recipient


@pytest.mark.ffmpeg
def test_what_is_too_large_for_an_archive_lies_beside_it(
    library: Library,
    catalog: Catalog,
    clip: Clip,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And is found there again."""
    monkeypatch.setattr(refi_write, "LARGEST_INSIDE", 100)
    done = export(library, catalog, tmp_path / "a.qdpx", ffmpeg=FFMPEG)
    other, there = another(tmp_path)

    imported = import_(other, there, done.path)

    assert (tmp_path / "a recordings" / "Gao.mp4",) == done.beside
    assert [checksum(done.beside[0])] == [one.sha256 for one in imported.added]


@pytest.mark.ffmpeg
def test_a_recording_of_which_something_is_closed_stays(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """It is listed; what is said and coded elsewhere in it leaves."""
    mariam = put_person(catalog)
    put_voice(catalog, clip.id, mariam, (800, 900))
    withdraw(catalog, mariam)

    done = export(library, catalog, tmp_path / "a.qdpx", ffmpeg=FFMPEG)

    assert (0, 1, 1) == (done.recordings, done.clips, done.codings)
    assert "withdrew" in done.left_out
    assert "recordings themselves" in done.lost
    with zipfile.ZipFile(done.path) as archive:
        assert not [one for one in archive.namelist() if one.endswith(".mp4")]


@pytest.mark.ffmpeg
def test_who_withdraws_while_it_is_cut_does_not_leave(
    library: Library,
    catalog: Catalog,
    clip: Clip,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The gate is asked again; nothing is left of it, inside or beside.

    Until then no file has its name: nobody would remember it after a crash.
    """
    mariam = put_person(catalog)
    put_voice(catalog, clip.id, mariam, (800, 900))
    monkeypatch.setattr(refi_write, "LARGEST_INSIDE", 100)
    packing = exporting.pack_recordings  # type: ignore[attr-defined]

    # Any: as it is called
    def withdrawing(*args: Any) -> Generator[Packing, None, None]:
        yield from packing(*args)
        there.extend(one for one in (tmp_path / "out").rglob("*") if one.is_file())
        withdraw(catalog, mariam)

    there: list[Path] = []
    monkeypatch.setattr(exporting, "pack_recordings", withdrawing)
    (tmp_path / "out").mkdir()

    with pytest.raises(ConsentWithdrawn):
        export(library, catalog, tmp_path / "out" / "a.qdpx", ffmpeg=FFMPEG)
    assert [".tmp", ".tmp"] == [one.suffix for one in there]
    assert [] == list((tmp_path / "out").iterdir())
    assert [] == catalog.read().all(Use)


def test_two_clips_with_one_title_have_two_places(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """However other programs look for them."""
    [twin] = put_media(library, catalog, media_files.sound(".wav"))
    [third] = put_media(library, catalog, media_files.video(seconds=2))
    with catalog.change() as change:
        for one in (twin, third):
            change.put(replace(one, title="gao"))

    path = export(library, catalog, tmp_path / "a.qdpx").path

    with zipfile.ZipFile(path) as archive:
        described = archive.read("project.qde").decode()
    for place in ("Gao.mp4", "gao.wav", f"gao {third.id}.mp4"):
        assert f'path="relative:///{place}"' in described


def test_one_title_for_several_clips_is_told_not_guessed(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """Nothing is coded, and nothing added."""
    [twin] = put_media(library, catalog, media_files.sound(".wav"))
    with catalog.change() as change:
        change.put(replace(twin, title="Gao"))
    film = media_files.video(seconds=2)
    source = a_source("Gao", "internal://x.mp4")

    path = a_project(tmp_path, source, parts={"sources/x.mp4": film})
    imported = import_(library, catalog, path)

    assert ((), ()) == (imported.clips, imported.added)
    assert "may be any of" in imported.left


def test_other_bytes_under_a_known_title_are_told(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """The clip is taken to be meant; its recording is not replaced."""
    film = media_files.video(seconds=2)
    source = a_source("Gao", "internal://x.mp4")

    path = a_project(tmp_path, source, parts={"sources/x.mp4": film})
    imported = import_(library, catalog, path)

    assert (("Gao", clip.id),) == imported.clips
    assert "is another file" in imported.left
    assert 1 == len(catalog.read().all(Clip))


def test_what_is_no_recording_is_named_and_the_rest_taken_in(
    library: Library, catalog: Catalog, clip: Clip, tmp_path: Path
) -> None:
    """By the name that people know it by."""
    sources = (a_source("Gao"), a_source("Mopti", "internal://x.mp4", digit=1))

    path = a_project(tmp_path, *sources, parts={"sources/x.mp4": b"nothing" * 99})
    imported = import_(library, catalog, path)

    (error,) = imported.refused
    assert "theirs.qdpx: Mopti.mp4" in str(error)
    assert "'Mopti' is no recording" in imported.left
    assert (("Gao", clip.id),) == imported.clips


@pytest.mark.parametrize(
    "path",
    [
        "internal://../x.mp4",
        "internal:///../../x.mp4",
        "relative:///../x.mp4",
        "relative:////etc/hostname",
        "relative:///link.mp4",
        "relative:///folder/x.mp4",
        "relative:///..\\x.mp4",
        "relative:///C:/x.mp4",
        "relative:///",
        "relative:///a\0b",
        f"relative:///{'x' * 5000}",
        "absolute:///{outside}",
        "file:///{outside}",
        "{outside}",
    ],
)
def test_no_path_leads_to_a_recording_elsewhere(tmp_path: Path, path: str) -> None:
    """Up, by a link, or from the root of the disk."""
    film, inner = media_files.video(), tmp_path / "inner"
    inner.mkdir()
    shutil.copyfile(film, tmp_path / "x.mp4")
    (inner / "link.mp4").symlink_to(tmp_path / "x.mp4")
    (inner / "folder").symlink_to(tmp_path)
    archive = a_project(inner, parts={"x.mp4": film, "sources/../x.mp4": film})

    with refi_package.Package(archive) as package:
        assert package.recording(path.replace("{outside}", str(film))) is None


def _linked(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name)
    part.external_attr = 0o120777 << 16
    return part


def test_links_and_bombs_in_an_archive_are_refused(
    library: Library, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one sentence, before anything is unpacked; nothing is changed."""
    monkeypatch.setattr(refi_package, "LARGEST_SMALL", 10_000)
    for name in ("link", "bomb"):
        path = a_project(tmp_path, a_source("A", f"internal://{name}.mp4"))
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            part = _linked("sources/link.mp4")
            archive.writestr(part, "/etc/hostname")
            archive.writestr("sources/bomb.mp4", bytes(3_000_000))

        with pytest.raises(ExchangeUnreadable, match=r"a link|more than is read"):
            import_(library, catalog, path)
    assert [] == catalog.read().all(Clip)
    assert not any(library.assets.rglob("*.mp4"))


def test_parts_that_lie_over_one_another_are_refused(tmp_path: Path) -> None:
    """Many entries of one stream unpack to far more than the archive holds."""
    path = a_project(tmp_path, parts={f"sources/{n}.mp4": bytes(2000) for n in "abc"})
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        with zipfile.ZipFile(tmp_path / "b.qdpx", "w") as over:
            over.writestr("project.qde", archive.read("project.qde"))
            over.writestr(parts[1].filename, bytes(2000))
            first = over.infolist()[1]
            for number in range(20):
                twin = zipfile.ZipInfo(f"sources/{number}.mp4")
                for name in ("header_offset", "CRC", "compress_size", "file_size"):
                    setattr(twin, name, getattr(first, name))
                over.filelist.append(twin)

    with pytest.raises(ExchangeUnreadable, match="more than is read"):
        refi_package.Package(tmp_path / "b.qdpx")
