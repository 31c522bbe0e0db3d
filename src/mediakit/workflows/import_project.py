"""Take in a project of another research tool: codes, codings, transcripts, people."""

from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.base import MediakitError, Reason, Reasons, sentence
from mediakit.errors.exchange import NothingTakenIn
from mediakit.exchange import refi_read
from mediakit.exchange.refi_package import Package
from mediakit.exchange.refi_project import Project, Source, SourceKind
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.ids import ClipId
from mediakit.model.language import normalize_tag
from mediakit.workflows.keep_media import Added
from mediakit.workflows.match_sources import Digest, Matches, match_sources
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.take_in_cases import CasesTakenIn
from mediakit.workflows.take_in_codes import CodesTakenIn, TakenCode
from mediakit.workflows.take_in_codings import CodingsTakenIn
from mediakit.workflows.take_in_file import NotAdded
from mediakit.workflows.take_in_recordings import take_in_recordings
from mediakit.workflows.take_in_words import WordsTakenIn

_SHOWN = 5

_DOCUMENTS = {
    SourceKind.TEXT: sentence(
        "'{name}' is a text, and what is coded in it; only recordings have a place "
        "here."
    ),
    SourceKind.PICTURE: sentence(
        "'{name}' is a picture, and what is coded in it; only recordings have a place "
        "here."
    ),
    SourceKind.PDF: sentence(
        "'{name}' is a PDF, and what is coded in it; only recordings have a place here."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProject:
    """What an import came to.

    Attributes:
        name: What the project is called.
        clips: What it calls the clips that it is about, and their ids.
        themes: What became of its codes.
        added: Recordings that came along and are new.
        counts: How much of what is new, and was there already.
        left: What was not taken in, or is in doubt, and why.
        refused: Why recordings that came along were not added.
    """

    name: str
    clips: tuple[tuple[str, ClipId], ...]
    themes: tuple[TakenCode, ...]
    added: tuple[Clip, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    left: Reasons = field(default_factory=Reasons)
    refused: tuple[MediakitError, ...] = ()


@dataclass(slots=True)
class _Came:
    """What became of the recordings that came along."""

    digests: dict[str, str] = field(default_factory=dict)
    added: dict[str, Clip] = field(default_factory=dict)
    refused: list[MediakitError] = field(default_factory=list)


def import_project(
    library: Library,
    catalog: Catalog,
    path: Path,
    purpose: Purpose,
    *,
    language: str = "",
    update: bool = False,
) -> Generator[Added | NotAdded | ImportedProject, None, None]:
    """Take a project into the catalog; yield recordings that are added, then all of it.

    Recordings that came along and are not here are added first, as by `add`: they
    stay if the rest fails. That is taken in in one commit, or not at all. What was
    written here, or was taken in before, is known again: a file imported twice makes
    nothing twice, and nothing is removed.

    Args:
        library: Where transcripts and recordings go.
        catalog: Where it is recorded.
        path: The file.
        purpose: For whom recordings are added; see `for_the_team`.
        language: The tag of what is said and of the names of codes, where the
            project does not say it.
        update: Change known themes of which the file says something else.

    Raises:
        ReadFailed: The file cannot be read.
        ExchangeUnreadable: It is no project, damaged, or not safe to open.
        NothingTakenIn: It is about no clip of this library, and has no codes.
        LanguageNotUnderstood: The language is no tag.
        SpaceMissing: The recordings have no room.
        WriteFailed: The words or recordings could not be written.
    """
    tag = normalize_tag(language) if language else ""
    came = _Came()
    with Package(path) as package:
        project = refi_read.read(package)
        digest = _digests(package, came)
        unknown = match_sources(catalog.read(), project.sources, digest).unknown
        for source, one in take_in_recordings(
            library, catalog, package, unknown, purpose
        ):
            if isinstance(one, Added):
                came.added[source.guid] = one.clip
            else:
                came.refused.append(one.error)
            yield one
    with catalog.change() as change:
        taking = _Taking(library, change, project, tag=tag, update=update)
        imported = taking.take(path, came)
    yield imported


def _digests(package: Package, came: _Came) -> Digest:
    """Return what tells the bytes of recordings; read once, however often asked."""

    def digest(source: Source) -> str:
        if source.guid not in came.digests:
            there = package.recording(source.path) is not None
            came.digests[source.guid] = package.checksum(source.path) if there else ""
        return came.digests[source.guid]

    return digest


class _Taking:
    """A project that is being taken in."""

    def __init__(
        self,
        library: Library,
        change: Change,
        project: Project,
        *,
        tag: str,
        update: bool,
    ) -> None:
        self._change, self._project = change, project
        self._codes = CodesTakenIn(change, change.put, tag=tag, update=update)
        self._words = WordsTakenIn(library, change, tag)

    def take(self, path: Path, came: _Came) -> ImportedProject:
        """Record all of it."""
        project, codes, words = self._project, self._codes, self._words
        matches = match_sources(
            self._change, project.sources, lambda one: came.digests.get(one.guid, "")
        )
        clips = matches.clips
        if not clips and not project.codes:
            names = [source.name for source in project.sources][:_SHOWN]
            raise NothingTakenIn(file=path.name, sources=", ".join(names) or "-")
        codes.take(project.codes)
        codings = CodingsTakenIn(self._change, project, codes.taken)
        for source in project.sources:
            clip = clips.get(source.guid)
            if clip is not None:
                codings.take(source, clip)
                for transcript in source.transcripts:
                    words.take(transcript, clip)
        cases = CasesTakenIn(self._change)
        cases.take(project, clips)
        counts = Counter(f"themes_{one.how.value}" for one in codes.taken.values())
        for more in (codings.counts, words.counts, cases.counts):
            counts.update(more)
        left = (
            *matches.doubts,
            *_unmatched(project.sources, matches),
            *codings.left,
            *words.left,
            *cases.left,
            *_aside(project),
        )
        return ImportedProject(
            name=project.name,
            clips=tuple(
                (one.name, clips[one.guid].id)
                for one in project.sources
                if one.guid in clips
            ),
            themes=tuple(codes.taken.values()),
            added=tuple(came.added.values()),
            counts=dict(counts),
            left=Reasons(*dict.fromkeys(left)),
            refused=tuple(came.refused),
        )


def _unmatched(sources: tuple[Source, ...], matches: Matches) -> list[Reason]:
    """Return a sentence for each source that is no clip here."""
    unknown = {one.guid for one in matches.unknown}
    told = []
    for one in sources:
        name = one.name or one.guid
        if one.guid in unknown:
            text = sentence(
                "'{name}' is no recording of this library. Add it, or give one clip "
                "this title, and import again."
            )
            told.append(Reason(text, name=name))
        elif not one.kind.is_recording:
            told.append(Reason(_DOCUMENTS[one.kind], name=name))
    return told


def _aside(project: Project) -> list[Reason]:
    text = sentence("{kind}: {count}; there is no place for it here.")
    return [
        Reason(text, kind=kind, count=count) for kind, count in project.aside.items()
    ]
