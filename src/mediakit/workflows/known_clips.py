"""What the clips of a library can be known by: ids, names, the content of files."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from mediakit.catalog.catalog import Records
from mediakit.errors.library import ReadFailed
from mediakit.files import checksum, is_file
from mediakit.model.clip import Clip
from mediakit.model.group import fold_name
from mediakit.model.ids import ClipId
from mediakit.model.removed import Removed
from mediakit.model.use import Use
from mediakit.timeline.found import Source
from mediakit.timeline.reels import reel_names
from mediakit.workflows.place_export import public_name

_ID = re.compile(r"(?<![a-z0-9])c-[0-9a-z]{10}(?![0-9a-z])", re.ASCII)


@dataclass(slots=True)
class KnownClips:
    """What shots can be known by.

    Attributes:
        clips: By id.
        removed: Those that were taken out of the library, by id.
        names: Clips of both by everything they are called.
        contents: The same by the content of their originals.
        uses: What left, by the content of its files.
        folder: Where the timeline is.
    """

    clips: Mapping[ClipId, Clip]
    removed: Mapping[ClipId, Removed]
    names: Mapping[str, tuple[ClipId, ...]]
    contents: Mapping[str, ClipId]
    uses: Mapping[str, Use]
    folder: Path
    _sizes: frozenset[int]
    _left: frozenset[str]
    _digests: dict[object, str] = field(default_factory=dict)

    def ids(self, source: Source) -> list[ClipId]:
        """Return the clips whose ids a file says: in our own words, then in names."""
        named = (source.clip, *_ID.findall(f"{source.name} {source.path}"))
        known = (ClipId(one) for one in named)
        return [one for one in dict.fromkeys(known) if self._is_known(one)]

    def called(self, *names: str) -> list[ClipId]:
        """Return the clips that are called by any of some names, files or reels."""
        some = (id_ for name in names for id_ in self.names.get(_plain(name), ()))
        return [*dict.fromkeys(some)]

    def size(self, path: str) -> int:
        """Return how many bytes the file of a shot has; 0 where it is elsewhere."""
        place = self._place(path)
        try:
            return place.stat().st_size if place else 0
        except OSError:
            return 0

    def content(self, path: str) -> str:
        """Return the checksum of a file that may be ours; nothing if that is elsewhere.

        What is as long as no clip, and called like nothing that left, is not read.
        """
        place = self._place(path)
        size = self.size(path)
        if place is None or not (size in self._sizes or place.name in self._left):
            return ""
        try:
            about = place.stat()
            # a file has one content, however its path is spelled
            key = (about.st_dev, about.st_ino) if about.st_ino else place
            if key not in self._digests:
                self._digests[key] = checksum(place)
            return self._digests[key]
        except (OSError, ReadFailed):
            return ""

    def _place(self, path: str) -> Path | None:
        # another computer is not asked: it would learn who asks
        is_far = "://" in path or path.replace("\\", "/").startswith("//")
        place = self.folder / path
        return place if path and not is_far and is_file(place) else None

    def _is_known(self, clip: ClipId) -> bool:
        return clip in self.clips or clip in self.removed


def known_clips(records: Records, folder: Path) -> KnownClips:
    """Return what the clips of a library can be known by.

    Args:
        records: The catalog.
        folder: Where the timeline is: it may name files as seen from there.
    """
    clips = {clip.id: clip for clip in records.all(Clip)}
    removed = {one.clip: one for one in records.all(Removed) if one.clip not in clips}
    uses = {file.sha256: use for use in records.all(Use) for file in use.files}
    contents = {one.sha256: one.clip for one in removed.values()}
    contents |= {clip.sha256: clip.id for clip in clips.values()}
    return KnownClips(
        clips,
        removed,
        _names(clips, removed),
        contents,
        uses,
        folder,
        frozenset(clip.size for clip in clips.values() if clip.size),
        frozenset(
            PurePosixPath(file.path).name for use in uses.values() for file in use.files
        ),
    )


def _names(
    clips: Mapping[ClipId, Clip], removed: Mapping[ClipId, Removed]
) -> dict[str, tuple[ClipId, ...]]:
    """Return clips by what they are called outside: titles, files, reels."""
    names: dict[str, dict[ClipId, None]] = {}
    reels = reel_names(clips)

    def add(clip: ClipId, called: Iterable[str]) -> None:
        for name in filter(None, map(_plain, called)):
            names.setdefault(name, {})[clip] = None

    for clip in clips.values():
        own = (clip.title, clip.original_name, clip.path, reels[clip.id])
        add(clip.id, (public_name(clip), *own))
    for one in removed.values():
        add(one.clip, (one.title,))
    return {name: tuple(some) for name, some in names.items()}


def _plain(name: str) -> str:
    """Return a name as it is compared: without its folders and its ending."""
    return fold_name(PurePosixPath(name.replace("\\", "/")).stem)
