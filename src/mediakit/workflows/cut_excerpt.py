"""Cut an excerpt out of a clip, and remember that it was made."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Change, Records
from mediakit.errors.base import Reasons
from mediakit.errors.library import TargetRefused
from mediakit.files import checksum, is_file, safe_name, staged
from mediakit.library import Library
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.find_original import find_original
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.pass_gate import Purpose, pass_gate
from mediakit.workflows.place_export import place_export, public_name, recorded_path
from mediakit.workflows.record_use import is_recorded, record_use
from mediakit.workflows.write_cut import Shape, Writing, range_held, write_cut

FOLDER = "cuts"


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was made, what it holds and how it was made."""

    file: UsedFile
    held: TimeRange
    how: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut that is there.

    Attributes:
        path: The file.
        excerpt: What it shows.
        use: The record that it was made.
        cautions: What the gate let pass and people should know.
        reused: Whether it had been made before.
    """

    path: Path
    excerpt: Excerpt
    use: Use
    cautions: Reasons
    reused: bool = False


def cut_excerpt(
    library: Library,
    catalog: Catalog,
    ffmpeg: Ffmpeg,
    chosen: Chosen,
    shape: Shape,
    purpose: Purpose,
    *,
    title: str = "",
    output: str = "",
) -> Generator[Writing | Cut, None, None]:
    """Cut a part of a clip into a file; yield how far it has come, then the cut.

    The same cut of the same part is made once: if its file is intact, it is that
    one. A crash leaves at most a file that no record mentions. The gate is asked before
    the work, and again when it is done, for all that the file holds: a preview from
    key frame to key frame shows more than was chosen, and its use record says so.

    Args:
        library: Where the clip is.
        catalog: Where the excerpt and its use are recorded.
        ffmpeg: The program.
        chosen: What to cut.
        shape: What to make of it.
        purpose: What it is for.
        title: What people call it.
        output: A file that is not there yet, instead of one among the exports.

    Raises:
        OriginalMissing, OriginalChanged: The clip's file is not what was added.
        ConsentRefused, ConsentWithdrawn: The gate says no.
        TargetRefused: *output* exists, or lies among the originals.
        KeyframeCutRefused: It is a preview, of a kind of video that has none.
        NothingToCut, FfmpegFailed, ReadFailed, WriteFailed: It could not be made.
    """
    source = find_original(library, chosen.clip)
    records = catalog.read()
    held = range_held(source, chosen.clip, chosen.range, shape)
    passed = pass_gate(records, purpose, ((chosen.clip.id, held),), shape.shown)
    excerpt = _known(records, chosen, title) or Excerpt(
        # before there is a record: the file's name has it
        id=ExcerptId(records.new_id(Excerpt)),
        clip=chosen.clip.id,
        range=chosen.range,
        title=title,
        quote=chosen.quote,
    )
    before = None if output else _made_before(library, records, excerpt, held, shape)
    if before is not None:
        path, made = before
        with exporting(library, catalog) as export:
            done = _remembered(export.change, excerpt, shape, purpose, made)
        yield Cut(path, *done, reused=True)
        return
    stem = _stem(chosen.clip, excerpt, held, shape)
    target = place_export(library, passed, FOLDER, stem, shape.suffix, output)
    with staged(target) as half:
        written = Path(half.name)
        how = yield from write_cut(ffmpeg, source, written, chosen.range, shape)
        digest = checksum(written)
        if target.exists():
            raise TargetRefused(path=str(target))
    made = _Made(UsedFile(recorded_path(library, target), digest), held, how)
    with exporting(library, catalog, target) as export:
        done = _remembered(export.change, excerpt, shape, purpose, made)
    yield Cut(target, *done)


def _known(records: Records, chosen: Chosen, title: str) -> Excerpt | None:
    for excerpt in records.all(Excerpt):
        same = (excerpt.clip, excerpt.range) == (chosen.clip.id, chosen.range)
        if same and title in {"", excerpt.title}:
            return excerpt
    return None


def _made_before(
    library: Library, records: Records, excerpt: Excerpt, held: TimeRange, shape: Shape
) -> tuple[Path, _Made] | None:
    holds = (UsedRange(excerpt.clip, held, excerpt.id),)
    for use in records.all(Use):
        if (use.kind, use.ranges) != (UseKind.CUT, holds) or use.how not in shape.hows:
            continue
        for file in use.files:
            path = library.resolve(file.path)
            if is_file(path) and checksum(path) == file.sha256:
                return path, _Made(file, held, use.how)
    return None


def _stem(clip: Clip, excerpt: Excerpt, held: TimeRange, shape: Shape) -> str:
    name = safe_name(excerpt.title) if excerpt.title else public_name(clip)
    mark = " preview" if shape.is_preview else ""
    return f"{name} {_clock(held.start)}-{_clock(held.end)} {excerpt.id}{mark}"


def _clock(milliseconds: int) -> str:
    """Write a time so that it can be part of a file's name: ``1m02s500``."""
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}h{minutes:02d}m" if hours else f"{minutes}m"
    return f"{head}{seconds:02d}s" + (f"{thousandths:03d}" if thousandths else "")


def _remembered(
    change: Change, excerpt: Excerpt, shape: Shape, purpose: Purpose, made: _Made
) -> tuple[Excerpt, Use, Reasons]:
    """Return what the catalog now knows of a cut; the same is known once."""
    # while it was being cut, the clip may have been removed, a voice withdrawn
    change.get(Clip, excerpt.clip)
    parts = ((excerpt.clip, made.held),)
    passed = pass_gate(change, purpose, parts, shape.shown)
    if excerpt.created is None:
        excerpt = change.put(excerpt)
    files = (made.file,)
    ranges = (UsedRange(excerpt.clip, made.held, excerpt.id),)
    for use in change.all(Use):
        same = (use.files, use.ranges, use.how) == (files, ranges, made.how)
        if same and is_recorded(use, passed):
            return excerpt, use, passed.cautions
    use = record_use(change, passed, UseKind.CUT, files, how=made.how, ranges=ranges)
    return excerpt, use, passed.cautions
