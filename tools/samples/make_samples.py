"""Make the sample clips of the repository's own library.

    python -m tools.samples.make_samples tools/samples/out

needs espeak-ng for the voices; the pictures are drawn with MoviePy. With the same
versions of both it makes the same files again, provided that it makes them all:
what espeak-ng said before changes a little how it says the next sentence.
"""

import argparse
import subprocess
import tempfile
import wave
from collections.abc import Iterable
from pathlib import Path

import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

from tools.samples.manifest import Picture, Sample, read_manifest
from tools.samples.pictures import picture
from tools.speech.espeak import RATE, say

_LEAD_IN = 0.6
_ROOM_NOISE = 14.0
_REPEATABLE = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact")
_SOUND_CODECS = {
    ".mp3": ("-ar", "44100", "-c:a", "libmp3lame", "-b:a", "64k"),
    ".m4a": ("-ar", "44100", "-c:a", "aac", "-b:a", "64k"),
    ".wav": ("-ar", "16000", "-c:a", "pcm_s16le"),
    ".opus": ("-ar", "48000", "-c:a", "libopus", "-b:a", "32k"),
    ".mp4": ("-ar", "48000", "-c:a", "aac", "-b:a", "80k"),
}
_VIDEO_CODEC = ("-c:v", "libx264", "-preset", "slow", "-crf", "25", "-threads", "1")


def make(sample: Sample, folder: Path) -> Path:
    """Make one clip and return its path."""
    made = folder / sample.file
    sound = spoken(sample)
    with tempfile.TemporaryDirectory() as scratch:
        heard = Path(scratch) / "sound.wav"
        _write_wave(heard, sound)
        if sample.picture is None:
            codec = _SOUND_CODECS[made.suffix]
            _ffmpeg("-i", str(heard), *codec, *_REPEATABLE, str(made))
        else:
            _make_video(sample.picture, heard, len(sound) / RATE, made)
    return made


def spoken(sample: Sample) -> NDArray[np.int16]:
    """Return everything said in a clip, in a quiet room."""
    pieces: list[NDArray[np.float64]] = [np.zeros(int(_LEAD_IN * RATE))]
    pauses = iter(sample.pauses)
    for turn in sample.turns:
        for text in turn.sentences:
            pieces.append(0.8 * say(text, turn.voice).samples.astype(np.float64))
            pieces.append(np.zeros(int(next(pauses) * RATE)))
    quiet = np.concatenate(pieces)
    noise = np.random.default_rng(len(quiet)).normal(0, _ROOM_NOISE, len(quiet))
    return np.round(np.clip(quiet + noise, -32768, 32767)).astype(np.int16)


def main() -> None:
    """Read the command line and make every clip."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[], metavar="FILE")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for sample in read_manifest():
        if not options.only or sample.file in options.only:
            made = make(sample, options.folder)
            print(f"{made.stat().st_size:9,d}  {made}", flush=True)


def _make_video(look: Picture, sound: Path, seconds: float, made: Path) -> None:
    """Draw the frames into ffmpeg, which keeps the frame rate as an exact fraction."""
    clip = picture(
        look.scene, look.headline, look.place, seconds, upright=look.upright_phone
    )
    plain = made.with_suffix(".plain.mp4") if look.upright_phone else made
    width, height = clip.size
    # A phone held upright stores a lying picture, and how to turn it.
    turned = ("-vf", "transpose=cclock") if look.upright_phone else ()
    raw = ("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}")
    _ffmpeg(
        *(*raw, "-r", str(look.frame_rate), "-i", "-", "-i", str(sound), *turned),
        *(*_VIDEO_CODEC, "-pix_fmt", "yuv420p", *_SOUND_CODECS[".mp4"], "-shortest"),
        *("-movflags", "+faststart", *_REPEATABLE, str(plain)),
        frames=(frame.tobytes() for frame in clip.iter_frames(float(look.frame_rate))),
    )
    if look.upright_phone:
        turn = ("-display_rotation:v:0", "270", "-i", str(plain), "-c", "copy")
        _ffmpeg(*turn, "-movflags", "+faststart", *_REPEATABLE, str(made))
        plain.unlink()


def _write_wave(path: Path, samples: NDArray[np.int16]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.astype("<i2").tobytes())


def _ffmpeg(*arguments: str, frames: Iterable[bytes] = ()) -> None:
    program = imageio_ffmpeg.get_ffmpeg_exe()
    command = [program, "-v", "error", "-y", *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as running:
        assert running.stdin is not None
        for frame in frames:
            running.stdin.write(frame)
        running.stdin.close()
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)


if __name__ == "__main__":
    main()
