"""The page plays, stops, asks, and goes on only when it is asked to."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.kits.page.kits import BITE, FILM, LAST, QUESTION, lay_out
from tests.kits.page.rooms import Open, Room

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


def test_an_excerpt_plays_and_stops_on_its_last_picture_with_the_question(
    room: Room,
) -> None:
    """Nobody touches anything."""
    room.press("PageDown")
    room.is_at("playing")
    room.hurry()
    room.is_at("question")

    assert QUESTION["fr"] == room.page.inner_text("#question .text")
    assert room.page.is_visible("#still")
    assert room.page.evaluate("document.getElementById('film').ended")


def test_the_question_is_asked_in_the_language_that_is_chosen(room: Room) -> None:
    """Arabic is written from the right, on the right."""
    room.press("PageDown", "PageDown")
    room.press("l")

    text = room.page.locator("#question .text")
    assert QUESTION["ar"] == text.inner_text()
    assert "ar" == text.get_attribute("lang")
    assert "rtl" == text.evaluate("one => getComputedStyle(one).direction")
    assert _first_letter(room) > room.page.viewport_size["width"] / 2


def test_a_remote_goes_through_the_playlist(room: Room) -> None:
    """Page down: its question, the next; page up: from its beginning."""
    room.press("F5")
    assert room.is_at("playing")
    room.press("PageDown")
    assert room.is_at("question")
    room.press("PageDown")
    room.is_at("playing")
    assert "La radio" == room.page.inner_text("#plain .title")
    room.press("PageDown", "PageUp")
    assert room.is_at("playing")
    assert ["A1", "B2"] == list(room.entries())


def test_stop_takes_the_picture_away_and_play_brings_it_back(room: Room) -> None:
    """A room that gets hot sees nothing any more."""
    room.press("PageDown")
    room.is_at("playing")
    room.press("Escape")
    room.is_at("stopped")

    assert not room.page.is_visible("#film")
    assert not room.page.is_visible("#question")
    room.press(" ")
    assert room.is_at("playing")
    assert room.page.is_visible("#film")


@pytest.mark.parametrize("key", ["b", "."])
def test_a_black_screen_pauses_and_goes_on(room: Room, key: str) -> None:
    """The key of presenter remotes, and that of programs for slides."""
    room.press("PageDown")
    room.is_at("playing")
    room.press(key)
    room.is_at("paused")
    assert room.page.is_visible("#black")
    room.press(key)
    room.is_at("playing")
    assert not room.page.is_visible("#black")


def test_what_is_skipped_is_not_shown(room: Room) -> None:
    """The one after it comes."""
    room.press("s", "PageDown")
    room.is_at("playing")

    assert "La radio" == room.page.inner_text("#plain .title")
    assert "skipped" == room.entries()["A1"]["outcome"]


def test_after_the_last_comes_the_end(open_page: Open, tmp_path: Path) -> None:
    """And there is nothing after it."""
    room = open_page(lay_out(tmp_path / "kit", items=[FILM]))

    room.press("PageDown", "PageDown", "PageDown")

    assert room.is_at("end")
    room.press("PageDown")
    assert room.is_at("end")


def test_subtitles_are_written_below_while_they_are_said(room: Room) -> None:
    """A tag is no text, an entity is what it stands for."""
    room.press("c", "PageDown")
    room.is_at("playing")

    room.page.wait_for_selector("#subtitles:has-text('terre')")
    assert "L'eau & la terre" == room.page.inner_text("#subtitles")
    room.seek(10)
    room.page.wait_for_selector("#subtitles:has-text('الماء والأرض')")


def test_a_voice_over_is_heard_instead_of_the_film_and_in_step(room: Room) -> None:
    """The film is silent, the voice does what the film does."""
    room.press("v", "PageDown")
    room.is_at("playing")
    assert room.until(lambda: min(_times(room)) > 0.3 and _is_in_step(room))
    assert room.page.evaluate("document.getElementById('film').muted")
    room.press(" ")
    paused = "document.getElementById('voice').paused"
    assert room.until(lambda: room.page.evaluate(paused))


def test_a_voice_over_that_is_behind_is_caught_up_with(room: Room) -> None:
    """However they came apart."""
    room.press("v", "PageDown")
    room.is_at("playing")
    room.until(lambda: min(_times(room)) > 0.2)
    room.page.evaluate("document.getElementById('voice').currentTime = 0")
    room.seek(10)

    assert room.until(lambda: _is_in_step(room))


def test_without_its_voice_over_the_film_is_heard(
    open_page: Open, tmp_path: Path
) -> None:
    """A damaged stick is no reason for silence."""
    start = lay_out(tmp_path / "kit", items=[FILM])
    (start.parent / FILM.voiceovers["bm"]).write_bytes(b"no sound")
    room = open_page(start)

    room.press("v", "PageDown")
    room.is_at("playing")

    muted = "document.getElementById('film').muted"
    assert room.until(lambda: not room.page.evaluate(muted))


def test_what_cannot_be_played_is_said_and_left(
    open_page: Open, tmp_path: Path
) -> None:
    """The session goes on with the next."""
    start = lay_out(tmp_path / "kit", items=[FILM, BITE])
    (start.parent / FILM.media).write_bytes(b"no film")
    room = open_page(start)

    room.press("PageDown")
    room.is_at("stopped")

    assert "Cet extrait ne peut pas être lu." == room.page.inner_text("#trouble")
    assert "skipped" == room.entries()["A1"]["outcome"]
    room.press("PageDown")
    assert room.is_at("playing")


def test_what_the_room_saw_before_it_failed_was_shown(room: Room) -> None:
    """A voice that somebody withdraws later is asked back from who heard it."""
    room.press("PageDown")
    room.is_at("playing")
    assert room.until(lambda: room.page.evaluate("player.now()") > 0)

    # as when the stick is pulled out
    room.page.evaluate("document.dispatchEvent(new Event('playfailed'))")
    room.is_at("stopped")

    [entry] = room.entries().values()
    assert "stopped" == entry["outcome"]
    assert entry["reached"] > 0


def test_a_stroke_on_a_touch_screen_goes_on(open_page: Open, tmp_path: Path) -> None:
    """To the left as a page is turned; buttons come when the screen is touched."""
    size = {"width": 390, "height": 844}
    room = open_page(lay_out(tmp_path / "kit"), has_touch=True, viewport=size)
    room.page.tap("#start")
    room.is_at("playing")
    _stroke(room, 300, 60)
    assert room.is_at("question")
    room.page.touchscreen.tap(200, 200)
    room.page.tap("#bar [data-act=next]")
    assert room.is_at("playing")


@pytest.mark.parametrize(("times", "least"), [(1, 0.1), (5, 0.055), (14, 0.034)])
def test_every_question_fits_the_screen(
    open_page: Open, tmp_path: Path, times: int, least: float
) -> None:
    """A short one is read from the back of the room, a long one is whole."""
    asked = replace(LAST, questions={"fr": "Que faire de ce qui a été dit ? " * times})
    room = open_page(lay_out(tmp_path / "kit", items=[asked]))
    room.press("PageDown", "PageDown")
    room.is_at("question")

    for width, height in ((1024, 768), (1920, 1080), (844, 390)):
        room.page.set_viewport_size({"width": width, "height": height})
        assert room.until(partial(_is_whole, room, width, height))
        size = "one => parseFloat(getComputedStyle(one).fontSize)"
        letters = room.page.locator("#question .text").evaluate(size)
        assert letters >= least * height - 0.1


def _times(room: Room) -> tuple[float, float]:
    film, voice = room.page.evaluate(
        "['film', 'voice'].map((id) => document.getElementById(id).currentTime)"
    )
    return film, voice


def _is_in_step(room: Room) -> bool:
    film, voice = _times(room)
    return abs(film - voice) < 0.1


def _is_whole(room: Room, width: int, height: int) -> bool:
    box = room.page.locator("#question .text").bounding_box()
    right, bottom = box["x"] + box["width"], box["y"] + box["height"]
    return bool(min(box["x"], box["y"]) >= 0 and right <= width and bottom <= height)


def _first_letter(room: Room) -> float:
    left: float = room.page.evaluate(
        """() => {
          const range = document.createRange();
          const text = document.querySelector('#question .text').firstChild;
          range.setStart(text, 0);
          range.setEnd(text, 1);
          return range.getBoundingClientRect().left;
        }"""
    )
    return left


def _stroke(room: Room, start: int, end: int) -> None:
    session = room.context.new_cdp_session(room.page)
    for kind, x in (("touchStart", start), ("touchMove", end), ("touchEnd", None)):
        points = [] if x is None else [{"x": x, "y": 300}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
