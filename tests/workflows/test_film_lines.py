"""Lines of a film are put in, changed, moved and taken out."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.films import NotInFilm
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.errors.people import ScopeUnknown
from mediakit.model.excerpt import Excerpt
from mediakit.model.film import Film, FilmLine, FilmVersion, LineKind
from mediakit.model.frame_rate import parse_rate
from mediakit.model.ids import FilmId
from mediakit.model.timecode import TimeRange
from mediakit.settings import SCOPES
from mediakit.workflows.add_item import Wanted
from mediakit.workflows.add_line import (
    AddedLines,
    Place,
    add_cover,
    add_quotes,
    add_words,
)
from mediakit.workflows.edit_film import (
    edit_film,
    edit_line,
    move_line,
    remove_film,
    remove_lines,
)
from mediakit.workflows.film_facts import LineFacts
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.keep_film import keep_film
from tests.builders import FIRST_SECONDS, SOUND, a_clip, a_film, a_quote
from tests.consents import WORKING, put_voice_of, withdraw

CLIP, RADIO = a_clip(), a_clip("c-0000000002", title="Radio", media=SOUND)
F = FilmId("f-0000000001")
PART = TimeRange(4000, 6000)
END = Place()


@pytest.fixture(autouse=True)
def _one_line(catalog: Catalog) -> None:
    with catalog.change() as change:
        for clip in (CLIP, RADIO):
            change.put(clip)
        change.put(a_film(F, a_quote("A2A"), languages=("fr", "en")))


def film(catalog: Catalog) -> Film:
    """Return the film as it is now."""
    return catalog.read().get(Film, F)


def quote(
    catalog: Catalog, *parts: TimeRange, place: Place = END, note: str = ""
) -> AddedLines:
    """Put parts of the clip into the film."""
    wanted = [Wanted(Chosen(CLIP, part, "Oui.")) for part in parts]
    return add_quotes(catalog, F, wanted, WORKING, place, note=note)


def test_what_is_in_it_is_not_put_there_again(catalog: Catalog) -> None:
    """Where that is wished: a search may be made again, wider."""
    wanted = [Wanted(Chosen(CLIP, part)) for part in (FIRST_SECONDS, PART)]

    added = add_quotes(catalog, F, wanted, WORKING, END, once=True)

    assert [FIRST_SECONDS] == [one.range for one in added.present]
    assert [FIRST_SECONDS, PART] == [line.range for line in film(catalog).lines]


def words(
    catalog: Catalog,
    kind: LineKind,
    facts: LineFacts,
    recording: Wanted | None = None,
) -> FilmLine:
    """Put words at the end of the film, and return their line."""
    add_words(
        catalog,
        F,
        kind,
        facts,
        END,
        languages=("bm",),
        last="en",
        recording=recording,
        purpose=WORKING,
    )
    return film(catalog).lines[-1]


def edit(
    catalog: Catalog,
    code: str,
    facts: LineFacts | None = None,
    *,
    wanted: Wanted | None = None,
    at: int | None = None,
) -> FilmLine:
    """Change a line, and return the line it is, or is seen over."""
    edit_line(
        catalog,
        F,
        code,
        facts or {},
        languages=(),
        last="en",
        wanted=wanted,
        at=at,
        purpose=WORKING,
    )
    return film(catalog).lines[0]


def test_a_part_becomes_an_excerpt_once(catalog: Catalog) -> None:
    """Put there again it is the same one; a whole clip is none."""
    whole = TimeRange(0, CLIP.media.duration)

    added = quote(catalog, PART, PART, whole, note="Why")

    [excerpt] = catalog.read().all(Excerpt)
    assert (PART, "Oui.") == (excerpt.range, excerpt.quote)
    lines = film(catalog).lines[1:]
    assert [excerpt.id, excerpt.id, None] == [line.excerpt for line in lines]
    assert [*added.codes] == [line.code for line in lines]
    assert {"Why"} == {line.note for line in lines}


def test_lines_go_beside_another(catalog: Catalog) -> None:
    """In the order in which they were chosen."""
    quote(catalog, PART, TimeRange(0, 1000), place=Place(before="a2a"))

    ranges = [line.range for line in film(catalog).lines]
    assert [PART, TimeRange(0, 1000), FIRST_SECONDS] == ranges


@pytest.mark.parametrize(
    ("part", "place"),
    [
        (TimeRange(1000, 1039), END),
        (PART, Place(after="ZZZ")),
    ],
    ids=["shorter-than-a-frame", "no-such-place"],
)
def test_what_cannot_be_changes_nothing(
    catalog: Catalog, part: TimeRange, place: Place
) -> None:
    """No excerpt is left behind."""
    before = film(catalog)

    with pytest.raises(NotInFilm):
        quote(catalog, part, place=place)

    assert before == film(catalog)
    assert [] == catalog.read().all(Excerpt)


def test_a_withdrawn_voice_is_not_put_in(catalog: Catalog) -> None:
    """Neither heard, nor seen over a line, nor as a narrator, nor by a change."""
    withdraw(catalog, put_voice_of(catalog, CLIP.id))
    gone = Wanted(Chosen(CLIP, PART))
    said: LineFacts = {"texts": [("", "Trois ans.")]}
    before = film(catalog)

    with pytest.raises(ConsentWithdrawn):
        quote(catalog, PART)
    with pytest.raises(ConsentWithdrawn):
        add_cover(catalog, F, "A2A", gone, 0, WORKING)
    with pytest.raises(ConsentWithdrawn):
        words(catalog, LineKind.NARRATION, said, gone)
    with pytest.raises(ConsentWithdrawn):
        edit(catalog, "A2A", wanted=gone)

    assert before == film(catalog)


def test_words_are_in_the_first_language_of_the_film(catalog: Catalog) -> None:
    """Unless one is said."""
    texts = [("", "La confiance"), ("en", "Trust")]

    line = words(catalog, LineKind.HEADING, {"texts": texts, "duration": 4000})

    assert {"fr": "La confiance", "en": "Trust"} == line.texts
    assert (LineKind.HEADING, 4000, None) == (line.kind, line.duration, line.clip)


def test_a_narrator_is_recorded_later(catalog: Catalog) -> None:
    """The clip in which it is said joins the words."""
    words(catalog, LineKind.NARRATION, {"texts": [("", "Trois ans.")]})
    code = film(catalog).lines[-1].code
    whole = TimeRange(0, RADIO.media.duration)

    edit(catalog, code, wanted=Wanted(Chosen(RADIO, whole)))

    line = film(catalog).lines[-1]
    assert ({"fr": "Trois ans."}, (RADIO.id, whole)) == (line.texts, line.part)


def test_other_pictures_are_seen_over_a_line(catalog: Catalog) -> None:
    """They can be another part, at another time; a sound has none."""
    added = add_cover(catalog, F, "a2a", Wanted(Chosen(CLIP, PART)), 500, WORKING)
    [code] = added.codes

    line = edit(catalog, code, wanted=Wanted(Chosen(CLIP, FIRST_SECONDS)), at=0)

    assert [(code, FIRST_SECONDS, 0)] == [(x.code, x.range, x.at) for x in line.covers]
    assert FIRST_SECONDS == line.range
    with pytest.raises(NotInFilm, match="has no pictures"):
        add_cover(catalog, F, "A2A", Wanted(Chosen(RADIO, PART)), 0, WORKING)
    with pytest.raises(NotInFilm, match="it has no words of its own"):
        edit(catalog, code, {"note": "Calm"})


def test_a_line_is_another_part_and_another_excerpt(catalog: Catalog) -> None:
    """What was not said of it stays."""
    edit(catalog, "A2A", {"note": "Calm"})

    line = edit(catalog, "A2A", wanted=Wanted(Chosen(CLIP, PART)))

    [excerpt] = catalog.read().all(Excerpt)
    assert (PART, excerpt.id, "Calm") == (line.range, line.excerpt, line.note)


def test_an_empty_text_takes_words_away(catalog: Catalog) -> None:
    """Those in other languages stay."""
    said = [("fr", "Paix"), ("en", "Peace")]
    code = words(catalog, LineKind.CARD, {"texts": said}).code

    edit(catalog, code, {"texts": [("", "")]})

    assert {"en": "Peace"} == film(catalog).lines[-1].texts


@pytest.mark.parametrize(
    ("facts", "at", "told"),
    [
        ({"texts": [("", "Oui")]}, None, "says what is said in its clip"),
        ({"duration": 5}, None, "says what is said in its clip"),
        ({}, 500, "is not seen over another"),
    ],
)
def test_a_quote_has_no_words_and_no_time_of_its_own(
    catalog: Catalog, facts: LineFacts, at: int | None, told: str
) -> None:
    """Its clip has."""
    with pytest.raises(NotInFilm, match=told):
        edit(catalog, "A2A", facts, at=at)


def test_a_card_has_no_clip(catalog: Catalog) -> None:
    """It is read."""
    code = words(catalog, LineKind.CARD, {"texts": [("", "Mali")]}).code

    with pytest.raises(NotInFilm, match="it has no clip"):
        edit(catalog, code, wanted=Wanted(Chosen(CLIP, PART)))


def test_lines_move_and_go(catalog: Catalog) -> None:
    """Or none of them, if one is not there."""
    [code] = quote(catalog, PART).codes
    move_line(catalog, F, code, to=1)
    assert [code, "A2A"] == [line.code for line in film(catalog).lines]

    with pytest.raises(NotInFilm):
        remove_lines(catalog, F, [code, "ZZZ"])
    assert 2 == len(film(catalog).lines)

    remove_lines(catalog, F, [code.lower()])
    assert ["A2A"] == [line.code for line in film(catalog).lines]


def test_a_film_goes_with_its_versions(catalog: Catalog) -> None:
    """And with nobody else's; excerpts stay."""
    with catalog.change() as change:
        other = change.put(a_film("f-0000000002"))
    quote(catalog, PART)
    for each in (F, other.id):
        keep_film(catalog, each)

    removed = remove_film(catalog, F)

    records = catalog.read()
    assert (F, 2, 1) == (removed.id, removed.lines, removed.versions)
    assert [other.id] == [one.id for one in records.all(Film)]
    assert [other.id] == [one.film for one in records.all(FilmVersion)]
    assert 1 == len(records.all(Excerpt))


def test_a_film_is_changed(catalog: Catalog) -> None:
    """What was not said stays; a scope must be one."""
    rate = parse_rate("29.97", drop=True)

    edit_film(catalog, F, {"rate": rate, "languages": ["FR", "fr", "bm"]}, SCOPES)

    found = film(catalog)
    assert (rate, ("fr", "bm"), "film") == (
        found.frame_rate,
        found.languages,
        found.scope,
    )
    with pytest.raises(ScopeUnknown):
        edit_film(catalog, F, {"scope": "everywhere"}, SCOPES)
