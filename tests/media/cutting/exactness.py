"""What an exact cut is, and what decoders say of it."""

import math
import subprocess
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av

from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, heard, noise, offset, picture_numbers
from tests.media.programs import Program

MILLISECOND = Fraction(1, 1000)

# the file's own times: ffmpeg would round them, and complain of what comes of that
_AS_IT_IS = ("-fps_mode", "passthrough", "-enc_time_base:v", "1:360000")


def assert_exact(recipe: Recipe, span: TimeRange, made: Path) -> None:
    """Compare a cut with what *recipe* says lies in *span*."""
    start, end = span.start * MILLISECOND, span.end * MILLISECOND
    expected = [
        (number, max(Fraction(0), time - start))
        for number, time in enumerate(_shown(recipe))
        if start <= time < end
    ]
    found = picture_numbers(made)
    assert [number for number, _ in expected] == [number for number, _ in found]
    assert found[0][1] == 0
    for (_, wanted), (_, time) in list(zip(expected, found, strict=True))[1:]:
        assert abs(wanted - time) <= MILLISECOND / 2
    with av.open(str(made)) as container:
        lengths = [
            (stream.duration or 0) * (stream.time_base or 0)
            for stream in container.streams
        ]
    assert len(lengths) == 1 + len(recipe.tracks)
    assert all(abs(length - (end - start)) < MILLISECOND / 10 for length in lengths)
    for number, track in enumerate(recipe.tracks):
        samples, rate = heard(made, number)
        truth = noise(number, track.rate, recipe.seconds, samples.shape[1])
        place = offset(samples[:, 0], truth[:, 0])
        assert abs(Fraction(place, rate) - start) <= MILLISECOND


def _shown(recipe: Recipe) -> Sequence[Fraction]:
    """Return when pictures show by the clock of the file, in seconds."""
    times = recipe.picture_times()
    if recipe.suffix in {".mkv", ".webm"}:
        return [
            math.floor(time * 1000 + Fraction(1, 2)) * MILLISECOND for time in times
        ]
    return times


def complaints(program: Program, made: Path) -> str:
    """Return what an ffmpeg says while it decodes all of a file."""
    command = [program().path, "-hide_banner", "-nostdin", "-v", "warning"]
    done = subprocess.run(
        [*command, "-i", made, *_AS_IT_IS, "-f", "null", "-"],
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stderr
