"""What every test starts from: English, no settings of the person who runs it."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mediakit.catalog.catalog import Catalog
from mediakit.cli.start import start
from mediakit.library import Library
from mediakit.workflows.init_library import init_library

# how long an example takes says nothing on a machine that is shared, nor how long it
# takes to think of one
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")
# a change is judged by the same examples each time; who tries the tests gets new ones
settings.register_profile("same", settings.get_profile("untimed"), derandomize=True)


@pytest.fixture(autouse=True)
def _clean_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for name in [name for name in os.environ if name.startswith("MEDIAKIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MEDIAKIT_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("MEDIAKIT_AUTHOR", "Awa")
    monkeypatch.setenv(
        "MEDIAKIT_MODELS", str(tmp_path_factory.getbasetemp() / "models")
    )


@pytest.fixture(autouse=True, scope="session")
def _interrupts_arrive() -> None:
    # a shell starts what runs in its background deaf to Ctrl-C, children too
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Make an empty library."""
    return init_library(tmp_path / "library", name="Mali")


@pytest.fixture
def catalog(library: Library) -> Catalog:
    """Open the catalog of the empty library."""
    return Catalog(library.catalog, author="Awa")


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(library: Library, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in the library; return its status, output and messages."""

    def run_command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = start(["--library", str(library.root), *words])
        out, err = capsys.readouterr()
        return status, out, err

    return run_command


def saved(library: Library) -> list[bytes]:
    """Return the bytes of the catalog and its journal, to compare."""
    files = sorted(library.root.glob("catalog.json*"))
    return [file.read_bytes() for file in files if file.suffix != ".lock"]
