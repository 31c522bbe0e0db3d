"""The segments of a clip in a language that no model knows."""

import shutil

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.interpreting import NothingToInterpret
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.arrange_segments import split_segment
from mediakit.workflows.cut_segments import cut_segments
from mediakit.workflows.find_segments import find_segments
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.list_clips import list_clips
from mediakit.workflows.load_transcript import load_transcript
from mediakit.workflows.transcribe_clips import choose_clips
from tests.consents import agree, purpose, put_person, put_voice, withdraw
from tests.formats.spoken import SPOKEN
from tests.interpreters import put_speech
from tests.media_files import sound

LISTENING = purpose("transcribe")

pytestmark = pytest.mark.engine


@pytest.fixture
def clip(library: Library, catalog: Catalog) -> Clip:
    """Put a clip into the library of which nothing is written."""
    return put_speech(library, catalog)


def _cut(library: Library, catalog: Catalog, clip: Clip) -> TranscriptRecord:
    *_positions, record = cut_segments(library, catalog, clip, LISTENING)
    assert isinstance(record, TranscriptRecord)
    return record


def test_segments_are_kept_without_words(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """In the language of the clip, so that their numbers never change."""
    record = _cut(library, catalog, clip)

    found = find_segments(library, catalog, clip.id, purpose())
    assert found is not None
    assert (record, record.segments) == (found.record, len(found.segments))
    assert ("bm", Origin.SEGMENTS, State.UNCHECKED) == (
        record.language,
        record.origin,
        record.state,
    )
    assert {""} == {segment.text for segment in found.segments}


def test_they_are_no_transcript_of_what_is_said(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """The clip is still to be transcribed, once there is a model for it."""
    _cut(library, catalog, clip)

    assert [clip] == choose_clips(catalog, ())[0]
    assert [0] == [listed.transcripts for listed in list_clips(catalog)]


def test_words_come_before_segments_without(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Whichever was there first; a transcript's own id decides otherwise."""
    written = keep_transcript(
        library,
        catalog,
        # one that nobody was heard in has no segments to interpret
        type(SPOKEN)(clip=clip.id, segments=SPOKEN.segments, language="bm"),
        state=State.UNCHECKED,
    )
    cut = _cut(library, catalog, clip)

    by_clip = find_segments(library, catalog, clip.id, purpose())
    by_id = find_segments(library, catalog, cut.id, purpose())

    assert by_clip is not None
    assert by_id is not None
    assert (written.id, cut.id) == (by_clip.record.id, by_id.record.id)


def test_they_can_be_split_and_stay_without_words(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """A person hears where a sentence ends."""
    record = _cut(library, catalog, clip)

    split = split_segment(library, catalog, record, 1, 1000, purpose())

    assert (Origin.SEGMENTS, record.segments + 1) == (split.origin, split.segments)
    assert 1000 == load_transcript(library, split).segments[0].end


def test_a_clip_in_which_nobody_speaks_is_refused(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """And nothing is kept."""
    shutil.copyfile(sound(".ogg"), library.resolve(clip.path))

    with pytest.raises(NothingToInterpret):
        _cut(library, catalog, clip)

    assert [] == catalog.read().all(TranscriptRecord)


def test_a_clip_that_is_closed_is_not_listened_to(
    library: Library, catalog: Catalog, clip: Clip
) -> None:
    """Nor are its segments shown."""
    person = put_person(catalog)
    put_voice(catalog, clip.id, person)
    agree(catalog, person)
    withdraw(catalog, person)

    with pytest.raises(ConsentWithdrawn):
        _cut(library, catalog, clip)
    with pytest.raises(ConsentWithdrawn):
        find_segments(library, catalog, clip.id, purpose())
