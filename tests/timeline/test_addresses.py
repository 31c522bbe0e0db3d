"""Addresses in timelines lead to the file, whatever its name."""

import pytest

from mediakit.timeline.addresses import as_address, as_path


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/média/a b.mp4", "file:///m%C3%A9dia/a%20b.mp4"),
        ("C:/films/50%#1.mov", "file:///C:/films/50%25%231.mov"),
        ("//nas/films/a.mp4", "file://nas/films/a.mp4"),
        ("../assets/a.mp4", "../assets/a.mp4"),
        ("media/a?.mp4", "./media/a%3F.mp4"),
    ],
    ids=["absolute", "drive", "share", "beside", "within"],
)
def test_an_address_is_escaped_and_read_back(path: str, address: str) -> None:
    """On every system; what is relative stays so."""
    assert address == as_address(path)
    if not path.startswith("//"):
        assert path == as_path(address)


def test_an_address_may_name_this_machine() -> None:
    """As Final Cut Pro 7 writes them."""
    assert "/films/a b.mp4" == as_path("file://localhost/films/a%20b.mp4")
    assert "C:/films/a.mp4" == as_path("file://localhost/C:/films/a.mp4")
