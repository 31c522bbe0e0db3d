"""Kits are shown later than they are made: consent must last, and they say so."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.leaving import ConsentRefused, ConsentWithdrawn
from mediakit.kits.registry import kit_named
from mediakit.library import Library
from mediakit.model.cause import Cause
from mediakit.model.coding import Coding
from mediakit.model.ids import CodingId, PersonId, ThemeId
from mediakit.model.person import Person
from mediakit.model.playlist import Playlist
from mediakit.model.theme import Theme
from mediakit.workflows.kit_wish import KitWish
from mediakit.workflows.list_recalls import open_recalls
from mediakit.workflows.make_kit import make_kit
from mediakit.workflows.real_names import keep_real_name
from tests.builders import a_session
from tests.consents import DAY, agree, purpose, put_person, withdraw
from tests.kit_libraries import Evening, an_evening, items_of, put_voiceover
from tests.media.programs import bundled

pytestmark = pytest.mark.ffmpeg

ENDS, LATER = "2026-04-01", "2026-05-01"


@pytest.fixture
def evening(library: Library, catalog: Catalog) -> Evening:
    """Make a library with a playlist."""
    return an_evening(library, catalog)


def test_consent_must_last_until_it_is_shown(evening: Evening) -> None:
    """What has ended by the day of the session is refused today."""
    _until(evening, ENDS)
    _shown_on(evening, LATER)

    with pytest.raises(ConsentRefused, match=ENDS):
        evening.kit()
    assert not evening.library.kits.exists()


def test_the_day_of_a_session_that_is_named_counts(evening: Evening) -> None:
    """As that of the playlist's own."""
    _until(evening, ENDS)
    with evening.catalog.change() as change:
        session = change.put(a_session(date=LATER))

    with pytest.raises(ConsentRefused, match=ENDS):
        evening.kit(purpose=purpose("", audience=session.id))


def test_what_lasts_until_then_passes(evening: Evening) -> None:
    """And so does what somebody decided to let pass, which is remembered."""
    _until(evening, ENDS)
    _shown_on(evening, "2026-03-31")

    assert () == evening.kit().use.overridden
    _shown_on(evening, LATER)
    overridden = evening.kit(purpose=purpose("", override="They asked for it")).use
    assert [Cause.ENDED] == [one.cause for one in overridden.overridden]
    assert "They asked for it" == overridden.override


def test_a_kit_says_until_when_it_may_be_shown(evening: Evening) -> None:
    """Whoever carries it has no library at hand."""
    _until(evening, ENDS)

    made = evening.kit("page")

    told = (made.path / "page" / "unshown.js").read_text()
    assert f"May be shown for: other-communities, before {ENDS}." in told
    assert "May be shown for: other-communities." in told


def test_real_names_are_not_in_themes(evening: Evening) -> None:
    """They hang on a wall, in colours."""
    [person, _other] = evening.catalog.read().all(Person)
    real_names = Catalog(evening.library.real_names, author="Awa")
    keep_real_name(real_names, person.id, "Fatoumata Traoré")
    with evening.catalog.change() as change:
        theme = Theme(
            id=ThemeId(change.new_id(Theme)),
            path="land",
            labels={"fr": "Le champ de Fatoumata Traoré"},
        )
        change.put(theme)
        coding = CodingId(change.new_id(Coding))
        change.put(Coding(id=coding, clip=evening.clips[0].id, theme=theme.id))

    written = (evening.kit("wall-cards").path / "wall-cards.html").read_text()

    assert "Le champ de Mariam" in written
    assert "Traor" not in written


def test_names_that_are_not_to_be_said_are_told_wherever_they_stand(
    evening: Evening,
) -> None:
    """In the title of the playlist too, which is on its first page."""
    for person in evening.catalog.read().all(Person):
        agree(evening.catalog, person, name=False, pseudonym="A.")
    with evening.catalog.change() as change:
        listed = change.get(Playlist, evening.playlist)
        change.put(replace(listed, title="Mariam à Ménaka"))

    [told, *_others] = evening.kit().cautions.each

    assert "Mariam" in str(told)


def _until(evening: Evening, day: str) -> PersonId:
    """Let the consent of whoever is in the first item end."""
    person, _other = evening.catalog.read().all(Person)
    agree(evening.catalog, person, until=day)
    return person.id


def _shown_on(evening: Evening, day: str) -> None:
    with evening.catalog.change() as change:
        session = change.put(a_session(date=day))
        listed = change.get(Playlist, evening.playlist)
        change.put(replace(listed, session=session.id))


def test_an_interpreter_who_withdraws_is_traced_by_name(evening: Evening) -> None:
    """To what they said, and to every kit in which they can be heard."""
    interpreter = put_person(evening.catalog, "Awa  Touré")
    agree(evening.catalog, interpreter)
    said = put_voiceover(evening, items_of(evening)[0], by="awa Touré")
    heard = evening.kit(voiceovers=("bm",), is_even=False).use
    unheard = evening.kit(is_even=False).use
    page = evening.kit("page", is_even=False).use

    withdraw(evening.catalog, interpreter)

    asked = open_recalls(evening.catalog.read(), DAY)
    assert [(said.id,), (), (said.id,)] == [
        use.ranges[0].voiceovers for use in (heard, unheard, page)
    ]
    assert {heard.id, page.id, said.id} == {one.target for one in asked}
    assert {interpreter.id} == {one.person for one in asked}


@pytest.mark.parametrize("kind", ["page", "video"])
def test_an_interpreter_who_withdrew_is_heard_in_no_kit(
    evening: Evening, kind: str
) -> None:
    """New or made before; without the voice-over, or with another's, it leaves."""
    interpreter = put_person(evening.catalog, "Awa Touré")
    agree(evening.catalog, interpreter)
    said = put_voiceover(evening, items_of(evening)[0], by="awa TOURE\u0301")
    evening.kit(kind, voiceovers=("bm",), lines=90)
    withdraw(evening.catalog, interpreter)

    for lines in (90, 80):
        told = rf"{said.id}: Awa Touré \({interpreter.id}\).* withdrew"
        with pytest.raises(ConsentWithdrawn, match=told):
            evening.kit(kind, voiceovers=("bm",), lines=lines)

    assert () == evening.kit(kind, voiceovers=(), lines=90).use.ranges[0].voiceovers
    put_voiceover(evening, items_of(evening)[0], by="Fanta")
    assert evening.kit(kind, voiceovers=("bm",), lines=90).use.ranges[0].voiceovers


def test_an_interpreter_who_withdraws_meanwhile_keeps_a_kit_back(
    evening: Evening,
) -> None:
    """What was made with them does not leave."""
    interpreter = put_person(evening.catalog, "Awa")
    put_voiceover(evening, items_of(evening)[0], by="Awa")
    wish = KitWish(kit=kit_named("folder"), voiceovers=("bm",))
    steps = make_kit(
        *(evening.library, evening.catalog, bundled(), evening.playlist),
        *(wish, purpose("")),
    )
    next(steps)
    withdraw(evening.catalog, interpreter)

    with pytest.raises(ConsentWithdrawn, match="Awa"):
        list(steps)

    assert not list(evening.library.kits.iterdir())
