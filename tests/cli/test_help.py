"""What ``--help`` says: of every command, with an example, in both languages."""

import json
import os
import re
import subprocess
import sys

import click
import pytest

from mediakit.cli.main import root
from tests.command_lines import read_command_line
from tools.reference import every_command

COMMANDS = {
    context.command_path: command
    for command, context in every_command(
        root, click.Context(root, info_name="mediakit")
    )
}
GROUPS = sorted({path.rpartition(" ")[0] for path in COMMANDS})
MISTAKES = [
    "nonsense",
    "sesion",
    "--nonsense",
    "list --sesion x",
    "list x",
    "list x y",
    "list --session",
    "list --without-transcript=yes",
    "show",
    "session",
    "session add x --people many",
    "session add x --people -1",
    "session add x --kind party",
    "--library nowhere list",
]

# what Click says in English, in help and in errors
CLICKS = re.compile(
    r"Usage|Options:|Commands|COMMAND\b|ARGS|TEXT\b|INTEGER|FLOAT|PATH|BOOLEAN"
    r"|Show |exit\b|Error|Try|Did you mean|Missing|Invalid|No such|Got un"
    r"|required|default:|env var|requires|is not|values?\b"
)

# runs one command line after the other as the program does, in one process:
# starting Python for each takes a quarter of a second
RUN_ALL = """
import contextlib, io, json, sys
from mediakit.cli.start import start
for words in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = start(words)
    print(json.dumps([status, out.getvalue(), err.getvalue()]))
"""

Shown = tuple[int, str, str]

each_command = pytest.mark.parametrize("path", COMMANDS)


def french(*python: str) -> subprocess.CompletedProcess[str]:
    """Run Python as somebody does who set French for mediakit."""
    return subprocess.run(
        [sys.executable, *python],
        env={**os.environ, "MEDIAKIT_LANG": "fr", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def shown() -> dict[str, Shown]:
    """Run every command's help and every mistake in French."""
    lines = [f"{path} --help".partition(" ")[2] for path in (*GROUPS, *COMMANDS)]
    lines += MISTAKES
    done = french("-c", RUN_ALL, json.dumps([line.split() for line in lines]))
    assert "" == done.stderr
    answers = map(json.loads, done.stdout.splitlines())
    return {line: tuple(answer) for line, answer in zip(lines, answers, strict=True)}


@each_command
def test_every_command_says_what_it_does_and_how(path: str) -> None:
    """Help is a sentence and an example that the command would understand."""
    text = COMMANDS[path].help or ""
    lines = re.findall(r"^  (mediakit .*)$", text, re.MULTILINE)
    examples = {COMMANDS[read_command_line(line).command] for line in lines}

    assert text.splitlines()[0].endswith(".")
    assert {COMMANDS[path]} == examples


@each_command
def test_every_option_says_what_it_does(path: str) -> None:
    """No option is listed without a sentence."""
    options = [p for p in COMMANDS[path].params if isinstance(p, click.Option)]

    assert [] == [option.name for option in options if not option.help]


@pytest.mark.parametrize("path", sorted(set(COMMANDS) - {"mediakit demo"}))
def test_every_result_can_be_had_as_json(path: str) -> None:
    """Programs may use every command; the demo shows other commands' results."""
    assert "--json" in {o for p in COMMANDS[path].params for o in p.opts}


@pytest.mark.parametrize("path", [*GROUPS, *COMMANDS])
def test_help_in_french_is_french_throughout(
    shown: dict[str, Shown], path: str
) -> None:
    """No word of Click's stays English."""
    status, out, err = shown[f"{path} --help".partition(" ")[2]]

    assert (0, "") == (status, err)
    assert out.startswith(f"Utilisation\N{NO-BREAK SPACE}: {path} ")
    assert [] == CLICKS.findall(out)


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_in_french_is_answered_in_french(
    shown: dict[str, Shown], line: str
) -> None:
    """Click's errors are translated, with their hints."""
    status, out, err = shown[line]

    assert (2, "") == (status, out)
    assert re.search(r"^Erreur\s:|^Utilisation\s:", err, re.MULTILINE)
    assert [] == CLICKS.findall(err)


def test_the_program_itself_answers_in_the_language_that_was_set() -> None:
    """Nothing translates the help before the language is chosen."""
    helped = french("-m", "mediakit", "--help")
    refused = french("-m", "mediakit", "list", "--nonsense")

    assert "Utilisation\N{NO-BREAK SPACE}: mediakit " in helped.stdout
    assert "Erreur\N{NO-BREAK SPACE}: Il n\u2019y a pas d" in refused.stderr
