"""Whole projects: what the format can hold comes back, whatever is in it."""

import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.ids import ClipId, CodingId, PersonId, ThemeId, VoiceId
from mediakit.model.person import Person, Sex
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.voice import Voice
from mediakit.workflows.init_library import init_library
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from tests.builders import a_clip
from tests.exchange.projects import export, import_
from tests.exchange.refi_schemas import verify

LENGTH = 10_000
CLIPS = (ClipId("c-0000000001"), ClipId("c-0000000002"))
THEMES = tuple(
    Theme(
        id=ThemeId(f"th-000000000{number}"),
        path=path,
        labels={"fr": path.rpartition("/")[2]},
        definition=said,
    )
    for number, (path, said) in enumerate(
        (("fear", "Of  whom\n\n& why?"), ("fear/army", ""), ("peace", "<paix>"))
    )
)
# what XML cannot hold is replaced, and said so where files are described
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
LINES = st.text(LETTERS, max_size=12).map(lambda text: " ".join(text.split()))
RANGES = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 3000)).map(
    lambda told: TimeRange(told[0], min(sum(told), LENGTH))
)


@st.composite
def codings(draw: st.DrawFn) -> tuple[Coding, ...]:
    """Draw codings, no two of the same passage, theme and coder."""
    drawn = draw(
        st.lists(
            st.builds(
                Coding,
                id=st.just(CodingId("k-0000000000")),
                clip=st.sampled_from(CLIPS),
                theme=st.sampled_from([one.id for one in THEMES]),
                range=st.none() | RANGES,
                memo=LINES,
                coder=st.sampled_from(["", "Moussa", "<É & \U0001f600>"]),
                coded_on=st.sampled_from(["", "2025-02-03T04:05:06Z"]),
                strong=st.booleans(),
                search=LINES,
            ),
            max_size=6,
            unique_by=lambda one: (one.clip, one.range, one.theme, one.coder),
        )
    )
    return tuple(
        replace(one, id=CodingId(f"k-{number:010}")) for number, one in enumerate(drawn)
    )


@st.composite
def segments(draw: st.DrawFn) -> tuple[Segment, ...]:
    """Draw what is said, one after the other, its words timed or not."""
    said, start = [], 0
    for words in draw(st.lists(st.lists(LINES.filter(bool), max_size=4), max_size=5)):
        text = " ".join(words)
        end = start + 100 * (len(words) + 1)
        timed = tuple(
            Word(start + 100 * number, start + 100 * number + 90, word)
            for number, word in enumerate(words)
        )
        if text:
            label = draw(st.sampled_from(["", "Awa", "Awa: really"]))
            keep = timed if draw(st.booleans()) else ()
            said.append(
                Segment(start=start, end=end, text=text, speaker=label, words=keep)
            )
        start = end + draw(st.integers(0, 500))
    return tuple(said)


PEOPLE = st.lists(
    st.tuples(LINES.filter(bool), st.sampled_from([*Sex, None]), st.none() | RANGES),
    max_size=3,
    unique_by=lambda one: one[0].casefold(),
)


@settings(max_examples=10)
@given(codings(), segments(), PEOPLE, st.booleans())
def test_what_the_format_holds_comes_back(
    coded: tuple[Coding, ...],
    said: tuple[Segment, ...],
    people: list[tuple[str, Sex | None, TimeRange | None]],
    on_text: bool,
) -> None:
    """With the same ids, to the millisecond; and the official schema allows it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library, catalog = _with_clips(folder / "first", "Awa")
        with catalog.change() as change:
            for theme in THEMES:
                change.put(theme)
            for coding in coded:
                change.put(coding)
            _put_people(change.put, people)
        if said:
            source = Source(origin=Origin.MACHINE)
            words = Transcript(
                segments=said, language="fr", source=source, clip=CLIPS[0]
            )
            keep_transcript(library, catalog, words, state=State.MACHINE)
        path = export(library, catalog, folder / "a.qdpx", on_text=on_text).path
        other, there = _with_clips(folder / "other", "Salif")

        imported = import_(other, there, path)

        with zipfile.ZipFile(path) as archive:
            verify(archive.read("project.qde"))
        assert "" == imported.left
        assert _all(library, catalog) == _all(other, there)
        again = import_(other, there, path)
        assert not [one for one in again.counts if one.endswith("added")]


def _with_clips(folder: Path, author: str) -> tuple[Library, Catalog]:
    library = init_library(folder, name="Mali")
    catalog = Catalog(library.catalog, author=author)
    with catalog.change() as change:
        for number, one in enumerate(CLIPS):
            clip = a_clip(one)
            media = replace(clip.media, duration=LENGTH)
            digest = f"{number:064}"
            change.put(replace(clip, media=media, title=one, sha256=digest))
    return library, catalog


def _put_people(
    put: object, people: list[tuple[str, Sex | None, TimeRange | None]]
) -> None:
    assert callable(put)
    for number, (name, sex, heard) in enumerate(people):
        person = PersonId(f"p-{number:010}")
        put(Person(id=person, name=name, sex=sex, languages=("fr", "bm")))
        put(
            Voice(
                id=VoiceId(f"v-{number:010}"), clip=CLIPS[1], person=person, range=heard
            )
        )


def _all(library: Library, catalog: Catalog) -> list[object]:
    records = catalog.read()
    return [
        {one.id for one in records.all(Clip)},
        {(one.id, one.path, one.definition) for one in records.all(Theme)},
        sorted(
            (
                replace(
                    one,
                    coder=one.coded_by,
                    coded_on=one.coded_at,
                    created=None,
                    changed=None,
                )
                for one in records.all(Coding)
            ),
            key=lambda one: one.id,
        ),
        sorted(
            (one.id, one.name, one.sex, one.languages) for one in records.all(Person)
        ),
        {(one.clip, one.person, one.range) for one in records.all(Voice)},
        [
            (one.clip, one.language, one.origin, load_transcript(library, one).segments)
            for one in records.all(TranscriptRecord)
        ],
    ]
