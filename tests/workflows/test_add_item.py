"""Putting things on playlists."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import ClipNotFound, PlaylistNotFound
from mediakit.errors.leaving import ConsentWithdrawn
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ExcerptId
from mediakit.model.playlist import Playlist, PlaylistItem
from mediakit.model.timecode import TimeRange
from mediakit.workflows.add_item import Added, Wanted, add_items, find_wanted
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.playlist_facts import ItemFacts
from tests.builders import FIRST_SECONDS, a_clip, a_playlist, a_session
from tests.codebooks import a_coding, a_theme
from tests.conftest import saved
from tests.consents import WORKING, put_person, put_voice, withdraw

CLIP = a_clip()
PART = Wanted(Chosen(CLIP, FIRST_SECONDS, "Nous avons peur"))


@pytest.fixture(autouse=True)
def _a_playlist(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(CLIP)
        change.put(a_playlist())


def add(
    catalog: Catalog,
    *wanted: Wanted,
    facts: ItemFacts | None = None,
    languages: tuple[str, ...] = ("en",),
    once: bool = False,
) -> Added:
    """Put something on the playlist."""
    return add_items(
        catalog,
        "pl-0",
        wanted or (PART,),
        facts or {},
        WORKING,
        languages=languages,
        last="fr",
        once=once,
    )


def test_what_was_coded_may_be_put_there(catalog: Catalog) -> None:
    """The passage, or all of the clip where that was coded."""
    with catalog.change() as change:
        change.put(a_coding("k-0000000001", a_theme("water"), (1000, 3000)))
        change.put(a_coding("k-0000000002", a_theme("water")))
    records = catalog.read()

    both = [find_wanted(records, f"K-000000000{number}") for number in (1, 2)]

    assert [TimeRange(1000, 3000), TimeRange(0, CLIP.media.duration)] == [
        one.chosen.range for one in both
    ]


def test_a_part_becomes_an_excerpt_once(catalog: Catalog) -> None:
    """So that what the room says of it can be noted; the quote goes with it."""
    add(catalog)
    twice = add(catalog)

    [excerpt] = catalog.read().all(Excerpt)
    assert (CLIP.id, FIRST_SECONDS, "Nous avons peur") == (
        excerpt.clip,
        excerpt.range,
        excerpt.quote,
    )
    assert [excerpt.id] * 2 == [item.excerpt for item in twice.playlist.items]


def test_a_whole_clip_is_none(catalog: Catalog) -> None:
    """As at a screening."""
    [item] = add(catalog, find_wanted(catalog.read(), CLIP.id)).playlist.items

    assert (None, CLIP.media.duration) == (item.excerpt, item.range.end)
    assert [] == catalog.read().all(Excerpt)


def test_an_excerpt_stays_the_one_that_was_typed(catalog: Catalog) -> None:
    """Two may be of the same part."""
    ids = [ExcerptId("x-0000000001"), ExcerptId("x-0000000002")]
    with catalog.change() as change:
        for id_ in ids:
            change.put(Excerpt(id=id_, clip=CLIP.id, range=FIRST_SECONDS))

    [item] = add(catalog, find_wanted(catalog.read(), ids[1])).playlist.items

    assert ids[1] == item.excerpt


def test_codes_are_drawn_and_no_two_alike(catalog: Catalog) -> None:
    """No running number: two that were made alike differ."""
    many = [Wanted(Chosen(CLIP, TimeRange(n, n + 500))) for n in range(200)]
    first = add(catalog, *many)

    codes = [item.code for item in first.playlist.items]
    assert (200, tuple(codes)) == (len(set(codes)), first.codes)
    assert sorted(codes) != codes


def test_what_is_there_is_left_out_if_once(catalog: Catalog) -> None:
    """And said; a search may be made again."""
    other = Wanted(Chosen(CLIP, TimeRange(3000, 4000)))
    add(catalog)

    again = add(catalog, PART, other, once=True)

    assert (2, 1) == (len(again.playlist.items), len(again.codes))
    assert (PART.chosen,) == again.present


@pytest.mark.parametrize(
    ("spoken", "languages", "expected"),
    [
        (("bm", "fr"), ("en",), "bm"),
        ((), ("en", "fr"), "en"),
        ((), (), "fr"),
    ],
)
def test_what_names_no_language_is_in_the_usual_one(
    catalog: Catalog,
    spoken: tuple[str, ...],
    languages: tuple[str, ...],
    expected: str,
) -> None:
    """The session's first, else the library's, else the person's."""
    with catalog.change() as change:
        room = change.put(a_session(languages=spoken))
        change.put(a_playlist(session=room.id))
    facts: ItemFacts = {"questions": [("", "Et ici ?"), ("ar", "وهنا؟")], "pause": 5}

    [item] = add(catalog, facts=facts, languages=languages).playlist.items

    assert {expected: "Et ici ?", "ar": "وهنا؟"} == item.questions
    assert 5 == item.pause


def test_what_was_withdrawn_is_refused(catalog: Catalog, library: Library) -> None:
    """A playlist is for showing; nothing is changed."""
    person = put_person(catalog)
    put_voice(catalog, CLIP.id, person, (1000, 1500))
    withdraw(catalog, person)
    before = saved(library)

    with pytest.raises(ConsentWithdrawn, match="withdrew"):
        add(catalog)

    assert before == saved(library)
    after: tuple[PlaylistItem, ...] = add(
        catalog, Wanted(Chosen(CLIP, TimeRange(1500, 2000)))
    ).playlist.items
    assert 1 == len(after)


def test_refuses_what_is_not_there(catalog: Catalog) -> None:
    """A playlist, a clip that went meanwhile."""
    with pytest.raises(PlaylistNotFound):
        add_items(catalog, "pl-9", (PART,), {}, WORKING, languages=(), last="fr")
    with pytest.raises(ClipNotFound):
        add(catalog, Wanted(Chosen(a_clip("c-0000000009"), FIRST_SECONDS)))
    assert () == catalog.read().get(Playlist, "pl-0000000001").items
