"""What is particular to faster-whisper."""

import pytest

from mediakit.engines.demo import demo_models
from mediakit.engines.registry import load
from tests.fakes.program import read_nothing


@pytest.mark.engine
def test_a_graphics_card_that_does_not_work_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A card without its libraries is common: the processor does the work."""
    import ctranslate2

    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")

    assert "cpu" == load(demo_models()[0], threads=1, read=read_nothing).device
