"""Cut a video clip: exact to the frame, its sound to the sample.

Everything between the two times is decoded and written again. Times are taken
from the file itself, counted from its beginning, and given to ffmpeg as whole
ticks: its own arithmetic with ``-ss`` rounds, and some versions lose up to 23 ms
of AAC sound at the front.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from mediakit.errors.excerpts import NothingToCut
from mediakit.machine import threads
from mediakit.media.containers import FORMATS
from mediakit.media.cutting.gain import PEAK
from mediakit.media.cutting.nal import SEI
from mediakit.media.cutting.plan import (
    RUN_UP,
    TICKS,
    Plan,
    Track,
    has_pictures,
    plan_cut,
)
from mediakit.media.ffmpeg import PROTOCOLS, Ffmpeg, file_url, frames_written, running
from mediakit.media.sound import LAYOUTS
from mediakit.model.timecode import TimeRange

SUFFIX = ".mp4"
HOW = "re-encoded"

WITHOUT_NOTES = f"filter_units=remove_types={SEI}"
"""What leaves out what encoders note beside the pictures, as how many processors."""

_BITS_A_CHANNEL = 96_000


def encode_video(
    ffmpeg: Ffmpeg,
    source: Path,
    target: Path,
    span: TimeRange,
    *,
    lines: int = 0,
    gain: float = 0.0,
) -> Iterator[int]:
    """Write a range of a video as an MP4; yield the milliseconds done so far.

    The pictures are those whose time lies in ``[start, end)``, each once, at their
    times; the first is shown from the very start. Where pictures stand for long
    (slides, screens), the one standing at the start begins the cut. All sound
    tracks are kept and are exactly as long as *span*, with silence where the source
    has none. Pictures are turned upright. Nothing else of the source goes along.

    Args:
        ffmpeg: The program.
        source: The original.
        target: A file that may be written over; it becomes the cut.
        span: What to cut, from the beginning of the clip.
        lines: The most pixels that the shorter side of the pictures may have; 0 for
            as many as there are.
        gain: Decibels that the sound is made louder.

    Raises:
        NothingToCut: No picture lies in *span*.
        FfmpegFailed: Ffmpeg failed or took far too long.
        WriteFailed: There is no room for the cut.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    plan = plan_cut(source, span)
    arguments = _arguments(ffmpeg.path, source, target, plan, lines, gain)
    limit = 120 + 60 * (span.end / 1000 - plan.seek)
    with running(arguments, source=source, target=target, limit=limit) as process:
        for frames in frames_written(process):
            yield min(span.duration, round(frames * 1000 / plan.rate))
    if not has_pictures(target):
        raise NothingToCut(path=str(source))


# Any, here and below: ffmpeg-python's graphs
def _arguments(
    program: str, source: Path, target: Path, plan: Plan, lines: int, gain: float
) -> list[str]:
    import ffmpeg

    pictures = _pictures(reading_of(source, plan.seek, "an", cores=threads()), plan)
    streams = [_small(pictures, lines) if lines else pictures]
    # sound is read apart: pictures would pile up while they wait for a track that
    # begins late
    heard = reading_of(source, plan.seek, "vn", cores=1)
    sounds = [sound_of(heard, track, plan.start, plan.end) for track in plan.tracks]
    streams += [louder(sound, gain) if gain else sound for sound in sounds]
    output = ffmpeg.output(*streams, file_url(target), **_writing(plan))
    command = [program, "-hide_banner", "-nostdin", "-y", "-copyts"]
    command += ["-loglevel", "warning", "-nostats", "-progress", "pipe:1"]
    return [str(word) for word in output.compile(cmd=command)]


def reading_of(source: Path, seek: int, without: str, *, cores: int) -> Any:
    """Return *source* as an input from second *seek* on, ``vn`` or ``an``."""
    import ffmpeg

    # seeking in AVI loses the first B-frames: not where there is nowhere to go
    place = {"ss": seek, "noaccurate_seek": None} if seek else {}
    return ffmpeg.input(
        file_url(source),
        **place,
        protocol_whitelist=PROTOCOLS,
        format_whitelist=FORMATS,
        threads=cores,
        **{without: None},
    )


def _pictures(clip: Any, plan: Plan) -> Any:
    start = round(plan.start * TICKS)
    first, end = round(plan.picture * TICKS), round(plan.end * TICKS)
    return (
        clip["V:0"]
        .filter("settb", f"1/{TICKS}")
        .filter("trim", start_pts=first, end_pts=end)
        .filter("setpts", f"if(eq(N,0),0,PTS-{start})")
        # pictures of an odd size cannot be written in 4:2:0
        .filter("crop", "trunc(iw/2)*2", "trunc(ih/2)*2")
    )


def _small(pictures: Any, lines: int) -> Any:
    return pictures.filter(
        "scale",
        w=f"if(gt(iw,ih),-2,trunc(min({lines},iw)/2)*2)",
        h=f"if(gt(iw,ih),trunc(min({lines},ih)/2)*2,-2)",
    )


def louder(sound: Any, gain: float) -> Any:
    """Return *sound* louder by so many decibels; what would be too loud is held."""
    return sound.filter("volume", f"{gain}dB").filter(
        "alimiter", limit=PEAK, level=0, latency=1
    )


def sound_of(clip: Any, track: Track, start: Fraction, end: Fraction) -> Any:
    """Return a track between two times, with silence where it has none."""
    if track.is_silent:
        return _silence(track, round((end - start) * track.rate))
    first, last = round(start * track.rate), round(end * track.rate)
    before = max(0, first - RUN_UP * track.rate)
    return (
        clip[f"a:{track.number}"]
        .filter("aresample", track.rate)
        .filter("aformat", channel_layouts=track.layout)
        # silence before the track's beginning and in its holes
        .filter("aresample", **{"async": 1}, min_hard_comp=0.01, first_pts=before)
        .filter("apad")
        .filter("atrim", start_pts=first, end_pts=last)
        .filter("asetpts", f"PTS-{first}")
    )


def _silence(track: Track, length: int) -> Any:
    import ffmpeg

    form = f"sample_rate={track.rate}:channel_layout={track.layout}"
    # two that are the same in all would be taken for one, which can be heard once
    source = f"anullsrc={form}:nb_samples={1024 + track.number}"
    quiet = ffmpeg.input(source, f="lavfi")
    return quiet["a:0"].filter("atrim", end_sample=length)


def _writing(plan: Plan) -> dict[str, Any]:
    length = float(plan.end - plan.start)
    options: dict[str, Any] = {
        "format": "mp4",
        "movflags": "+faststart",
        "c:v": "libx264",
        "preset": "veryfast",
        "crf": 20,
        "pix_fmt": "yuv420p",
        "fps_mode": "passthrough",
        "enc_time_base:v": f"1:{TICKS}",
        # the last picture stands until the end, no longer: the muxer asks only the
        # last packets how long they last, and which those are is not known here
        "bsf:v": f"{WITHOUT_NOTES},setts=pts=PTS:dts=DTS:duration={length}/TB-PTS",
        # closed captions may tell what is said outside the cut
        "a53cc": 0,
        "c:a": "aac",
        "threads": threads(),
        "map_metadata": -1,
        "map_chapters": -1,
        "fflags": "+bitexact",
        "flags": "+bitexact",
    }
    for number, track in enumerate(plan.tracks):
        channels = LAYOUTS.index(track.layout) + 1
        options[f"b:a:{number}"] = _BITS_A_CHANNEL * channels
        if track.language:
            options[f"metadata:s:a:{number}"] = f"language={track.language}"
    return options
