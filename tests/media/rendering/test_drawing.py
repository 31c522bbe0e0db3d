"""What MoviePy draws: one picture a card, a few small ones a band."""

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from mediakit.media.rendering.drawing import ENTRANCE, draw_band, draw_ground
from mediakit.media.rendering.film import Banner, BannerKind, Canvas, CardKind, Line

CANVAS = Canvas(320, 180, Fraction(25))


def test_grounds_tell_cards_apart() -> None:
    """Each kind of card, and a sound bite, looks different; each is one picture."""
    grounds = [draw_ground(kind, CANVAS) for kind in CardKind]

    assert {320 * 180 * 3} == {len(ground.content) for ground in grounds}
    assert len(CardKind) == len({ground.content for ground in grounds})


@pytest.mark.parametrize(("text", "edge"), [("Awa", 0), ("مريم", -1)])
def test_names_slide_in_from_where_they_begin(text: str, edge: int) -> None:
    """Only the band, only while it moves; it ends at the edge of the picture."""
    banner = Banner(BannerKind.NAME, Line(0, 4000, text))

    band = draw_band(banner, CANVAS)

    assert band.width * band.height < 320 * 180 / 8
    frames = np.frombuffer(band.content, np.uint8)
    frames = frames.reshape(-1, band.height, band.width, 4)
    assert int(ENTRANCE * 25) + 2 == len(frames)
    opaque = frames[..., 3].sum(axis=(1, 2)).astype(int)
    assert 0 == opaque[0]
    assert all(opaque[:-2] < opaque[1:-1])
    assert 255 == frames[-1, 0, edge, 3]


def test_loading_moviepy_starts_and_reads_nothing(tmp_path: Path) -> None:
    """No ffplay that happens to be there is run, and the environment stays."""
    told = tmp_path / "told"
    for name in ("ffplay", "ffmpeg"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho ran >> '{told}'\n")
        program.chmod(0o700)
    code = (
        "import os; before = dict(os.environ)\n"
        "from mediakit.media.rendering.drawing import _load_moviepy\n"
        "_load_moviepy(); assert before == dict(os.environ)"
    )

    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env={**os.environ, "PATH": str(tmp_path), "FFPLAY_BINARY": "ffplay"},
    )

    assert not told.exists()
