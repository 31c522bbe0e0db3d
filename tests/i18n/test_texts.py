"""The French texts: all there, and saying what the English ones say."""

import re
from string import Formatter

import pytest

from tests.command_lines import CommandLine, read_command_line, read_mention
from tools import texts

WANTED = texts.wanted()
FRENCH = texts.read(texts.TEXTS)
PAIRS = [
    pair
    for key in sorted(WANTED.keys() & FRENCH.keys())
    for pair in zip(WANTED[key], FRENCH[key], strict=False)
]

# Click fills this place with an English word of its own, which French leaves out
LEFT_OUT = {"{value!r} is not a valid {number_type}.": {"{number_type}"}}


def test_every_text_is_translated() -> None:
    """Whoever adds a text adds its French, in all its forms."""
    forms = {key: len(FRENCH.get(key, ())) for key in WANTED}

    assert forms == {key: len(english) for key, english in WANTED.items()}


def test_every_translation_is_used() -> None:
    """Texts that were dropped or changed leave no translation behind."""
    assert set() == FRENCH.keys() - WANTED.keys()


def test_the_program_reads_what_translators_wrote() -> None:
    """The compiled file is made from the other one."""
    assert texts.as_mo(texts.french(FRENCH)) == texts.COMPILED.read_bytes()


def test_the_same_values_are_filled_in() -> None:
    """A translation names the places its English names, and no other."""
    wrong = {
        english: _places(french)
        for english, french in PAIRS
        if _places(english) - LEFT_OUT.get(english, set()) != _places(french)
    }

    assert {} == wrong


def test_french_is_typeset_as_french() -> None:
    """No-break spaces and apostrophes are where they belong."""
    wrong = [french for _english, french in PAIRS if french != texts.typeset(french)]

    assert [] == wrong


def test_layout_is_kept() -> None:
    """Paragraphs, blocks and lines of examples are as many."""
    wrong = [french for english, french in PAIRS if _layout(english) != _layout(french)]

    assert [] == wrong


@pytest.mark.parametrize(
    ("english", "french"),
    [pair for pair in PAIRS if re.search("mediakit |--", pair[0])],
)
def test_commands_are_the_same(english: str, french: str) -> None:
    """Commands and options named in a text are real, and the same in French."""
    assert _commands(english) == _commands(french)
    assert re.findall("--[a-z-]+", english) == re.findall("--[a-z-]+", french)


def _places(text: str) -> set[str]:
    """Return the places where values go, as ``{name}``, ``{name!r}``, ``%(name)s``."""
    braces = {
        f"{{{name}!{conversion}:{spec}}}" if conversion or spec else f"{{{name}}}"
        for _text, name, spec, conversion in Formatter().parse(text)
        if name is not None
    }
    return braces | set(re.findall(r"%\(\w+\)\w", text))


def _layout(text: str) -> list[str]:
    return [_kind(line) for line in text.split("\n")]


def _kind(line: str) -> str:
    if line.startswith("  "):
        return "example"
    return line if line in {"", "\b"} else "text"


def _commands(text: str) -> list[CommandLine]:
    """Read every command in *text*: on a line of its own or in quotation marks."""
    lines = re.findall(r"^  (mediakit\b.*)$", text, re.MULTILINE)
    mentions = re.findall(r"(?:'|«\s)(mediakit [^'»]+?)(?:'|\s»)", text)
    return [*map(read_command_line, lines), *map(read_mention, mentions)]
