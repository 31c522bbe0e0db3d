"""Playlists to check, of two clips that nothing speaks against."""

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.measures import Loudness, SoundMeasures
from mediakit.model.playlist import PlaylistItem
from mediakit.settings import Settings
from mediakit.workflows.check_playlist import CheckedPlaylist, check_playlist
from mediakit.workflows.playlist_advice import Advice, Matter
from mediakit.workflows.prepared_files import (
    SOUND_METHOD,
    MeasuresFile,
    measures_of,
)
from tests.builders import a_clip, a_playlist, a_session, an_item
from tests.consents import DAY, agree, put_person, put_voice

SETTINGS = Settings(regions=("Gao", "Mopti"), languages=("fr", "bm"))
FIRST, SECOND = a_clip(), a_clip("c-0000000002", title="Youth of Mopti")


def put_two_clips(library: Library, catalog: Catalog) -> None:
    """Put two clips with their files, measured, of somebody who agreed to all."""
    person = put_person(catalog)
    agree(catalog, person)
    for clip in (FIRST, SECOND):
        with catalog.change() as change:
            change.put(clip)
        library.resolve(clip.path).write_bytes(b"x")
        put_voice(catalog, clip.id, person)
        measure(library, clip, -23.0)


def measure(library: Library, clip: Clip, level: float | None) -> None:
    """Say how loud a clip was found to be."""
    import msgspec

    sound = SoundMeasures(Loudness(level, 5.0, -3.0), (), -50.0)
    file = measures_of(library, clip.id)
    file.parent.mkdir(parents=True, exist_ok=True)
    held = MeasuresFile(sound=sound, sound_method=SOUND_METHOD)
    file.write_bytes(msgspec.json.encode(held))


def check(
    library: Library,
    catalog: Catalog,
    *items: PlaylistItem,
    scope: str = "other-communities",
    session: str | None = None,
    budget: int = 0,
) -> CheckedPlaylist:
    """Check a playlist of some items, at a session in French unless another is said."""
    with catalog.change() as change:
        if session is None:
            room = a_session("s-0000000007", place="Kidal", date="", languages=("fr",))
            session = change.put(room).id
        change.put(
            a_playlist(
                items=items or (an_item(),),
                scope=scope,
                session=session or None,
                budget=budget,
            )
        )
    return check_playlist(library, catalog, SETTINGS, "pl-0", day=DAY)


def about(checked: CheckedPlaylist, matter: Matter) -> list[Advice]:
    """Return the advice on one matter."""
    return [one for one in checked.advice if one.matter is matter]
