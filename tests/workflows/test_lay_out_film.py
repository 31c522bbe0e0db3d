"""A film in time says what is said, by whom, who agreed, and has subtitles."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.film import Cover, FilmLine, LineKind
from mediakit.model.session import Session
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin
from mediakit.workflows.lay_out_film import LaidOut, lay_out_film
from tests.builders import FIRST_SECONDS, SOUND, a_clip, a_quote, a_session
from tests.consents import agree, purpose, put_person, put_voice, put_voice_of, withdraw
from tests.films import a_sentence, put_film, put_said

SESSION: Session = a_session()
CLIP, OTHER = a_clip(session=SESSION.id), a_clip("c-0000000002")
CARD = FilmLine(
    code="E5E", kind=LineKind.CARD, texts={"fr": "Paix", "en": "Peace"}, duration=4000
)


@pytest.fixture(autouse=True)
def _two_clips(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        for record in (SESSION, CLIP, OTHER):
            change.put(record)
    said = (a_sentence("Nous avons confiance.", 500), a_sentence("Merci.", 3000))
    put_said(library, catalog, CLIP.id, *said)
    meant = (a_sentence("We trust.", 500), a_sentence("Thanks.", 3000))
    put_said(
        library,
        catalog,
        CLIP.id,
        *meant,
        language="en",
        origin=Origin.TRANSLATION,
    )


def lay_out(
    library: Library, catalog: Catalog, *lines: FilmLine, scope: str = "film"
) -> LaidOut:
    """Lay a film of some lines out in time."""
    film = put_film(catalog, *lines, languages=("fr", "en"))
    return lay_out_film(library, catalog.read(), film, purpose(scope))


def test_a_voice_may_be_heard_under_other_pictures(
    library: Library, catalog: Catalog
) -> None:
    """Whoever wants no face shown is not seen on a recording of sound."""
    radio = a_clip("c-0000000003", media=SOUND)
    with catalog.change() as change:
        change.put(radio)
    put_voice_of(catalog, radio.id, up_to="film", face=False)
    cover = Cover(code="X5X", clip=OTHER.id, range=FIRST_SECONDS)

    laid = lay_out(library, catalog, a_quote(clip=radio.id, covers=(cover,)))

    assert () == laid.timeline.markers[0].consent


def test_a_marker_tells_what_there_is_to_know(
    library: Library, catalog: Catalog
) -> None:
    """What is said, what it means, who speaks, and where it was recorded."""
    put_voice_of(catalog, CLIP.id, up_to="film")

    [marker] = lay_out(library, catalog, a_quote(note="Calm")).timeline.markers

    assert ("Nous avons confiance.", "fr") == (marker.quote, marker.language)
    assert {"en": "We trust."} == marker.translations
    assert (("Mariam",), (), "Calm") == (marker.names, marker.consent, marker.note)
    assert "2026-03-01, Women of Gao, Gao" == marker.session


def test_a_marker_tells_who_did_not_agree(library: Library, catalog: Catalog) -> None:
    """To what the film is wanted for, which need not be its own scope."""
    put_voice_of(catalog, CLIP.id, up_to="film")

    [marker] = lay_out(library, catalog, a_quote(), scope="web").timeline.markers

    [reason] = marker.consent
    assert "Mariam" in reason
    assert "did not agree to 'web'" in reason


def test_people_are_called_as_they_agreed(library: Library, catalog: Catalog) -> None:
    """Those who are heard in the part, each once; those who are only seen are not."""
    shy = put_person(catalog, "Awa")
    put_voice(catalog, CLIP.id, shy)
    put_voice(catalog, CLIP.id, shy, (0, 500))
    agree(catalog, shy, "film", name=False, pseudonym="A mother")
    put_voice_of(catalog, CLIP.id, (5000, 6000), called="Oumar", up_to="film")

    [marker] = lay_out(library, catalog, a_quote()).timeline.markers

    assert ("A mother",) == marker.names
    # what is to be known of it leaves with the film, too
    told = " ".join(map(str, marker.consent))
    assert f"A mother ({shy.id}) does not want to be named" in told
    assert "Awa" not in told


def test_subtitles_are_on_the_time_of_the_film(
    library: Library, catalog: Catalog
) -> None:
    """As frames, within their shot; what is cut in two is shown as long as heard."""
    put_voice_of(catalog, CLIP.id, up_to="film")
    later = a_quote("C3C", range=TimeRange(1000, 4000))

    cues = lay_out(library, catalog, a_quote(), later).timeline.cues["fr"]

    assert [
        ("K7P", 12, 38, "Nous avons confiance."),
        ("C3C", 50, 25, "Nous avons confiance."),
        ("C3C", 100, 12, "Merci."),
    ] == [(one.code, one.at, one.length, one.text) for one in cues]


def test_subtitles_are_in_every_language_of_the_film(
    library: Library, catalog: Catalog
) -> None:
    """What is written on a card is read there in the first, and below in the others."""
    cues = lay_out(library, catalog, CARD, a_quote()).timeline.cues

    assert {
        "fr": ["Nous avons confiance."],
        "en": ["Peace", "We trust."],
    } == {language: [one.text for one in some] for language, some in cues.items()}
    assert [(0, 100), (112, 25)] == [(one.at, one.length) for one in cues["en"]]


def test_long_narration_is_read_in_pieces(library: Library, catalog: Catalog) -> None:
    """In its own language too: it is heard; each has time by its letters."""
    told = " ".join(["Ils ont parlé pendant trois ans."] * 8)
    line = FilmLine(
        code="N2N", kind=LineKind.NARRATION, texts={"fr": told}, duration=20_000
    )

    cues = lay_out(library, catalog, line).timeline.cues["fr"]

    assert len(cues) > 2
    assert told == " ".join(one.text for one in cues)
    assert all(len(one.text) <= 84 for one in cues)
    assert 0 == cues[0].at
    assert 500 == sum(one.length for one in cues)


def test_nothing_withdrawn_is_written(library: Library, catalog: Catalog) -> None:
    """Neither words nor notes nor subtitles; the line stays, and is marked."""
    withdraw(catalog, put_voice_of(catalog, CLIP.id))

    laid = lay_out(library, catalog, a_quote(note="Nous avons confiance."), CARD)

    assert {"K7P"} == laid.withdrawn
    marker, _card = laid.timeline.markers
    assert ("", "", {}) == (marker.quote, marker.note, marker.translations)
    assert [] == [one for one in laid.timeline.cues["fr"] if one.code == "K7P"]
    assert 50 == marker.length


def test_what_is_withdrawn_over_a_line_is_marked(
    library: Library, catalog: Catalog
) -> None:
    """What is heard meanwhile is another matter."""
    withdraw(catalog, put_voice_of(catalog, OTHER.id))
    cover = Cover(code="X5X", clip=OTHER.id, range=FIRST_SECONDS)

    laid = lay_out(library, catalog, replace(a_quote(), covers=(cover,)))

    assert {"X5X"} == laid.withdrawn
    assert "Nous avons confiance." == laid.timeline.markers[0].quote


def test_lines_can_be_left_out(library: Library, catalog: Catalog) -> None:
    """What comes after them stays where it is."""
    film = put_film(catalog, a_quote(), CARD)

    laid = lay_out_film(library, catalog.read(), film, purpose("film"), without={"K7P"})

    assert [("E5E", 50)] == [(one.code, one.at) for one in laid.timeline.markers]


def test_names_are_those_of_the_day_it_is_shown(
    library: Library, catalog: Catalog
) -> None:
    """Who does not want to be named from a day on is not named on that day."""
    later = a_session("s-0000000009", date="2026-06-01")
    person = put_voice_of(catalog, CLIP.id, up_to="film", called="Oumar")
    agree(catalog, person, "film", day="2026-05-01", name=False, pseudonym="A man")
    with catalog.change() as change:
        change.put(later)
    film = put_film(catalog, a_quote())

    for_them = purpose("film", audience=later.id)
    [then] = lay_out_film(library, catalog.read(), film, for_them).timeline.markers
    [now] = lay_out_film(library, catalog.read(), film, purpose()).timeline.markers

    assert ("A man",) == then.names
    assert ("Oumar",) == now.names


def test_names_are_those_that_its_audience_may_know(
    library: Library, catalog: Catalog
) -> None:
    """What is for an audience is for more than the team, whatever its scope."""
    put_voice_of(catalog, CLIP.id, name=False, called="Awa")
    film = put_film(catalog, a_quote(), scope="internal")

    for_them = purpose("internal", audience=SESSION.id)
    [there] = lay_out_film(library, catalog.read(), film, for_them).timeline.markers
    [here] = lay_out_film(
        library, catalog.read(), film, purpose("internal")
    ).timeline.markers

    assert () == there.names
    assert ("Awa",) == here.names
