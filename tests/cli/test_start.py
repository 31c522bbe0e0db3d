"""What starting costs: nothing heavy is imported on the way to a quick answer."""

import signal
import subprocess
import sys

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from tests.builders import a_clip

HEAVY = {
    "av",
    "asyncio",
    "ctranslate2",
    "faster_whisper",
    "ffmpeg",
    "filelock",
    "importlib.metadata",
    "multiprocessing",
    "numpy",
    "platformdirs",
    "pydub",
    "pysubs2",
    "rich",
    "sqlite3",
    "torch",
    "webvtt",
    "whisper",
}


@pytest.mark.parametrize("words", [["--help"], ["list"], ["session", "list"]])
def test_quick_answers_import_nothing_heavy(
    library: Library, catalog: Catalog, words: list[str]
) -> None:
    """Media, speech, search and drawing libraries wait until they are needed."""
    with catalog.change() as change:
        change.put(a_clip())

    done = subprocess.run(
        [
            sys.executable,
            "-X",
            "importtime",
            "-m",
            "mediakit",
            "--library",
            str(library.root),
            *words,
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    lines = [
        line for line in done.stderr.splitlines() if line.startswith("import time")
    ]
    imported = {line.rpartition("|")[2].strip() for line in lines}
    assert "mediakit.cli.main" in imported
    assert set() == HEAVY & imported


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_stop_nothing_and_are_no_files(
    library: Library, catalog: Catalog, closed: str
) -> None:
    """The catalog never gets the number of standard output: it would be printed in."""
    with catalog.change() as change:
        change.put(a_clip())
    program = (
        "import os, sys; from mediakit.cli.start import start; status = start(); "
        "os.write(1, b'lost'); os.write(2, b'lost'); sys.exit(status)"
    )
    words = ["--library", str(library.root), "clip", "edit", "c-0", "--notes", "x"]

    done = subprocess.run(
        [
            "sh",
            "-c",
            f'exec "$@" {closed}',
            "sh",
            sys.executable,
            "-c",
            program,
            *words,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )

    assert 0 == done.returncode
    assert ["x"] == [clip.notes for clip in catalog.read().all(Clip)]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_ended_is_being_interrupted(number: signal.Signals) -> None:
    """A closed window and a shutdown leave nothing half done, as Ctrl-C."""
    program = (
        # what runs without a terminal may be deaf to it
        f"import os, signal; signal.signal({number.value}, signal.SIG_DFL); "
        "from mediakit import __main__; "
        f"__main__.start = lambda: os.kill(os.getpid(), {number.value}); "
        "__main__.main()"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert "KeyboardInterrupt" in done.stderr


# Ctrl-C as soon as a module is looked for
PRESSING = """
import signal, sys

class Pressing:
    def find_spec(self, name, path=None, target=None):
        if name == loading:
            sys.meta_path.remove(self)
            signal.raise_signal(signal.SIGINT)

loading = sys.argv.pop()
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Pressing())
from mediakit.__main__ import main
sys.argv.append("list")
main()
"""


@pytest.mark.parametrize(
    "loading", ["mediakit.cli.exits", "click", "mediakit.cli.main", "tinydb"]
)
def test_an_interruption_while_it_loads_is_one_line(loading: str) -> None:
    """On an old laptop that takes long enough to think better of it."""
    done = subprocess.run(
        [sys.executable, "-c", PRESSING, loading],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (130, "") == (done.returncode, done.stdout)
    assert 1 == len(done.stderr.strip().splitlines())
