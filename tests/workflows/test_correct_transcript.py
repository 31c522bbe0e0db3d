"""Corrections: every version is kept, and the newest counts."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.corrections import (
    SegmentsMissing,
    TimeOutsideSegment,
    TranscriptReplaced,
    VersionMissing,
    VersionUnrelated,
)
from mediakit.library import Library
from mediakit.model.current import current_transcripts
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.arrange_segments import (
    join_segments,
    name_speaker,
    split_segment,
)
from mediakit.workflows.compare_versions import compare_versions
from mediakit.workflows.correct_transcript import (
    correct_transcript,
    newest_version,
    versions,
)
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.revert_transcript import revert_transcript
from tests.builders import a_clip
from tests.conftest import saved
from tests.consents import WORKING

CLIP = a_clip()
FIRST = Segment(
    start=0,
    end=1500,
    text="Oui, venez.",
    words=(Word(0, 400, "Oui,", 0.9), Word(600, 1400, "venez.", 0.4)),
    flags=("too-fast",),
)
SECOND = Segment(start=2000, end=4000, text="À demain.", flags=("too-fast", "silence"))
WORDS = Transcript(
    clip=CLIP.id,
    language="fr",
    segments=(FIRST, SECOND),
    source=Source(origin=Origin.MACHINE, engine="faster-whisper", model="small"),
)


@pytest.fixture
def record(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Keep a machine's transcript."""
    with catalog.change() as change:
        change.put(CLIP)
    return keep_transcript(library, catalog, WORDS, state=State.MACHINE)


def _shouted(transcript: Transcript) -> Sequence[Segment]:
    return [replace(one, text=one.text.upper()) for one in transcript.segments]


def _texts(library: Library, record: TranscriptRecord) -> list[str]:
    return [one.text for one in load_transcript(library, record).segments]


def test_a_correction_takes_the_place_of_what_it_corrects(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """The old words are still there, and the new ones count."""
    new = correct_transcript(library, catalog, record, _shouted)

    records = catalog.read()
    assert ["OUI, VENEZ.", "À DEMAIN."] == _texts(library, new)
    assert ["Oui, venez.", "À demain."] == _texts(library, record)
    assert [new] == current_transcripts(records.all(TranscriptRecord))
    assert [record, new] == versions(records, new) == versions(records, record)
    assert new == newest_version(records, record)
    assert (record.id, Origin.CORRECTED, "small") == (
        new.replaces,
        new.origin,
        new.model,
    )


def test_doubts_are_counted(record: TranscriptRecord) -> None:
    """How many segments have each is known without reading the words."""
    assert {"too-fast": 2, "silence": 1} == record.flags


def test_a_translation_corrected_is_a_translation(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """It does not become what was said."""
    source = Source(origin=Origin.TRANSLATION)
    english = replace(WORDS, language="en", source=source)
    kept = keep_transcript(library, catalog, english, state=State.UNCHECKED)

    new = correct_transcript(library, catalog, kept, _shouted)

    assert Origin.TRANSLATION is new.origin
    assert {record.id, new.id} == {
        one.id for one in current_transcripts(catalog.read().all(TranscriptRecord))
    }


def test_nothing_changed_is_no_version(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """No empty versions pile up."""
    before = saved(library)

    assert record == correct_transcript(
        library, catalog, record, lambda words: words.segments
    )
    assert before == saved(library)


def test_two_people_do_not_overwrite_each_other(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """The second is told which version there is now, and where their words are."""
    first = correct_transcript(library, catalog, record, _shouted)
    before = saved(library)

    with pytest.raises(TranscriptReplaced) as caught:
        correct_transcript(library, catalog, record, lambda _: [], kept="words.txt")

    assert {
        "transcript": record.id,
        "newest": first.id,
        "kept": "words.txt",
    } == caught.value.details
    assert before == saved(library)


def test_an_earlier_version_can_be_brought_back(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """As a new one: the correction is kept as well."""
    new = correct_transcript(library, catalog, record, _shouted)

    back = revert_transcript(library, catalog, new, record.id)

    assert list(WORDS.segments) == list(load_transcript(library, back).segments)
    line = versions(catalog.read(), record)
    assert [record.id, new.id, back.id] == [one.id for one in line]


def test_another_transcript_is_no_version(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Words from elsewhere do not come in by going back."""
    other = keep_transcript(library, catalog, WORDS, state=State.MACHINE)

    with pytest.raises(VersionUnrelated):
        revert_transcript(library, catalog, record, other.id)


def test_what_a_correction_changed_is_shown(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """The segments that differ, before and after."""
    new = name_speaker(library, catalog, record, "Awa", numbers=["2"])

    compared = compare_versions(library, catalog, new, "", WORKING)

    (difference,) = compared.differences
    assert (SECOND,) == difference.before
    assert (replace(SECOND, speaker="Awa"),) == difference.after
    with pytest.raises(VersionMissing):
        compare_versions(library, catalog, record, "", WORKING)


def test_a_segment_is_split_and_joined_again(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Numbers are those that people see."""
    parted = split_segment(library, catalog, record, 1, 500, WORKING)
    one = join_segments(library, catalog, parted, "1-2")

    assert ["Oui,", "venez.", "À demain."] == _texts(library, parted)
    assert ["Oui, venez.", "À demain."] == _texts(library, one)


@pytest.mark.parametrize("typed", ["0", "3", "2-1", "1-3", "one", ""])
def test_segments_that_are_not_there_are_refused(
    library: Library, catalog: Catalog, record: TranscriptRecord, typed: str
) -> None:
    """And nothing is changed."""
    before = saved(library)

    with pytest.raises(SegmentsMissing):
        join_segments(library, catalog, record, typed)

    assert before == saved(library)


@pytest.mark.parametrize("time", [0, 1500, 1800])
def test_a_segment_is_split_inside_it(
    library: Library, catalog: Catalog, record: TranscriptRecord, time: int
) -> None:
    """A time at its edge, or beyond, is refused."""
    with pytest.raises(TimeOutsideSegment):
        split_segment(library, catalog, record, 1, time, WORKING)


def test_labels_and_cuts_correct_no_word(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """The words are a machine's still, until one of them is another."""
    named = name_speaker(library, catalog, record, "Awa", numbers=["1"])
    cut = split_segment(library, catalog, named, 1, 500, WORKING)

    assert {Origin.MACHINE} == {named.origin, cut.origin}
    assert (
        Origin.CORRECTED is correct_transcript(library, catalog, cut, _shouted).origin
    )


def test_a_label_is_replaced_everywhere(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """In the segments where it stands, and in no other."""
    first = name_speaker(library, catalog, record, "SPEAKER_00", numbers=["1-2"])
    second = name_speaker(library, catalog, first, "Moussa", numbers=["2"])

    new = name_speaker(library, catalog, second, "Awa", instead_of="SPEAKER_00")

    segments = load_transcript(library, new).segments
    assert ["Awa", "Moussa"] == [one.speaker for one in segments]
    assert FIRST.words == segments[0].words
