"""Listening in a process of its own: what ends that ends nothing else."""

import os
import signal
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from mediakit.engines.base import Engine, Heard, Options, Samples
from mediakit.errors.base import MediakitError
from mediakit.errors.engines import EngineFailed, ModelUnusable
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.workflows.hear_apart import hear_apart
from mediakit.workflows.hear_portions import Found, News, Over, Portion, Ready
from tests.fakes.engine import FakeEngine
from tests.media_files import sound

pytestmark = pytest.mark.ffmpeg


class _Crashing(FakeEngine):
    """An engine that takes its process down, and one that raises what it should not."""

    def transcribe(self, sound: Iterable[Samples], options: Options) -> Heard:
        """Listen like the fake engine, unless it is asked for what it cannot do."""
        if options.prompt == "crash":
            os.kill(os.getpid(), signal.SIGTERM)
        if options.prompt == "odd":
            raise KeyError("odd")
        return super().transcribe(sound, options)


def load(crash: bool = False, error: MediakitError | None = None) -> Engine:
    """Load the engine, or crash, or refuse."""
    if crash:
        os.kill(os.getpid(), signal.SIGTERM)
    if error:
        raise error
    return _Crashing()


@pytest.fixture
def recording() -> Path:
    """Return a recording of a second."""
    return sound(".wav")


def _portion(path: Path | None, prompt: str = "") -> Portion:
    options = Options(languages=("fr",), prompt=prompt)
    return Portion(path, TimeRange(0, 1000), options)


def _shape(news: Iterable[News]) -> list[object]:
    return [
        one.error.code if isinstance(one, Over) and one.error else type(one)
        for one in news
    ]


def test_it_is_ready_once_and_tells_of_each_portion(recording: Path) -> None:
    """One without sound is silent; the others are heard, in another process."""
    portions = [_portion(None), _portion(recording)]

    news = [*hear_apart("fake", load, portions)]

    assert [Ready, Found, Over, Found, Segment, Over] == _shape(news)
    assert Ready("cpu") == news[0]
    assert [Found("fr", None)] * 2 == [one for one in news if isinstance(one, Found)]


def test_what_fails_fails_alone(recording: Path, tmp_path: Path) -> None:
    """A crash, an error nobody foresaw, and a file that is not there."""
    portions = [
        _portion(recording, "odd"),
        _portion(recording, "crash"),
        _portion(tmp_path / "missing.wav"),
        _portion(recording, "crash"),
        _portion(recording),
    ]

    news = [*hear_apart("fake", load, portions)]

    missing = [Found, "read_failed"]
    crashes = ["engine_failed"]
    assert [
        *(Ready, "work_failed", *crashes, *missing, *crashes),
        *(Found, Segment, Over),
    ] == _shape(news)


def test_what_cannot_be_loaded_ends_all(recording: Path) -> None:
    """By its own error; or, if it crashed, as an engine that stopped."""
    error = ModelUnusable(path="model.bin", reason="damaged")

    with pytest.raises(ModelUnusable):
        list(hear_apart("fake", partial(load, error=error), [_portion(recording)]))
    with pytest.raises(EngineFailed):
        list(hear_apart("fake", partial(load, crash=True), [_portion(recording)]))


def test_nothing_to_hear_starts_nothing() -> None:
    """No model is loaded for it."""
    assert [] == list(hear_apart("fake", partial(load, crash=True), []))
