"""Write the command reference of both READMEs from the commands themselves.

usage: python -m tools.reference [--check]

The reference stands between two comments at the end of each README. With
``--check`` nothing is written, and the status is 1 if a reference is not up to date.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
READMES = {"en": ROOT / "README.md", "fr": ROOT / "README.fr.md"}

BEGIN = "<!-- The commands: written by tools/reference.py, not by hand. -->\n"
END = "<!-- The end of the commands. -->\n"


# Click and the commands take the language that is chosen when they load: each
# language needs a process of its own, and its choice before any import
_PRINT = """
import sys
from mediakit.i18n.language import choose_language
choose_language(sys.argv[1])
from tools.reference import written
print(written())
"""


def reference(language: str) -> str:
    """Return the reference of every command in *language*."""
    done = subprocess.run(
        [sys.executable, "-c", _PRINT, language],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def with_reference(readme: str, commands: str) -> str:
    """Return the text of *readme* with *commands* between its two comments."""
    before, _begin, rest = readme.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n{commands}\n{END}{after}"


def every_command(
    command: click.Command, context: click.Context
) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield each command below *command* that does something, in reading order."""
    if not isinstance(command, click.Group):
        yield command, context
        return
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from every_command(inner, click.Context(inner, context, info_name=name))


def written() -> str:
    """Return the reference of every command in the language chosen before."""
    from mediakit.cli.main import root

    context = click.Context(root, info_name="mediakit")
    return "\n\n".join(_section(*found) for found in every_command(root, context))


def _section(command: click.Command, context: click.Context) -> str:
    """Return a command's name, what it does, its options and its examples."""
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    usage = [context.command_path, *(p.make_metavar(context) for p in arguments)]
    texts, examples = _help(command.help or "")
    options = [
        f"- `{record[0]}`: {record[1].replace('  [', ' [')}"
        for parameter in command.params
        if isinstance(parameter, click.Option) and parameter.name != "json"
        if (record := parameter.get_help_record(context))
    ]
    return "\n\n".join(
        [
            f"### `{' '.join(usage)}`",
            *texts,
            *(["\n".join(options)] if options else []),
            *(["```\n" + "\n".join(examples) + "\n```"] if examples else []),
        ]
    )


def _help(text: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a help text, and its lines of examples."""
    paragraphs = text.split("\n\n")
    examples = [
        line.strip()
        for block in paragraphs
        if block.startswith("\b")
        for line in block.splitlines()
        if line.startswith("  ")
    ]
    return [block for block in paragraphs if not block.startswith("\b")], examples


def main(arguments: list[str]) -> int:
    """Write both references, or tell which is not up to date."""
    status = 0
    for language, path in READMES.items():
        readme = path.read_text("utf-8")
        fresh = with_reference(readme, reference(language))
        if fresh == readme:
            continue
        if arguments == ["--check"]:
            print(f"{path.name} is not up to date: run 'poe reference'")
            status = 1
        else:
            path.write_text(fresh, "utf-8", newline="\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
