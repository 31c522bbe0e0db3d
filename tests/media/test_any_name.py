"""Files of any name: never options, patterns, addresses, or lists of other files.

Every function of `mediakit.media` that is given a path is in a table here; one that is
new is missed by the first test until it is added.
"""

import importlib
import inspect
import pkgutil
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from mediakit import media
from mediakit.errors.media import MediaIsPlaylist
from mediakit.media.cutting.conforming import Frames, conform_video, is_shown_at
from mediakit.media.cutting.copying import copy_video
from mediakit.media.cutting.dubbing import dub
from mediakit.media.cutting.keyframes import copy_keyframes, keyframe_range
from mediakit.media.cutting.plan import (
    has_pictures,
    languages_heard,
    plan_cut,
    standing_since,
)
from mediakit.media.cutting.reencode import encode_video
from mediakit.media.cutting.sound import FORMATS, cut_sound
from mediakit.media.cutting.video import cut_video
from mediakit.media.pauses import snap
from mediakit.media.preparing.hearing import hear
from mediakit.media.preparing.looking import look_through
from mediakit.media.preparing.proxy import make_proxy
from mediakit.media.preparing.stills import first_picture, last_picture
from mediakit.media.preparing.thumbnail import thumbnail
from mediakit.media.probe import probe
from mediakit.media.rendering.film import Canvas, Shot
from mediakit.media.rendering.joining import Segment, join
from mediakit.media.rendering.loudness import measure
from mediakit.media.rendering.one_sound import write_sound
from mediakit.media.rendering.segment import encode_part
from mediakit.media.rendering.stereo import stereo
from mediakit.media.rendering.takes import TimedTake, write_takes
from mediakit.media.rendering.voiceover import Mix, Spoken, mix_voiceover, spoken_in
from mediakit.media.sound import decode, listen
from mediakit.model.media import VideoStream
from mediakit.model.timecode import TimeRange
from tests.media.barcode import Recipe, clip
from tests.media.programs import bundled

pytestmark = [
    pytest.mark.ffmpeg,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names"),
]

NAMES = (
    "-y%03d.mp4",
    "http:a|b'c\"d\ne.mp4",
    "concat:[x],;=\\:#é.mp4",
    "file:%d",
    "data:video;base64,x",
    "pipe:1",
    "async:cache:x?y&z*.mp4",
)
SPAN = TimeRange(1000, 1500)
FRAMES = Frames(rate=Fraction(25), first=25, count=12, until=Fraction(2))
CANVAS = Canvas(64, 32, Fraction(25))
LENGTH = 4000


def pictures_of(source: Path) -> VideoStream:
    """Return what a recording shows; what is none is said to show the same."""
    shown = probe(clip(Recipe())).video
    assert shown is not None
    return shown


def join_one(source: Path, target: Path) -> None:
    """Make a film of one part."""
    part = target.with_suffix(".part")
    try:
        encode_part(bundled(), Shot(source=source, sha256="0", span=SPAN), CANVAS, part)
        list(join([Segment(part, CANVAS.frames(SPAN.duration))], CANVAS, target))
    finally:
        part.unlink(missing_ok=True)


def mix_one(source: Path, target: Path) -> None:
    """Make a sound of a recording that is heard over itself."""
    mix = Mix(source, SPAN, source, Spoken((SPAN,)))
    list(mix_voiceover(bundled(), mix, target, to=FORMATS["m4a"]))


READING: dict[str, Callable[[Path], object]] = {
    "pauses.snap": lambda path: snap(path, SPAN, LENGTH),
    "cutting.conforming.is_shown_at": lambda path: is_shown_at(path, 1000),
    "cutting.keyframes.keyframe_range": lambda path: keyframe_range(path, SPAN),
    "cutting.plan.has_pictures": has_pictures,
    "cutting.plan.languages_heard": languages_heard,
    "cutting.plan.plan_cut": lambda path: plan_cut(path, SPAN),
    "cutting.plan.standing_since": lambda path: standing_since(path, SPAN),
    "preparing.hearing.hear": lambda path: hear(path, LENGTH),
    "preparing.stills.first_picture": lambda path: first_picture(path, SPAN),
    "preparing.stills.last_picture": lambda path: last_picture(path, SPAN),
    "preparing.looking.look_through": lambda path: look_through(path, LENGTH),
    "preparing.thumbnail.thumbnail": thumbnail,
    "probe.probe": probe,
    "rendering.stereo.stereo": lambda path: list(stereo(path, SPAN)),
    "rendering.voiceover.spoken_in": lambda path: spoken_in(path, LENGTH),
    "rendering.loudness.measure": lambda path: measure(path, SPAN),
    "sound.decode": lambda path: decode(path, SPAN),
    "sound.listen": lambda path: list(listen(path, SPAN)),
}
WRITING: dict[str, Callable[[Path, Path], object]] = {
    "cutting.conforming.conform_video": lambda source, target: list(
        conform_video(bundled(), source, target, FRAMES)
    ),
    "cutting.copying.copy_video": lambda source, target: list(
        copy_video(source, target, SPAN)
    ),
    "cutting.dubbing.dub": lambda source, target: list(dub(source, source, target)),
    "cutting.keyframes.copy_keyframes": lambda source, target: list(
        copy_keyframes(source, target, SPAN)
    ),
    "cutting.reencode.encode_video": lambda source, target: list(
        encode_video(bundled(), source, target, SPAN)
    ),
    "cutting.sound.cut_sound": lambda source, target: list(
        cut_sound(bundled(), source, target, SPAN, to=FORMATS["m4a"])
    ),
    "cutting.video.cut_video": lambda source, target: list(
        cut_video(bundled(), source, target, SPAN)
    ),
    "preparing.proxy.make_proxy": lambda source, target: make_proxy(
        bundled(), source, target, pictures_of(source), LENGTH
    ),
    "rendering.segment.encode_part": lambda source, target: encode_part(
        bundled(), Shot(source=source, sha256="0", span=SPAN), CANVAS, target
    ),
    "rendering.joining.join": join_one,
    "rendering.one_sound.write_sound": lambda source, target: list(
        write_sound(bundled(), [Shot(source=source, sha256="0", span=SPAN)], target)
    ),
    "rendering.takes.write_takes": lambda source, target: write_takes(
        [TimedTake(source, SPAN.duration, 0)], target
    ),
    "rendering.voiceover.mix_voiceover": mix_one,
}
# parts of those above, or nothing to do with recordings
WITHIN = {
    "child.child",
    "containers.open_file",
    # cuts that were just made
    "cutting.conforming.put_clock",
    "cutting.conforming.put_time",
    "cutting.copied_sound.copied_sound",
    "cutting.copied_sound.whole_packets",
    "cutting.encoded_sound.encoded_sound",
    "cutting.mp4.created",
    "cutting.mp4.write",
    "cutting.plan.opened",
    "cutting.plan.plan_within",
    "cutting.reel.threaded",
    "cutting.reencode.reading_of",
    "cutting.sound_strand.sound_strands",
    "cutting.verify.verify",
    "cutting.video.held_range",
    "ffmpeg.file_url",
    "ffmpeg.running",
    "preparing.faces.find_faces",
    "preparing.frames.opened",
    "rendering.filmed.filmed",
    "rendering.footage.examine",
    "rendering.graph.graph",
    "rendering.segment_cache.forget_segments",
    "rendering.segment_cache.mark_used",
    "rendering.segment_cache.segment_path",
    "rendering.segment_cache.shrink",
    "sound.reading",
}


def test_no_function_that_is_given_a_path_is_forgotten() -> None:
    """Whoever adds one adds it to a table of this file."""
    assert set(_given_a_path()) - {*READING, *WRITING} <= WITHIN
    assert {*READING, *WRITING} <= set(_given_a_path())


@pytest.mark.parametrize("name", NAMES, ids=repr)
@pytest.mark.parametrize("function", READING)
def test_a_file_of_any_name_is_read(
    function: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named without its folder too, as people type it."""
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(clip(Recipe()), name)

    READING[function](Path(name))

    assert [name] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("name", NAMES[:3], ids=repr)
@pytest.mark.parametrize("function", WRITING)
def test_a_file_of_any_name_is_read_and_written(
    function: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder of such a name; exactly that file is there afterwards."""
    source, target = Path(name, name), Path(name, f"{name} cut.mp4")
    folder = tmp_path / name
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(clip(Recipe()), source)

    WRITING[function](source, target)

    assert {source.name, target.name} == {path.name for path in folder.iterdir()}
    assert [name] == [path.name for path in tmp_path.iterdir()]
    assert 0 < target.stat().st_size


@pytest.mark.parametrize("function", [*READING, *WRITING])
def test_a_list_that_took_the_place_of_a_recording_leads_nowhere(
    function: str, tmp_path: Path
) -> None:
    """It is told to be one, and what it points to is not asked for."""
    original, target = tmp_path / "interview.mp4", tmp_path / "cut.mp4"
    use = READING.get(function) or (lambda path: WRITING[function](path, target))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        port = listener.getsockname()[1]
        original.write_text(f"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:{port}/x.ts\n")

        with pytest.raises(MediaIsPlaylist):
            use(original)

        with pytest.raises(BlockingIOError):
            listener.accept()


def _given_a_path() -> Iterator[str]:
    """Yield the public functions of `mediakit.media` that take a path, by name."""
    prefix = f"{media.__name__}."
    for found in pkgutil.walk_packages(media.__path__, prefix):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            hints = map(str, inspect.get_annotations(function).values())
            if own and any("Path" in hint for hint in hints):
                yield f"{module.__name__.removeprefix(prefix)}.{name}"
