"""A real browser, which reaches nothing but files."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.extras import missing
from tests.kits.page.kits import lay_out
from tests.kits.page.rooms import Open, Room


# Any: what Playwright starts; it stays no longer than the tests of a file, because
# no other event loop can run meanwhile
@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Start Chromium, without a window."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None or find_spec("playwright") is None:
        missing("Chromium or Playwright is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        yield started
        started.close()


@pytest.fixture
def open_page(browser: object) -> Iterator[Open]:
    """Open pages of kits; what fails in one fails the test."""
    rooms: list[Room] = []

    def open_one(start: Path, **looks: object) -> Room:
        rooms.append(Room(browser, start, looks))
        return rooms[-1]

    yield open_one
    for room in rooms:
        room.close()
    assert [] == [problem for room in rooms for problem in room.problems]


@pytest.fixture
def room(open_page: Open, tmp_path: Path) -> Room:
    """Open a kit of three items."""
    return open_page(lay_out(tmp_path / "kit"))
