"""The playlist of the sample library: what everybody tries first."""

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.machine import samples
from mediakit.model.language import is_written_leftwards
from mediakit.model.playlist import Playlist
from mediakit.settings import read_settings
from mediakit.workflows.check_playlist import check_playlist


def test_asks_in_three_languages_one_of_them_leftwards() -> None:
    """French, English and Arabic, after every item."""
    [playlist] = Catalog(samples() / "catalog.json", author="").read().all(Playlist)

    assert len(playlist.items) >= 3
    for item in playlist.items:
        assert {"fr", "en", "ar"} == set(item.questions) == set(item.titles)
        assert item.excerpt
    assert is_written_leftwards("ar")


def test_can_be_shown() -> None:
    """Everybody in it agreed, and every recording is there."""
    library = Library(samples())
    catalog = Catalog(library.catalog, author="")
    [playlist] = catalog.read().all(Playlist)

    checked = check_playlist(
        library, catalog, read_settings(library), playlist.id, day="2025-06-20"
    )

    assert () == checked.blocking
    assert checked.duration < checked.budget
