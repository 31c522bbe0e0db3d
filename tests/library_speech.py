"""Clips in which known sentences are said, in a test's library."""

import shutil

from mediakit.catalog.catalog import Catalog
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.media import MediaInfo, SoundStream
from tests.builders import a_clip
from tests.speech import Speech

_STREAM = SoundStream(codec="opus", channels=1, sample_rate=48_000)


def put_speech(library: Library, catalog: Catalog, number: int, speech: Speech) -> Clip:
    """Put a recording into a library, of which nobody has said the language."""
    media = MediaInfo(
        kind="sound", duration=speech.duration, container="ogg", sound=(_STREAM,)
    )
    path = library.assets / f"{number}.opus"
    shutil.copyfile(speech.path, path)
    clip = a_clip(
        f"c-000000000{number}",
        media=media,
        path=f"assets/{path.name}",
        languages=(),
        sha256=checksum(path),
        size=path.stat().st_size,
    )
    with catalog.change() as change:
        return change.put(clip)
