"""Bags, made by the library that archives use."""

import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediakit.errors.library import WriteFailed
from mediakit.kits.bag import make_bag

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="for POSIX systems")


def test_a_full_disk_is_told_once(
    tmp_path: Path, room_for_nothing: None, caplog: pytest.LogCaptureFixture
) -> None:
    """As our own error: the library that makes bags says nothing beside it."""
    (tmp_path / "01-K7.mp4").touch()

    with pytest.raises(WriteFailed):
        make_bag(tmp_path, "p-9x9", "2025-05-14")

    assert [] == caplog.records


@pytest.fixture
def room_for_nothing() -> Iterator[None]:
    """Let no file grow."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, ignored)
