"""No text that people read is left outside the translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import mediakit
from mediakit import errors

PACKAGE = Path(mediakit.__file__).parent
SHELL = sorted((PACKAGE / "cli").rglob("*.py"))
CORE = sorted(set(PACKAGE.rglob("*.py")) - set(SHELL))

MARKS = {"_", "gettext", "ngettext", "sentence"}
# what a person would type, and what only a broken program would say
UNMARKED = {"run", "AssertionError", "RuntimeError"}
COMMAND_LINE = re.compile(r"\s*(\$ )?mediakit ")
PROSE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")
WORD = re.compile(r"[A-Za-z]{2,}")
# the same in every language
SYMBOLS = {"DB", "ID", "LANG", "YYYY-MM-DD"}

# parameters and functions whose texts people read, even when they are one word
PARAMETERS = {"help", "short_help", "epilog", "prompt", "metavar", "subcommand_metavar"}
FUNCTIONS = {
    "BadParameter",
    "ClickException",
    "UsageError",
    "confirm",
    "echo",
    "progress",
    "prompt",
    "say",
    "secho",
}


@pytest.mark.parametrize("path", SHELL, ids=lambda path: path.stem)
def test_texts_of_the_command_line_are_marked(path: Path) -> None:
    """Every sentence and every word shown goes through ``_()``."""
    tree = ast.parse(path.read_text("utf-8"))
    marked = {
        id(part) for call in _calls(tree, MARKS | UNMARKED) for part in ast.walk(call)
    }
    texts = [*_prose(tree), *_shown(tree)]

    assert [] == [
        text.value
        for text in texts
        if id(text) not in marked and not COMMAND_LINE.match(str(text.value))
    ]


@pytest.mark.parametrize("path", SHELL, ids=lambda path: path.stem)
def test_what_is_marked_can_be_looked_up(path: Path) -> None:
    """A text put together while the program runs has no translation."""
    tree = ast.parse(path.read_text("utf-8"))
    looked_up = [part for call in _calls(tree, MARKS) for part in call.args[:2]]

    assert [] == [
        ast.unparse(part)
        for part in looked_up
        if isinstance(part, ast.JoinedStr | ast.BinOp | ast.Call)
    ]


def test_messages_of_errors_are_marked() -> None:
    """Every error's sentence is one that translators are given."""
    tree = ast.parse(Path(errors.__file__).read_text("utf-8"))
    messages = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "message"
    ]

    assert len(messages) == len(errors.MediakitError.__subclasses__())
    assert [] == [
        ast.unparse(value) for value in messages if not _is_call(value, {"sentence"})
    ]


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_only_the_command_line_translates(path: Path) -> None:
    """What the other layers return is the same in every language."""
    tree = ast.parse(path.read_text("utf-8"))

    assert [] == [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "gettext"
    ]


def _calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_call(node, names):
            yield node


def _is_call(node: ast.expr, names: set[str]) -> bool:
    if not isinstance(node, ast.Call):
        return False
    return ast.unparse(node.func).rpartition(".")[2] in names


def _prose(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield every text that reads like a sentence and is no docstring."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in _texts(tree):
        if id(node) not in docstrings and PROSE.search(str(node.value)):
            yield node


def _shown(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield every text with a word in it that is given to something people read."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        values = [k.value for k in node.keywords if k.arg in PARAMETERS]
        if _is_call(node, FUNCTIONS):
            values += node.args
        elif _is_call(node, {"answer"}):
            values += node.args[2:]
        for value in values:
            for text in _texts(value):
                word = str(text.value)
                if WORD.search(word) and word not in SYMBOLS:
                    yield text


def _texts(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node
