"""``mediakit list --flags``: where a machine's words are doubtful."""

import json

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.conftest import Run

MACHINE = Source(origin=Origin.MACHINE, engine="fake")


def _transcribed(
    library: Library, catalog: Catalog, clip: Clip, *flags: tuple[str, ...]
) -> None:
    """Give a clip a transcript in which each segment has some doubts."""
    segments = tuple(
        Segment(start=n * 1000, end=n * 1000 + 500, text="Oui.", flags=doubts)
        for n, doubts in enumerate(flags)
    )
    transcript = Transcript(
        segments=segments, language="fr", clip=clip.id, source=MACHINE
    )
    keep_transcript(library, catalog, transcript, state=State.MACHINE)


@pytest.fixture(autouse=True)
def _clips(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        clips = [change.put(a_clip(f"c-{n}", title=f"Clip {n}")) for n in range(3)]
    _transcribed(library, catalog, clips[0], ("repeated", "silence"), (), ("repeated",))
    _transcribed(library, catalog, clips[1], ("too-fast",))
    _transcribed(library, catalog, clips[2], ("silence",))
    # a newer transcript of the same speech takes the place of the older
    _transcribed(library, catalog, clips[2], ())


def test_clips_with_doubts_are_listed_with_what_they_are(run: Run) -> None:
    """Of the transcripts that count now; those without doubts are not."""
    status, out, _err = run("list", "--flags")

    assert 0 == status
    assert [
        "Id      Title   Doubtful segments",
        "c-0     Clip 0  repeated: 2, hardly any sound: 1",
        "c-1     Clip 1  too fast: 1",
        "In all          repeated: 2, hardly any sound: 1, too fast: 1",
    ] == out.splitlines()


def test_programs_are_told_the_counts(run: Run) -> None:
    """By the names that segments carry."""
    _status, out, _err = run("list", "--flags", "--json")

    answer = json.loads(out)
    assert [
        ("c-0", {"repeated": 2, "silence": 1}),
        ("c-1", {"too-fast": 1}),
    ] == [(one["clip"]["id"], one["flags"]) for one in answer["clips"]]
    assert {"repeated": 2, "silence": 1, "too-fast": 1} == answer["totals"]


def test_other_conditions_hold_too(run: Run) -> None:
    """Only clips in a language, and so on."""
    assert "No doubts.\n" == run("list", "--flags", "--language", "bm")[1]
