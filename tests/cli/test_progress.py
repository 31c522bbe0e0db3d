"""Progress on a terminal."""

import io
import sys

import pytest

from mediakit.cli.progress import progress
from mediakit.cli.state import State


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_a_stranger_wrote_commands_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Titles are shown with marks for escapes, and are no markup."""
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm")

    with progress(State(), "Adding", 1) as advance:
        advance(1, "[bold]film\x1b]0;mine\x07.mp4")

    assert "[bold]film\ufffd]0;mine\ufffd.mp4" in screen.getvalue()
