"""Where the program starts: choose the language, run the command, say how it went."""

import gc
import os
import sys
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

from mediakit.errors.base import INTERRUPTED
from mediakit.i18n.language import (
    choose_language,
    machine_language,
    wanted_language,
)

_COLLECT_AFTER = 50_000
_STANDARD_ERROR = 2


def start(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    _open_standard_streams()
    for stream in (sys.stdout, sys.stderr):
        # names of files may hold bytes that are no text, and some consoles
        # know few letters: show such a thing in escapes rather than stop
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    choose_language(wanted_language(os.environ, machine_language()))
    # a quick answer makes many small records and keeps them all to its end
    gc.set_threshold(_COLLECT_AFTER)
    try:
        # only now: commands translate their help as they load
        from mediakit.cli.exits import run
    except KeyboardInterrupt:
        sys.stderr.write(_("Nothing was changed.") + "\n")
        return INTERRUPTED
    return run(arguments)


def _open_standard_streams() -> None:
    """Let nothing else become standard output: what prints there would damage it.

    Where a caller closed a standard stream, the next file to be opened, perhaps the
    catalog, would get its number.
    """
    while (nowhere := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        os.set_inheritable(nowhere, True)
    os.close(nowhere)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 stays
            setattr(sys, name, stream)
