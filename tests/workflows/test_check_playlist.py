"""Checking a playlist: every matter, what to do, and what blocks."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.person import Person
from mediakit.workflows.check_playlist import check_playlist
from mediakit.workflows.playlist_advice import Matter
from tests.builders import a_playlist, a_screening, a_session, an_item
from tests.consents import DAY, agree, put_person, put_voice, withdraw
from tests.playlists import (
    FIRST,
    SECOND,
    SETTINGS,
    about,
    check,
    put_two_clips,
)


@pytest.fixture(autouse=True)
def _two_clips(library: Library, catalog: Catalog) -> None:
    put_two_clips(library, catalog)


def test_nothing_is_to_be_done(library: Library, catalog: Catalog) -> None:
    """Where everybody agreed, and all is there."""
    checked = check(library, catalog)

    assert ((), ()) == (checked.advice, checked.blocking)
    assert (2000, DAY) == (checked.duration, checked.day)


def test_consent_blocks_by_item(library: Library, catalog: Catalog) -> None:
    """Every person and cause, with what to do; the withdrawn first to go."""
    asked = put_person(catalog, "Oumar")
    gone = put_person(catalog, "Awa")
    for person in (asked, gone):
        put_voice(catalog, SECOND.id, person)
    withdraw(catalog, gone)

    checked = check(
        library, catalog, an_item(), an_item("D4D", clip=SECOND.id), scope="regional"
    )

    said = about(checked, Matter.CONSENT)
    assert [("D4D",)] * 2 == [one.items for one in said]
    assert list(checked.blocking) == said
    reasons = "\n".join(one.reason for one in said)
    assert "Awa" in reasons
    assert "Oumar" in reasons
    remedies = [one.remedy or "" for one in said]
    assert any("playlist remove pl-0000000001 D4D" in text for text in remedies)
    assert any(f"consent record {asked.id}" in text for text in remedies)


def test_consent_is_asked_for_the_audience(library: Library, catalog: Catalog) -> None:
    """Somebody may have refused their own group."""
    person = Person(id=put_person(catalog).id, name="Issa", community="Gao")
    with catalog.change() as change:
        change.put(person)
        room = change.put(a_session(community="Gao", place="", languages=("fr",)))
    agree(catalog, person, excluded=("own-group",))
    put_voice(catalog, FIRST.id, person)

    assert check(library, catalog, session=room.id).blocking
    assert not check(library, catalog).blocking


def test_an_end_before_the_evening_blocks(library: Library, catalog: Catalog) -> None:
    """What is planned for a day to come is judged as of that day."""
    person = put_person(catalog, "Issa")
    agree(catalog, person, until="2026-03-15")
    put_voice(catalog, FIRST.id, person)
    with catalog.change() as change:
        later = change.put(a_session(date="2026-04-01", languages=("fr",)))

    assert not check(library, catalog).blocking
    assert "2026-03-15" in check(library, catalog, session=later.id).blocking[0].reason


def test_who_wants_no_name_is_told(library: Library, catalog: Catalog) -> None:
    """It does not block: a kit has no names; the facilitator must know."""
    person = put_person(catalog, "Issa")
    agree(catalog, person, name=False, pseudonym="A neighbour")
    put_voice(catalog, FIRST.id, person)

    [told] = check(library, catalog).advice

    assert (Matter.NAME, False) == (told.matter, told.blocks)
    assert "A neighbour" in (told.remedy or "")


def test_a_face_matters_in_pictures_only(library: Library, catalog: Catalog) -> None:
    """The same person may be heard."""
    person = put_person(catalog, "Issa")
    agree(catalog, person, face=False)
    put_voice(catalog, FIRST.id, person)
    sound = replace(FIRST, media=replace(FIRST.media, video=None))

    assert check(library, catalog).blocking
    with catalog.change() as change:
        change.put(sound)
    assert not check(library, catalog).blocking


def test_what_the_group_saw_is_told(library: Library, catalog: Catalog) -> None:
    """The very part; another part of the clip is new."""
    with catalog.change() as change:
        change.put(a_session("s-0000000009", place="Kidal", title="Before"))
        change.put(a_screening(session="s-0000000009"))

    [told] = about(check(library, catalog), Matter.SEEN)

    assert "Before" in told.reason
    assert not told.blocks
    assert [] == about(check(library, catalog, an_item(clip=SECOND.id)), Matter.SEEN)


@pytest.mark.parametrize("session", [None, ""], ids=["with", "without"])
def test_what_hurts_is_told(
    library: Library, catalog: Catalog, session: str | None
) -> None:
    """Whether a room is known or not."""
    with catalog.change() as change:
        change.put(replace(FIRST, sensitive="a death."))

    [told] = about(check(library, catalog, session=session), Matter.SENSITIVE)

    assert "To be shown with care: a death." == told.reason


def test_time_is_told_against_the_budget(library: Library, catalog: Catalog) -> None:
    """With the talking; another budget may be tried."""
    items = (an_item(pause=58_000), an_item("D4D", clip=SECOND.id))

    [told] = check(library, catalog, *items, budget=30_000).advice

    assert "It takes 1:02: 0:32 more than there is." == told.reason
    found = check_playlist(library, catalog, SETTINGS, "pl-0", day=DAY, budget=120_000)
    assert ((), 62_000) == (found.advice, found.duration)


def test_what_is_to_be_done_for_several_is_told_once(
    library: Library, catalog: Catalog
) -> None:
    """With the codes of all."""
    with catalog.change() as change:
        for clip in (FIRST, SECOND):
            change.put(replace(clip, sensitive="a death"))

    [told] = check(library, catalog, an_item(), an_item("D4D", clip=SECOND.id)).advice

    assert ("K7P", "D4D") == told.items


def test_the_same_twice_is_told(library: Library, catalog: Catalog) -> None:
    """It may be meant."""
    [told] = check(library, catalog, an_item(), an_item("D4D")).advice

    assert (Matter.TWICE, ("K7P", "D4D")) == (told.matter, told.items)


def test_an_empty_one_and_no_session_are_told(
    library: Library, catalog: Catalog
) -> None:
    """What was not looked at is said."""
    with catalog.change() as change:
        change.put(a_playlist())

    checked = check_playlist(library, catalog, SETTINGS, "pl-0", day=DAY)

    assert [Matter.EMPTY, Matter.ROOM] == [one.matter for one in checked.advice]


def test_another_session_can_be_tried(library: Library, catalog: Catalog) -> None:
    """The playlist stays as it is."""
    with catalog.change() as change:
        change.put(a_playlist(items=(an_item(),)))
        room = change.put(a_session("s-0000000009", languages=("bm",)))

    checked = check_playlist(
        library, catalog, SETTINGS, "pl-0", day=DAY, session=room.id
    )

    assert (room, [Matter.WORDS]) == (
        checked.session,
        [one.matter for one in checked.advice],
    )
