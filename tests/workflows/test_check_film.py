"""Checking a film on paper: every matter, what to do, and what blocks."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.people import ScopeUnknown
from mediakit.library import Library
from mediakit.model.balance import Trait
from mediakit.model.film import Cover, FilmLine, LineKind
from mediakit.model.ids import ClipId
from mediakit.model.person import Person
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.playlist_advice import Matter
from tests.builders import FIRST_SECONDS, a_clip, a_quote
from tests.consents import agree, put_person, put_voice, put_voice_of, withdraw
from tests.films import a_sentence, about, check, put_film, put_said

CLIP, OTHER = a_clip(), a_clip("c-0000000002")
NARRATION = FilmLine(code="N2N", kind=LineKind.NARRATION, texts={"fr": "Trois ans."})


@pytest.fixture(autouse=True)
def mariam(library: Library, catalog: Catalog) -> Person:
    """Put two clips in which somebody who agreed says something."""
    with catalog.change() as change:
        for clip in (CLIP, OTHER):
            change.put(clip)
    person = put_person(catalog)
    agree(catalog, person)
    for clip in (CLIP, OTHER):
        put_voice(catalog, clip.id, person)
    put_said(library, catalog, CLIP.id, a_sentence("Nous avons tous confiance.", 0))
    put_said(library, catalog, OTHER.id, a_sentence("Nous voulons vivre ici.", 0))
    return person


def test_nothing_is_to_be_done(library: Library, catalog: Catalog) -> None:
    """Where everybody agreed, and all is written, checked and whole."""
    put_film(catalog, a_quote())

    checked = check(library, catalog)

    assert ((), (), 2000) == (
        checked.advice,
        checked.blocking,
        checked.timeline.duration,
    )


def test_consent_blocks_by_line_and_cover(library: Library, catalog: Catalog) -> None:
    """Every person and cause, with what to do."""
    asked, gone = put_person(catalog, "Oumar"), put_person(catalog, "Awa")
    put_voice(catalog, CLIP.id, asked)
    put_voice(catalog, OTHER.id, gone)
    withdraw(catalog, gone)
    cover = Cover(code="X5X", clip=OTHER.id, range=FIRST_SECONDS)
    put_film(catalog, a_quote(covers=(cover,)))

    checked = check(library, catalog)

    told = {one.items: one for one in about(checked, Matter.CONSENT)}
    assert {("K7P",), ("X5X",)} == set(told)
    assert set(told.values()) <= set(checked.blocking)
    assert f"consent record {asked.id}" in (told["K7P",].remedy or "")
    assert "film remove f-0000000001 X5X" in (told["X5X",].remedy or "")


def test_it_is_asked_for_another_scope(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """The film itself keeps its own."""
    agree(catalog, mariam, "film")
    put_film(catalog, a_quote())

    assert () == check(library, catalog).blocking
    [told] = check(library, catalog, scope="web").blocking
    assert "did not agree to 'web'" in told.reason
    with pytest.raises(ScopeUnknown):
        check(library, catalog, scope="everywhere")


def test_names_that_were_agreed_are_asked_for(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """Who is to be called otherwise, and who has no name to be called by."""
    agree(catalog, mariam, name=False, pseudonym="A mother")
    put_voice_of(catalog, CLIP.id, called="")
    put_film(catalog, a_quote(), a_quote("C3C"))

    told = about(check(library, catalog), Matter.NAME)

    assert not any(one.blocks for one in told)
    remedies = " ".join(one.remedy or "" for one in told)
    assert "Call them A mother" in remedies
    assert "person edit" in remedies
    assert ("K7P", "C3C") in {one.items for one in told}


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (TimeRange(2000, 4500), "may turn the sentence round is cut off (n', pas)"),
        (TimeRange(0, 2000), "A part of the sentence is cut off: [...]"),
        (TimeRange(7500, 8500), "It answers a question that is cut off: Vous partez ?"),
    ],
)
def test_the_context_is_guarded(
    library: Library, catalog: Catalog, part: TimeRange, told: str
) -> None:
    """What is cut off is quoted; what to do is said."""
    said = (
        a_sentence("Je n'ai pas confiance dans les autorités ici.", 500),
        a_sentence("Vous partez ?", 6000, speaker="Q"),
        a_sentence("Oui, demain.", 7500, speaker="A"),
    )
    put_said(library, catalog, CLIP.id, *said)
    put_film(catalog, a_quote(range=part))

    found = about(check(library, catalog), Matter.CONTEXT)

    assert any(told in one.reason for one in found)
    assert "film edit f-0000000001 K7P --from TIME --to TIME" in (found[0].remedy or "")


def test_how_much_was_said_around_a_quote_is_told(
    library: Library, catalog: Catalog
) -> None:
    """Also where nothing is cut off; nothing where nobody has written it."""
    said = [a_sentence("Oui, c'est vrai.", start) for start in (0, 1500, 3000)]
    put_said(library, catalog, CLIP.id, *said)
    bare = ClipId("c-0000000003")
    with catalog.change() as change:
        change.put(a_clip(bare))
    quote = a_quote(range=TimeRange(1500, 3000))
    put_film(catalog, quote, a_quote("C3C", clip=bare))

    [found] = check(library, catalog).contexts

    assert ("K7P", 1500) == (found.code, found.length)
    assert (4500, 1500, 1500) == (
        found.context.spoken,
        found.context.earlier,
        found.context.later,
    )


def test_what_is_heard_twice_is_told(library: Library, catalog: Catalog) -> None:
    """The same moment, or the same words of somebody else; not a mere thank you."""
    said = a_sentence("NOUS avons tous confiance !", 0)
    put_said(library, catalog, OTHER.id, said, a_sentence("Merci.", 4000))
    put_said(
        library,
        catalog,
        CLIP.id,
        a_sentence("Nous avons tous confiance.", 0),
        a_sentence("Merci.", 4000),
    )
    thanks = TimeRange(4000, 4500)
    put_film(
        catalog,
        a_quote("A2A"),
        a_quote("C3C", range=TimeRange(1000, 2000)),
        a_quote("D4D", clip=OTHER.id),
        a_quote("E5E", range=thanks),
        a_quote("F7F", clip=OTHER.id, range=thanks),
    )

    found = about(check(library, catalog), Matter.TWICE)

    assert [
        (("A2A", "C3C"), "They let the same moment be heard."),
        (("A2A", "D4D"), "They say the same words."),
    ] == [(one.items, one.reason) for one in found]


def test_words_that_nobody_checked_are_told(library: Library, catalog: Catalog) -> None:
    """In each language of the film; and where nobody has written any."""
    put_said(
        library,
        catalog,
        CLIP.id,
        a_sentence("We trust.", 0),
        language="en",
        origin=Origin.MACHINE_TRANSLATION,
        state=State.UNCHECKED,
    )
    bare = ClipId("c-0000000003")
    with catalog.change() as change:
        change.put(a_clip(bare))
    put_film(catalog, a_quote(), a_quote("C3C", clip=bare), languages=("fr", "en"))

    checked = check(library, catalog)

    [unchecked], [unwritten] = (
        about(checked, matter) for matter in (Matter.UNCHECKED, Matter.WORDS)
    )
    assert (("K7P",), "Nobody has checked the words in en.") == (
        unchecked.items,
        unchecked.reason,
    )
    assert (("C3C",), "Nobody has written what is said.") == (
        unwritten.items,
        unwritten.reason,
    )


def test_missing_translations_and_recordings_are_told(
    library: Library, catalog: Catalog
) -> None:
    """Of quotes and of what is written; a heading that is not seen needs none."""
    heading = FilmLine(code="H2H", kind=LineKind.HEADING, texts={"fr": "La paix"})
    seen = replace(heading, code="H3H", duration=3000)
    note = FilmLine(code="P2P", kind=LineKind.NOTE, texts={"fr": "À revoir"})
    lines = (a_quote(), NARRATION, heading, seen, note)
    put_film(catalog, *lines, languages=("fr", "en"))

    checked = check(library, catalog)

    missing = about(checked, Matter.TRANSLATION)
    assert {("K7P",), ("N2N",), ("H3H",)} == {one.items for one in missing}
    [unrecorded] = about(checked, Matter.NARRATION)
    assert "--recording CLIP" in (unrecorded.remedy or "")


def test_a_film_that_is_too_long_or_empty_is_told(
    library: Library, catalog: Catalog
) -> None:
    """Neither blocks."""
    put_film(catalog, a_quote(), budget=3000)
    [long] = about(check(library, catalog), Matter.TIME)
    card = FilmLine(code="C3C", kind=LineKind.CARD, texts={"fr": "Mali, 2026"})
    put_film(catalog, card, budget=2000)
    [silent] = about(check(library, catalog), Matter.TIME)
    put_film(catalog)
    [empty] = check(library, catalog).advice

    assert (
        "It lasts 0:05, of which 0:03 of credits: 0:02 more than it may." == long.reason
    )
    assert "It lasts 0:03: 0:01 more than it may." == silent.reason
    assert (Matter.EMPTY, False) == (empty.matter, empty.blocks)


def test_a_line_that_cannot_be_is_left_out_and_blocks(
    library: Library, catalog: Catalog
) -> None:
    """Its clip is gone, or it became shorter than a frame."""
    put_film(catalog, a_quote(), a_quote("C3C", clip="c-0000000009"))

    [told] = check(library, catalog).blocking

    assert (Matter.FILE, ("C3C",)) == (told.matter, told.items)


def test_time_is_compared_with_the_people_who_were_heard(
    library: Library, catalog: Catalog, mariam: Person
) -> None:
    """By region, sex, language and theme; who has too little of it is named."""
    with catalog.change() as change:
        change.put(replace(mariam, region="Gao"))
    third = a_clip("c-0000000004")
    oumar = put_voice_of(catalog, third.id, called="Oumar")
    with catalog.change() as change:
        change.put(third)
        change.put(replace(oumar, region="Mopti"))
    put_film(catalog, a_quote())

    checked = check(library, catalog)

    region = checked.shares[0]
    assert [Trait.REGION, Trait.SEX, Trait.LANGUAGE, Trait.THEME] == [
        one.trait for one in checked.shares
    ]
    assert ({"Gao": 2000}, {"Gao": 1, "Mopti": 1}, ("Mopti",)) == (
        region.heard,
        region.people,
        region.missing,
    )
    [told] = about(checked, Matter.SHARE)
    assert (
        "Mopti: 0 % of the time of the film, 50 % of the people heard." == told.reason
    )
