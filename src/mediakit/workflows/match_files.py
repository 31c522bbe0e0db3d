"""Tell by their names which clips the files of a folder belong to.

A file is called like a clip if its name, without what says its format, is the clip's
title, id, original name or file name, in any case and with any of the signs that
programs put for spaces. A language may follow, as in ``gao.fr.srt``; so may the id of
the transcript that it was exported from.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mediakit.catalog.records import kind_of
from mediakit.errors.base import MediakitError
from mediakit.errors.transcripts import (
    TranscriptAmbiguous,
    TranscriptRepeated,
    TranscriptUnmatched,
)
from mediakit.files import safe_name
from mediakit.formats.registry import stem_of
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.language import is_known, tag_or_nothing
from mediakit.model.transcript_record import TranscriptRecord

_SPACES = re.compile(r"[\s_-]+")
_TAGGED = re.compile(r"(.+?)[. _-]([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})")


@dataclass(frozen=True, slots=True)
class Match:
    """A file and the clip whose words are in it.

    Attributes:
        path: The file.
        clip: The clip.
        language: The tag in the file's name, or empty.
        exported: The transcript whose id is in the file's name, if one is.
    """

    path: Path
    clip: Clip
    language: str
    exported: TranscriptRecord | None = None


@dataclass(frozen=True, slots=True)
class NotMatched:
    """A file that belongs to no clip for certain.

    Attributes:
        path: The file.
        error: Why.
    """

    path: Path
    error: MediakitError


def match_files(
    clips: Sequence[Clip], records: Iterable[TranscriptRecord], files: Iterable[Path]
) -> list[Match | NotMatched]:
    """Return what each of *files* belongs to, in their order.

    Two files for the same clip and language are matched both to none.

    Args:
        clips: All that there are.
        records: Their transcripts.
        files: Only their names count.
    """
    names = _names(clips)
    spoken = {tag for clip in clips for tag in clip.languages}
    by_id = {clip.id: clip for clip in clips}
    known = {_folded(one.id): one for one in records if one.clip in by_id}
    found = [
        _exported(path, by_id, known) or _match(path, names, spoken) for path in files
    ]
    rivals = Counter(
        (one.clip.id, one.language) for one in found if isinstance(one, Match)
    )
    return [
        _repeated(one, count)
        if isinstance(one, Match) and (count := rivals[one.clip.id, one.language]) > 1
        else one
        for one in found
    ]


def _names(clips: Iterable[Clip]) -> dict[str, dict[str, Clip]]:
    """Return the clips, by id, that have each name."""
    names: dict[str, dict[str, Clip]] = defaultdict(dict)
    for clip in clips:
        original, own = PurePosixPath(clip.original_name), PurePosixPath(clip.path)
        called = (clip.id, clip.title, safe_name(clip.title))
        for name in (*called, original.name, original.stem, own.name, own.stem):
            if name:
                names[_folded(name)][clip.id] = clip
    return names


def _match(
    path: Path, names: dict[str, dict[str, Clip]], spoken: set[str]
) -> Match | NotMatched:
    stem = stem_of(path.name)
    language = ""
    found = names.get(_folded(stem), {})
    if not found and (tagged := _TAGGED.fullmatch(stem)):
        tag = tag_or_nothing(tagged[2])
        if tag in spoken or is_known(tag):
            found, language = names.get(_folded(tagged[1]), {}), tag
    if not found:
        return NotMatched(path, TranscriptUnmatched(file=path.name))
    if len(found) > 1:
        clips = ", ".join(sorted(found))
        return NotMatched(path, TranscriptAmbiguous(file=path.name, clips=clips))
    return Match(path, next(iter(found.values())), language)


def _exported(
    path: Path, clips: dict[ClipId, Clip], known: dict[str, TranscriptRecord]
) -> Match | None:
    """Return what a file belongs to that is called as exports are.

    By title, language, id of the transcript, and perhaps a number.
    """
    kind = f"{kind_of(TranscriptRecord).letter}-"
    for word in stem_of(path.name).casefold().split():
        if word.startswith(kind) and (record := known.get(_folded(word))):
            return Match(path, clips[record.clip], record.language, record)
    return None


def _repeated(match: Match, count: int) -> NotMatched:
    error = TranscriptRepeated(file=match.path.name, clip=match.clip.id, count=count)
    return NotMatched(match.path, error)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return _SPACES.sub(" ", plain).strip()
