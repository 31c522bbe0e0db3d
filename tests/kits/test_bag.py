"""Bags, made by the library that archives use."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mediakit.errors.library import WriteFailed
from mediakit.kits.bag import make_bag


@pytest.mark.skipif(sys.platform == "win32", reason="for POSIX systems")
def test_a_full_disk_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As our own error: the library that makes bags says nothing beside it."""
    (tmp_path / "01-K7.mp4").touch()

    with pytest.raises(WriteFailed), no_file_may_grow():
        make_bag(tmp_path, "p-9x9", "2025-05-14")

    assert [] == caplog.records


@contextmanager
def no_file_may_grow() -> Iterator[None]:
    """Let writing fail as it does on a full disk, for as long as it takes."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
