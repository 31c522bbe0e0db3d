"""What hangs on a playlist, and on what a playlist hangs."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.check import LinkBroken
from mediakit.errors.excerpts import ExcerptLinked
from mediakit.errors.sessions import ClipLinked, SessionLinked
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.playlist import Playlist
from mediakit.workflows.brief_session import brief_session
from mediakit.workflows.check_library import check_library
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.remove_clip import remove_clip
from mediakit.workflows.remove_excerpt import remove_excerpt
from mediakit.workflows.remove_session import remove_session
from mediakit.workflows.show_clip import show_clip
from mediakit.workflows.show_excerpt import show_excerpt
from mediakit.workflows.show_session import show_session
from tests.builders import FIRST_SECONDS, a_clip, a_playlist, a_session, an_item
from tests.consents import DAY, RULES, put_person, put_voice, withdraw

CLIP, OTHER = a_clip(), a_clip("c-0000000002")
SESSION = a_session()
X = Excerpt(id=ExcerptId("x-0000000001"), clip=CLIP.id, range=FIRST_SECONDS)
ITEMS = (an_item(excerpt=X.id), an_item("D4D", clip=OTHER.id))


@pytest.fixture(autouse=True)
def playlist(catalog: Catalog) -> Playlist:
    """Put a playlist for a session into the catalog."""
    with catalog.change() as change:
        for record in (CLIP, OTHER, SESSION, X):
            change.put(record)
        return change.put(a_playlist(items=ITEMS, session=SESSION.id))


def test_lives_name_it(library: Library, catalog: Catalog, playlist: Playlist) -> None:
    """Of the clip, the excerpt and the session; in the brief, too."""
    lives = (
        show_clip(library, catalog, CLIP.id, DAY).playlists,
        show_excerpt(catalog, X.id, DAY).playlists,
        show_session(catalog, SESSION.id, DAY).playlists,
        brief_session(catalog, SESSION.id, rules=RULES, day=DAY).playlists,
    )

    assert [[playlist.id]] * 4 == [[one.id for one in life] for life in lives]


def test_a_session_stays(catalog: Catalog) -> None:
    """An evening that is prepared for is not removed by mistake."""
    with pytest.raises(SessionLinked, match="playlists: 1"):
        remove_session(catalog, SESSION.id)


def test_an_excerpt_goes_and_its_part_stays(library: Library, catalog: Catalog) -> None:
    """Only if that is said."""
    with pytest.raises(ExcerptLinked, match="playlists: 1"):
        remove_excerpt(library, catalog, X.id, day=DAY)

    remove_excerpt(library, catalog, X.id, day=DAY, with_history=True)

    [found] = catalog.read().all(Playlist)
    item = found.items[0]
    assert (None, FIRST_SECONDS, "K7P") == (item.excerpt, item.range, item.code)


def test_a_clip_goes_and_is_taken_off(library: Library, catalog: Catalog) -> None:
    """Only if that is said; what the playlist was is kept with it."""
    with pytest.raises(ClipLinked, match="playlists: 1"):
        remove_clip(library, catalog, CLIP.id)

    removal = remove_clip(library, catalog, CLIP.id, with_history=True)

    [found] = catalog.read().all(Playlist)
    assert ["D4D"] == [item.code for item in found.items]
    assert removal.folder is not None
    kept = json.loads((removal.folder / "records.json").read_text())
    [was] = [one for one in kept if one["kind"] == "Playlist"]
    assert 2 == len(was["items"])


@pytest.mark.parametrize("gone", [OTHER, SESSION, X], ids=lambda one: str(one.id))
def test_a_check_finds_broken_links(
    library: Library,
    catalog: Catalog,
    playlist: Playlist,
    gone: Excerpt,
) -> None:
    """What a playlist names must be there."""
    with catalog.change() as change:
        change.remove(type(gone), gone.id)

    problems = [
        problem.details
        for checked in check_library(library, catalog, day=DAY, quick=True)
        for problem in checked.problems
        if isinstance(problem, LinkBroken)
    ]

    assert [{"record": playlist.id, "target": gone.id}] == problems


def test_a_withdrawal_finds_it(catalog: Catalog, playlist: Playlist) -> None:
    """Who was to see it is said; the words on it are not."""
    person = put_person(catalog)
    put_voice(catalog, OTHER.id, person)
    withdraw(catalog, person)

    asked = [one for one in open_recalls(catalog.read(), DAY) if one.kind == "playlist"]

    assert [(playlist.id, "2026-03-01, Women of Gao, Gao")] == [
        (one.target, one.holder) for one in asked
    ]
    with catalog.change() as change:
        change.put(a_playlist(items=ITEMS[:1], session=SESSION.id))
    assert "playlist" not in {one.kind for one in open_recalls(catalog.read(), DAY)}
