"""``mediakit film verify`` of subtitles of which words were checked since."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from tests.builders import a_clip, a_quote
from tests.conftest import Run
from tests.consents import put_voice_of
from tests.films import a_sentence, put_film, put_said

GAO = a_clip()
F = "f-0000000001"


@pytest.fixture(autouse=True)
def heard(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Put a film of two sentences there that a machine wrote down."""
    with catalog.change() as change:
        change.put(GAO)
    put_film(catalog, a_quote(), languages=("en", "fr"))
    put_voice_of(catalog, GAO.id, up_to="film")
    return put_said(
        *(library, catalog, GAO.id),
        *(a_sentence("Nous partageons", 0), a_sentence("le puits", 1000)),
        origin=Origin.MACHINE,
        state=State.MACHINE,
    )


def exported(run: Run, kind: str) -> Path:
    """Export the subtitles and return their file."""
    words = "film", "export", F, "--as", kind, "--language", "fr", "--json"
    status, out, err = run(*words)
    assert 0 == status, err
    return Path(json.loads(out)["paths"][0])


def check_first(catalog: Catalog, heard: TranscriptRecord) -> None:
    """Say that somebody checked the first sentence."""
    with catalog.change() as change:
        change.put(replace(heard, checked_parts=(TimeRange(0, 1000),)))


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_a_mark_that_is_gone_is_no_difference(
    run: Run, catalog: Catalog, heard: TranscriptRecord, kind: str
) -> None:
    """A line of its own says so, and programs read when it was seen."""
    path = exported(run, kind)
    assert [] == json.loads(run("film", "verify", str(path), "--json")[1])["checked"]
    check_first(catalog, heard)

    status, out, _err = run("film", "verify", str(path))

    assert (0, 2) == (status, len(out.splitlines()))
    assert "Words were checked since: 1 subtitle is still marked" in out
    told = json.loads(run("film", "verify", str(path), "--json")[1])["checked"]
    assert ["00:00:00.000 - 00:00:01.000"] == told


def test_it_is_told_beside_what_differs(
    run: Run, catalog: Catalog, heard: TranscriptRecord
) -> None:
    """And not among it."""
    path = exported(run, "srt")
    check_first(catalog, heard)
    path.write_bytes(path.read_bytes().replace(b"puits", b"fleuve"))

    status, _out, err = run("film", "verify", str(path))

    assert 168 == status
    assert "In the file only: 00:00:01.000 - 00:00:02.000  le fleuve [machine]" in err
    assert "No difference: words that were checked since" in err
    assert "partageons" not in err


def test_other_words_are_a_difference(
    run: Run, library: Library, catalog: Catalog
) -> None:
    """Of which a person made others as they checked."""
    path = exported(run, "srt")
    put_said(library, catalog, GAO.id, a_sentence("Nous partagions le puits", 0))

    assert 168 == run("film", "verify", str(path))[0]


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_a_mark_that_somebody_took_away_is_a_difference(run: Run, kind: str) -> None:
    """No file says that words were checked which nobody has."""
    path = exported(run, kind)
    path.write_bytes(path.read_bytes().replace(b" [machine]", b""))

    status, _out, err = run("film", "verify", str(path))

    assert (168, 2) == (status, err.count("On paper only: "))
