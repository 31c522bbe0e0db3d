"""Archives of projects, from whoever sends one."""

import io
import zipfile
from pathlib import Path

import pytest

from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.errors.library import ReadFailed
from mediakit.exchange import refi_package, refi_read
from mediakit.exchange.refi_package import Package
from mediakit.exchange.refi_project import Project

PROJECT = b'<Project xmlns="urn:QDA-XML:project:1.0" name="P"/>'


def packed(folder: Path, *parts: tuple[str, bytes]) -> Path:
    """Return an archive of some parts."""
    path = folder / "a.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return path


def read(path: Path) -> Project:
    """Read a project."""
    with Package(path) as package:
        return refi_read.read(package)


def test_reads_the_text_of_a_file_among_the_sources(tmp_path: Path) -> None:
    """With a mark at its beginning or without; line ends stay, as positions do."""
    path = packed(tmp_path, ("sources/a.txt", b"\xef\xbb\xbfA\r\nb"))

    with Package(path) as package:
        assert "A\r\nb" == package.text("internal://a.txt")


@pytest.mark.parametrize(
    "path",
    [
        "internal://../secret.txt",
        "internal://sub/../../secret.txt",
        "internal:///../secret.txt",
        "internal://..\\secret.txt",
        "internal:///etc/passwd",
        "relative:///secret.txt",
        "absolute:///etc/passwd",
        "file:///etc/passwd",
        "",
    ],
)
def test_no_path_leads_out_of_the_sources(tmp_path: Path, path: str) -> None:
    """Neither on the disk nor in the archive."""
    names = ("secret.txt", "sources/../secret.txt", "sources/..\\secret.txt")
    archive = packed(tmp_path, *((name, b"secret") for name in names))
    (tmp_path / "secret.txt").write_text("secret")

    with Package(archive) as package:
        assert package.text(path) is None


def test_a_bomb_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither one large part nor many."""
    monkeypatch.setattr(refi_package, "LARGEST_PROJECT", 1_000)
    monkeypatch.setattr(refi_package, "LARGEST_TEXT", 1_000)
    monkeypatch.setattr(refi_package, "LARGEST_TEXTS", 1_500)
    large = packed(tmp_path, ("project.qde", PROJECT + b" " * 2_000))
    with pytest.raises(ExchangeUnreadable):
        read(large)

    many = packed(tmp_path, *((f"sources/{n}.txt", b" " * 900) for n in range(3)))
    with Package(many) as package:
        package.text("internal://0.txt")
        with pytest.raises(ExchangeUnreadable):
            package.text("internal://1.txt")


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """It is never read beyond the size that the archive gives."""
    path = packed(tmp_path, ("project.qde", PROJECT + b" " * 50_000))
    content = bytearray(path.read_bytes())
    size = (len(PROJECT) + 50_000).to_bytes(4, "little")
    path.write_bytes(bytes(content).replace(size, len(PROJECT).to_bytes(4, "little")))

    with pytest.raises(ExchangeUnreadable):
        read(path)


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (("other.txt", b"x"),),
        (("sub/project.qde", PROJECT),),
        (("project.qde", b"<Project"),),
        (("project.qde", b"<CodeBook/>"),),
        (
            (
                "project.qde",
                b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project>&x;</Project>',
            ),
        ),
    ],
)
def test_refuses_what_is_no_project(
    tmp_path: Path, parts: tuple[tuple[str, bytes], ...]
) -> None:
    """With one sentence."""
    with pytest.raises(ExchangeUnreadable):
        read(packed(tmp_path, *parts))


def test_refuses_what_is_no_archive(tmp_path: Path) -> None:
    """Damaged at any place, cut off, or not there."""
    whole = packed(tmp_path, ("project.qde", PROJECT)).read_bytes()
    path = tmp_path / "b.qdpx"
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        with pytest.raises(ExchangeUnreadable):
            read(path)
    with pytest.raises(ReadFailed):
        read(tmp_path / "none.qdpx")


def test_an_encrypted_project_is_refused(tmp_path: Path) -> None:
    """There is nobody to ask for the password."""
    path = packed(tmp_path, ("project.qde", PROJECT))
    content = bytearray(path.read_bytes())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1
    path.write_bytes(io.BytesIO(content).getvalue())

    with pytest.raises(ExchangeUnreadable, match="password"):
        read(path)


def test_reads_a_project_whatever_it_is_called(tmp_path: Path) -> None:
    """Other programs call it as they like."""
    assert "P" == read(packed(tmp_path, ("My study.QDE", PROJECT))).name
