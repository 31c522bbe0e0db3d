"""What was built on times stays where it was, however the words are corrected."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.corrections import SegmentsMissing, TimeOutsideSegment
from mediakit.files import checksum
from mediakit.library import Library
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import CodingId, ExcerptId, PersonId, ThemeId, VoiceId
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript, Word
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.model.voice import Voice
from mediakit.workflows.arrange_segments import (
    join_segments,
    name_speaker,
    split_segment,
    tag_language,
)
from mediakit.workflows.correct_transcript import versions
from mediakit.workflows.edit_sheet import apply_sheet, write_sheet
from mediakit.workflows.init_library import init_library
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.replace_words import Replaced, find_words, replace_words
from mediakit.workflows.revert_transcript import revert_transcript
from tests.builders import a_clip
from tests.consents import WORKING

CLIP = a_clip()
WORDS = ("le", "puits", "de", "Gao", "est", "loin")
SECOND = 1000


@dataclass
class Desk:
    """Where somebody corrects one transcript.

    Attributes:
        library: The library.
        catalog: Its catalog.
        record: The newest version.
    """

    library: Library
    catalog: Catalog
    record: TranscriptRecord

    @property
    def place(self) -> tuple[Library, Catalog, TranscriptRecord]:
        """What every correction is given first."""
        return self.library, self.catalog, self.record


def _edited(desk: Desk, number: int) -> TranscriptRecord:
    records = desk.catalog.read()
    sheet = write_sheet(desk.library, records, desk.record, WORKING, [])
    word = WORDS[number % len(WORDS)]
    text = sheet.replace(f" {word}", " Ménaka", 1)
    return apply_sheet(*desk.place, WORKING, Path("sheet.txt"), text).record


def _replaced(desk: Desk, number: int) -> TranscriptRecord:
    words = (WORDS[number % len(WORDS)], "Bourem")
    steps = find_words(desk.library, desk.catalog, *words, WORKING)
    found = [one for one in steps if isinstance(one, Replaced)]
    [*_done] = replace_words(desk.library, desk.catalog, found)
    return versions(desk.catalog.read(), desk.record)[-1]


def _split(desk: Desk, number: int) -> TranscriptRecord:
    segments = load_transcript(desk.library, desk.record).segments
    place = number % len(segments)
    # in the middle of a word as well as between two
    time = segments[place].start + number * 250
    return split_segment(*desk.place, place + 1, time, WORKING)


def _joined(desk: Desk, number: int) -> TranscriptRecord:
    first = number % desk.record.segments + 1
    return join_segments(*desk.place, f"{first}-{first + 1}")


def _named(desk: Desk, number: int) -> TranscriptRecord:
    place = str(number % desk.record.segments + 1)
    return name_speaker(*desk.place, f"Awa {number}", numbers=[place])


def _tagged(desk: Desk, number: int) -> TranscriptRecord:
    return tag_language(*desk.place, "bm", [str(number % desk.record.segments + 1)])


def _reverted(desk: Desk, number: int) -> TranscriptRecord:
    line = versions(desk.catalog.read(), desk.record)
    return revert_transcript(*desk.place, line[number % len(line)].id)


CORRECTIONS = (_edited, _replaced, _split, _joined, _named, _tagged, _reverted)
Step = tuple[Callable[[Desk, int], TranscriptRecord], int]

lengths = st.lists(st.integers(1, len(WORDS)), min_size=1, max_size=4)
steps = st.lists(st.tuples(st.sampled_from(CORRECTIONS), st.integers(0, 20)))


@settings(max_examples=40)
@given(lengths=lengths, steps=steps)
def test_nothing_moves(lengths: list[int], steps: list[Step]) -> None:
    """Codings, excerpts, voices; words that stay; versions that were kept."""
    with TemporaryDirectory() as folder:
        desk = _desk(Path(folder), _spoken(lengths))
        built, first = _built(desk.catalog.read()), desk.record

        for correct, number in steps[:6]:
            try:
                desk.record = correct(desk, number)
            except (SegmentsMissing, TimeOutsideSegment):
                continue  # nothing is there to be corrected so

        assert built == _built(desk.catalog.read())
        line = versions(desk.catalog.read(), first)
        assert (first.id, desk.record.id) == (line[0].id, line[-1].id)
        for one in line:
            assert one.sha256 == checksum(desk.library.resolve(one.path))
        last = load_transcript(desk.library, desk.record)
        assert [] == _moved(_spoken(lengths), last.segments)
        desk.catalog.close()


def _spoken(lengths: list[int]) -> tuple[Segment, ...]:
    """Return segments of so many words, one a second, a second between segments."""
    segments: list[Segment] = []
    for length in lengths:
        start = segments[-1].end + SECOND if segments else 0
        words = tuple(
            Word(start + n * SECOND, start + n * SECOND + 900, WORDS[n])
            for n in range(length)
        )
        text = " ".join(WORDS[:length])
        end = start + length * SECOND
        segments.append(Segment(start=start, end=end, text=text, words=words))
    return tuple(segments)


def _desk(root: Path, spoken: tuple[Segment, ...]) -> Desk:
    """Make a library with a transcript, and things built on its times."""
    library = init_library(root / "library", name="Mali")
    catalog = Catalog(library.catalog, author="Awa")
    with catalog.change() as change:
        change.put(CLIP)
        for n, one in enumerate(spoken):
            part = TimeRange(one.start + 300, one.end)
            theme, person = ThemeId("th-1"), PersonId("p-1")
            # Any: fields of each kind
            at: dict[str, Any] = {"clip": CLIP.id, "range": part}
            change.put(Coding(id=CodingId(f"k-{n}"), theme=theme, **at))
            change.put(Voice(id=VoiceId(f"v-{n}"), person=person, **at))
            change.put(Excerpt(id=ExcerptId(f"x-{n}"), quote=one.text, **at))
    words = Transcript(clip=CLIP.id, language="fr", segments=spoken)
    record = keep_transcript(library, catalog, words, state=State.MACHINE)
    return Desk(library, catalog, record)


def _built(records: Records) -> list[object]:
    kinds = (Coding, Voice, Excerpt)
    return [record for kind in kinds for record in records.all(kind)]


def _moved(spoken: tuple[Segment, ...], corrected: tuple[Segment, ...]) -> list[Word]:
    """Return the words that are not where they were spoken; a split may cut one."""
    there = [word for segment in spoken for word in segment.words]
    return [
        word
        for segment in corrected
        for word in segment.words
        if word.text in WORDS
        and not any(
            one.text == word.text and one.start <= word.start <= word.end <= one.end
            for one in there
        )
    ]
