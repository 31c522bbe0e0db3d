"""The facilitator's window: what it tells, what it asks for, what it keeps back."""

from pathlib import Path

import pytest

from tests.kits.page.kits import BITE, FILM, QUESTION, SECRET, lay_out
from tests.kits.page.rooms import Open, Room

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


def test_the_facilitator_reads_what_the_room_does_not(room: Room) -> None:
    """Notes, what to watch for, the question in every language."""
    window = room.facilitator()

    said = window.inner_text("main")
    assert SECRET in said
    assert "shots are heard" in said
    assert QUESTION["fr"] in said
    assert QUESTION["ar"] in said


def test_nothing_private_is_in_the_window_of_the_room(room: Room) -> None:
    """Not in what it shows, nor in any of its elements, nor in what it loaded."""
    window = room.facilitator()
    room.press("PageDown")
    room.is_at("playing")
    window.locator("[name=reaction]").fill("They named the chief of Kidal")
    room.press("PageDown")
    room.is_at("question")
    room.until(lambda: room.entries()["A1"]["reaction"])

    everything = room.page.content()
    for secret in (SECRET, "shots are heard", "Kidal"):
        assert secret not in everything
    assert "object" == window.evaluate("typeof unshown")
    assert "undefined" == room.page.evaluate("typeof unshown")


def test_what_is_asked_for_there_is_done_on_the_projector(room: Room) -> None:
    """By buttons, and by the keys of a remote that is plugged in."""
    window = room.facilitator()

    window.click("#controls [data-act=next]")
    room.is_at("playing")
    window.wait_for_selector("#phase[data-phase=playing]")
    window.keyboard.press("b")
    room.is_at("paused")
    assert room.page.is_visible("#black")
    window.click("#play-2")
    room.is_at("playing")
    assert not room.page.is_visible("#black")
    assert ["A1", "C3"] == list(room.entries())


def test_keys_that_are_typed_into_a_note_are_no_commands(room: Room) -> None:
    """A full stop ends a sentence, and does not darken the screen."""
    window = room.facilitator()
    room.press("PageDown")
    room.is_at("playing")
    window.wait_for_selector("[name=reaction]:enabled")

    window.locator("[name=reaction]").press_sequentially("Silence. b s n")

    assert room.until(lambda: "Silence. b s n" == room.entries()["A1"]["reaction"])
    assert not room.page.is_visible("#black")
    assert ["A1"] == list(room.entries())


def test_heat_a_note_and_questions_are_kept_of_an_item(room: Room) -> None:
    """Of the one that is on, and of one before when it is chosen again."""
    window = room.facilitator()
    room.press("PageDown", "PageDown", "PageDown")
    room.is_at("playing")
    window.wait_for_selector("#phase[data-phase=playing]")

    window.check("[name=heat][value=calm]")
    window.click("#note-0")
    window.check("[name=heat][value=walked-out]")
    window.fill("[name=asked]", "And the road?\n\nWho pays?")
    window.click("#note-1")

    room.until(lambda: room.entries()["A1"]["asked"])
    kept = room.entries()
    assert "walked-out" == kept["A1"]["heat"]
    assert ["And the road?", "Who pays?"] == kept["A1"]["asked"]
    assert "calm" == kept["B2"]["heat"]


def test_the_time_left_counts_what_is_to_be_shown_and_talked_about(
    room: Room,
) -> None:
    """Two talks of a minute, and a minute of excerpts."""
    window = room.facilitator()

    assert "3:00" == window.inner_text("#left")


def test_the_next_one_is_announced_with_its_picture(
    open_page: Open, tmp_path: Path
) -> None:
    """The picture is found from the page's own folder."""
    room = open_page(lay_out(tmp_path / "kit", items=[BITE, FILM]))
    window = room.facilitator()

    room.press("F5")

    picture = window.locator("#upcoming img")
    picture.wait_for(state="visible")
    assert room.until(lambda: picture.evaluate("one => one.naturalWidth") > 0)
    assert "Le puits" in window.inner_text("#upcoming h2")


def test_the_window_that_is_loaded_again_finds_the_other(room: Room) -> None:
    """Either of the two may be closed by mistake."""
    window = room.facilitator()
    room.press("PageDown")
    room.is_at("playing")

    window.reload()
    window.wait_for_selector("#trouble", state="hidden")
    window.wait_for_selector("#phase[data-phase=playing]")
    room.page.reload()
    window.wait_for_selector("#phase[data-phase=start]")
    window.click("#controls [data-act=black]")
    room.page.wait_for_selector("#black:not([hidden])")


def test_alone_it_says_what_is_missing(open_page: Open, tmp_path: Path) -> None:
    """It can be read beforehand, without a projector."""
    start = lay_out(tmp_path / "kit")
    alone = open_page(start.parent / "page" / "facilitator.html")

    assert "index.html" in alone.page.inner_text("#trouble")
    assert SECRET in alone.page.inner_text("#current")


def test_it_speaks_french_and_english(room: Room) -> None:
    """The kit's language first, another when it is chosen."""
    window = room.facilitator()
    assert "fr" == window.get_attribute("html", "lang")
    assert "La salle" in window.inner_text("#room")

    window.select_option("[name=page]", "en")
    window.wait_for_selector("html[lang=en]")
    assert "The room" in window.inner_text("#room")
    assert "en" == room.page.get_attribute("html", "lang")
