"""Cut an excerpt out of a clip, and remember that it was made."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors import OriginalChanged, OriginalMissing, TargetRefused
from mediakit.files import checksum, is_file, safe_name, staged
from mediakit.media import cut_video
from mediakit.media.cut_sound import FORMATS, cut_sound, natural_format
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId, UseId
from mediakit.model.timecode import TimeRange
from mediakit.model.use import Use, UsedFile, UsedRange, UseKind
from mediakit.settings import Library
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.place_export import place_export, public_name, recorded_path

FOLDER = "cuts"
VIDEO = "mp4"
SCOPE = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a cut is to be like.

    Attributes:
        format: ``mp4`` for video, or one of the sound formats.
        fade: Milliseconds at each end over which sound comes and goes.
        gain: Decibels that sound is made louder.
    """

    format: str
    fade: int = 8
    gain: float = 0.0

    @property
    def how(self) -> str:
        """What a use record says of it: the same for the same cut."""
        if self.format == VIDEO:
            return f"{VIDEO}, {cut_video.HOW}"
        return f"{self.format}, fade {self.fade} ms, gain {self.gain:g} dB"


@dataclass(frozen=True, slots=True)
class Writing:
    """How far a cut has come, in milliseconds of its length."""

    done: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut that is there.

    Attributes:
        path: The file.
        excerpt: What it shows.
        use: The record that it was made.
        reused: Whether it had been made before.
    """

    path: Path
    excerpt: Excerpt
    use: Use
    reused: bool = False


def formats_of(clip: Clip) -> tuple[str, ...]:
    """Return the formats a clip can be cut to, the natural one first."""
    sounds = tuple(FORMATS) if clip.media.sound else ()
    if clip.media.kind == "video":
        return (VIDEO, *_first(sounds, natural_format(clip.media)))
    return _first(sounds, natural_format(clip.media))


def cut_excerpt(
    library: Library,
    catalog: Catalog,
    ffmpeg: Ffmpeg,
    chosen: Chosen,
    shape: Shape,
    *,
    title: str = "",
    output: str = "",
) -> Generator[Writing | Cut, None, None]:
    """Cut a part of a clip into a file; yield how far it has come, then the cut.

    The same cut of the same part is made once: if its file is intact, it is that
    one. A crash leaves at most a file that no record mentions.

    Args:
        library: Where the clip is.
        catalog: Where the excerpt and its use are recorded.
        ffmpeg: The program.
        chosen: What to cut.
        shape: What to make of it.
        title: What people call it.
        output: A file that is not there yet, instead of one among the exports.

    Raises:
        OriginalMissing, OriginalChanged: The clip's file is not what was added.
        TargetRefused: *output* exists, or lies among the originals.
        NothingToCut, FfmpegFailed, ReadFailed, WriteFailed: It could not be made.
    """
    source = _original(library, chosen.clip)
    records = catalog.read()
    excerpt = _known(records, chosen, title) or Excerpt(
        # before there is a record: the file's name has it
        id=ExcerptId(records.new_id(Excerpt)),
        clip=chosen.clip.id,
        range=chosen.range,
        title=title,
        quote=chosen.quote,
    )
    made = None if output else _made_before(library, records, excerpt, shape)
    if made is not None:
        yield made
        return
    target = place_export(
        library, FOLDER, _stem(chosen, excerpt), _suffix(shape), output
    )
    with staged(target) as file:
        written = Path(file.name)
        for done in _cutting(ffmpeg, source, written, chosen.range, shape):
            yield Writing(done)
        digest = checksum(written)
        if target.exists():
            raise TargetRefused(path=str(target))
    yield _recorded(library, catalog, excerpt, shape, target, digest)


def _first(names: tuple[str, ...], favourite: str) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: name != favourite))


def _original(library: Library, clip: Clip) -> Path:
    path = library.resolve(clip.path)
    if not is_file(path):
        raise OriginalMissing(clip=clip.id, path=str(path))
    if path.stat().st_size != clip.size:
        raise OriginalChanged(clip=clip.id, path=str(path))
    return path


def _known(records: Records, chosen: Chosen, title: str) -> Excerpt | None:
    for excerpt in records.all(Excerpt):
        same = (excerpt.clip, excerpt.range) == (chosen.clip.id, chosen.range)
        if same and title in {"", excerpt.title}:
            return excerpt
    return None


def _made_before(
    library: Library, records: Records, excerpt: Excerpt, shape: Shape
) -> Cut | None:
    holds = (UsedRange(excerpt.clip, excerpt.range, excerpt.id),)
    for use in records.all(Use):
        if (use.kind, use.ranges, use.how) != (UseKind.CUT, holds, shape.how):
            continue
        path = library.resolve(use.files[0].path)
        if is_file(path) and checksum(path) == use.files[0].sha256:
            return Cut(path, excerpt, use, reused=True)
    return None


def _stem(chosen: Chosen, excerpt: Excerpt) -> str:
    name = safe_name(excerpt.title) if excerpt.title else public_name(chosen.clip)
    start, end = _clock(chosen.range.start), _clock(chosen.range.end)
    return f"{name} {start}-{end} {excerpt.id}"


def _clock(milliseconds: int) -> str:
    """Write a time so that it can be part of a file's name: ``1m02s500``."""
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}h{minutes:02d}m" if hours else f"{minutes}m"
    return f"{head}{seconds:02d}s" + (f"{thousandths:03d}" if thousandths else "")


def _suffix(shape: Shape) -> str:
    known = FORMATS.get(shape.format)
    return known.suffix if known else cut_video.SUFFIX


def _cutting(
    ffmpeg: Ffmpeg, source: Path, target: Path, span: TimeRange, shape: Shape
) -> Iterator[int]:
    if shape.format == VIDEO:
        return cut_video.cut_video(ffmpeg, source, target, span)
    return cut_sound(
        ffmpeg,
        source,
        target,
        span,
        to=FORMATS[shape.format],
        fade=shape.fade,
        gain=shape.gain,
    )


def _recorded(
    library: Library,
    catalog: Catalog,
    excerpt: Excerpt,
    shape: Shape,
    target: Path,
    digest: str,
) -> Cut:
    try:
        with catalog.change() as change:
            # the clip may have been removed while it was being cut
            change.get(Clip, excerpt.clip)
            if excerpt.created is None:
                excerpt = change.put(excerpt)
            use = change.put(
                Use(
                    id=UseId(change.new_id(Use)),
                    kind=UseKind.CUT,
                    files=(UsedFile(recorded_path(library, target), digest),),
                    ranges=(UsedRange(excerpt.clip, excerpt.range, excerpt.id),),
                    scope=SCOPE,
                    how=shape.how,
                )
            )
    except BaseException:
        # nothing leaves without being remembered
        target.unlink(missing_ok=True)
        raise
    return Cut(target, excerpt, use)
