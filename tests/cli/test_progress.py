"""Progress on a terminal."""

import io
import re
import sys

import pytest

from mediakit.cli.output import say
from mediakit.cli.progress import progress
from mediakit.cli.state import State


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_narrow_terminal_shows_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is said first stays, and the rest is cut; no bar takes its place."""
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")

    with progress(State(), "Transcribing", 100, timed=False) as advance:
        advance(5, "3 of 47 min, 2 min left, 22.4 times real time: A long title")

    shown = "Transcribing   5 % 3 of 47 min, 2 min left, 22.4 times real…"
    assert shown in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", screen.getvalue())


def test_a_sentence_stands_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a line of its own."""
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("TERM", "xterm")

    with progress(State(), "Transcribing", 1) as advance:
        advance(0.5, "")
        say("It goes on from there.")

    assert "\x1b[2KIt goes on from there.\n" in screen.getvalue()


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
