"""Questions are asked and answered in the person's language."""

import os
import subprocess
import sys

import pytest

ASK = "from mediakit.cli.start import start; raise SystemExit(start({words}))"
FORGET = ["library", "forget", "p-0000000000"]


def asked(language: str, typed: str) -> tuple[int, str]:
    """Ask whether to forget a person who is not known, in a folder of no library."""
    done = subprocess.run(
        [sys.executable, "-c", ASK.format(words=FORGET)],
        input=typed,
        env={**os.environ, "MEDIAKIT_LANG": language, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("language", "typed"),
    [("en", "y\n"), ("en", "Yes\n"), ("fr", "o\n"), ("fr", "OUI\n"), ("fr", "y\n")],
)
def test_yes_is_understood(language: str, typed: str) -> None:
    """In the person's language and in English, as a letter or a word."""
    status, _told = asked(language, typed)

    assert status not in {0, 1, 2, 130}


@pytest.mark.parametrize("typed", ["n\n", "non\n", "NO\n", "\n", ""])
def test_everything_else_is_no(typed: str) -> None:
    """Nothing is done without a yes."""
    status, told = asked("fr", typed)

    assert (130, 1) == (status, told.count("[o/N]"))
    assert "Rien n\N{RIGHT SINGLE QUOTATION MARK}a été changé" in told


def test_the_question_is_asked_again_where_the_answer_is_neither() -> None:
    """And it says what to type."""
    status, told = asked("fr", "peut-être\nnon\n")

    assert 130 == status
    assert 2 == told.count("[o/N]")
    assert "Tapez oui ou non." in told
