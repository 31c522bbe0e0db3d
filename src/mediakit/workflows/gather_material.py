"""Gather what there is to say of clips: codings, transcripts, and who is in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from mediakit.catalog.catalog import Records
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.codebook import Codebook, codebook
from mediakit.model.coding import Coding
from mediakit.model.current import current_transcripts
from mediakit.model.ids import ClipId
from mediakit.model.leaving import Part, Passed, spoken
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.model.voice import Voice
from mediakit.workflows.load_transcript import load_transcript


@dataclass(frozen=True, slots=True)
class Spoken:
    """A transcript that is to leave.

    Attributes:
        record: What is known of it.
        segments: What is said in it.
    """

    record: TranscriptRecord
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What a project is made of, before the gate is asked.

    Attributes:
        book: The codebook.
        clips: Those that are wanted.
        codings: Of each.
        spoken: What is said in each.
        voices: Who is in each.
        unread: Why some transcripts could not be read.
    """

    book: Codebook
    clips: tuple[Clip, ...]
    codings: dict[ClipId, list[Coding]]
    spoken: dict[ClipId, list[Spoken]]
    voices: dict[ClipId, list[Voice]]
    unread: list[MediakitError] = field(default_factory=list)


def gather_material(
    library: Library, records: Records, clips: Sequence[Clip]
) -> Material:
    """Return what there is to say of clips."""
    wanted = {clip.id for clip in clips}
    material = Material(codebook(records.all(Theme)), tuple(clips), {}, {}, {})
    for coding in records.all(Coding):
        if coding.clip in wanted and coding.theme in material.book.standing:
            material.codings.setdefault(coding.clip, []).append(coding)
    for voice in records.all(Voice):
        if voice.clip in wanted and voice.person is not None:
            material.voices.setdefault(voice.clip, []).append(voice)
    for record in current_transcripts(records.all(TranscriptRecord)):
        if record.clip not in wanted or record.origin is Origin.SEGMENTS:
            continue
        try:
            segments = load_transcript(library, record).segments
        except MediakitError as error:
            material.unread.append(error)
            continue
        said = tuple(one for one in segments if one.text.strip())
        if said:
            material.spoken.setdefault(record.clip, []).append(Spoken(record, said))
    return material


def parts_asked(material: Material) -> tuple[Part, ...]:
    """Return what the gate is to be asked: what is said and coded, and who is there.

    Somebody may be seen where nothing is said, and that they are there is told, too.
    """
    parts: dict[Part, None] = {}
    for clip in material.clips:
        said = [s for one in material.spoken.get(clip.id, ()) for s in one.segments]
        ranges = [spoken(segment) for segment in said]
        ranges += [one.range for one in material.codings.get(clip.id, ()) if one.range]
        ranges += [one.range for one in material.voices.get(clip.id, ()) if one.range]
        # of one in which nothing is said or coded, all there is
        whole = TimeRange(0, clip.media.duration)
        parts |= dict.fromkeys((clip.id, range_) for range_ in ranges or [whole])
    return tuple(parts)


class OpenMaterial:
    """What of the material may leave.

    Args:
        material: All there is.
        passed: What the gate said.

    Attributes:
        clips: Those of which something may leave.
        standing: The theme that stands for each.
    """

    def __init__(self, material: Material, passed: Passed) -> None:
        self._material = material
        self._parts = frozenset(passed.parts)
        self._closed = {one.person for one in passed.left_out}
        open_ = {clip for clip, _range in passed.parts}
        self.clips = tuple(one for one in material.clips if one.id in open_)
        self.standing = material.book.standing

    def codings(self, clip: Clip) -> list[Coding]:
        """Return what a clip is coded with; all of a clip where any of it is open."""
        found = self._material.codings.get(clip.id, ())
        return [
            one
            for one in found
            if one.range is None or (clip.id, one.range) in self._parts
        ]

    def spoken(self, clip: Clip) -> list[Spoken]:
        """Return what is said in a clip."""
        found = (
            replace(one, segments=tuple(filter(self._may(clip), one.segments)))
            for one in self._material.spoken.get(clip.id, ())
        )
        return [one for one in found if one.segments]

    def voices(self, clip: Clip) -> list[Voice]:
        """Return who is in a clip, of those who keep nothing of it back."""
        found = self._material.voices.get(clip.id, ())
        return [one for one in found if one.person not in self._closed]

    def _may(self, clip: Clip) -> Callable[[Segment], bool]:
        return lambda segment: (clip.id, spoken(segment)) in self._parts
