"""Nothing is told to anybody, and nothing is left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.extras import REAL_ENGINES

# what a library does at its first import shows in a process of its own only
_LISTEN = """
import sys
import numpy
from mediakit.engines.base import Options
from mediakit.engines.demo import demo_models
from mediakit.workflows.load_engine import load_engine

sys.addaudithook(lambda name, _: name == "socket.connect" and sys.exit(name))
model = next(model for model in demo_models() if model.engine == sys.argv[1])
sound = [numpy.zeros(16_000, numpy.float32)]
for skip_silence in (True, False):
    options = Options(skip_silence=skip_silence)
    heard = load_engine(model, threads=1).transcribe(sound, options)
    list(heard.segments)
"""


@pytest.mark.parametrize("engine", REAL_ENGINES)
def test_listening_leaves_no_trace_in_the_home_folder(
    tmp_path: Path, engine: str
) -> None:
    """ONNX Runtime keeps an identifier of the machine there before it reports."""
    # it does not report where it believes that it is being tested
    environment = {
        name: value
        for name, value in os.environ.items()
        if name.upper() not in {"CI", "GITHUB_ACTIONS", "ORT_DISABLE_TELEMETRY"}
        and not name.startswith("XDG_")
    }
    home = tmp_path / "home"
    home.mkdir()
    environment |= dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA"), str(home))

    subprocess.run([sys.executable, "-c", _LISTEN, engine], env=environment, check=True)

    assert [] == list(home.rglob("*"))
