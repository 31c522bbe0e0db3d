"""What ``mediakit search --help`` shows."""

import click

from mediakit.cli.commands.search import command
from tests.conftest import Run


def test_shows_every_option_by_what_it_is_for(run: Run) -> None:
    """Each once, and none is left for the end but the help itself."""
    _status, shown, _err = run("search", "--help")

    options = [each for each in command.params if isinstance(each, click.Option)]
    lines = [line.strip() for line in shown.splitlines()]
    for option in options:
        assert 1 == sum(line.split(" ")[0] == option.opts[0] for line in lines)
    assert ["--help"] == [
        line.split(" ")[0] for line in lines[lines.index("Other options:") + 1 :]
    ]
