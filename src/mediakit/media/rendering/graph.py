"""What ffmpeg is asked for a part of a film: pictures, words and sound as one graph.

Whatever the source is made of, what comes out has the canvas's size, frame rate and
colours, square pixels, and its sound tracks in stereo. All names in the graph but the
source's are our own, in the folder that ffmpeg runs in.
"""

import shutil
from pathlib import Path
from typing import Any

from mediakit.media.cutting.reencode import WITHOUT_NOTES
from mediakit.media.rendering import lettering
from mediakit.media.rendering.covering import Covering, with_ambience, with_covers
from mediakit.media.rendering.drawing import ENTRANCE, Drawing, draw_band, draw_ground
from mediakit.media.rendering.film import (
    SAMPLE_RATE,
    Canvas,
    Card,
    CardKind,
    Part,
    Shot,
    frames_of,
)
from mediakit.media.rendering.filmed import filmed
from mediakit.media.rendering.footage import examine
from mediakit.media.rendering.heard import heard_in
from mediakit.media.rendering.layout import banner_box

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

    frames = frames_of(part, canvas)
    footage = examine(part.source, part.span) if isinstance(part, Shot) else None
    if isinstance(part, Shot) and part.is_seen and footage and footage.has_pictures:
        pictures = filmed(part.source, footage, canvas, cores, part.blurred)
    else:
        kind = part.kind if isinstance(part, Card) else CardKind.PLAIN
        pictures = _standing(draw_ground(kind, canvas), canvas, folder)
    covering = [
        Covering(cover, examine(cover.source, cover.span), cores)
        for cover in part.covers
    ]
    pictures = with_covers(pictures, covering, canvas)
    if isinstance(part, Shot):
        pictures = _with_bands(pictures, part, canvas, folder)
    pictures = _with_words(pictures, part, canvas, folder)
    pictures = pictures.filter("trim", end_frame=frames).filter("setparams", **_COLOURS)
    heard = [
        _faded(with_ambience(sound, covering, canvas), part, canvas)
        for sound in heard_in(part, footage, canvas, cores)
    ]
    pictures = _fading(pictures, part, canvas)
    return ffmpeg.output(pictures, *heard, "pipe:1", **_writing(canvas, cores))


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


def _fading(pictures: Any, part: Part, canvas: Canvas) -> Any:
    frames, count = frames_of(part, canvas), _fade(part, canvas)
    if not count:
        return pictures
    return pictures.filter("fade", type="in", nb_frames=count).filter(
        "fade", type="out", start_frame=frames - count, nb_frames=count
    )


def _faded(sound: Any, part: Part, canvas: Canvas) -> Any:
    """Return *sound* as long as the part, coming and going with it."""
    count, length = _fade(part, canvas), canvas.samples(frames_of(part, canvas))
    samples = canvas.samples(count)
    if not count and isinstance(part, Shot):
        samples = min(part.edge * SAMPLE_RATE // 1000, length // 2)
    if samples:
        sound = sound.filter("afade", type="in", nb_samples=samples).filter(
            "afade", type="out", start_sample=length - samples, nb_samples=samples
        )
    # never a sample too few: what is too much is left out when segments are joined
    return sound.filter("apad").filter("atrim", end_sample=length + 1)


def _fade(part: Part, canvas: Canvas) -> int:
    """Return over how many frames a part comes and goes."""
    frames = frames_of(part, canvas)
    return min(canvas.frames(part.fade), frames // 2) if part.fade else 0


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
