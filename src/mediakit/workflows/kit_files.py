"""Which files an item of a kit becomes, what they are called and made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.catalog.catalog import Records
from mediakit.files import safe_name
from mediakit.kits.base import Need
from mediakit.library import Library
from mediakit.media.cutting.video import Manner
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.media.rendering.segment_cache import owner
from mediakit.model.clip import Clip
from mediakit.model.ids import VoiceoverId
from mediakit.model.mask import Masked
from mediakit.model.playlist import PlaylistItem
from mediakit.model.timecode import TimeRange
from mediakit.workflows.find_original import find_original
from mediakit.workflows.find_recording import find_recording
from mediakit.workflows.kit_parts import Part, part_of
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.list_voiceovers import voiceovers_of
from mediakit.workflows.make_part import Cutting, Drawing, Dubbing, Masking, Mixing
from mediakit.workflows.masked_copy import (
    frames_around,
    masked_part,
    own_canvas,
    with_tracks_of,
)
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.pass_masked import refuse_unheard
from mediakit.workflows.write_cut import VIDEO, Shape

FOLDER = "media"
"""Where files lie of a kit that has pages to open beside them."""

_SOUND = "m4a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """What a kit is planned from.

    Attributes:
        library: Where the clips are.
        records: The catalog.
        ffmpeg: The program.
        wish: What it is to be like.
        purpose: What it is for.
    """

    library: Library
    records: Records
    ffmpeg: Ffmpeg
    wish: KitWish
    purpose: Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The files of an item, named relative to the kit's folder.

    Attributes:
        media: The cut, or empty.
        poster: The picture it begins with, or empty.
        still: The picture it stops on, or empty.
        voiceovers: Sound files to choose among, by language.
        said: The languages of all voice-overs that go along.
        heard: The voice-over that is heard instead of the recording's own sound.
        left: What masks leave of the item, where it is heard without a file of its own.
        parts: What is made, by name.
    """

    media: str = ""
    poster: str = ""
    still: str = ""
    voiceovers: Mapping[str, str] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    heard: Part | None = None
    left: Part | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)

    @property
    def every(self) -> tuple[Part, ...]:
        """All that is made, also what does not go along by itself."""
        others = (one for one in (self.heard, self.left) if one)
        return (*self.parts.values(), *others)

    @property
    def heard_over(self) -> tuple[VoiceoverId, ...]:
        """The voice-overs that can be heard."""
        tasks = (part.task for part in self.every)
        found = (task.voiceover.id for task in tasks if isinstance(task, Mixing))
        return tuple(dict.fromkeys(found))


def stem_of(wish: KitWish, number: int, code: str) -> str:
    """Return what the names of an item's files begin with: where it is, its code."""
    stem = f"{number:02d}-{code}"
    return f"{FOLDER}/{stem}" if Need.STILLS in wish.kit.NEEDS else stem


def files_of(
    planning: Planning, item: PlaylistItem, clip: Clip, stem: str, hidden: Masked
) -> Files:
    """Return the files of an item.

    Args:
        planning: What the kit is planned from.
        item: What is shown.
        clip: What it is of.
        stem: What the names of its files begin with.
        hidden: What hides it.

    Raises:
        OriginalMissing, OriginalChanged: The clip's file is not what was added.
        MaskNotPossible: What is to be read was not written by anybody, or cannot be.
    """
    needs, wish = planning.wish.kit.NEEDS, planning.wish
    parts: dict[str, Part] = {}
    taken = _taken(planning, item, clip, hidden)
    mixed = _mixed(planning, item, clip, taken)
    chosen: dict[str, str] = {}
    media = poster = still = ""
    heard = None
    if Need.VOICEOVERS in needs:
        chosen = {tag: f"{stem}.{safe_name(tag)}.{_SOUND}" for tag in mixed}
        parts |= {chosen[tag]: part for tag, part in mixed.items()}
    elif wish.has_files or wish.has_one_file:
        heard = next(iter(mixed.values()), None)
    if wish.has_files:
        cut = _cut(planning, clip, taken)
        if heard:
            cut = _dubbed(planning, item, clip, cut, heard)
        media = f"{stem}{cut.path.suffix}"
        parts[media] = cut
    if Need.STILLS in needs and clip.media.video:
        poster, still = f"{stem}-first.jpg", f"{stem}-last.jpg"
        parts[poster] = _picture(planning, taken, is_last=False)
        parts[still] = _picture(planning, taken, is_last=True)
    return Files(
        media=media,
        poster=poster,
        still=still,
        voiceovers=chosen,
        said=tuple(mixed),
        heard=heard,
        left=next(iter(taken.needs), None) if Need.SOUND in needs else None,
        parts=parts,
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """What the files of an item are made from: its recording, or what masks leave.

    Attributes:
        source: The file.
        span: Which part of it.
        owner: In whose folder is kept what is made of it.
        needs: What is to be made before.
    """

    source: Path
    span: TimeRange
    owner: str
    needs: tuple[Part, ...] = ()


def _taken(
    planning: Planning, item: PlaylistItem, clip: Clip, hidden: Masked
) -> _Taken:
    library = planning.library
    if not hidden.masks:
        return _Taken(find_original(library, clip), item.range, clip.sha256)
    if clip.media.video is None and planning.wish.has_files:
        refuse_unheard((clip.id, item.range), hidden)
    canvas = own_canvas(clip)
    frames = frames_around(canvas, item.range)
    rendered = masked_part(
        *(library, planning.records, planning.purpose, clip, item.range),
        *(hidden, frames),
        language=planning.wish.language,
    )
    canvas = with_tracks_of(library, clip, rendered, canvas)
    task = Masking(ffmpeg=planning.ffmpeg, part=rendered, canvas=canvas)
    left = part_of(library, owner(rendered), task, ".mp4")
    whole = TimeRange(0, item.range.duration)
    return _Taken(left.path, whole, owner(rendered), (left,))


def _cut(planning: Planning, clip: Clip, taken: _Taken) -> Part:
    task = Cutting(
        ffmpeg=planning.ffmpeg,
        source=taken.source,
        span=taken.span,
        shape=_shape(planning.wish, clip),
        is_even=planning.wish.is_even and bool(clip.media.sound),
    )
    suffix = ".mp4" if task.shape.format == VIDEO else f".{_SOUND}"
    return part_of(planning.library, taken.owner, task, suffix, *taken.needs)


def _shape(wish: KitWish, clip: Clip) -> Shape:
    video = clip.media.video
    if video is None:
        return Shape(format=_SOUND)
    if wish.lines and min(video.width, video.height) > wish.lines:
        return Shape(format=VIDEO, manner=Manner.REENCODE, lines=wish.lines)
    return Shape(format=VIDEO)


def _dubbed(
    planning: Planning, item: PlaylistItem, clip: Clip, cut: Part, heard: Part
) -> Part:
    if clip.media.video is None:
        return heard
    task = Dubbing(film=cut.path, sound=heard.path, duration=item.range.duration)
    of = cut.path.parent.name
    return part_of(planning.library, of, task, ".mp4", cut, heard)


def _picture(planning: Planning, taken: _Taken, *, is_last: bool) -> Part:
    task = Drawing(source=taken.source, span=taken.span, is_last=is_last)
    return part_of(planning.library, taken.owner, task, ".jpg", *taken.needs)


def _mixed(
    planning: Planning, item: PlaylistItem, clip: Clip, taken: _Taken
) -> dict[str, Part]:
    """Return the voice-overs that go along, by language."""
    return {
        tag: part_of(
            planning.library,
            taken.owner,
            Mixing(
                ffmpeg=planning.ffmpeg,
                source=taken.source,
                span=taken.span,
                voiceover=voiceover,
                said=find_recording(planning.library, voiceover),
            ),
            f".{_SOUND}",
            *taken.needs,
        )
        for tag, voiceover in voiceovers_of(
            planning.records, clip.id, item.range
        ).items()
        if planning.wish.wants_voiceover(tag)
    }
