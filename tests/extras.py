"""What only some machines have: where it is missing, its tests are skipped.

A machine that has everything says so in ``MEDIAKIT_TEST_EVERYTHING``, as CI does:
there these tests run, and what is missing makes them fail.
"""

import os
import shutil
from importlib.util import find_spec
from typing import NoReturn

import pytest

from mediakit.engines import faster_whisper, openai_whisper

# read now: tests begin without mediakit's variables
_EVERYTHING = bool(os.environ.get("MEDIAKIT_TEST_EVERYTHING"))

needs_openai_whisper = pytest.mark.skipif(
    find_spec("whisper") is None and not _EVERYTHING,
    reason="openai-whisper, an extra, is not installed",
)

needs_sherpa = pytest.mark.skipif(
    find_spec("sherpa_onnx") is None and not _EVERYTHING,
    reason="sherpa-onnx, an extra, is not installed",
)

needs_opentimelineio = pytest.mark.skipif(
    find_spec("opentimelineio") is None and not _EVERYTHING,
    reason="OpenTimelineIO is not installed",
)

needs_opencv = pytest.mark.skipif(
    (find_spec("cv2") is None or find_spec("matplotlib") is None) and not _EVERYTHING,
    reason="what finds faces, or what brings a picture of one, is not installed",
)

needs_melt = pytest.mark.skipif(
    shutil.which("melt") is None and not _EVERYTHING, reason="melt is not installed"
)

REAL_ENGINES = (
    pytest.param(faster_whisper.NAME, marks=pytest.mark.engine),
    pytest.param(openai_whisper.NAME, marks=[pytest.mark.engine, needs_openai_whisper]),
)


def missing(what: str) -> NoReturn:
    """Skip a test for want of something; fail where everything should be there."""
    if _EVERYTHING:
        pytest.fail(what)
    pytest.skip(what)
