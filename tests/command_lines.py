"""Read a command line as it stands in a text, without running it."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

import click

from mediakit.cli.main import root


@dataclass(frozen=True)
class CommandLine:
    """What a command line asks for; the values typed in it do not matter."""

    command: str
    options: tuple[str, ...]
    arguments: int


def read_command_line(line: str) -> CommandLine:
    """Read *line*, which begins with ``mediakit``.

    Raises:
        click.UsageError: A command, an option, a choice or the number of arguments
            is not what the program knows.
    """
    name, *words = shlex.split(line, comments=True)
    return _read(root, name, words)


def read_mention(phrase: str) -> CommandLine:
    """Read a command that a sentence names, perhaps without its arguments.

    Raises:
        click.UsageError: There is no such command or option.
    """
    name, *words = phrase.split()
    command: click.Command = root
    context = click.Context(command, info_name=name)
    while isinstance(command, click.Group) and words and words[0].isalpha():
        verb = command.get_command(context, words[0])
        if verb is None:
            raise click.NoSuchCommand(words[0])
        command, name, words = verb, f"{name} {words[0]}", words[1:]
    options = tuple(word for word in words if word.startswith("--"))
    known = {
        option
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    if not known.issuperset(options):
        raise click.NoSuchOption(" ".join(options))
    return CommandLine(name, options, len(words) - len(options))


def _read(command: click.Command, path: str, words: list[str]) -> CommandLine:
    context = click.Context(command, info_name=path)
    values, rest, order = command.make_parser(context).parse_args([*words])
    typed = {name: found for name, value in values.items() if (found := _texts(value))}
    for parameter in command.params:
        _verify(parameter, typed.get(parameter.name or "", ()), context)
    options = tuple(p.opts[0] for p in order if isinstance(p, click.Option))
    if isinstance(command, click.Group) and rest:
        name, verb, words_left = command.resolve_command(context, rest)
        if verb is None:
            raise click.NoSuchCommand(rest[0])
        inner = _read(verb, f"{path} {name}", words_left)
        return CommandLine(inner.command, options + inner.options, inner.arguments)
    if rest:
        raise click.UsageError(f"{path} takes no {rest}")
    # commands that read their words themselves may refuse what the parser takes
    resilient = click.Context(command, info_name=path, resilient_parsing=True)
    command.parse_args(resilient, [*words])
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    return CommandLine(path, options, sum((p.name or "") in typed for p in arguments))


def _verify(
    parameter: click.Parameter, typed: Sequence[str], context: click.Context
) -> None:
    if parameter.required and not typed:
        raise click.MissingParameter(ctx=context, param=parameter)
    if isinstance(parameter.type, click.Choice):
        for text in typed:
            parameter.type.convert(text, parameter, context)


def _texts(value: object) -> tuple[str, ...]:
    """Return what was typed for a parameter; Click marks the absent in its own way."""
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return (str(value),) if isinstance(value, str | bool | int) else ()
