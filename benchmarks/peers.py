"""Programs to compare with that cannot share our environment."""

import atexit
import functools
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path


@functools.cache
def python_with(*requirements: str) -> Path:
    """Return a Python that has *requirements*, in an environment made for this run.

    They come from where pip gets packages.
    """
    folder = tempfile.mkdtemp(prefix="mediakit-peer-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    python = Path(folder, "Scripts" if sys.platform == "win32" else "bin", "python")
    install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run([*install, *requirements], check=True)
    return python
