"""The log outlives what happens to the browser, and comes back as screenings."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId
from mediakit.model.screening import Heat, Outcome, Screening
from mediakit.model.timecode import TimeRange
from mediakit.workflows.import_screenings import import_screenings
from tests.builders import a_clip, a_session
from tests.kits.page.kits import QUESTION, SECONDS, lay_out
from tests.kits.page.rooms import Open, Room

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


def test_the_log_outlives_a_reload(room: Room) -> None:
    """The session goes on where it was; what was noted is there."""
    room.press("PageDown", "PageDown", "PageDown")
    room.is_at("playing")
    before = room.entries()

    room.page.reload()
    room.page.click("#go-on")

    assert room.is_at("stopped")
    assert list(before) == list(room.entries())
    room.press(" ")
    assert room.is_at("playing")
    assert "La radio" == room.page.inner_text("#plain .title")


def test_another_session_begins_another_log(room: Room) -> None:
    """The one before stays, until somebody erases it."""
    room.press("PageDown")
    room.is_at("playing")
    room.page.reload()
    room.page.click("#start")
    room.is_at("playing")

    window = room.facilitator()
    window.click("#logs summary")
    window.wait_for_selector("#logs li >> nth=1")
    erase = window.locator("#logs li button:enabled:has-text('ffacer')")
    erase.click()
    erase.click()
    window.wait_for_selector("#logs li >> nth=1", state="detached")

    assert 1 == room.page.evaluate("log.all().length")


def test_what_is_shown_after_all_comes_where_it_was_shown(room: Room) -> None:
    """It was skipped, and the room asked for it later."""
    window = room.facilitator()
    room.press("s", "PageDown")
    room.is_at("playing")
    window.click("#play-0")

    assert room.until(lambda: ["B2", "A1"] == list(room.entries()))
    assert "stopped" == room.entries()["A1"]["outcome"]


def test_a_browser_that_keeps_nothing_says_so(open_page: Open, tmp_path: Path) -> None:
    """The facilitator saves the log before closing the windows."""
    room = open_page(lay_out(tmp_path / "kit"))
    room.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw Error('full'); }; }"
    )

    room.press("PageDown")
    window = room.facilitator(trouble="visible")

    assert window.inner_text("#trouble").startswith("Ce navigateur ne garde rien")


def test_the_log_comes_back_as_screenings(
    room: Room, catalog: Catalog, tmp_path: Path
) -> None:
    """Times, outcome, order, question, heat, and what the room said and asked."""
    _prepare(catalog)
    window = room.facilitator()
    room.press("l", "PageDown")
    room.is_at("playing")
    room.hurry()
    room.is_at("question")
    window.wait_for_selector("[name=reaction]:enabled")
    window.fill("[name=reaction]", "Silence, <b>then</b> الماء")
    window.fill("[name=asked]", "And here?")
    window.check("[name=heat][value=tense]")
    room.press("s", "PageDown")
    room.is_at("playing")
    room.press("Escape")
    room.is_at("stopped")

    file = _saved(window, tmp_path)
    imported = import_screenings(catalog, file)

    shown, skipped, stopped = catalog.read().all(Screening)
    assert [] == imported.unknown
    assert [1, 2, 3] == [one.order for one in (shown, skipped, stopped)]
    assert Outcome.SHOWN is shown.outcome
    assert Outcome.SKIPPED is skipped.outcome
    assert Outcome.STOPPED is stopped.outcome
    assert QUESTION["ar"] == shown.question
    assert Heat.TENSE is shown.heat
    assert "Silence, <b>then</b> الماء" == shown.reaction
    assert ("And here?",) == shown.asked
    assert "x-0000000001" == shown.excerpt
    assert shown.began
    assert shown.reached is not None
    assert shown.reached >= 1000 * SECONDS - 100
    assert 0 == skipped.reached


def _prepare(catalog: Catalog) -> None:
    with catalog.change() as change:
        clip = change.put(a_clip())
        change.put(replace(a_session("s-0000000001")))
        for number in (1, 2):
            change.put(
                Excerpt(
                    id=ExcerptId(f"x-000000000{number}"),
                    clip=ClipId(clip.id),
                    range=TimeRange(0, 2000 * number),
                )
            )


# Any: a page of Playwright's
def _saved(window: Any, folder: Path) -> Path:
    with window.expect_download() as waiting:
        window.click("#save")
    file = folder / str(waiting.value.suggested_filename)
    waiting.value.save_as(file)
    return file
