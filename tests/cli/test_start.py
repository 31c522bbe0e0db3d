"""What starting costs: nothing heavy is imported on the way to a quick answer."""

import subprocess
import sys

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.settings import Library
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
