"""Where the program starts: choose the language, run the command, say how it went."""

import gc
import os
import sys
from collections.abc import Sequence

from mediakit.i18n.language import (
    choose_language,
    machine_language,
    wanted_language,
)

_COLLECT_AFTER = 50_000


def start(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # names of files may hold bytes that are no text, and some consoles
        # know few letters: show such a thing in escapes rather than stop
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    choose_language(wanted_language(os.environ, machine_language()))
    # a quick answer makes many small records and keeps them all to its end
    gc.set_threshold(_COLLECT_AFTER)
    # only now: commands translate their help as they load
    from mediakit.cli.exits import run

    return run(arguments)
