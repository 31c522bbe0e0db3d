"""Cut an excerpt out of a clip, and remember that it was made."""

import contextlib
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import Reasons
from mediakit.files import checksum, is_file, safe_name
from mediakit.library import Library
from mediakit.media.cutting import reencode
from mediakit.media.cutting.video import Manner
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.leaving import Part
from mediakit.model.mask import Masked
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.workflows.find_original import find_original
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.keep_export import Export, exporting, unnamed
from mediakit.workflows.masked_copy import (
    frames_around,
    masked_copy,
    masked_part,
    own_canvas,
    with_tracks_of,
    write_masked_copy,
)
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.pass_masked import (
    how_masked,
    masks_over,
    pass_masked,
    ranges_masked,
    refuse_changed,
    shifted_voices,
)
from mediakit.workflows.place_export import place_export, public_name
from mediakit.workflows.record_use import is_recorded, record_use
from mediakit.workflows.refuse_standing import refuse_standing
from mediakit.workflows.write_cut import (
    VIDEO,
    Shape,
    Writing,
    range_held,
    write_cut,
)

FOLDER = "cuts"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be cut.

    Attributes:
        chosen: The part that was chosen.
        held: What of the clip the file will hold.
        shape: What to make of it.
        hidden: What hides it.
    """

    chosen: Chosen
    held: TimeRange
    shape: Shape
    hidden: Masked

    @property
    def parts(self) -> tuple[Part, ...]:
        """What of clips is in it, for the gate."""
        return ((self.chosen.clip.id, self.held),)

    @property
    def hows(self) -> tuple[str, ...]:
        """What a use record may say of it: one of these for the same cut."""
        if not self.hidden.masks:
            return self.shape.hows
        is_video = self.shape.format == VIDEO
        how = f"{VIDEO}, {reencode.HOW}" if is_video else self.shape.hows[0]
        return (", ".join([how, *how_masked([self.hidden])]),)

    def ranges(self, excerpt: Excerpt) -> tuple[UsedRange, ...]:
        """Return what is in it, as its use remembers it."""
        used = UsedRange(*self.parts[0], excerpt.id)
        return tuple(ranges_masked(used, self.hidden))


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was made, and how."""

    file: UsedFile
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
    one. A crash leaves at most a record of a file that is not there. The gate is asked
    before the work, and again when it is done, for all that the file holds: a preview
    from key frame to key frame shows more than was chosen, and its use record says so.
    What masks hide is hidden in it: then it is encoded again, whatever was asked for.

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
        MaskUnconfirmed, MaskNotPossible: What is to be hidden cannot be.
        TargetRefused: *output* exists, or lies among the originals.
        KeyframeCutRefused: It is a preview, of a kind of video that has none.
        NothingToCut, FfmpegFailed, ReadFailed, WriteFailed: It could not be made.
    """
    source = find_original(library, chosen.clip)
    records = catalog.read()
    held = range_held(source, chosen.clip, chosen.range, shape)
    [hidden] = masks_over(records, ((chosen.clip.id, held),), shape.shown)
    wanted = _Wanted(chosen, held, shape, hidden)
    passed = pass_masked(records, purpose, wanted.parts, (hidden,), shape.shown)
    refuse_standing(library, records, wanted.parts, (hidden,), shape.shown)
    excerpt = _known(records, chosen, title) or Excerpt(
        # before there is a record: the file's name has it
        id=ExcerptId(records.new_id(Excerpt)),
        clip=chosen.clip.id,
        range=chosen.range,
        title=title,
        quote=chosen.quote,
    )
    before = None if output else _made_before(library, records, excerpt, wanted)
    if before is not None:
        path, made = before
        with exporting(library, catalog) as export:
            done = _remembered(export, excerpt, wanted, purpose, made)
        yield Cut(path, *done, reused=True)
        return
    stem = _stem(chosen.clip, excerpt, held, shape)
    target = place_export(library, passed, FOLDER, stem, shape.suffix, output)
    with unnamed(library, target) as new:
        if hidden.masks:
            yield from _write_masked(
                *(library, ffmpeg, records, purpose, wanted, new.written)
            )
            [how] = wanted.hows
        else:
            how = yield from write_cut(ffmpeg, source, new.written, chosen.range, shape)
        made = _Made(new.finish(library), how)
        with exporting(library, catalog) as export:
            done = _remembered(export, excerpt, wanted, purpose, made)
            export.let_go(new)
    yield Cut(target, *done)


def _known(records: Records, chosen: Chosen, title: str) -> Excerpt | None:
    for excerpt in records.all(Excerpt):
        same = (excerpt.clip, excerpt.range) == (chosen.clip.id, chosen.range)
        if same and title in {"", excerpt.title}:
            return excerpt
    return None


def _write_masked(
    library: Library,
    ffmpeg: Ffmpeg,
    records: Records,
    purpose: Purpose,
    wanted: _Wanted,
    target: Path,
) -> Generator[Writing, None, None]:
    """Write what masks leave of a part over a file; yield how far it has come."""
    clip, held = wanted.chosen.clip, wanted.held
    canvas = own_canvas(clip)
    frames = frames_around(canvas, held)
    part = masked_part(*(library, records, purpose, clip, held, wanted.hidden, frames))
    canvas = with_tracks_of(library, clip, part, canvas)
    # it has a key frame where it begins, and nothing beyond its end
    shape = replace(wanted.shape, manner=Manner.EXACT)
    with masked_copy(library) as copy:
        rendering = write_masked_copy(library, ffmpeg, part, canvas, copy)
        with contextlib.closing(rendering) as shares:
            for share in shares:
                yield Writing(int(share * held.duration))
        whole = TimeRange(0, held.duration)
        with contextlib.closing(write_cut(ffmpeg, copy, target, whole, shape)) as steps:
            for _step in steps:
                yield Writing(held.duration)


def _made_before(
    library: Library, records: Records, excerpt: Excerpt, wanted: _Wanted
) -> tuple[Path, _Made] | None:
    holds = wanted.ranges(excerpt)
    for use in records.all(Use):
        if (use.kind, use.ranges) != (UseKind.CUT, holds) or use.how not in wanted.hows:
            continue
        for file in use.files:
            path = library.resolve(file.path)
            if is_file(path) and checksum(path) == file.sha256:
                return path, _Made(file, use.how)
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
    export: Export, excerpt: Excerpt, wanted: _Wanted, purpose: Purpose, made: _Made
) -> tuple[Excerpt, Use, Reasons]:
    """Return what the catalog now knows of a cut; the same is known once."""
    change = export.change
    # while it was being cut, the clip may have been removed, a voice withdrawn
    change.get(Clip, excerpt.clip)
    shown, hidden = wanted.shape.shown, (wanted.hidden,)
    refuse_changed(change, wanted.parts, shown, hidden)
    passed = pass_masked(change, purpose, wanted.parts, hidden, shown)
    refuse_standing(export.library, change, wanted.parts, hidden, shown)
    told = shifted_voices([(excerpt.clip, wanted.hidden)])
    cautions = Reasons(*passed.cautions.each, *told.each)
    if excerpt.created is None:
        excerpt = change.put(excerpt)
    files = (made.file,)
    ranges = wanted.ranges(excerpt)
    for use in change.all(Use):
        same = (use.files, use.ranges, use.how) == (files, ranges, made.how)
        if same and is_recorded(use, passed):
            # cut short before, and made again
            known = replace(use, unfinished=False)
            return excerpt, use if known == use else change.put(known), cautions
    use = record_use(change, passed, UseKind.CUT, files, how=made.how, ranges=ranges)
    return excerpt, use, cautions
