"""Codings stay true through every correction of a transcript."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import MediakitError
from mediakit.library import Library
from mediakit.model.coding import Coding
from mediakit.model.quotation import words_within
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.add_coding import Remarks, add_coding
from mediakit.workflows.add_theme import add_theme
from mediakit.workflows.arrange_segments import (
    check_segments,
    join_segments,
    name_speaker,
    split_segment,
)
from mediakit.workflows.correct_transcript import newest_version, versions
from mediakit.workflows.edit_sheet import apply_sheet, write_sheet
from mediakit.workflows.find_passage import passage_saying
from mediakit.workflows.init_library import init_library
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.list_codings import list_codings, quote_codings
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.replace_words import Replaced, find_words, replace_words
from mediakit.workflows.revert_transcript import revert_transcript
from tests.builders import a_clip
from tests.consents import WORKING

CLIP = a_clip()
SPOKEN = (
    "alpha bravo charlie delta",
    "echo foxtrot golf",
    "hotel india juliet kilo lima",
    "mike november",
)
# what is coded: words in one segment, and words across two
QUOTES = ("bravo charlie", "golf hotel india")
FREE = ("alpha", "echo", "foxtrot", "kilo", "lima", "mike", "november")
CODED = " ".join(QUOTES).split()

thorough = settings(max_examples=60)
quick = settings(max_examples=15)
Act = Callable[["World"], object]


@dataclass(frozen=True)
class World:
    """A library with one clip whose transcript is corrected."""

    library: Library
    catalog: Catalog

    @property
    def record(self) -> TranscriptRecord:
        """The version that counts."""
        records = self.catalog.read()
        return newest_version(records, records.all(TranscriptRecord)[0])

    @property
    def words(self) -> Transcript:
        """What it says."""
        return load_transcript(self.library, self.record)

    def said(self) -> list[str]:
        """Return what is said now in what was coded."""
        listed = list_codings(self.catalog)
        quoted = quote_codings(self.library, self.catalog, listed, WORKING)
        return [one.words for one in quoted.codings]


def a_world(folder: str) -> World:
    """Keep a transcript with a word every 100 ms, and code the quotes in it."""
    library = init_library(Path(folder, "library"), name="Mali")
    world = World(library, Catalog(library.catalog, author="Awa"))
    with world.catalog.change() as change:
        change.put(CLIP)
    segments, at = [], 0
    for text in SPOKEN:
        words = []
        for word in text.split():
            words.append(Word(at, at + 90, word, 0.5))
            at += 100
        start = words[0].start
        segments.append(
            Segment(start=start, end=at, text=text, words=tuple(words), flags=("x",))
        )
        at += 50
    said = Transcript(
        clip=CLIP.id,
        language="fr",
        segments=tuple(segments),
        source=Source(origin=Origin.MACHINE),
    )
    keep_transcript(library, world.catalog, said, state=State.MACHINE)
    add_theme(world.catalog, "coded")
    for quote in QUOTES:
        chosen = passage_saying(library, world.catalog, CLIP.id, quote)
        add_coding(world.catalog, chosen, "coded", Remarks(memo=quote))
    return world


def edit(world: World, wrong: str, right: str) -> None:
    """Correct the whole transcript as plain text."""
    file = world.library.root / "words.txt"
    text = write_sheet(world.library, world.catalog.read(), world.record, WORKING, ())
    lines = (
        line.replace(f" {wrong}", f" {right}", 1) if line[:1] == "[" else line
        for line in text.split("\n")
    )
    text = "\n".join(lines)
    apply_sheet(world.library, world.catalog, world.record, WORKING, file, text)


def replace(world: World, wrong: str, right: str) -> None:
    """Put a word right wherever it stands."""
    steps = find_words(world.library, world.catalog, wrong, right, WORKING)
    found = [one for one in steps if isinstance(one, Replaced)]
    list(replace_words(world.library, world.catalog, found))


def split(world: World, number: int, share: int) -> None:
    """Split a segment at some part of its time."""
    segments = world.words.segments
    place = number % len(segments)
    one = segments[place]
    time = one.start + (one.end - one.start) * share // 100
    split_segment(world.library, world.catalog, world.record, place + 1, time, WORKING)


def join(world: World, first: int, last: int) -> None:
    """Make one segment of several."""
    count = len(world.words.segments)
    one, other = sorted((first % count, last % count))
    numbers = f"{one + 1}-{other + 1}"
    join_segments(world.library, world.catalog, world.record, numbers)


def name(world: World, number: int, speaker: str) -> None:
    """Say who speaks."""
    numbers = [str(number % len(world.words.segments) + 1)]
    name_speaker(world.library, world.catalog, world.record, speaker, numbers=numbers)


def check(world: World, number: int) -> None:
    """Say that a segment is right."""
    numbers = [str(number % len(world.words.segments) + 1)]
    check_segments(world.library, world.catalog, world.record, numbers)


def revert(world: World, number: int) -> None:
    """Go back to some version there was."""
    line = versions(world.catalog.read(), world.record)
    wanted = line[number % len(line)]
    revert_transcript(world.library, world.catalog, world.record, wanted.id)


numbers = st.integers(0, 30)
correct = st.sampled_from(FREE)
spelled = st.sampled_from(["zulu", "Yankee, x-ray!", "whisky", ""])
arranging = st.one_of(
    st.builds(
        lambda n, share: lambda w: split(w, n, share), numbers, st.integers(1, 99)
    ),
    st.builds(lambda a, b: lambda w: join(w, a, b), numbers, numbers),
    st.builds(lambda n: lambda w: name(w, n, "Issa"), numbers),
    st.builds(lambda n: lambda w: check(w, n), numbers),
    st.builds(lambda n: lambda w: revert(w, n), numbers),
)
correcting = st.one_of(
    st.builds(lambda a, b: lambda w: edit(w, a, b), correct, spelled),
    st.builds(lambda a, b: lambda w: replace(w, a, b), correct, spelled),
)
rewriting = st.builds(
    lambda a, b: lambda w: replace(w, a, b), st.sampled_from(CODED), spelled
)


def follow(world: World, acts: Sequence[Act]) -> None:
    """Do one thing after the other; some cannot be done."""
    for act in acts:
        try:
            act(world)
        except MediakitError:
            continue


@given(acts=st.lists(arranging | correcting, max_size=10))
@thorough
def test_what_was_coded_is_still_said_there(acts: Sequence[Act]) -> None:
    """Whatever is corrected around it, and however segments are cut and joined."""
    with tempfile.TemporaryDirectory() as folder:
        world = a_world(folder)
        before = world.catalog.read().all(Coding)

        follow(world, acts)

        assert before == world.catalog.read().all(Coding)
        assert [*QUOTES] == world.said()


@given(acts=st.lists(arranging | correcting | rewriting, max_size=10))
@quick
def test_no_correction_touches_a_coding(acts: Sequence[Act]) -> None:
    """The words themselves may be put right: the coding is of the recording."""
    with tempfile.TemporaryDirectory() as folder:
        world = a_world(folder)
        before = world.catalog.read().all(Coding)

        follow(world, acts)

        assert before == world.catalog.read().all(Coding)


@given(acts=st.lists(arranging | correcting | rewriting, max_size=6))
@quick
def test_going_back_to_the_first_version_says_it_again(acts: Sequence[Act]) -> None:
    """Word for word."""
    with tempfile.TemporaryDirectory() as folder:
        world = a_world(folder)
        follow(world, acts)

        revert(world, 0)

        assert [*QUOTES] == world.said()


def test_a_word_put_right_is_read_where_it_was_coded(tmp_path: Path) -> None:
    """A longer spelling takes the time of the one it stands for."""
    world = a_world(str(tmp_path))

    replace(world, "charlie", "Charles-Henri")
    edit(world, "golf", "le golf")

    assert ["bravo Charles-Henri", "golf hotel india"] == world.said()
    (first, second) = (one.range for one in world.catalog.read().all(Coding))
    assert (TimeRange(100, 290), TimeRange(650, 990)) == (first, second)
    assert "alpha bravo" == words_within(world.words, TimeRange(0, 195))
