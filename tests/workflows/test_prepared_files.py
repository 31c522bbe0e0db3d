"""What was prepared of a clip: found, made again, taken away."""

import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.workflows.check_library import check_library
from mediakit.workflows.keep_prepared import keep_prepared
from mediakit.workflows.prepare_part import Job, prepare_part
from mediakit.workflows.prepared_files import (
    Part,
    forget_prepared,
    measures_of,
    missing_parts,
    proxy_of,
    read_measures,
    waveform_of,
)
from mediakit.workflows.remove_clip import remove_clip
from tests.library_media import put_media
from tests.media_files import sound, video

pytestmark = pytest.mark.ffmpeg

BOTH = [Part.SOUND, Part.PICTURES]


@pytest.fixture
def film(library: Library, catalog: Catalog) -> Clip:
    """Put a video with sound into the library, and prepare it, but for a light copy."""
    film = put_media(library, catalog, video())[0]
    for part in BOTH:
        _prepare(library, film, part)
    proxy_of(library, film.id).parent.mkdir()
    proxy_of(library, film.id).write_bytes(b"light")
    return film


def _prepare(library: Library, clip: Clip, part: Part) -> None:
    made = prepare_part(Job(clip, library.resolve(clip.path), part))
    keep_prepared(library, clip.id, made)


def _files(library: Library) -> list[Path]:
    return [path for path in library.derived.rglob("*") if path.is_file()]


def test_measures_can_be_read(library: Library, film: Clip) -> None:
    """By us, and as plain JSON; the waveform too."""
    measures = read_measures(library, film.id)

    plain = json.loads(measures_of(library, film.id).read_bytes())
    assert measures.sound is not None
    assert measures.pictures is not None
    assert () == measures.pictures.changes
    assert measures.sound.loudness.range == plain["sound"]["loudness"]["range"]
    assert 2 == json.loads(waveform_of(library, film.id).read_bytes())["version"]


@pytest.mark.parametrize(
    ("lost", "expected"),
    [
        ("waveforms/{id}.json", [Part.SOUND]),
        ("filmstrips/{id}.jpg", [Part.PICTURES]),
        ("thumbnails/{id}.jpg", [Part.PICTURES]),
        ("measures/{id}.json", BOTH),
        ("proxies/{id}.mp4", [Part.PROXY]),
    ],
)
def test_what_was_deleted_is_missed(
    lost: str, expected: list[Part], library: Library, film: Clip
) -> None:
    """That, and no more."""
    nothing = missing_parts(library, film)
    (library.derived / lost.format(id=film.id)).unlink()

    assert [] == nothing
    assert expected == missing_parts(library, film)


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b'{"sound": 7}', b"[" * 100_000, b'{"sound":{"loudness":{}}}', b"\xff"],
)
def test_measures_that_are_damaged_are_made_again(
    damage: bytes, library: Library, film: Clip
) -> None:
    """They are nobody's work: no error, no stop."""
    measures_of(library, film.id).write_bytes(damage)
    missing = missing_parts(library, film)
    _prepare(library, film, Part.SOUND)

    assert BOTH == missing
    assert [Part.PICTURES] == missing_parts(library, film)
    assert read_measures(library, film.id).sound is not None


def test_what_an_older_method_measured_is_missing(library: Library, film: Clip) -> None:
    """Only that: sound and pictures have numbers of their own."""
    path = measures_of(library, film.id)
    path.write_text(path.read_text().replace('"sound_method":1', '"sound_method":0'))

    assert read_measures(library, film.id).sound is None
    assert read_measures(library, film.id).pictures is not None
    assert [Part.SOUND] == missing_parts(library, film)


def test_removing_a_clip_takes_everything_along(
    library: Library, catalog: Catalog, film: Clip
) -> None:
    """Whatever was prepared of others stays."""
    bite = put_media(library, catalog, sound(".wav"))[0]
    _prepare(library, bite, Part.SOUND)

    remove_clip(library, catalog, film.id)

    assert {f"{bite.id}.json"} == {path.name for path in _files(library)}


def test_forgetting_what_is_not_there_is_no_error(library: Library, film: Clip) -> None:
    """Twice, too."""
    forget_prepared(library, film.id)
    forget_prepared(library, film.id)

    assert [] == _files(library)


def test_check_does_not_complain(
    library: Library, catalog: Catalog, film: Clip
) -> None:
    """Neither when it is there nor when it is damaged or gone."""
    measures_of(library, film.id).write_bytes(b"?")
    waveform_of(library, film.id).unlink()

    checked = check_library(library, catalog, day="2026-03-01")

    assert [] == [problem for one in checked for problem in one.problems]
