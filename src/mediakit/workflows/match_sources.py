"""Find the clips that the sources of another tool's project are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mediakit.catalog.catalog import Records
from mediakit.errors.base import Reason, sentence
from mediakit.exchange.refi_project import Source
from mediakit.model.clip import Clip
from mediakit.model.group import fold_name
from mediakit.model.guid import guid_of
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use
from mediakit.workflows.place_export import public_name

_SEVERAL = sentence(
    "'{name}' may be any of {clips}, which are called so. Give one of them this title "
    "alone, and import again."
)
_OTHER_BYTES = sentence(
    "'{name}' was taken for {clip}, which is called so; the recording that came with "
    "it is another file, and was not added."
)

Digest = Callable[[Source], str]
"""Return the SHA-256 of the recording that came with a source, or nothing."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Which clips sources are.

    Attributes:
        clips: By the GUID of the source.
        doubts: What is to be known of some.
        unknown: Sources that are no clip, and that could not be taken for one.
    """

    clips: dict[str, Clip] = field(default_factory=dict)
    doubts: list[Reason] = field(default_factory=list)
    unknown: list[Source] = field(default_factory=list)


def match_sources(
    records: Records, sources: Iterable[Source], digest_of: Digest
) -> Matches:
    """Return the clips that recordings are.

    A source that was written here says which clip it is. Another is the clip whose
    bytes came with it, or came from here; or the one clip that is called as it is,
    with or without the end of a file's name.
    """
    clips = records.all(Clip)
    by_guid = {guid_of(clip.id): clip for clip in clips}
    by_bytes = _by_bytes(records, clips)
    by_name = _by_name(clips)
    found = Matches()
    for source in sources:
        if not source.kind.is_recording or source.guid in found.clips:
            continue
        same = by_guid.get(source.guid)
        digest = "" if same else digest_of(source)
        same = same or by_bytes.get(digest)
        if same is None:
            same = _named(by_name, source, found, other=bool(digest))
        if same is not None:
            found.clips[source.guid] = same
    return found


def _by_bytes(records: Records, clips: Iterable[Clip]) -> dict[str, Clip]:
    """Return clips by the bytes of their originals, and of what left of all of them."""
    known = {clip.id: clip for clip in clips}
    found: dict[str, Clip] = {}
    for use in records.all(Use):
        if len(use.ranges) != 1:
            continue
        [used] = use.ranges
        clip = known.get(used.clip)
        if clip and used.range == TimeRange(0, clip.media.duration):
            found |= dict.fromkeys((file.sha256 for file in use.files), clip)
    return found | {clip.sha256: clip for clip in known.values()}


def _by_name(clips: Iterable[Clip]) -> dict[str, list[Clip]]:
    by_name: dict[str, list[Clip]] = {}
    for clip in clips:
        names = (clip.title, public_name(clip), PurePosixPath(clip.original_name).stem)
        for name in {fold_name(one) for one in names} - {""}:
            by_name.setdefault(name, []).append(clip)
    return by_name


def _named(
    by_name: Mapping[str, list[Clip]], source: Source, found: Matches, *, other: bool
) -> Clip | None:
    """Return the one clip that has the name of a source; tell where it is in doubt."""
    called = (source.name, PurePosixPath(source.name).stem)
    same = next(filter(None, (by_name.get(fold_name(one)) for one in called)), [])
    if not same:
        found.unknown.append(source)
        return None
    if len(same) > 1:
        named = ", ".join(clip.id for clip in same)
        found.doubts.append(Reason(_SEVERAL, name=source.name, clips=named))
        return None
    if other:
        told = Reason(_OTHER_BYTES, name=source.name, clip=same[0].id)
        found.doubts.append(told)
    return same[0]
