"""Kdenlive projects, as MLT's own player renders them."""

import json
import os
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from mediakit.model.film import LineKind
from mediakit.model.frame_rate import FrameRate, parse_rate
from mediakit.model.ids import ClipId
from mediakit.model.timeline import Card, Marker, Shot, Timeline, Track, TrackKind
from mediakit.timeline import as_kdenlive, as_otio
from mediakit.timeline.base import Footage, HandOff
from mediakit.timeline.xml_document import parse
from tests.extras import needs_melt
from tests.media.barcode import Samples, offset

WIDTH, HEIGHT, FRAMES = 64, 48, 60
# wide enough apart for what is lost between the colours of films and of screens
BLACK, STEP = 16, 3
RATE = parse_rate("25")
# as they are: newer versions of MLT stretch what becomes gray
PICTURES = ("f=rawvideo", "vcodec=rawvideo", "pix_fmt=yuv420p", "an=1")
SOUND = ("f=f32le", "acodec=pcm_f32le", "ar=48000", "ac=1", "vn=1")
SHORT = 6
SAMPLES = 48_000
# samples at a shot's ends that the one beside it blurs, and by which filters delay
EDGE, FILTERED = 400, 24


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
@pytest.mark.parametrize(
    ("rate", "own"),
    [("23.976", "50"), ("25", "50"), ("29.97", "50"), ("50", "25"), ("60", "30")],
)
def test_no_frame_is_seen_that_was_not_chosen(
    tmp_path: Path, rate: str, own: str
) -> None:
    """Of recordings of other rates than the film, none before a shot, none after."""
    make_counting(tmp_path / "b.mp4", own)
    film, shots = _shots_in_a_row(rate, own, TrackKind.PICTURE)
    project = tmp_path / "film.kdenlive"
    project.write_bytes(as_kdenlive.write(film))

    seen = _seen(project, tmp_path)

    assert shots[-1].end == len(seen)
    for shot in shots:
        shown = [one / parse_rate(own).exact for one in seen[shot.at : shot.end]]
        assert shot.start <= shown[0]
        assert shown[-1] < shot.start + film.timeline.rate.seconds(shot.length)


@pytest.mark.ffmpeg
@needs_melt
@pytest.mark.parametrize(("rate", "own"), [("50", "25"), ("60", "25"), ("24", "25")])
def test_sound_begins_at_its_moment(tmp_path: Path, rate: str, own: str) -> None:
    """It is heard from where it was chosen, to half a frame of the film."""
    spoken = np.random.default_rng(1).normal(0, 0.1, 3 * SAMPLES).astype(np.float32)
    write_sound(tmp_path / "b.mp4", spoken)
    film, shots = _shots_in_a_row(rate, own, TrackKind.SOUND)
    project = tmp_path / "film.kdenlive"
    project.write_bytes(as_kdenlive.write(film))

    heard = np.frombuffer(_rendered(project, tmp_path, *SOUND), np.float32)

    frame = SAMPLES / parse_rate(rate).exact
    for shot in shots:
        begin, end = (round(at * frame) for at in (shot.at, shot.end))
        place = offset(heard[begin + EDGE : end - EDGE], spoken) - EDGE
        assert abs(place - shot.start * SAMPLES) <= frame / 2 + FILTERED


def test_kdenlive_has_nothing_to_ask() -> None:
    """A font by a name that is not on the machine is asked about at the opening."""
    root = parse(as_kdenlive.write(_film()), "film")

    [title] = root.findall("producer/property[@name='xmldata']")
    [content] = parse((title.text or "").encode(), "title").iter("content")
    assert "Après" == content.text
    assert "font" not in content.attrib


def test_black_is_no_clip_that_was_lost() -> None:
    """Kdenlive from 24.12 asks about what is neither in its bin nor its own."""
    root = parse(as_kdenlive.write(_film()), "film")

    [black] = root.findall("producer[@id='black_track']")
    named = black.find("property[@name='kdenlive:playlistid']")
    assert named is not None
    assert "black_track" == named.text


@pytest.mark.parametrize(
    ("size", "rate", "profile"),
    [
        ((1920, 1080), "29.97", ["atsc_1080p_2997"]),
        ((1280, 720), "25", ["atsc_720p_25"]),
        ((3840, 2160), "59.94", ["uhd_2160p_5994"]),
        ((1920, 1080), "48", []),
        ((1080, 1920), "25", []),
    ],
)
def test_usual_films_have_their_usual_names(
    size: tuple[int, int], rate: str, profile: list[str]
) -> None:
    """Where none is named, Kdenlive 26.08 doubts 29.97 frames a second."""
    film = _film(parse_rate(rate))
    width, height = size
    timeline = replace(film.timeline, width=width, height=height)

    root = parse(as_kdenlive.write(replace(film, timeline=timeline)), "film")

    name = "kdenlive:docproperties.profile"
    found = root.findall(f"playlist/property[@name='{name}']")
    assert profile == [one.text for one in found]


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


def test_markers_say_all_of_it_in_one_row() -> None:
    """Kdenlive takes nothing but the comment from OpenTimelineIO."""
    notes = {"l1": "fr: Un\nen: One"}

    made = as_otio.write(replace(_film(), names={"l1": "Aïcha"}, notes=notes))

    markers = json.loads(made)["tracks"]["markers"]
    wanted = ["Aïcha: fr: Un / en: One", "l2", "l3"]
    assert wanted == [one["comment"] for one in markers]


def write_sound(path: Path, samples: Samples) -> None:
    """Write sound of one channel as it is."""
    raw = path.with_suffix(".raw")
    raw.write_bytes(samples.astype("<f4").tobytes())
    options = ["-f", "f32le", "-ar", str(SAMPLES), "-ac", "1", "-i", str(raw)]
    lossless = ["-c:a", "pcm_f32le", "-f", "mov"]
    subprocess.run(
        ["ffmpeg", "-v", "error", *options, *lossless, str(path)], check=True
    )


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


def _shots_in_a_row(
    rate: str, own: str, kind: TrackKind
) -> tuple[HandOff, tuple[Shot, ...]]:
    """Return a film of short shots of ``b.mp4``, the last one first, and those.

    MLT goes on with sound that begins shortly after that before it.
    """
    film, source = _film(parse_rate(rate)), parse_rate(own)
    shots = tuple(
        _shot(f"l{place}", "b", place * SHORT, SHORT, (46 - 3 * place) / source.exact)
        for place in range(16)
    )
    markers = tuple(
        Marker(code=one.code, kind=LineKind.QUOTE, at=one.at, length=SHORT)
        for one in shots
    )
    track = Track(
        name="V1" if kind is TrackKind.PICTURE else "A1", kind=kind, items=shots
    )
    only = replace(film.timeline, tracks=(track,), markers=markers)
    file = replace(film.footage["l3"], path="b.mp4", rate=source)
    footage = dict.fromkeys((one.code for one in shots), file)
    return HandOff(timeline=only, footage=footage), shots


def _shot(code: str, name: str, at: int, length: int, start: Fraction) -> Shot:
    return Shot(code=code, clip=ClipId(f"c-{name}"), at=at, length=length, start=start)


def rendered(project: Path, folder: Path) -> list[bytes]:
    """Return how light each point of each frame is, as melt renders it."""
    content = _rendered(project, folder, *PICTURES)
    light = WIDTH * HEIGHT
    # colours follow, of a quarter of the points each
    picture = light * 3 // 2
    return [content[at : at + light] for at in range(0, len(content), picture)]


def _rendered(project: Path, folder: Path, *options: str) -> bytes:
    """Return the pictures or the sound of a project, without a container."""
    raw = folder / "film.raw"
    # who opens it to write waits for its reader
    os.mkfifo(raw)
    consumer = [f"avformat:{raw}", *options, "real_time=-1"]
    # melt says at a terminal alone that it runs
    ours, terminal = os.openpty()
    melt = subprocess.Popen(
        ["melt", str(project), "-consumer", *consumer],
        stdin=terminal,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin"},
    )
    with melt, os.fdopen(ours), os.fdopen(terminal):
        assert melt.stderr
        # MLT's thread that writes ends at once, or is waited for for ever, where it
        # looks whether it is to run before who started it has noted that it is
        assert any(line.startswith(b"+---") for line in melt.stderr)
        content = raw.read_bytes()
        # once every frame is written, it may crash as it ends
        melt.communicate()
    raw.unlink()
    return content


def _seen(project: Path, folder: Path) -> list[int]:
    """Return the number that each frame shows; -1 for a card."""
    return [_number(frame) for frame in rendered(project, folder)]


def _number(frame: bytes) -> int:
    if len(set(frame)) > STEP:
        return -1
    return round((frame[len(frame) // 2] - BLACK) / STEP)
