"""Kdenlive projects, as MLT's own player renders them."""

import contextlib
import json
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from mediakit.model.film import LineKind
from mediakit.model.frame_rate import FrameRate, parse_rate
from mediakit.model.ids import ClipId
from mediakit.model.timeline import Card, Marker, Shot, Timeline, Track, TrackKind
from mediakit.timeline import as_kdenlive
from mediakit.timeline.base import Footage, HandOff
from mediakit.timeline.xml_document import parse
from tests.extras import needs_melt

WIDTH, HEIGHT, FRAMES = 64, 48, 60
# wide enough apart for what is lost between the colours of films and of screens
BLACK, STEP = 16, 3
RATE = parse_rate("25")


@pytest.mark.ffmpeg
@needs_melt
def test_melt_shows_every_frame_of_the_paper(tmp_path: Path) -> None:
    """A project whose files lie beside it, in names that need escaping, is right."""
    media = tmp_path / "média & 100% #1"
    media.mkdir()
    make_counting(media / "a.mp4", "25")
    make_counting(media / "b.mp4", "50")
    project = tmp_path / "film.kdenlive"
    project.write_bytes(as_kdenlive.write(_film()))

    # 10 frames of a from 30, 5 of a card, 8 of b from 40, of which 3 are covered by a
    expected = [*range(30, 40), *[None] * 5, 40, 42, 44, 7, 8, 9, 52, 54]
    assert expected == [None if one < 0 else one for one in _seen(project, tmp_path)]


@pytest.mark.ffmpeg
@needs_melt
@pytest.mark.parametrize("rate", ["23.976", "25", "29.97"])
def test_no_frame_is_seen_that_was_not_chosen(tmp_path: Path, rate: str) -> None:
    """Of recordings with more frames than the film, none before a shot, none after."""
    make_counting(tmp_path / "b.mp4", "50")
    film, length = _film(parse_rate(rate)), 5
    shots = tuple(
        _shot(f"l{number}", "b", number * length, length, Fraction(number, 50))
        for number in range(16)
    )
    only = replace(
        film.timeline,
        tracks=(Track(name="V1", kind=TrackKind.PICTURE, items=shots),),
        markers=tuple(
            Marker(code=one.code, kind=LineKind.QUOTE, at=one.at, length=length)
            for one in shots
        ),
    )
    file = replace(film.footage["l3"], path="b.mp4")
    footage = dict.fromkeys((one.code for one in shots), file)
    project = tmp_path / "film.kdenlive"
    project.write_bytes(as_kdenlive.write(HandOff(timeline=only, footage=footage)))

    seen = _seen(project, tmp_path)

    assert shots[-1].end == len(seen)
    for shot in shots:
        shown = [Fraction(one, 50) for one in seen[shot.at : shot.end]]
        assert shot.start <= shown[0]
        assert shown[-1] < shot.start + only.rate.seconds(length)


def test_kdenlive_has_nothing_to_ask() -> None:
    """A font by a name that is not on the machine is asked about at the opening."""
    root = parse(as_kdenlive.write(_film()), "film")

    [title] = root.findall("producer/property[@name='xmldata']")
    [content] = parse((title.text or "").encode(), "title").iter("content")
    assert "Après" == content.text
    assert "font" not in content.attrib


def test_a_place_has_one_guide_of_one_row() -> None:
    """Kdenlive keeps one of several, and writes rows over its ruler."""
    film = _film()
    notes = {"l1": "fr: Un\nen: One", "l2": "Après"}
    markers = tuple(replace(one, at=0) for one in film.timeline.markers[:2])
    several = replace(film.timeline, markers=markers)

    content = as_kdenlive.write(
        replace(film, timeline=several, names={"l1": "Aïcha"}, notes=notes)
    )

    [guides] = parse(content, "film").findall(
        "playlist/property[@name='kdenlive:docproperties.guides']"
    )
    assert [
        {"comment": "Aïcha: fr: Un / en: One | l2: Après", "pos": 0, "type": 0}
    ] == json.loads(guides.text or "")


def make_counting(path: Path, rate: str) -> None:
    """Make a video each of whose frames is as light as its number is high."""
    light = f"geq=lum='{BLACK}+{STEP}*N':cb=128:cr=128"
    source = f"color=black:s={WIDTH}x{HEIGHT}:r={rate}:d={FRAMES / int(rate)}"
    sound = f"sine=duration={FRAMES / int(rate)}"
    inputs = ["-f", "lavfi", "-i", source, "-f", "lavfi", "-i", sound]
    lossless = ["-c:v", "libx264", "-qp", "0", "-pix_fmt", "yuv420p", "-g", "12"]
    program = ["ffmpeg", "-v", "error", *inputs, "-vf", light, *lossless]
    subprocess.run([*program, "-shortest", str(path)], check=True)


def _film(rate: FrameRate = RATE) -> HandOff:
    files = {
        name: Footage(
            clip=f"c-{name}",
            name=name,
            path=f"média & 100% #1/{name}.mp4",
            rate=parse_rate(own),
            length=FRAMES,
            width=WIDTH,
            height=HEIGHT,
            channels=1,
        )
        for name, own in (("a", "25"), ("b", "50"))
    }
    card = Card(code="l2", kind=LineKind.CARD, at=10, length=5, texts={"fr": "Après"})
    first = _shot("l1", "a", 0, 10, Fraction(30, 25))
    last = _shot("l3", "b", 15, 8, Fraction(40, 50))
    over = _shot("o1", "a", 18, 3, Fraction(7, 25))
    said = TrackKind.SOUND
    timeline = Timeline(
        film="f-1ab",
        title="Le puits",
        rate=rate,
        width=WIDTH,
        height=HEIGHT,
        tracks=(
            Track(name="V1", kind=TrackKind.PICTURE, items=(first, card, last)),
            Track(name="V2", kind=TrackKind.PICTURE, items=(over,)),
            Track(name="A1", kind=said, items=(first, last)),
            Track(name="A2", kind=said),
        ),
        markers=tuple(
            Marker(code=one.code, kind=LineKind.QUOTE, at=one.at, length=one.length)
            for one in (first, card, last)
        ),
    )
    footage = {"l1": files["a"], "l3": files["b"], "o1": files["a"]}
    return HandOff(timeline=timeline, footage=footage)


def _shot(code: str, name: str, at: int, length: int, start: Fraction) -> Shot:
    return Shot(code=code, clip=ClipId(f"c-{name}"), at=at, length=length, start=start)


def rendered(project: Path, folder: Path) -> list[bytes]:
    """Return how light each point of each frame is, as melt renders it."""
    raw = folder / "film.raw"
    consumer = [f"avformat:{raw}", "f=rawvideo", "vcodec=rawvideo", "pix_fmt=gray"]
    consumer += ["an=1", "real_time=-1"]
    # on a loaded machine melt sometimes ends, or waits, before its first frame
    for _attempt in range(9):
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(
                ["melt", "-silent", str(project), "-consumer", *consumer],
                check=True,
                capture_output=True,
                env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"},
                timeout=30,
            )
            if raw.stat().st_size:
                break
    content = raw.read_bytes()
    size = WIDTH * HEIGHT
    return [content[at : at + size] for at in range(0, len(content), size)]


def _seen(project: Path, folder: Path) -> list[int]:
    """Return the number that each frame shows; -1 for a card."""
    return [_number(frame) for frame in rendered(project, folder)]


def _number(frame: bytes) -> int:
    if len(set(frame)) > STEP:
        return -1
    return round((frame[len(frame) // 2] - BLACK) / STEP)
