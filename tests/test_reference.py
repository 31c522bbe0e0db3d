"""The READMEs: their commands are real, and their reference is up to date."""

import re
from pathlib import Path

import pytest

from tests.command_lines import read_command_line, read_mention
from tools.reference import BEGIN, END, READMES, main, reference, with_reference

each_readme = pytest.mark.parametrize(("language", "path"), READMES.items())


@each_readme
def test_the_reference_is_up_to_date(language: str, path: Path) -> None:
    """What the READMEs say of commands is what the commands say."""
    readme = path.read_text("utf-8")

    assert with_reference(readme, reference(language)) == readme


@each_readme
def test_every_command_line_can_be_typed(language: str, path: Path) -> None:
    """Commands, options and arguments of every example are real."""
    lines = re.findall(
        r"^(?:.* && )?(?:\S*/)?(mediakit .*)$", _blocks(path), re.MULTILINE
    )
    typed = [read_command_line(line) for line in lines]

    assert len(typed) > 10


@each_readme
def test_every_command_that_is_named_exists(language: str, path: Path) -> None:
    """The same holds inside sentences."""
    named = re.findall(r"`(mediakit [a-z][^`]*)`", path.read_text("utf-8"))

    assert [read_mention(phrase).command for phrase in named]


def test_both_languages_say_the_same() -> None:
    """Neither README has a section, a table or a block the other lacks."""
    outlines = [
        re.findall(r"^(#+ |\||```|\*\*|- )", _by_hand(path), re.MULTILINE)
        for path in READMES.values()
    ]

    assert outlines[0] == outlines[1]


def test_the_first_screen_has_the_two_commands_to_try_it_and_to_test_it() -> None:
    """Both languages begin with the same lines to type, before any section."""
    english, french = (
        path.read_text("utf-8").partition("\n## ")[0].split("```")[1::2]
        for path in READMES.values()
    )

    assert 2 == len(english)
    assert english == french


def test_a_stale_reference_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--check`` says which README, fails, and writes nothing."""
    stale = tmp_path / "README.md"
    stale.write_text(f"# mediakit\n{BEGIN}old\n{END}", "utf-8")
    monkeypatch.setattr("tools.reference.READMES", {"en": stale})

    status = main(["--check"])

    assert 1 == status
    assert "README.md" in capsys.readouterr().out
    assert "old" in stale.read_text("utf-8")


def _by_hand(path: Path) -> str:
    """Return what people wrote of a README."""
    return path.read_text("utf-8").partition(BEGIN)[0]


def _blocks(path: Path) -> str:
    """Return what stands in a README to be typed."""
    return "".join(path.read_text("utf-8").split("```")[1::2])
