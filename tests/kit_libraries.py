"""A library with a playlist to make kits of: a video, a sound bite, and an evening."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mediakit.catalog.catalog import Catalog
from mediakit.files import checksum
from mediakit.kits.registry import kit_named
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import VoiceoverId
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.timecode import TimeRange
from mediakit.model.voiceover import Voiceover
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.make_kit import Kit, Making, make_kit
from mediakit.workflows.pass_gate import Purpose
from tests.builders import a_playlist, an_item
from tests.consents import purpose, put_voice_of
from tests.library_clips import put_clip
from tests.media.barcode import Recipe, sound_bite
from tests.media.programs import bundled
from tests.media_files import sound

FILMED, SPOKEN = TimeRange(1000, 1800), TimeRange(2000, 2600)


@dataclass(frozen=True)
class Evening:
    """A playlist of a video and a sound bite, both open to all.

    Attributes:
        library: Where it is.
        catalog: Its records.
        clips: The video, and the sound bite.
        playlist: Its id.
    """

    library: Library
    catalog: Catalog
    clips: tuple[Clip, Clip]
    playlist: str

    def kit(self, kind: str = "folder", **wishes: Any) -> Kit:
        """Make a kit; Any: fields of the wish, ``output`` and ``purpose``."""
        return self.steps(kind, **wishes)[1]

    def steps(self, kind: str, **wishes: Any) -> tuple[list[float], Kit]:
        """Make a kit; return the shares that were told on the way too."""
        asked: Purpose = wishes.pop("purpose", purpose(""))
        output = wishes.pop("output", "")
        wish = KitWish(kit=kit_named(kind), **wishes)
        *shares, made = make_kit(
            *(self.library, self.catalog, bundled(), self.playlist, wish, asked),
            output=str(output),
        )
        assert isinstance(made, Kit)
        return [one.share for one in shares if isinstance(one, Making)], made

    def change_item(self, number: int, **facts: Any) -> None:
        """Change an item of the playlist; Any: fields of it."""
        with self.catalog.change() as change:
            listed = change.get(Playlist, self.playlist)
            items = list(listed.items)
            items[number] = replace(items[number], **facts)
            change.put(replace(listed, items=tuple(items)))


def an_evening(library: Library, catalog: Catalog) -> Evening:
    """Make the library."""
    film = put_clip(library, catalog, Recipe(size=(160, 90)), title="Chez Moussa")
    bite = put_clip(library, catalog, sound_bite(".mp3", "libmp3lame"), title="Gao")
    for clip in (film, bite):
        put_voice_of(catalog, clip.id)
    items = (
        an_item("K7P", clip=film.id, range=FILMED, questions={"fr": "Et ici ?"}),
        an_item("A3C", clip=bite.id, range=SPOKEN, pause=500),
    )
    with catalog.change() as change:
        listed = change.put(a_playlist(title="Ménaka", items=items))
    return Evening(library, catalog, (film, bite), listed.id)


def put_voiceover(
    evening: Evening, item: PlaylistItem, language: str = "bm", by: str = ""
) -> Voiceover:
    """Let an interpreter say half a second over an item."""
    path = _said(evening.library)
    with evening.catalog.change() as change:
        return change.put(
            Voiceover(
                id=VoiceoverId(change.new_id(Voiceover)),
                clip=item.clip,
                range=item.range,
                excerpt=item.excerpt or "",  # type: ignore[arg-type]
                language=language,
                by=by,
                path=path.relative_to(evening.library.root).as_posix(),
                sha256=checksum(path),
                duration=500,
            )
        )


def items_of(evening: Evening) -> Sequence[PlaylistItem]:
    """Return what is on the playlist."""
    return evening.catalog.read().get(Playlist, evening.playlist).items


def names_in(folder: Path) -> list[str]:
    """Return the names of all files in a folder, those further in too."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def _said(library: Library) -> Path:
    path = library.interpretations / "said.wav"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(sound(".wav", seconds=0.5).read_bytes())
    return path
