"""A cut with louder sound, or smaller pictures: nothing else of it changes."""

from pathlib import Path

import av
import numpy as np
import pytest

from mediakit.media.cutting import copying, reencode
from mediakit.media.cutting.gain import PEAK, with_gain
from mediakit.media.cutting.video import Manner, cut_video
from mediakit.model.timecode import TimeRange
from tests.media.barcode import clip, picture_numbers
from tests.media.cutting.exactness import complaints
from tests.media.cutting.recipes import PLAIN
from tests.media.programs import bundled

pytestmark = pytest.mark.ffmpeg

SPAN = TimeRange(1310, 2477)


def test_pictures_are_copied_where_only_sound_changes(tmp_path: Path) -> None:
    """Every packet of them is the one that it is without."""
    plain = cut(tmp_path / "plain.mp4")

    how, path = cut(tmp_path / "louder.mp4", gain=6.0)

    assert copying.HOW == how == plain[0]
    assert packets(plain[1]) == packets(path)
    assert not complaints(bundled, path)


@pytest.mark.parametrize("manner", [Manner.EXACT, Manner.REENCODE])
def test_sound_is_louder_and_as_long(manner: Manner, tmp_path: Path) -> None:
    """By so many decibels, and no sample more or less."""
    before = samples(cut(tmp_path / "plain.mp4", manner)[1])

    after = samples(cut(tmp_path / "softer.mp4", manner, gain=-6.0)[1])

    # a copy begins with a packet that only prepares what follows
    assert abs(before.shape[1] - after.shape[1]) <= 1024
    assert 10 ** (-6 / 20) == pytest.approx(loud(after) / loud(before), rel=0.05)


def test_nothing_is_torn() -> None:
    """What would be too loud is held down, and as much comes out as went in."""
    time = np.arange(96_000, dtype="f4")[:, None] / 48_000
    tone = (0.9 * np.sin(2 * np.pi * 440 * time)).astype("f4")

    louder = np.concatenate([*with_gain(np.split(tone, 10), 48_000, "mono", 20)])

    assert tone.shape == louder.shape
    assert PEAK >= np.abs(louder).max() - 0.001


@pytest.mark.parametrize(("lines", "size"), [(0, None), (60, 60), (4000, None)])
def test_pictures_are_no_larger_than_asked(
    lines: int, size: int | None, tmp_path: Path
) -> None:
    """Their shorter side; they are never made larger."""
    with av.open(str(clip(PLAIN))) as container:
        video = container.streams.video[0]
        shorter = size or min(video.width, video.height)

    how, path = cut(tmp_path / "small.mp4", Manner.REENCODE, lines=lines)

    assert reencode.HOW == how
    with av.open(str(path)) as container:
        video = container.streams.video[0]
        assert shorter == min(video.width, video.height)
    assert picture_numbers(path) if size is None else True


def cut(
    target: Path, manner: Manner = Manner.EXACT, *, lines: int = 0, gain: float = 0.0
) -> tuple[str, Path]:
    """Cut the plain clip; return how that was done, and the file."""
    steps = cut_video(
        *(bundled(), clip(PLAIN), target, SPAN, manner), lines=lines, gain=gain
    )
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return str(end.value), target


def packets(path: Path) -> list[tuple[int | None, bytes]]:
    """Return the pictures of a file, as they are stored."""
    with av.open(str(path)) as container:
        return [(one.pts, bytes(one)) for one in container.demux(video=0) if one.size]


def samples(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Return what is heard in a file."""
    with av.open(str(path)) as container:
        frames = [one.to_ndarray() for one in container.decode(audio=0)]
    return np.concatenate(frames, axis=1).astype(np.float32)


def loud(heard: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> float:
    """Return how loud something is, as the root of its mean square."""
    return float(np.sqrt((heard**2).mean()))
