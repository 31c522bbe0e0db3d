"""Write a project for other research tools, and record that it left."""

import contextlib
import zipfile
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.base import MediakitError, Reasons, sentence
from mediakit.errors.exchange import NothingToExport
from mediakit.errors.masks import MaskNotPossible
from mediakit.exchange import refi_write
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.leaving import Part, Passed, Shown, joined
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.describe_project import Described, Telling, describe_project
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.gather_material import (
    Material,
    OpenMaterial,
    gather_material,
    parts_asked,
)
from mediakit.workflows.keep_export import Export, exporting, unnamed
from mediakit.workflows.pack_recordings import (
    SHOWN,
    Packing,
    Recordings,
    pack_recordings,
)
from mediakit.workflows.pass_gate import Purpose, ask_gate, pass_gate, pass_parts
from mediakit.workflows.pass_masked import masked_recordings
from mediakit.workflows.place_export import place_export
from mediakit.workflows.real_names import real_names_of
from mediakit.workflows.record_use import record_use

FOLDER = "data"
FORMATS = ("qdpx",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedProject:
    """What was written, and what is remembered of it.

    Attributes:
        path: The file.
        clips: How many recordings it is about.
        recordings: How many went along.
        codings: How many codings.
        use: The record that they left.
        beside: Recordings that are too large for an archive, beside it.
        left_out: Whose words or recordings were left out, and why.
        cautions: What the gate let pass and people should know.
        lost: What the format cannot hold.
        unread: Why some transcripts or recordings could not be read.
    """

    path: Path
    clips: int
    recordings: int
    codings: int
    use: Use
    beside: tuple[Path, ...]
    left_out: Reasons
    cautions: Reasons
    lost: Reasons
    unread: tuple[MediakitError, ...]


def export_project(
    library: Library,
    catalog: Catalog,
    purpose: Purpose,
    telling: Telling,
    *,
    clips: Sequence[str] = (),
    ffmpeg: Ffmpeg | None = None,
    output: str = "",
) -> Generator[Packing | ExportedProject, None, None]:
    """Write clips with their codings, transcripts and people; yield the project last.

    The gate is asked before recordings are cut, and again when they are.

    Args:
        library: Where it goes, unless told otherwise.
        catalog: Where they are, and the use is recorded.
        purpose: What it is for.
        telling: How it is told.
        clips: Their ids; all if there are none.
        ffmpeg: What cuts the recordings that go along; they stay here without.
        output: A file that is not there yet; empty for one among the exports.

    Raises:
        ClipNotFound: No clip has this id.
        NothingToExport: There is no clip, or no theme to go with it.
        ConsentRefused, ConsentWithdrawn: The gate lets nothing of it pass.
        TargetRefused: There is such a file, or it lies among the originals.
        WriteFailed: It could not be written.
    """
    records = catalog.read()
    asked = _Asked(library, records, purpose, clips)
    stem = f"{telling.name} {purpose.day}"
    path = place_export(library, asked.passed, FOLDER, stem, refi_write.SUFFIX, output)
    wanted = asked.recordings(records) if ffmpeg else []
    # all that is said, once more than it is needed
    del asked, records
    made = Recordings()
    with _making(library, path, made) as making:
        if ffmpeg is not None:
            yield from pack_recordings(
                library, ffmpeg, making.archive, path, wanted, made
            )
        with exporting(library, catalog) as export:
            # while recordings were cut, somebody may have withdrawn
            asked = _Asked(library, export.change, purpose, clips)
            exported = _finish(
                export, asked, telling, making, made, wished=ffmpeg is not None
            )
    yield exported


class _Asked:
    """What is wanted, and what the gate says of it."""

    def __init__(
        self,
        library: Library,
        records: Records,
        purpose: Purpose,
        clips: Sequence[str],
    ) -> None:
        self.purpose = purpose
        self.clips = _wanted(records, clips)
        self.material: Material = gather_material(library, records, self.clips)
        parts = parts_asked(self.material)
        self.passed: Passed = pass_parts(records, purpose, parts, Shown.WORDS)
        self.there = OpenMaterial(self.material, self.passed)

    def recordings(self, records: Records) -> list[Clip]:
        """Return those of which everything may be heard and seen."""
        whole = [_whole(clip) for clip in self.there.clips]
        open_ = set(ask_gate(records, self.purpose, whole, SHOWN).parts)
        masked = masked_recordings(records, [clip.id for clip in self.there.clips])
        return [
            one
            for one in self.there.clips
            if _whole(one) in open_ and one.id not in masked
        ]


class _Making:
    """An archive that is being written."""

    def __init__(
        self, library: Library, path: Path, stack: contextlib.ExitStack
    ) -> None:
        self.path = path
        self.new = stack.enter_context(unnamed(library, path))
        self.archive = stack.enter_context(zipfile.ZipFile(self.new.half, "w"))

    def finish(self, library: Library) -> UsedFile:
        """Write its end; return how a use names it."""
        self.archive.close()
        return self.new.finish(library)


@contextlib.contextmanager
def _making(library: Library, path: Path, made: Recordings) -> Iterator[_Making]:
    """Write an archive; what lies beside goes with it if it fails."""
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(made.held)
            yield _Making(library, path, stack)
    except BaseException:
        for one in made.new:
            # not empty: what is in it was let go, or is somebody's
            with contextlib.suppress(OSError):
                one.target.parent.rmdir()
        raise


def _finish(
    export: Export,
    asked: _Asked,
    telling: Telling,
    making: _Making,
    made: Recordings,
    *,
    wished: bool,
) -> ExportedProject:
    """Write the project, record that it leaves, and let it go."""
    change, library = export.change, export.library
    facts = gather_facts(change, {clip.id for clip in asked.clips})
    packed = {clip: one.path for clip, one in made.packed.items()}
    real = real_names_of(library)
    book = asked.material.book
    described = describe_project(asked.there, book, facts, real, telling, packed)
    refi_write.write(
        making.archive, described.project, described.sources, described.variables
    )
    passed, closed = _passed(change, asked, made, wished=wished)
    use = _recorded(change, passed, made, making.finish(library), described)
    for new in (*made.new, making.new):
        export.let_go(new)
    return ExportedProject(
        path=making.path,
        clips=described.clips,
        recordings=len(packed),
        codings=described.codings,
        use=use,
        beside=tuple(one.target for one in made.new),
        left_out=Reasons(*dict.fromkeys((*passed.reasons.each, *closed.each))),
        cautions=Reasons(*passed.cautions.each, *described.named),
        lost=described.lost,
        unread=(*asked.material.unread, *made.unread),
    )


def _passed(
    change: Change, asked: _Asked, made: Recordings, *, wished: bool
) -> tuple[Passed, Reasons]:
    """Return what the gate says of all that leaves, and why recordings do not.

    Raises:
        ConsentRefused, ConsentWithdrawn: A recording was closed while it was cut.
        MaskNotPossible: Or it was masked.
    """
    words = asked.passed
    if not wished:
        return words, Reasons()
    whole = {clip.id: _whole(clip) for clip in asked.there.clips}
    closed = ask_gate(change, asked.purpose, list(whole.values()), SHOWN).reasons
    masked = masked_recordings(change, whole)
    closed = Reasons(*closed.each, *masked.values())
    for clip in made.packed:
        if clip in masked:
            raise MaskNotPossible(reason=masked[clip])
    if not made.packed:
        return words, closed
    parts = [_whole(change.get(Clip, clip)) for clip in made.packed]
    heard = pass_gate(change, asked.purpose, parts, SHOWN | Shown.WORDS)
    both = replace(
        words,
        parts=(*words.parts, *heard.parts),
        warnings=tuple(dict.fromkeys((*words.warnings, *heard.warnings))),
        overridden=tuple(dict.fromkeys((*words.overridden, *heard.overridden))),
        cautions=Reasons(*dict.fromkeys((*words.cautions.each, *heard.cautions.each))),
        override=words.override or heard.override,
    )
    return both, closed


def _recorded(
    change: Change,
    passed: Passed,
    made: Recordings,
    left: UsedFile,
    described: Described,
) -> Use:
    """Record the project, and each recording as the cut that it is.

    By its bytes a recording is known again, whatever brings it back.
    """
    for clip, one in made.packed.items():
        whole = (UsedRange(*_whole(change.get(Clip, clip))),)
        record_use(change, passed, UseKind.CUT, (one.file,), how=one.how, ranges=whole)
    how = f"project of {described.clips} clips and {described.codings} codings as qdpx"
    ranges = tuple(UsedRange(*part) for part in joined(passed.parts))
    return record_use(change, passed, UseKind.DATA, (left,), how=how, ranges=ranges)


def _whole(clip: Clip) -> Part:
    return clip.id, TimeRange(0, clip.media.duration)


def _wanted(records: Records, clips: Sequence[str]) -> list[Clip]:
    if clips:
        found = {one.id: one for one in (records.find(Clip, typed) for typed in clips)}
    else:
        found = {one.id: one for one in records.all(Clip)}
    if not found:
        raise NothingToExport(reason=sentence("the library has no clips"))
    if not records.all(Theme):
        raise NothingToExport(reason=sentence("the codebook is empty"))
    return list(found.values())
