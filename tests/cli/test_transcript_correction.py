"""``mediakit transcript``: edit, replace, split, join, speaker, language, diff..."""

import json
import os

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.transcript import Segment, Transcript
from mediakit.model.transcript_record import State, TranscriptRecord
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.conftest import Run, saved

CLIP = a_clip()
SEGMENTS = (
    Segment(start=0, end=1500, text="Oui, venez."),
    Segment(start=2000, end=4000, text="À demain."),
)


@pytest.fixture(autouse=True)
def record(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Keep a transcript."""
    with catalog.change() as change:
        change.put(CLIP)
    words = Transcript(clip=CLIP.id, language="fr", segments=SEGMENTS)
    return keep_transcript(library, catalog, words, state=State.MACHINE)


def _shown(run: Run) -> str:
    return run("transcript", "show", CLIP.id)[1]


def test_replacing_is_shown_before_it_is_done(run: Run, library: Library) -> None:
    """Nothing changes without --yes."""
    before = saved(library)

    status, out, err = run("transcript", "replace", "demain", "jeudi")

    place = f"{CLIP.id} 0:02"
    assert (0, f"- {place}  À demain.\n+ {place}  À jeudi.\n") == (status, out)
    assert "Found in 1 segment.\nNothing was changed; --yes changes them.\n" == err
    assert before == saved(library)
    assert 0 == run("transcript", "replace", "demain", "jeudi", "--yes")[0]
    assert "À jeudi." in _shown(run)


def test_segments_are_split_joined_and_named(run: Run) -> None:
    """Each makes a version of its own."""
    assert 0 == run("transcript", "split", CLIP.id, "1", "--at", "0:00.700")[0]
    assert 0 == run("transcript", "join", CLIP.id, "2-3")[0]
    assert 0 == run("transcript", "speaker", CLIP.id, "Awa", "--segments", "2")[0]

    _status, out, _err = run("transcript", "show", CLIP.id, "--json")

    segments = json.loads(out)["transcript"]["segments"]
    assert [("Oui,", ""), ("venez. À demain.", "Awa")] == [
        (one["text"], one["speaker"]) for one in segments
    ]


def test_segments_are_said_to_be_in_another_language(run: Run) -> None:
    """They are shown with it; in the transcript's own they are as the others."""
    assert 0 == run("transcript", "language", CLIP.id, "BAM", "--segments", "1-2")[0]
    assert 0 == run("transcript", "language", CLIP.id, "fr", "--segments", "2")[0]

    _status, out, _err = run("transcript", "show", CLIP.id, "--json")

    segments = json.loads(out)["transcript"]["segments"]
    assert ["bm", ""] == [one["language"] for one in segments]
    assert "  (bm)  Oui, venez." in _shown(run)
    assert 16 == run("transcript", "language", CLIP.id, "x!", "--segments", "2")[0]


def test_versions_are_compared_and_brought_back(
    run: Run, record: TranscriptRecord
) -> None:
    """What a correction changed is seen, and undone."""
    run("transcript", "speaker", CLIP.id, "Awa", "--segments", "1")

    status, out, _err = run("transcript", "diff", CLIP.id)

    times = "0:00 - 0:01.500"
    assert (0, f"- {times}  Oui, venez.\n+ {times}  Awa:  Oui, venez.\n") == (
        status,
        out,
    )
    assert 0 == run("transcript", "revert", CLIP.id, record.id)[0]
    assert "Awa" not in _shown(run)
    assert "They are the same.\n" == run("transcript", "diff", CLIP.id, record.id)[1]
    run("transcript", "language", CLIP.id, "bm", "--segments", "2")
    assert "+ 0:02 - 0:04  (bm)  À demain." in run("transcript", "diff", CLIP.id)[1]


def test_a_transcript_is_marked_as_checked(run: Run) -> None:
    """The warning about a machine's words goes."""
    assert "not checked by a person" in _shown(run)

    status, out, _err = run("transcript", "mark", CLIP.id, "checked", "--json")

    assert 0 == status
    assert "Awa" == json.loads(out)["checked"]["by"]
    assert "not checked by a person" not in _shown(run)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("split", CLIP.id, "9", "--at", "0:01"), 210),
        (("split", CLIP.id, "1", "--at", "0:09"), 211),
        (("join", CLIP.id, "1-9"), 210),
        (("speaker", CLIP.id, "Awa"), 2),
        (("diff", CLIP.id), 214),
        (("replace", " ", "x"), 213),
        (("edit", CLIP.id, "--from", os.devnull, "--sheet", "x"), 2),
    ],
)
def test_mistakes_have_a_sentence_and_change_nothing(
    run: Run, library: Library, words: tuple[str, ...], status: int
) -> None:
    """Each with its own status."""
    before = saved(library)

    found, out, err = run("transcript", *words)

    assert (status, "") == (found, out)
    assert err
    assert before == saved(library)
