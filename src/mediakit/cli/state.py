"""What was typed before and beside a command: where, and how to answer.

Apart from `mediakit.cli.app`, so that help need not wait for the catalog to load.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass
class State:
    """The options that hold for one run of the command line.

    Attributes:
        folder: The folder named with ``--library``, if any.
        json: Whether the result is printed as JSON.
        verbose: Whether what fails shows more: a program's last lines, a traceback.
    """

    folder: Path | None = None
    json: bool = False
    verbose: bool = False
