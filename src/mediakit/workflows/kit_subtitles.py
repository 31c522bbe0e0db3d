"""What is said in an item of a kit, by language: transcripts and translations of it."""

from dataclasses import dataclass, replace

from mediakit.catalog.catalog import Records
from mediakit.formats import vtt
from mediakit.library import Library
from mediakit.media.rendering.film import Line
from mediakit.model.clip import Clip
from mediakit.model.current import preferred
from mediakit.model.language import primary
from mediakit.model.leaving import spoken
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import Origin, TranscriptRecord
from mediakit.workflows.gather_facts import gather_facts
from mediakit.workflows.hide_names import hide_names
from mediakit.workflows.kit_texts import discreet, names_in
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.pass_gate import Purpose
from mediakit.workflows.real_names import real_names_of
from mediakit.workflows.subtitle_lines import subtitle_lines
from mediakit.workflows.withhold_words import ask_for_words


@dataclass(frozen=True, slots=True)
class Subtitles:
    """What is said, in one language.

    Attributes:
        lines: Timed from the beginning of the item.
        notice: A warning that goes wherever the words go.
    """

    lines: tuple[Line, ...]
    notice: str = ""


def subtitles_of(
    library: Library, records: Records, clip: Clip, span: TimeRange, purpose: Purpose
) -> dict[str, Subtitles]:
    """Return what is said in a part of a clip, by language tag.

    Of each language it is the transcript that people have done most for. What is said
    while somebody is there who did not agree is left out, and so are names that are
    not to be said.

    Raises:
        MediakitError: A transcript cannot be read; see `load_transcript`.
    """
    found = {}
    for record in _chosen(records, clip):
        segments = [
            one
            for one in load_transcript(library, record).segments
            if spoken(one).overlaps(span)
        ]
        said = _open(library, records, clip, segments, purpose)
        if lines := subtitle_lines(said, span):
            found[record.language] = Subtitles(lines, record.notice)
    return found


def write_vtt(subtitles: Subtitles) -> bytes:
    """Return subtitles as a WebVTT file."""
    segments = (
        Segment(start=line.start, end=line.end, text=line.text)
        for line in subtitles.lines
    )
    notes = (subtitles.notice,) if subtitles.notice else ()
    return vtt.write(Transcript(segments=tuple(segments)), notes).encode()


def _chosen(records: Records, clip: Clip) -> list[TranscriptRecord]:
    """Return one transcript a language, those that count most first."""
    of_clip = records.where(TranscriptRecord, lambda one: one.get("clip") == clip.id)
    found: dict[str, TranscriptRecord] = {}
    for record in preferred(of_clip):
        if record.origin is not Origin.SEGMENTS and record.language:
            found.setdefault(primary(record.language), record)
    return list(found.values())


def _open(
    library: Library,
    records: Records,
    clip: Clip,
    segments: list[Segment],
    purpose: Purpose,
) -> list[Segment]:
    """Return what may be read of *segments*, without names that are not to be."""
    passed = ask_for_words(records, purpose, ((clip.id, one) for one in segments))
    parts = frozenset(passed.parts)
    said = [one for one in segments if (clip.id, spoken(one)) in parts]
    facts, real = gather_facts(records, {clip.id}), real_names_of(library)
    names = names_in(records, real, [clip.id])
    return [
        _renamed(one, discreet(one.text, names))
        for one in hide_names(facts, real, clip, purpose.day, said)
    ]


def _renamed(segment: Segment, text: str) -> Segment:
    # the words, one by one, still say the name
    return segment if text == segment.text else replace(segment, text=text, words=())
