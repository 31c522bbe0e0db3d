"""Speakers are told apart in a new version, and what people said stays."""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.engines.base import Samples
from mediakit.engines.speakers import Diariser
from mediakit.errors.corrections import TranscriptReplaced
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.errors.library import ReadFailed
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.speakers import Turn
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.add_voice import Where, add_voices
from mediakit.workflows.arrange_segments import join_segments, name_speaker
from mediakit.workflows.edit_sheet import apply_sheet, write_sheet
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.mark_transcript import mark_transcript
from mediakit.workflows.tell_speakers import Told, tell_speakers
from tests.conftest import saved
from tests.consents import WORKING, purpose, put_person, put_voice_of, withdraw
from tests.conversations import put_conversation, put_words
from tests.fakes.speakers import FakeDiariser

FAKE = FakeDiariser()


@dataclass(frozen=True)
class Slow(FakeDiariser):
    """While it listens, something else happens."""

    meanwhile: Callable[[], object] = print

    def turns(
        self, sound: Iterable[Samples], count: int | None = None
    ) -> Generator[float, None, tuple[Turn, ...]]:
        """Listen to one recording; see `Diariser`."""
        turns = yield from super().turns(sound, count)
        self.meanwhile()
        return turns


NEVER = Slow(meanwhile=lambda: pytest.fail("it listened"))


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a conversation into the library."""
    return put_conversation(library, catalog)


@pytest.fixture
def record(library: Library, catalog: Catalog, clip: Clip) -> TranscriptRecord:
    """Keep what is said in it."""
    return put_words(library, catalog, clip)


def tell(
    library: Library,
    catalog: Catalog,
    record: TranscriptRecord,
    diariser: Diariser = FAKE,
    *,
    count: int | None = None,
    again: bool = False,
) -> Told:
    """Tell the speakers of a transcript apart."""
    asked = purpose("transcribe")
    steps = tell_speakers(
        library, catalog, record, diariser, asked, count=count, again=again
    )
    *_shares, told = steps
    assert isinstance(told, Told)
    return told


def said(library: Library, record: TranscriptRecord) -> list[tuple[str, str]]:
    """Return who says what."""
    segments = load_transcript(library, record).segments
    return [(one.speaker, one.text) for one in segments]


def test_each_segment_gets_its_speaker(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """A new version has the labels; the one before is kept."""
    told = tell(library, catalog, record)

    assert [
        ("SPEAKER 1", "Venez-vous ?"),
        ("SPEAKER 2", "Oui."),
        ("SPEAKER 2", "À demain."),
    ] == said(library, told.record)
    assert (True, 2, ("SPEAKER 1", "SPEAKER 2"), 0) == (
        told.changed,
        told.voices,
        told.speakers,
        told.named,
    )
    assert record.id == told.record.replaces
    assert [("", "Venez-vous ? Oui."), ("", "À demain.")] == said(library, record)


def test_a_machine_s_labels_are_a_machine_s(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """No person corrected anything; what told them apart is on record."""
    told = tell(library, catalog, record, count=2)

    new = load_transcript(library, told.record)
    assert (Origin.MACHINE, State.MACHINE, 3) == (
        told.record.origin,
        told.record.state,
        told.record.guessed_speakers,
    )
    assert all(one.speaker_guessed for one in new.segments)
    assert new.source is not None
    assert {"engine": "fake", "count": 2} == new.source.speakers


def test_words_that_were_checked_stay_checked(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Only the labels are not."""
    checked = mark_transcript(catalog, record, State.CHECKED)

    told = tell(library, catalog, checked)

    assert State.CHECKED is told.record.state
    assert 3 == told.record.guessed_speakers


def test_what_a_person_named_stays(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Unless they ask otherwise."""
    named = name_speaker(library, catalog, record, "Awa", numbers=["2"])

    told = tell(library, catalog, named)
    again = tell(library, catalog, told.record, again=True)

    assert ["SPEAKER 1", "SPEAKER 2", "Awa"] == [
        speaker for speaker, _text in said(library, told.record)
    ]
    assert (1, 2) == (told.named, told.record.guessed_speakers)
    assert ["SPEAKER 1", "SPEAKER 2", "SPEAKER 2"] == [
        speaker for speaker, _text in said(library, again.record)
    ]


def test_a_label_that_a_person_gave_is_theirs(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Told apart again, it stays; the machine's others do not."""
    told = tell(library, catalog, record)
    awa = name_speaker(library, catalog, told.record, "Awa", instead_of="SPEAKER 2")

    again = tell(library, catalog, awa)

    assert 1 == awa.guessed_speakers
    assert not again.changed
    assert awa == again.record


def test_a_correction_of_words_names_nobody(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """A label that is left as it was is still a machine's."""
    told = tell(library, catalog, record)
    sheet = write_sheet(library, catalog.read(), told.record, WORKING, [])
    text = sheet.replace("Oui", "Non").replace("SPEAKER 1", "Moussa")

    edited = apply_sheet(
        library, catalog, told.record, WORKING, library.root / "sheet", text
    )
    joined = join_segments(library, catalog, edited.record, "2-3")

    segments = load_transcript(library, edited.record).segments
    assert [("Moussa", False), ("SPEAKER 2", True), ("SPEAKER 2", True)] == [
        (one.speaker, one.speaker_guessed) for one in segments
    ]
    assert (2, 1) == (edited.record.guessed_speakers, joined.guessed_speakers)


def test_told_apart_twice_is_told_apart_once(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """No empty versions pile up."""
    told = tell(library, catalog, record)
    before = saved(library)

    again = tell(library, catalog, told.record)

    assert (told.record, False) == (again.record, again.changed)
    assert before == saved(library)


def test_the_voice_of_a_label_is_found(
    library: Library, catalog: Catalog, clip: Clip, record: TranscriptRecord
) -> None:
    """Who somebody is, is said by the label."""
    tell(library, catalog, record)
    person = put_person(catalog)

    voices = add_voices(
        library, catalog, clip.id, [person.id], Where(speaker="SPEAKER 2")
    )

    assert [TimeRange(1500, 5000)] == [one.range for one in voices]


def test_a_correction_made_meanwhile_is_kept(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Listening takes long; the labels go to the newest words."""

    def correct() -> None:
        name_speaker(library, catalog, record, "Awa", numbers=["2"])

    told = tell(library, catalog, record, Slow(meanwhile=correct))

    assert ("Awa", "À demain.") == said(library, told.record)[-1]
    assert "SPEAKER 1" == said(library, told.record)[0][0]


def test_an_old_version_is_left_alone(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Before anything is listened to."""
    name_speaker(library, catalog, record, "Awa", numbers=["2"])

    with pytest.raises(TranscriptReplaced):
        tell(library, catalog, record, NEVER)


def test_a_voice_that_refused_a_machine_is_not_listened_to(
    library: Library, catalog: Catalog, clip: Clip, record: TranscriptRecord
) -> None:
    """The gate is asked first."""
    put_voice_of(catalog, clip.id, (0, 500), transcribe=False)

    with pytest.raises(ConsentRefused):
        tell(library, catalog, record, NEVER)


def test_labels_of_who_withdrew_meanwhile_are_not_kept(
    library: Library, catalog: Catalog, clip: Clip, record: TranscriptRecord
) -> None:
    """The gate is asked again before anything is written."""
    person = put_voice_of(catalog, clip.id)
    slow = Slow(meanwhile=lambda: withdraw(catalog, person))

    with pytest.raises(ConsentWithdrawn):
        tell(library, catalog, record, slow)

    assert [record] == catalog.read().all(TranscriptRecord)
    assert 1 == len(list(library.transcripts.iterdir()))


def test_a_clip_without_sound_has_no_speakers(
    library: Library, catalog: Catalog, clip: Clip, record: TranscriptRecord
) -> None:
    """Nothing is changed."""
    with catalog.change() as change:
        change.put(replace(clip, media=replace(clip.media, sound=())))

    told = tell(library, catalog, record)

    assert (record, False, 0) == (told.record, told.changed, told.voices)


def test_an_original_that_is_gone_is_named(
    library: Library, catalog: Catalog, clip: Clip, record: TranscriptRecord
) -> None:
    """And nothing is changed."""
    library.resolve(clip.path).unlink()
    before = saved(library)

    with pytest.raises(ReadFailed):
        tell(library, catalog, record)

    assert before == saved(library)


def test_a_transcript_of_nothing_stays_empty(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Voices without words get no segments."""
    silent = Segment(start=3200, end=3800, text="...")
    record = put_words(library, catalog, clip, silent)

    assert not tell(library, catalog, record).changed
