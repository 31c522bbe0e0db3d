"""Real recordings in a test's library, without the processes that `add` starts."""

import shutil
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.media.probe import probe
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId


def put_media(library: Library, catalog: Catalog, *paths: Path) -> list[Clip]:
    """Copy recordings into a library and record them; return their clips."""
    library.assets.mkdir(exist_ok=True)
    clips = []
    with catalog.change() as change:
        for source in paths:
            clip_id = ClipId(change.new_id(Clip))
            path = f"assets/{source.stem}-{clip_id}{source.suffix}"
            shutil.copyfile(source, library.resolve(path))
            clip = Clip(
                id=clip_id,
                title=source.stem,
                path=path,
                sha256=checksum(source),
                size=source.stat().st_size,
                media=probe(source),
            )
            clips.append(change.put(clip))
    return clips
