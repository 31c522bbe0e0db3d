"""Import the transcripts in a folder, each with the clip that it is named after."""

import os
import stat
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.errors.library import ReadFailed
from mediakit.errors.transcripts import NothingToImport
from mediakit.files import reason
from mediakit.formats.registry import Reading, format_named, is_named_as_transcript
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.language import normalize_tag
from mediakit.model.transcript import Transcript
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.import_transcript import (
    Readable,
    keep_words,
    read_transcript,
    same_words,
)
from mediakit.workflows.match_files import Match, NotMatched, match_files


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was imported, or that could be.

    Attributes:
        match: The file and its clip.
        transcript: Its words.
        reading: What was read, and what was mended to read it.
        record: What was kept, or was there already; ``None`` if nothing was yet.
        is_new: Whether the clip did not have the same words yet.
    """

    match: Match
    transcript: Transcript
    reading: Reading
    record: TranscriptRecord | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a folder.

    Attributes:
        transcripts: Files named as transcripts are, in order.
        others: Files that are something else, or in another format than wanted.
    """

    transcripts: tuple[Path, ...]
    others: tuple[Path, ...]


def find_transcripts(path: Path, format_name: str = "") -> Found:
    """Return what lies in a folder and below it; a file alone is a folder of one.

    Hidden files are passed over, and links in a folder are not followed.

    Args:
        path: Where to look.
        format_name: The format's name, to take no other; or empty.

    Raises:
        ReadFailed: The folder, or one below it, cannot be read.
        NothingToImport: There is no file that is named as transcripts are.
    """
    if not path.is_dir():
        return Found((path,), ())
    files = sorted(_below(path))
    wanted = format_named(format_name).SUFFIXES if format_name else ()
    ends = tuple(suffix.lower() for suffix in wanted)
    transcripts = tuple(
        file
        for file in files
        if is_named_as_transcript(file.name)
        and (not ends or file.name.lower().endswith(ends))
    )
    if not transcripts:
        raise NothingToImport(folder=str(path))
    taken = set(transcripts)
    return Found(transcripts, tuple(file for file in files if file not in taken))


def import_transcripts(
    library: Library,
    catalog: Catalog,
    files: Sequence[Path],
    *,
    format_name: str = "",
    language: str = "",
    origin: Origin | None = None,
    dry_run: bool = False,
) -> Generator[Taken | NotMatched, None, None]:
    """Import files by their names; yield what became of each, once it is certain.

    What was yielded is in the catalog; the same files again change nothing.

    Args:
        library: Where the transcripts' own files go.
        catalog: Where they are recorded.
        files: What `find_transcripts` found.
        format_name: As for `import_transcript`, and so is *origin*.
        language: A tag, for files that do not say one in their names.
        origin: Where the words come from.
        dry_run: Only read and match them.

    Raises:
        LanguageNotUnderstood: The language is no tag; nothing was imported.
        WriteFailed: The disk or the catalog failed.
    """
    tag = normalize_tag(language) if language else ""
    records = catalog.read()
    for match in match_files(records.all(Clip), records.all(TranscriptRecord), files):
        if isinstance(match, NotMatched):
            yield match
            continue
        result = _read(match, format_name, match.language or tag, origin)
        if isinstance(result, NotMatched):
            yield result
        else:
            yield _taken(library, catalog, match, result, dry_run=dry_run)


def _read(
    match: Match, format_name: str, language: str, origin: Origin | None
) -> Readable | NotMatched:
    """Read a file, or say why it cannot be: the others go on.

    What was exported as a translation is one when it comes back, by the same person.
    """
    exported = match.exported
    is_translation = exported is not None and exported.origin.is_translation
    translated = exported if is_translation and origin is None else None
    try:
        return read_transcript(
            match.clip,
            match.path,
            format_name=format_name,
            language=language,
            origin=translated.origin if translated else origin,
            by=translated.by if translated else "",
            day=translated.date if translated else "",
        )
    except MediakitError as error:
        return NotMatched(match.path, error)


def _taken(
    library: Library,
    catalog: Catalog,
    match: Match,
    readable: Readable,
    *,
    dry_run: bool,
) -> Taken:
    if dry_run:
        record = same_words(library, catalog.read(), readable.transcript)
        is_new = record is None
    else:
        imported = keep_words(library, catalog, readable)
        record, is_new = imported.record, imported.is_new
    return Taken(match, readable.transcript, readable.reading, record, is_new)


def _below(top: Path) -> Iterator[Path]:
    left = [top]
    while left:
        folder = left.pop()
        try:
            names = os.listdir(folder)  # noqa: PTH208 names with odd bytes too
            for name in names:
                path = folder / name
                mode = path.lstat().st_mode
                if name.startswith("."):
                    continue
                if stat.S_ISDIR(mode):
                    left.append(path)
                elif stat.S_ISREG(mode):
                    yield path
        except OSError as error:
            raise ReadFailed(path=str(folder), reason=reason(error)) from error
