"""A film handed on with its recordings: every frame where the original has it."""

import json
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.check import OriginalMissing
from mediakit.errors.leaving import ConsentRefused
from mediakit.errors.timelines import TimelineDiffers
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.film import Cover, Film, FilmVersion
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use
from mediakit.settings import Settings
from mediakit.timeline.registry import FORMATS, format_named
from mediakit.workflows.collect_film import Collecting, collect_film
from mediakit.workflows.export_film import ExportedFilm
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.read_back_film import read_back_film
from mediakit.workflows.verify_film import verify_film
from tests.consents import WORKING, put_voice_of
from tests.extras import needs_melt
from tests.library_media import put_media
from tests.media.programs import bundled
from tests.media_files import ffmpeg, made, sound
from tests.rough_cuts import a_line, put_film
from tests.timeline.test_as_kdenlive import rendered

WIDTH, HEIGHT, STEP, BLACK = 64, 48, 2, 20
# where something is lost between the colours of films and of screens
WIDE = 3
NTSC = "30000/1001"
pytestmark = pytest.mark.ffmpeg


def counting(rate: str, *options: str, chosen: str = "", step: int = STEP) -> Path:
    """Return a video of three seconds, each frame as light as its number is high."""
    light = f"geq=lum='{BLACK}+{step}*N':cb=128:cr=128{chosen}"
    source = f"color=black:s={WIDTH}x{HEIGHT}:r={rate}:d=3"
    return made(
        "counting.mov",
        *("-f", "lavfi", "-i", source, "-f", "lavfi", "-i", "sine=d=3", "-vf", light),
        *("-fps_mode", "passthrough", "-c:v", "libx264", "-qp", "0", "-g", "12"),
        *("-pix_fmt", "yuv420p", *options),
    )


@pytest.fixture(scope="module")
def steady() -> Path:
    """Return 29.97 frames a second, with a clock and tags that tell of people."""
    return clocked()


def clocked() -> Path:
    """Return 29.97 frames a second, with a clock and tags that tell of people."""
    said = ("-metadata", "title=Mariam Maiga", "-metadata", "location=+16.27-0.04/")
    return counting(NTSC, "-timecode", "01:02:03;04", *said)


@pytest.fixture(scope="module")
def phone() -> Path:
    """Return what a phone records: 50 frames a second, of which some are missing."""
    return counting("50", chosen=",select='not(eq(mod(n,7),3))*not(eq(mod(n,5),1))'")


def collect(
    library: Library,
    catalog: Catalog,
    kind: str = "otio",
    handles: int | None = 500,
    output: str = "",
    purpose: Purpose = WORKING,
) -> ExportedFilm:
    """Hand the film on with its recordings."""
    collecting = Collecting(ffmpeg=bundled(), handles=handles)
    *_steps, exported = collect_film(
        *(library, catalog, "f-0", format_named(kind), collecting, purpose),
        say=str,
        output=output,
    )
    assert isinstance(exported, ExportedFilm)
    return exported


def numbers(path: Path) -> list[int]:
    """Return the number that each frame of a video shows."""
    raw = path.with_suffix(".raw")
    ffmpeg("-i", f"file:{path}", "-f", "rawvideo", "-pix_fmt", "yuv420p", str(raw))
    content, size = raw.read_bytes(), WIDTH * HEIGHT * 3 // 2
    raw.unlink()
    lights = [content[at + size // 3] for at in range(0, len(content), size)]
    return [round((light - BLACK) / STEP) for light in lights]


def beside(exported: ExportedFilm) -> list[Path]:
    """Return the recordings beside a film."""
    return sorted(path for path in (exported.path.parent / "media").iterdir())


@pytest.mark.parametrize("kind", [fmt.NAME for fmt in FORMATS])
def test_parts_hold_their_frames_and_no_other(
    library: Library, catalog: Catalog, steady: Path, kind: str
) -> None:
    """At 29.97 in a film of 25, from two places of one recording; verified after."""
    [clip] = put_media(library, catalog, steady)
    over = Cover(code="B1", clip=clip.id, range=TimeRange(2600, 2900))
    put_film(catalog, replace(a_line("A1", clip, 1300, 1700), covers=(over,)))

    exported = collect(library, catalog, kind, handles=100)

    one, other = beside(exported)
    # the shots are frames 39 to 49, and 78 to 86
    assert list(range(36, 53)) == numbers(one)
    assert list(range(75, 90)) == numbers(other)
    same = verify_film(library, catalog, exported.path, WORKING)
    assert (kind, exported.use.film) == (same.format, same.film)
    assert ["00:00" if kind == "kdenlive" else "01:00"] * 2 == [
        used.at[:5] for used in exported.use.ranges if used.at
    ]
    back = read_back_film(library, catalog, Settings(), exported.path, WORKING)
    # to a frame of the film, where a format has no others
    chosen = (TimeRange(1260, 1740), TimeRange(2560, 2940))
    taken = [shot.shot.range for shot in back.shots if shot.shot.range]
    assert 2 <= len(taken)
    for part in taken:
        assert any(x.start <= part.start < part.end <= x.end for x in chosen)
    assert () == back.strangers


@pytest.mark.parametrize("kind", [fmt.NAME for fmt in FORMATS if fmt.NAME != "edl"])
def test_a_recording_that_is_another_or_not_there_is_told(
    library: Library, catalog: Catalog, steady: Path, kind: str
) -> None:
    """An edit decision list names reels, and no files."""
    [clip] = put_media(library, catalog, steady)
    put_film(catalog, a_line("A1", clip, 1300, 1700))
    exported = collect(library, catalog, kind)
    [part] = beside(exported)
    written, other = exported.path.read_bytes(), "c-0000000009-1.mp4"

    part.rename(part.with_name(other))

    with pytest.raises(TimelineDiffers, match=f"'media/{part.name}' is not beside it"):
        verify_film(library, catalog, exported.path, WORKING)
    exported.path.write_bytes(
        written.replace(part.name.encode(), b"c-0000000009-1.mp4")
    )
    with pytest.raises(TimelineDiffers, match=f"says {clip.id}, and names .{other}"):
        verify_film(library, catalog, exported.path, WORKING)


def test_what_is_copied_is_the_same(
    library: Library, catalog: Catalog, steady: Path
) -> None:
    """With handles of two seconds a part begins on a whole millisecond."""
    [clip] = put_media(library, catalog, steady)
    put_film(catalog, a_line("A1", clip, 1300, 1700))

    [whole] = beside(collect(library, catalog, handles=2000))
    [part] = beside(collect(library, catalog, handles=300))

    assert list(range(90)) == numbers(whole)
    assert list(range(30, 59)) == numbers(part)
    assert Fraction(NTSC) == Fraction(_stream(part)["avg_frame_rate"])


def test_phones_are_brought_to_the_rate_of_the_film(
    library: Library, catalog: Catalog, phone: Path
) -> None:
    """Each frame shows the picture that stood at its time."""
    [clip] = put_media(library, catalog, phone)
    assert clip.media.video is not None
    assert clip.media.video.variable
    put_film(catalog, a_line("A1", clip, 500, 2000))

    [part] = beside(collect(library, catalog, handles=0))

    stream = _stream(part)
    assert ("25/1", "25/1") == (stream["r_frame_rate"], stream["avg_frame_rate"])
    # at frame 13 stands picture 26, or the one before
    there = [n for n in range(150) if n % 7 != 3 and n % 5 != 1]
    wanted = [26 + 2 * frame for frame in range(37)]
    assert [max(n for n in there if n <= one) for one in wanted] == numbers(part)


def test_parts_tell_nothing_but_the_time(
    library: Library, catalog: Catalog, steady: Path
) -> None:
    """No title, no place, no old name; the recorder's clock goes on."""
    [clip] = put_media(library, catalog, steady)
    put_film(catalog, a_line("A1", clip, 1300, 1700))

    exported = collect(library, catalog, handles=300)

    [part] = beside(exported)
    assert f"{clip.id}-1.mp4" == part.name
    assert b"Mariam" not in part.read_bytes()
    assert b"+16.27" not in part.read_bytes()
    assert b".mov" not in exported.path.read_bytes()
    assert {"timecode": "01:02:04;04"}.items() <= _stream(part)["tags"].items()


@needs_melt
def test_melt_shows_the_same_frames(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """A project is rendered from the parts beside it as from the originals."""
    [clip] = put_media(library, catalog, counting("25", step=WIDE))
    lines = (a_line("A1", clip, 1000, 1400), a_line("A2", clip, 2000, 2200))
    put_film(catalog, *lines)
    with catalog.change() as change:
        film = change.find(Film, "f-0")
        change.put(replace(film, width=WIDTH, height=HEIGHT))

    exported = collect(library, catalog, "kdenlive", handles=200)
    library.resolve(clip.path).unlink()

    middle = [frame[len(frame) // 2] for frame in rendered(exported.path, tmp_path)]
    wanted = [*range(25, 35), *range(50, 55)]
    assert wanted == [round((light - BLACK) / WIDE) for light in middle]
    assert 2 == len(beside(exported))


def test_sound_goes_along_as_it_was(library: Library, catalog: Catalog) -> None:
    """A sound bite becomes a WAV file that knows its first sample."""
    [clip] = put_media(library, catalog, sound(".mp3", seconds=3))
    put_film(catalog, a_line("A1", clip, 1000, 2000))

    exported = collect(library, catalog, handles=200)

    [part] = beside(exported)
    rate = clip.media.sound[0].sample_rate
    stream = _stream(part)
    assert (".wav", str(1.4)) == (part.suffix, stream["duration"].rstrip("0"))
    said = json.loads(_probe(part))["format"]["tags"]
    assert str(rate * 8 // 10) == said["time_reference"]
    verify_film(library, catalog, exported.path, WORKING)


def test_handles_end_where_consent_does(
    library: Library, catalog: Catalog, steady: Path
) -> None:
    """Somebody who agreed to nothing is heard right before and after."""
    [clip] = put_media(library, catalog, steady)
    put_film(catalog, a_line("A1", clip, 1000, 2000))
    put_voice_of(catalog, clip.id, (900, 2200))
    for before_or_after in ((0, 900), (2200, 3000)):
        put_voice_of(catalog, clip.id, before_or_after, called="Sidi", up_to="")

    exported = collect(library, catalog, handles=2000)

    [part] = beside(exported)
    assert list(range(30, 65)) == numbers(part)
    held = [one.range for one in exported.use.ranges if not one.at]
    assert [TimeRange(1001, 2169)] == held
    with pytest.raises(ConsentRefused):
        collect(library, catalog, handles=None)


def test_nothing_is_left_of_what_failed(
    library: Library, catalog: Catalog, steady: Path
) -> None:
    """Where an original is missing there is no folder, use or version."""
    [clip] = put_media(library, catalog, steady)
    put_film(catalog, a_line("A1", clip, 1000, 2000))
    library.resolve(clip.path).unlink()

    with pytest.raises(OriginalMissing):
        collect(library, catalog)

    records = catalog.read()
    assert ([], []) == (records.all(Use), records.all(FilmVersion))
    assert [] == [path for path in library.exports.rglob("*") if path.is_file()]
    assert [clip] == records.all(Clip)


# Any: what ffprobe says
def _stream(path: Path) -> dict[str, Any]:
    streams: list[dict[str, Any]] = json.loads(_probe(path))["streams"]
    return streams[0]


def _probe(path: Path) -> bytes:
    """Return what the system's ffprobe says of a file."""
    wanted = ["-show_streams", "-show_format", "-of", "json", str(path)]
    return subprocess.run(
        ["ffprobe", "-v", "error", *wanted], capture_output=True, check=True
    ).stdout
