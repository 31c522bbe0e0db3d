"""How far people have checked a transcript, and who, through all its versions."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.current import current_transcripts
from mediakit.model.transcript import Segment, Source, Transcript, Word
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.correct_transcript import (
    correct_transcript,
)
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.mark_transcript import mark_transcript
from mediakit.workflows.revert_transcript import revert_transcript
from tests.builders import a_clip

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


def test_some_words_corrected_do_not_make_all_words_checked(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """A machine's words stay a machine's until a person says otherwise."""
    new = correct_transcript(library, catalog, record, _shouted)

    assert State.MACHINE is new.state
    marked = mark_transcript(catalog, new, State.CHECKED)
    again = correct_transcript(library, catalog, marked, lambda _: WORDS.segments)
    assert State.CHECKED is again.state


def test_what_was_approved_is_to_be_approved_again(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Approval was of other words; they count until then all the same."""
    approved = mark_transcript(catalog, record, State.APPROVED)

    new = correct_transcript(library, catalog, approved, _shouted)

    assert (State.CHECKED, None) == (new.state, new.approved)
    assert [new] == current_transcripts(catalog.read().all(TranscriptRecord))


def test_who_checked_and_who_approved_is_kept(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """Each with the name and the moment; going back forgets it."""
    checked = mark_transcript(catalog, record, State.CHECKED)
    other = Catalog(library.catalog, author="Moussa")
    approved = mark_transcript(other, checked, State.APPROVED)

    assert approved.checked is not None
    assert approved.approved is not None
    assert ("Awa", "Moussa") == (approved.checked.by, approved.approved.by)
    back = mark_transcript(catalog, approved, State.MACHINE)
    assert (None, None) == (back.checked, back.approved)


def test_going_back_goes_back_to_what_was_checked_then(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """A machine's words are a machine's again; those that were checked are again."""
    new = correct_transcript(library, catalog, record, _shouted)
    checked = mark_transcript(catalog, new, State.APPROVED)

    back = revert_transcript(library, catalog, checked, record.id)

    assert (State.MACHINE, Origin.MACHINE, None) == (
        back.state,
        back.origin,
        back.checked,
    )
    again = revert_transcript(library, catalog, back, checked.id)
    assert (State.CHECKED, Origin.CORRECTED, checked.checked) == (
        again.state,
        again.origin,
        again.checked,
    )


def test_who_checked_is_known_after_a_correction(
    library: Library, catalog: Catalog, record: TranscriptRecord
) -> None:
    """A word put right later does not make it nobody's."""
    checked = mark_transcript(catalog, record, State.CHECKED)
    other = Catalog(library.catalog, author="Moussa")

    new = correct_transcript(library, other, checked, _shouted)

    assert (checked.checked, None) == (new.checked, new.approved)
    assert checked.checked is not None


@pytest.mark.parametrize("said", [State.MACHINE, State.UNCHECKED])
def test_what_people_wrote_never_becomes_a_machines(
    library: Library, catalog: Catalog, record: TranscriptRecord, said: State
) -> None:
    """Not checked is told in its own way of each."""
    typed = replace(WORDS, source=Source(origin=Origin.IMPORTED))
    kept = keep_transcript(library, catalog, typed, state=State.CHECKED)

    assert State.UNCHECKED is mark_transcript(catalog, kept, said).state
    checked = mark_transcript(catalog, record, State.CHECKED)
    assert State.MACHINE is mark_transcript(catalog, checked, said).state
