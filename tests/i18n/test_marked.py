"""No text that people read is left outside the translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import mediakit

PACKAGE = Path(mediakit.__file__).parent
SHELL = sorted((PACKAGE / "cli").rglob("*.py"))
CORE = sorted(set(PACKAGE.rglob("*.py")) - set(SHELL))
# reports are written for people, too, and fixed values are named for both
SPEAKING = {*(PACKAGE / "reports").rglob("*.py"), PACKAGE / "i18n" / "values.py"}

MARKS = {"_", "gettext", "ngettext", "sentence"}
# what a person would type, and what only a broken program would say
UNMARKED = {"run", "AssertionError", "RuntimeError", "ValueError"}
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
    "be_sure",
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


@pytest.mark.parametrize(
    "path", [*SHELL, *sorted(SPEAKING)], ids=lambda path: path.stem
)
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
    nodes = [
        node
        for path in (PACKAGE / "errors").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]
    situations = [
        node for node in nodes if isinstance(node, ast.ClassDef) and node.bases
    ]
    messages = [
        node.value
        for node in nodes
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "message"
    ]

    # but the two kinds of reasons, and the root
    assert len(messages) == len(situations) - 3
    assert [] == [
        ast.unparse(value) for value in messages if not _is_call(value, {"sentence"})
    ]


@pytest.mark.parametrize("path", sorted({*CORE} - SPEAKING), ids=lambda path: path.stem)
def test_only_the_command_line_and_reports_translate(path: Path) -> None:
    """What the other layers return is the same in every language."""
    tree = ast.parse(path.read_text("utf-8"))

    assert [] == [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "gettext"
    ]


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_reasons_are_marked(path: Path) -> None:
    """Why something failed is told in the person's language, values included."""
    tree = ast.parse(path.read_text("utf-8"))
    marked = {
        id(part) for call in _calls(tree, {"sentence"}) for part in ast.walk(call)
    }

    assert [] == [
        text.value
        for reason in _reasons(tree)
        for text in _texts(reason)
        if WORD.search(str(text.value)) and id(text) not in marked
    ]


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_reasons_are_given_their_values(path: Path) -> None:
    """A mistake is found here, not when something fails for somebody."""
    tree = ast.parse(path.read_text("utf-8"))
    reasons = {
        ast.literal_eval(call.args[0].args[0]): {value.arg for value in call.keywords}
        for call in _calls(tree, {"Reason"})
        if isinstance(call.args[0], ast.Call)
    }

    assert reasons == {
        text: {name for _text, name, _spec, _how in Formatter().parse(text) if name}
        for text in reasons
    }


def _reasons(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield what becomes the ``reason`` of an error, and what exceptions say."""
    given = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "reason"
    ]
    names = _names(given)
    given += [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and names & {ast.unparse(target) for target in node.targets}
    ]
    names = _names(given)
    yield from given
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from _answers(node, names)
            yield from _arguments(tree, node)
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.endswith(("Error", "Unusable")) and name not in UNMARKED:
                yield from node.args


def _names(values: list[ast.expr]) -> set[str]:
    return {
        part.id
        for value in values
        for part in ast.walk(value)
        if isinstance(part, ast.Name)
    }


def _answers(function: ast.FunctionDef, names: set[str]) -> Iterator[ast.expr]:
    """Yield what *function* returns, if it is one of *names*."""
    if function.name in names:
        for node in ast.walk(function):
            if isinstance(node, ast.Return) and node.value:
                yield node.value


def _arguments(tree: ast.AST, function: ast.FunctionDef) -> Iterator[ast.expr]:
    """Yield what *tree* gives to *function* as its ``reason``."""
    parameters = [parameter.arg for parameter in function.args.args]
    if "reason" in parameters:
        place = parameters.index("reason")
        for call in _calls(tree, {function.name}):
            yield from call.args[place : place + 1]


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
