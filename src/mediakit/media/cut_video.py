"""Cut a video clip: exact to the frame, its sound to the sample.

Everything between the two times is decoded and written again. Times are taken
from the file itself, counted from its beginning, and given to ffmpeg as whole
ticks: its own arithmetic with ``-ss`` rounds, and some versions lose up to 23 ms
of AAC sound at the front.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mediakit.errors import NothingToCut
from mediakit.media.containers import FORMATS
from mediakit.media.cut_plan import RUN_UP, Plan, Track, has_pictures, plan_cut
from mediakit.media.ffmpeg import PROTOCOLS, Ffmpeg, file_url, frames_written, running
from mediakit.media.sound import LAYOUTS
from mediakit.model.timecode import TimeRange
from mediakit.settings import threads

SUFFIX = ".mp4"
HOW = "re-encoded"

# a frame of 24, 25, 30, 50 and 60 frames a second, of 1000/1001 of these, and the
# ticks of MPEG (1/90000) and QuickTime (1/600) are all a whole number of these
_TICKS = 360_000

_BITS_A_CHANNEL = 96_000


def cut_video(
    ffmpeg: Ffmpeg, source: Path, target: Path, span: TimeRange
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

    Raises:
        NothingToCut: No picture lies in *span*.
        FfmpegFailed: Ffmpeg failed or took far too long.
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    plan = plan_cut(source, span)
    arguments = _arguments(ffmpeg.path, source, target, plan)
    limit = 120 + 60 * (span.end / 1000 - plan.seek)
    with running(arguments, source=source, limit=limit) as process:
        for frames in frames_written(process):
            yield min(span.duration, round(frames * 1000 / plan.rate))
    if not has_pictures(target):
        raise NothingToCut(path=str(source))


# Any, here and below: ffmpeg-python's graphs
def _arguments(program: str, source: Path, target: Path, plan: Plan) -> list[str]:
    import ffmpeg

    streams = [_pictures(_source(source, plan, "an"), plan)]
    # sound is read apart: pictures would pile up while they wait for a track that
    # begins late
    heard = _source(source, plan, "vn")
    streams += [
        _silence(track, plan) if track.is_silent else _sound(heard, plan, track)
        for track in plan.tracks
    ]
    output = ffmpeg.output(*streams, file_url(target), **_writing(plan))
    command = [program, "-hide_banner", "-nostdin", "-y", "-copyts"]
    command += ["-loglevel", "warning", "-nostats", "-progress", "pipe:1"]
    return [str(word) for word in output.compile(cmd=command)]


def _source(source: Path, plan: Plan, without: str) -> Any:
    import ffmpeg

    return ffmpeg.input(
        file_url(source),
        ss=plan.seek,
        noaccurate_seek=None,
        protocol_whitelist=PROTOCOLS,
        format_whitelist=FORMATS,
        threads=threads(),
        **{without: None},
    )


def _pictures(clip: Any, plan: Plan) -> Any:
    start = round(plan.start * _TICKS)
    first, end = round(plan.picture * _TICKS), round(plan.end * _TICKS)
    return (
        clip["V:0"]
        .filter("settb", f"1/{_TICKS}")
        .filter("trim", start_pts=first, end_pts=end)
        .filter("setpts", f"if(eq(N,0),0,PTS-{start})")
        # pictures of an odd size cannot be written in 4:2:0
        .filter("crop", "trunc(iw/2)*2", "trunc(ih/2)*2")
    )


def _sound(clip: Any, plan: Plan, track: Track) -> Any:
    start, end = round(plan.start * track.rate), round(plan.end * track.rate)
    before = max(0, start - RUN_UP * track.rate)
    return (
        clip[f"a:{track.number}"]
        .filter("aresample", track.rate)
        .filter("aformat", channel_layouts=track.layout)
        # silence before the track's beginning and in its holes
        .filter("aresample", **{"async": 1}, min_hard_comp=0.01, first_pts=before)
        .filter("apad")
        .filter("atrim", start_pts=start, end_pts=end)
        .filter("asetpts", f"PTS-{start}")
    )


def _silence(track: Track, plan: Plan) -> Any:
    import ffmpeg

    length = round((plan.end - plan.start) * track.rate)
    quiet = ffmpeg.input(
        f"anullsrc=sample_rate={track.rate}:channel_layout={track.layout}", f="lavfi"
    )
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
        "enc_time_base:v": f"1:{_TICKS}",
        # the last picture stands until the end, no longer: the muxer asks only the
        # last packets how long they last, and which those are is not known here
        "bsf:v": f"setts=pts=PTS:dts=DTS:duration={length}/TB-PTS",
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
