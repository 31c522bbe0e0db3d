"""``mediakit excerpt``: what is typed, what is printed, what is refused."""

import json

import pytest

from mediakit.catalog.catalog import Catalog, Change
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use
from tests.builders import a_clip
from tests.conftest import Run
from tests.library_clips import put_clip
from tests.media.barcode import Recipe

SMALL = ("--size", "360p", "--fade", "0")


@pytest.fixture
def excerpt(catalog: Catalog) -> Excerpt:
    """Put an excerpt of a clip into the catalog, without a file."""
    with catalog.change() as change:
        clip = change.put(a_clip(title="Camp"))
        return _put(change, clip)


def test_lists_shows_renames_and_removes(run: Run, excerpt: Excerpt) -> None:
    """A line an excerpt, by its title, else by its words."""
    assert "Nous voulons" in run("excerpt", "list")[1]
    renamed = run("excerpt", "edit", excerpt.id, "--title", "Le puits")
    assert (0, f"{excerpt.id}  0:01 - 0:01.400  Le puits\n", "") == renamed
    told = run("excerpt", "show", excerpt.id)[1]
    assert "Words: Nous voulons" in told
    assert "Made from it: nothing yet" in told
    assert 0 == run("excerpt", "remove", excerpt.id)[0]
    assert "There are no excerpts yet" in run("excerpt", "list")[1]


def test_answers_in_json(run: Run, excerpt: Excerpt) -> None:
    """Records as they are."""
    [listed] = json.loads(run("excerpt", "list", "--json")[1])

    assert (excerpt.id, "Camp") == (listed["excerpt"]["id"], listed["clip"]["title"])


def test_says_what_is_wrong_with_questions(run: Run, excerpt: Excerpt) -> None:
    """One question for all, or one for each."""
    ids = [excerpt.id] * 3
    status, _out, err = run("excerpt", "join", *ids, "--ask", "a", "--ask", "b")

    assert 2 == status
    assert "--ask was given 2 times for 3 excerpts" in err


def test_refuses_another_format(run: Run, excerpt: Excerpt) -> None:
    """Only MP4 is made."""
    status, _out, err = run("excerpt", "join", excerpt.id, "--output", "film.avi")

    assert 2 == status
    assert "The name film.avi does not end in .mp4." in err


@pytest.mark.ffmpeg
def test_joins(run: Run, library: Library, catalog: Catalog) -> None:
    """The film's use, its length and its path; its loudness beside."""
    clip = put_clip(library, catalog, Recipe())
    with catalog.change() as change:
        excerpt = _put(change, clip)

    status, out, err = run("excerpt", "join", excerpt.id, "--title", "Gao", *SMALL)

    [use] = catalog.read().all(Use)
    path = library.exports / "films" / "Gao.mp4"
    assert (0, f"{use.id}  0:03.400  {path}\n") == (status, out)
    assert path.is_file()
    assert "Loudness: -1" in err


def _put(change: Change, clip: Clip) -> Excerpt:
    return change.put(
        Excerpt(
            id=ExcerptId(change.new_id(Excerpt)),
            clip=clip.id,
            range=TimeRange(1000, 1400),
            quote="Nous voulons vivre",
        )
    )
