"""Which files an item of a kit becomes, what they are called and made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mediakit.catalog.catalog import Records
from mediakit.files import safe_name
from mediakit.kits.base import Need
from mediakit.library import Library
from mediakit.media.cutting.video import Manner
from mediakit.media.ffmpeg import Ffmpeg
from mediakit.model.clip import Clip
from mediakit.model.ids import VoiceoverId
from mediakit.model.playlist import PlaylistItem
from mediakit.workflows.find_original import find_original
from mediakit.workflows.find_recording import find_recording
from mediakit.workflows.kit_parts import Part, part_of
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.list_voiceovers import voiceovers_of
from mediakit.workflows.make_part import Cutting, Drawing, Dubbing, Mixing
from mediakit.workflows.pass_gate import Purpose
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
        parts: What is made, by name.
    """

    media: str = ""
    poster: str = ""
    still: str = ""
    voiceovers: Mapping[str, str] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    heard: Part | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)

    @property
    def every(self) -> tuple[Part, ...]:
        """All that is made, also what does not go along by itself."""
        heard = (self.heard,) if self.heard else ()
        return (*self.parts.values(), *heard)

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


def files_of(planning: Planning, item: PlaylistItem, clip: Clip, stem: str) -> Files:
    """Return the files of an item.

    Raises:
        OriginalMissing, OriginalChanged: The clip's file is not what was added.
    """
    needs, wish = planning.wish.kit.NEEDS, planning.wish
    parts: dict[str, Part] = {}
    mixed = _mixed(planning, item, clip)
    chosen: dict[str, str] = {}
    media = poster = still = ""
    heard = None
    if Need.VOICEOVERS in needs:
        chosen = {tag: f"{stem}.{safe_name(tag)}.{_SOUND}" for tag in mixed}
        parts |= {chosen[tag]: part for tag, part in mixed.items()}
    elif wish.has_files or wish.has_one_file:
        heard = next(iter(mixed.values()), None)
    if wish.has_files:
        cut = _cut(planning, item, clip)
        if heard:
            cut = _dubbed(planning, item, clip, cut, heard)
        media = f"{stem}{cut.path.suffix}"
        parts[media] = cut
    if Need.STILLS in needs and clip.media.video:
        poster, still = f"{stem}-first.jpg", f"{stem}-last.jpg"
        parts[poster] = _picture(planning, item, clip, is_last=False)
        parts[still] = _picture(planning, item, clip, is_last=True)
    return Files(
        media=media,
        poster=poster,
        still=still,
        voiceovers=chosen,
        said=tuple(mixed),
        heard=heard,
        parts=parts,
    )


def _cut(planning: Planning, item: PlaylistItem, clip: Clip) -> Part:
    task = Cutting(
        ffmpeg=planning.ffmpeg,
        source=find_original(planning.library, clip),
        span=item.range,
        shape=_shape(planning.wish, clip),
        is_even=planning.wish.is_even and bool(clip.media.sound),
    )
    suffix = ".mp4" if task.shape.format == VIDEO else f".{_SOUND}"
    return part_of(planning.library, clip.sha256, task, suffix)


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
    return part_of(planning.library, clip.sha256, task, ".mp4", cut, heard)


def _picture(
    planning: Planning, item: PlaylistItem, clip: Clip, *, is_last: bool
) -> Part:
    source = find_original(planning.library, clip)
    task = Drawing(source=source, span=item.range, is_last=is_last)
    return part_of(planning.library, clip.sha256, task, ".jpg")


def _mixed(planning: Planning, item: PlaylistItem, clip: Clip) -> dict[str, Part]:
    """Return the voice-overs that go along, by language."""
    return {
        tag: part_of(
            planning.library,
            clip.sha256,
            Mixing(
                ffmpeg=planning.ffmpeg,
                source=find_original(planning.library, clip),
                span=item.range,
                voiceover=voiceover,
                said=find_recording(planning.library, voiceover),
            ),
            f".{_SOUND}",
        )
        for tag, voiceover in voiceovers_of(
            planning.records, clip.id, item.range
        ).items()
        if planning.wish.wants_voiceover(tag)
    }
