"""A film is drafted out of strong quotes, within consent, and says why."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import NotInFilm
from mediakit.errors.leaving import ConsentRefused
from mediakit.errors.themes import NothingCoded
from mediakit.model.balance import Trait
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film, FilmLine, FilmVersion, LineKind
from mediakit.model.timecode import TimeRange
from mediakit.workflows.draft_film import Draft, DraftWish, draft_film
from mediakit.workflows.film_facts import FilmFacts
from tests.builders import SOUND, a_clip, a_quote
from tests.codebooks import a_coding, a_theme
from tests.consents import DAY, agree, put_person, put_voice
from tests.films import SETTINGS, put_film

GAO, MOPTI = a_clip(), a_clip("c-0000000002", title="Youth of Mopti")
TRUST, WATER = a_theme("trust"), replace(a_theme("water"), labels={"fr": "L'eau"})
ARMY = a_theme("trust/army")


@pytest.fixture(autouse=True)
def _two_strong_quotes(catalog: Catalog) -> None:
    with catalog.change() as change:
        for record in (GAO, MOPTI, TRUST, ARMY, WATER):
            change.put(record)
    for clip, region in ((GAO, "Gao"), (MOPTI, "Mopti")):
        person = put_person(catalog)
        with catalog.change() as change:
            change.put(replace(person, region=region))
        put_voice(catalog, clip.id, person)
        agree(catalog, person, "film")
    mark(catalog, a_coding("k-1", WATER, (0, 2000), strong=True, memo="The well."))
    mark(catalog, a_coding("k-2", ARMY, (0, 3000), clip=MOPTI.id, strong=True))
    mark(catalog, a_coding("k-3", TRUST, (5000, 9000)))  # not strong
    mark(catalog, a_coding("k-4", TRUST))  # the whole clip


def mark(catalog: Catalog, coding: Coding) -> None:
    """Let a researcher mark something."""
    with catalog.change() as change:
        change.put(coding)


def draft(
    catalog: Catalog,
    typed: str = "",
    facts: FilmFacts | None = None,
    **wish: object,
) -> tuple[Film, Draft]:
    """Draft a film in French."""
    return draft_film(
        catalog,
        SETTINGS,
        typed,
        facts or {},
        DraftWish(**wish),  # type: ignore[arg-type]  # any of its fields
        day=DAY,
        language="fr",
        say=lambda tags, reason: f"{tags[0]}: {reason}",
    )


def quotes(film: Film) -> list[FilmLine]:
    """Return the lines in which somebody says something."""
    return [line for line in film.lines if line.kind is LineKind.QUOTE]


def test_a_heading_for_each_theme_in_the_order_of_the_codebook(
    catalog: Catalog,
) -> None:
    """In the languages of the film; each quote is an excerpt."""
    film, _draft = draft(catalog)

    assert [
        (LineKind.HEADING, {"fr": "army"}),
        (LineKind.QUOTE, {}),
        (LineKind.HEADING, {"fr": "L'eau"}),
        (LineKind.QUOTE, {}),
    ] == [(line.kind, line.texts) for line in film.lines]
    assert "army, L'eau" == film.title
    excerpts = {one.id for one in catalog.read().all(Excerpt)}
    assert excerpts == {line.excerpt for line in quotes(film)}


def test_each_says_why(catalog: Catalog) -> None:
    """Who marked it and why, who lacked time, and that everybody agreed."""
    film, _draft = draft(catalog, themes=("water",), balance=(Trait.REGION,))

    [line] = quotes(film)
    for part in (
        "fr: A strong quote",
        "A strong quote about water, says Awa: The well.",
        "Gao: 50 % of the people heard, 0 % of the draft before it.",
        "Everybody in it agreed to 'film'.",
    ):
        assert part in line.note


def test_notes_are_in_the_language_of_the_film(catalog: Catalog) -> None:
    """Its first one, as the headings: the editor may speak another than who drafts."""
    film, _draft = draft(catalog, facts={"languages": ("en", "fr")})

    assert ["en: A"] * 2 == [line.note[:5] for line in quotes(film)]
    heads = [line.texts for line in film.lines if line.kind is LineKind.HEADING]
    assert [["en", "fr"]] * 2 == [list(texts) for texts in heads]


def test_a_theme_means_those_below_it_too(catalog: Catalog) -> None:
    """And no others."""
    film, _draft = draft(catalog, themes=("trust",))

    assert [MOPTI.id] == [line.clip for line in quotes(film)]


def test_it_is_no_longer_than_wished(catalog: Catalog) -> None:
    """What there is no room for is counted."""
    film, made = draft(catalog, room=2500)

    assert ([GAO.id], 1) == ([line.clip for line in quotes(film)], made.passed_over)


def test_who_did_not_agree_is_left_out(catalog: Catalog) -> None:
    """And said; if that is everybody, nothing is made."""
    put_voice(catalog, GAO.id, put_person(catalog, "Oumar"))

    film, made = draft(catalog)

    assert [MOPTI.id] == [line.clip for line in quotes(film)]
    assert "Oumar" in made.left_out
    with pytest.raises(ConsentRefused):
        draft(catalog, facts={"scope": "web"})
    assert [film.id] == [one.id for one in catalog.read().all(Film)]


def test_a_face_that_must_not_be_seen_may_be_heard(catalog: Catalog) -> None:
    """Of a sound nobody sees anything."""
    radio = a_clip("c-0000000003", media=SOUND)
    shy = put_person(catalog, "Fadimata")
    agree(catalog, shy, "film", face=False)
    mark(catalog, a_coding("k-5", WATER, (0, 900), clip=radio.id, strong=True))
    with catalog.change() as change:
        change.put(radio)
    for clip in (radio, GAO):
        put_voice(catalog, clip.id, shy)

    film, _draft = draft(catalog)

    assert [MOPTI.id, radio.id] == [line.clip for line in quotes(film)]


def test_what_is_in_a_film_is_not_put_there_again(catalog: Catalog) -> None:
    """What it was before is kept as a version; it gets nothing twice."""
    before = put_film(catalog, a_quote(range=TimeRange(1000, 2000)))

    film, _draft = draft(catalog, before.id)

    assert [GAO.id, MOPTI.id] == [line.clip for line in quotes(film)]
    assert before.title == film.title
    [kept] = catalog.read().all(FilmVersion)
    assert before.lines == kept.was.lines
    with pytest.raises(NotInFilm, match="are in it already"):
        draft(catalog, before.id)


def test_nothing_strong_is_nothing_to_draft(catalog: Catalog) -> None:
    """Not even a film without lines is left."""
    with catalog.change() as change:
        change.put(a_theme("fire"))

    with pytest.raises(NothingCoded, match="strong quotes about fire"):
        draft(catalog, themes=("fire",))

    assert [] == catalog.read().all(Film)
