"""What ffmpeg is asked for a part of a film: pictures, words and sound as one graph.

Whatever the source is made of, what comes out has the canvas's size, frame rate and
colours, square pixels, and two channels of sound. All names in the graph but the
source's are our own, in the folder that ffmpeg runs in.
"""

import shutil
from pathlib import Path
from typing import Any

from mediakit.media.cutting.reencode import WITHOUT_NOTES, louder, reading_of, sound_of
from mediakit.media.rendering import lettering
from mediakit.media.rendering.drawing import ENTRANCE, Drawing, draw_band, draw_ground
from mediakit.media.rendering.film import SAMPLE_RATE, Canvas, Card, Part, Shot
from mediakit.media.rendering.footage import Footage, examine
from mediakit.media.rendering.layout import banner_box

# as in cutting: whole numbers of these make the frames of all usual rates
_TICKS = 360_000
_WORDS, _FONTS, _GROUND = "words.ass", "font", "ground.raw"
_LEAVING = 0.3  # seconds over which a band goes
_COLOURS = {
    "range": "tv",
    "color_primaries": "bt709",
    "color_trc": "bt709",
    "colorspace": "bt709",
}


# Any, here and below: ffmpeg-python's graphs
def graph(part: Part, canvas: Canvas, folder: Path, cores: int) -> Any:
    """Return ffmpeg-python's output for a part, through a pipe.

    Args:
        part: What is shown.
        canvas: On what.
        folder: Where ffmpeg will run; what it reads beside the source is put there.
        cores: How many processors it may use.

    Raises:
        ReadFailed: The source cannot be read, or is no recording (see `open_media`).
    """
    import ffmpeg

    frames = canvas.frames(part.duration)
    footage = examine(part) if isinstance(part, Shot) else None
    if isinstance(part, Shot) and footage is not None and footage.has_pictures:
        pictures = _filmed(part, footage, canvas, cores)
    else:
        kind = part.kind if isinstance(part, Card) else None
        pictures = _standing(draw_ground(kind, canvas), canvas, folder)
    if isinstance(part, Shot):
        pictures = _with_bands(pictures, part, canvas, folder)
    pictures = _with_words(pictures, part, canvas, folder)
    pictures = pictures.filter("trim", end_frame=frames).filter("setparams", **_COLOURS)
    sound = _heard(part, footage, cores)
    if part.fade:
        pictures, sound = _fading(pictures, sound, part, canvas)
    # never a sample too few: what is too much is left out when segments are joined
    length = canvas.samples(frames) + 1
    sound = sound.filter("apad").filter("atrim", end_sample=length)
    return ffmpeg.output(pictures, sound, "pipe:1", **_writing(canvas, cores))


def _filmed(shot: Shot, footage: Footage, canvas: Canvas, cores: int) -> Any:
    width, height = canvas.width, canvas.height
    clip = reading_of(shot.source, footage.seek, "an", cores=cores)
    return (
        clip["V:0"]
        .filter("settb", f"1/{_TICKS}")
        .filter("setpts", f"PTS-{round(footage.start * _TICKS)}")
        .filter("fps", str(canvas.rate))
        # the last picture stands for ever, also if it came before the shot; and the
        # first from the beginning, also if it comes late
        .filter("tpad", stop=-1, stop_mode="clone")
        .filter("fps", str(canvas.rate), start_time=0)
        .filter(
            "scale",
            w=f"max(2,trunc(min({width},{height}*dar)/2)*2)",
            h=f"max(2,trunc(min({height},{width}/dar)/2)*2)",
            in_color_matrix=footage.matrix,
            out_color_matrix="bt709",
            out_range="tv",
        )
        .filter("setsar", 1)
        .filter("format", "yuv420p")
        .filter("pad", width, height, "(ow-iw)/4*2", "(oh-ih)/4*2")
    )


def _standing(ground: Drawing, canvas: Canvas, folder: Path) -> Any:
    return (
        _drawn(ground, canvas, folder / _GROUND)
        .filter("scale", out_color_matrix="bt709", out_range="tv")
        .filter("format", "yuv420p")
        .filter("setsar", 1)
        .filter("loop", loop=-1, size=1)
    )


def _with_bands(pictures: Any, shot: Shot, canvas: Canvas, folder: Path) -> Any:
    for number, banner in enumerate(shot.banners):
        box, line = banner_box(banner, canvas), banner.line
        stands = max(0.0, (line.end - line.start) / 1000 - ENTRANCE)
        band = (
            _drawn(draw_band(banner, canvas), canvas, folder / f"band{number}.raw")
            .filter("tpad", stop_duration=stands, stop_mode="clone")
            .filter("trim", duration=ENTRANCE + stands)
            .filter(
                "fade",
                type="out",
                start_time=max(0.0, ENTRANCE + stands - _LEAVING),
                duration=_LEAVING,
                alpha=1,
            )
            .filter("setpts", f"PTS+{line.start / 1000}/TB")
        )
        pictures = pictures.overlay(band, x=box.left, y=box.top, eof_action="pass")
    return pictures


def _drawn(drawing: Drawing, canvas: Canvas, path: Path) -> Any:
    import ffmpeg

    path.write_bytes(drawing.content)
    return ffmpeg.input(
        path.name,
        format="rawvideo",
        pixel_format=drawing.pixels,
        video_size=(drawing.width, drawing.height),
        framerate=str(canvas.rate),
    )


def _with_words(pictures: Any, part: Part, canvas: Canvas, folder: Path) -> Any:
    words = lettering.script(part, canvas)
    if not words:
        return pictures
    (folder / _WORDS).write_text(words, "utf-8")
    (folder / _FONTS).mkdir()
    shutil.copyfile(lettering.FONT, folder / _FONTS / lettering.FONT.name)
    # plain names in the folder it runs in: paths would need escaping twice
    return pictures.filter("ass", _WORDS, fontsdir=_FONTS, shaping="complex")


def _heard(part: Part, footage: Footage | None, cores: int) -> Any:
    import ffmpeg

    if isinstance(part, Shot) and part.soundtrack:
        sound = reading_of(part.soundtrack.path, 0, "vn", cores=cores)["a:0"]
    elif isinstance(part, Shot) and footage is not None and footage.track is not None:
        clip = reading_of(part.source, footage.seek, "vn", cores=cores)
        sound = sound_of(clip, footage.track, footage.start, footage.end)
    else:
        silence = f"anullsrc=sample_rate={SAMPLE_RATE}:channel_layout=stereo"
        return ffmpeg.input(silence, f="lavfi")["a:0"]
    sound = sound.filter("aresample", SAMPLE_RATE).filter(
        "aformat", sample_fmts="fltp", channel_layouts="stereo"
    )
    if part.gain:
        sound = louder(sound, part.gain)
    return sound


def _fading(pictures: Any, sound: Any, part: Part, canvas: Canvas) -> tuple[Any, Any]:
    frames = canvas.frames(part.duration)
    count = min(canvas.frames(part.fade), frames // 2)
    length, samples = canvas.samples(frames), canvas.samples(count)
    return (
        pictures.filter("fade", type="in", nb_frames=count).filter(
            "fade", type="out", start_frame=frames - count, nb_frames=count
        ),
        sound.filter("afade", type="in", nb_samples=samples).filter(
            "afade", type="out", start_sample=length - samples, nb_samples=samples
        ),
    )


def _writing(canvas: Canvas, cores: int) -> dict[str, Any]:
    return {
        "format": "nut",
        "c:v": "libx264",
        "preset": "veryfast",
        "crf": 20,
        "pix_fmt": "yuv420p",
        "g": canvas.frames(2000),
        # headers that do not depend on what is shown
        "x264-params": "stitchable=1",
        "r": str(canvas.rate),
        "bsf:v": WITHOUT_NOTES,
        # closed captions may tell what is said outside the shot
        "a53cc": 0,
        "c:a": "pcm_s16le",
        "threads": cores,
        "map_metadata": -1,
        "map_chapters": -1,
        "fflags": "+bitexact",
        "flags": "+bitexact",
    }
