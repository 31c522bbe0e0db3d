"""Masks from the command line, and the film that is rendered with them."""

import json
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import FilmEmpty
from mediakit.errors.masks import MaskUnconfirmed
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.mask import Mask, Place
from mediakit.model.timecode import TimeRange
from tests.conftest import Run
from tests.library_clips import put_clip
from tests.media.barcode import Recipe
from tests.rough_cuts import a_line, put_film

pytestmark = pytest.mark.ffmpeg

F = "f-0000000001"


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a video there, and a film of it."""
    clip = put_clip(library, catalog, Recipe(size=(160, 90)))
    put_film(catalog, a_line("Q1", clip, 1000, 1400))
    return clip


def test_a_film_is_rendered(run: Run, clip: Clip) -> None:
    """What is printed is the use, the length and the file."""
    status, out, err = run("film", "render", F, "--size", "360p")

    assert 0 == status, err
    use, length, path = out.split(maxsplit=2)
    assert use.startswith("u-")
    assert "0:00.400" == length
    assert Path(path.strip()).is_file()
    assert "No subtitles in 'fr' on 1 line: Q1" in err
    assert "LUFS" in err


def test_what_left_with_a_mask_is_told(run: Run, catalog: Catalog, clip: Clip) -> None:
    """Nothing; then the cut, for whom, with its checksum; also when it is removed."""
    run("mask", "blur", clip.id)
    [mask] = catalog.read().all(Mask)
    _status, nothing, _err = run("mask", "show", mask.id)
    cut = json.loads(run("trim", clip.id, "--from", "1", "--to", "2", "--json")[1])

    _status, shown, _err = run("mask", "show", mask.id)
    listed = json.loads(run("mask", "show", mask.id, "--json")[1])
    _status, used, _err = run("use", "show", cut["use"]["id"])
    _status, _out, told = run("mask", "remove", mask.id)

    [file] = cut["use"]["files"]
    assert "Nothing has left with it." in nothing
    for text in (shown, told):
        assert cut["use"]["id"] in text
    assert file["sha256"] in shown
    assert [cut["use"]["id"]] == [use["id"] for use in listed["uses"]]
    assert f"masked by {mask.id}" in used


def test_faces_are_shown_to_somebody_first(
    run: Run, catalog: Catalog, clip: Clip
) -> None:
    """Found, refused, watched, confirmed, rendered."""
    face = ("--face", "40,10,20,30", "--face", "1,2,3,4@0:01-0:02")
    _status, out, err = run("mask", "faces", clip.id, *face)
    [mask] = catalog.read().all(Mask)
    assert "2 faces, not confirmed" in out
    assert f"mediakit mask confirm {mask.id}" in err
    assert Place(10, 20, 30, 40, TimeRange(1000, 2000)) == mask.places[1]
    assert MaskUnconfirmed.exit_status == run("film", "render", F)[0]

    watched = run("mask", "preview", mask.id)
    confirmed = run("mask", "confirm", mask.id)
    rendered = run("film", "render", F, "--size", "360p", "--json")

    assert Path(watched[1].strip()).is_file()
    assert "2 faces are blurred, confirmed by Awa" in confirmed[1]
    assert mask.id in json.loads(rendered[1])["use"]["how"]


def test_masks_are_listed_and_removed(run: Run, clip: Clip) -> None:
    """One line each, by clip and time."""
    assert "There are no masks.\n" == run("mask", "list")[1]
    run("mask", "text", clip.id, "--from", "2", "--to", "3")
    run("mask", "blur", clip.id, "--to", "1")

    _status, out, _err = run("mask", "list", clip.id)

    first, second = out.splitlines()
    assert first.endswith("0:00 - 0:01  the whole picture is blurred")
    assert second.endswith("0:02 - 0:03  what is said is read")
    assert 0 == run("mask", "remove", first.split()[0])[0]
    assert [second] == run("mask", "list")[1].splitlines()


def test_people_are_told_that_a_shift_can_be_undone(run: Run, clip: Clip) -> None:
    """At once, and whenever a film is rendered with it."""
    _status, out, err = run("mask", "voice", clip.id, "--pitch=-3")

    assert "the voice is shifted by -3 semitones" in out
    assert "can shift it back" in err
    assert "can shift it back" in run("film", "render", F, "--size", "360p")[2]


@pytest.mark.parametrize(
    "words",
    [
        ("mask", "voice", "c-"),
        ("mask", "voice", "c-", "--pitch", "3", "--recording", "c-"),
        ("mask", "faces", "c-", "--face", "90,10,20,30"),
        ("mask", "faces", "c-", "--face", "here"),
        ("film", "render", F, "--output", "film.avi"),
        ("film", "render", F, "--size", "9000p"),
    ],
)
def test_what_is_typed_wrongly_changes_nothing(
    run: Run, catalog: Catalog, clip: Clip, words: tuple[str, ...]
) -> None:
    """A usage error, and no mask."""
    typed = [clip.id if word == "c-" else word for word in words]

    assert 2 == run(*typed)[0]
    assert [] == catalog.read().all(Mask)


def test_an_empty_film_says_so(run: Run, catalog: Catalog) -> None:
    """With a status of its own."""
    put_film(catalog)

    status, _out, err = run("film", "render", F)

    assert FilmEmpty.exit_status == status
    assert "mediakit film add" in err
