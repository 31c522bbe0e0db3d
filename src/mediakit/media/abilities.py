"""What an ffmpeg can do of what mediakit asks of it.

Which libraries it was built with is seen before one is taken (`find_ffmpeg`); single
encoders and filters may be left out all the same, by who builds small ones.
"""

import re
import subprocess
from dataclasses import dataclass

from mediakit.errors.base import Reason, sentence
from mediakit.errors.media import FfmpegLacking, FfmpegMissing
from mediakit.media.ffmpeg import Ffmpeg

CUTTING = sentence("video cannot be cut where it has to be encoded again")
SOUND = sentence("sound bites cannot be made in every format")
RENDERING = sentence("films cannot be made")
PROXIES = sentence("light copies for old laptops cannot be made")

_TIMES = ("apad", "aresample", "atrim", "setpts", "settb", "trim")
# what for: encoders, filters
_NEEDED = (
    (
        CUTTING,
        ("libx264", "aac"),
        (*_TIMES, "aformat", "anullsrc", "asetpts", "crop"),
    ),
    (SOUND, ("aac", "flac", "libmp3lame", "libopus", "pcm_s16le", "pcm_s24le"), ()),
    (
        RENDERING,
        ("libx264", "pcm_s16le"),
        (
            *(*_TIMES, "adelay", "afade", "aformat", "alimiter", "amix", "anullsrc"),
            *("asetrate", "asplit", "ass", "atempo", "boxblur", "fade", "format"),
            *("fps", "loop", "overlay", "pad", "scale", "select", "setparams"),
            *("setsar", "sidechaincompress", "split", "tpad", "volume"),
        ),
    ),
    (PROXIES, ("libx264", "aac"), (*_TIMES, "scale", "setsar")),
)
_ENCODER = re.compile(r"^ [VAS][.A-Z]{5} (\S+)", re.MULTILINE)
_FILTER = re.compile(r"^ [.A-Z]{2,3} (\S+) +\S+->\S+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What an ffmpeg has of what is needed.

    Attributes:
        encoders: FFmpeg's names.
        filters: FFmpeg's names.
        lacking: What will not work for want of others.
    """

    encoders: tuple[str, ...]
    filters: tuple[str, ...]
    lacking: tuple[FfmpegLacking, ...]


def abilities(ffmpeg: Ffmpeg) -> Abilities:
    """Ask a program what it can do.

    Raises:
        FfmpegMissing: It does not answer.
    """
    encoders = set(_ENCODER.findall(_answer(ffmpeg, "-encoders")))
    filters = set(_FILTER.findall(_answer(ffmpeg, "-filters")))
    has = encoders | filters
    wanted = [
        (work, [name for name in (*some, *others) if name not in has])
        for work, some, others in _NEEDED
    ]
    return Abilities(
        encoders=_had(encoders, 1),
        filters=_had(filters, 2),
        lacking=tuple(
            FfmpegLacking(
                path=ffmpeg.path, names=", ".join(absent), reason=Reason(work)
            )
            for work, absent in wanted
            if absent
        ),
    )


def _had(names: set[str], column: int) -> tuple[str, ...]:
    needed = {name for row in _NEEDED for name in row[column]}
    return tuple(sorted(needed & names))


def _answer(ffmpeg: Ffmpeg, question: str) -> str:
    try:
        return subprocess.run(
            [ffmpeg.path, "-hide_banner", question],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=True,
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError) as error:
        reason = Reason(sentence("{path} does not run"), path=ffmpeg.path)
        raise FfmpegMissing(reason=reason) from error
