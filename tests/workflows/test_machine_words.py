"""What a machine wrote and nobody checked is marked wherever a film says it."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.workflows.film_notes import marker_notes
from mediakit.workflows.film_script import film_script
from mediakit.workflows.film_subtitles import as_srt, as_vtt
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from mediakit.workflows.machine_words import marked_lines, marked_subtitles
from tests.builders import a_clip, a_quote
from tests.consents import purpose
from tests.films import a_sentence, put_film, put_said

CLIP = a_clip()
TOLD = "A machine's words, not checked by a person: fr"


@pytest.fixture
def heard(library: Library, catalog: Catalog) -> TranscriptRecord:
    """Put two sentences that a machine heard, and a translation by a person, there."""
    with catalog.change() as change:
        change.put(CLIP)
    said = a_sentence("Avant nous partagions", 0), a_sentence("le même puits", 1500)
    meant = a_sentence("We shared the same well", 0)
    put_said(library, catalog, CLIP.id, meant, language="en", origin=Origin.TRANSLATION)
    return put_said(
        library,
        catalog,
        CLIP.id,
        *said,
        origin=Origin.MACHINE,
        state=State.MACHINE,
    )


def _laid(library: Library, catalog: Catalog) -> LaidOut:
    line = a_quote(range=TimeRange(0, 3000))
    film = put_film(catalog, line, languages=("fr", "en"))
    return lay_out_film(library, catalog.read(), film, purpose("internal"))


@pytest.mark.usefixtures("heard")
def test_each_subtitle_bears_a_mark(library: Library, catalog: Catalog) -> None:
    """In files and in pictures; what a person translated bears none."""
    laid = _laid(library, catalog)

    for write in (as_srt, as_vtt):
        french, english = (write(laid, tag, "fr").decode() for tag in ("fr", "en"))
        assert "Avant nous partagions [machine]\n" in french
        assert "le même puits [machine]\n" in french
        assert "machine" not in english


@pytest.mark.usefixtures("heard")
def test_script_and_markers_say_it(library: Library, catalog: Catalog) -> None:
    """Which language a machine wrote is beside the words."""
    laid = _laid(library, catalog)

    [line] = film_script(laid, "v1", "en", str).lines
    assert TOLD in line.told
    assert TOLD in marker_notes(laid.timeline, "film", str)["K7P"].splitlines()


@pytest.mark.usefixtures("heard")
def test_whoever_hands_a_film_on_is_warned(library: Library, catalog: Catalog) -> None:
    """Of the lines, once each, and only in languages that are handed on."""
    timeline = _laid(library, catalog).timeline

    assert ("K7P",) == marked_lines(timeline)
    assert ("K7P",) == marked_subtitles(timeline, ["en", "fr"])
    assert () == marked_subtitles(timeline, ["en"])


def test_what_a_person_checked_bears_no_mark(
    library: Library, catalog: Catalog, heard: TranscriptRecord
) -> None:
    """Sentence by sentence; the whole line is a machine's until all of it is."""
    with catalog.change() as change:
        change.put(replace(heard, checked_parts=(TimeRange(0, 1500),)))

    laid = _laid(library, catalog)

    french = as_srt(laid, "fr", "fr").decode()
    assert "Avant nous partagions\n" in french
    assert "le même puits [machine]\n" in french
    assert ("fr",) == laid.timeline.markers[0].machine
    with catalog.change() as change:
        change.put(replace(heard, checked_parts=(TimeRange(0, 3000),)))
    assert () == marked_lines(_laid(library, catalog).timeline)
