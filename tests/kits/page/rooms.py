"""A page in a browser, as a room and its facilitator see it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.kits.page.kits import SECONDS

Open = Callable[..., "Room"]

# what is neither on the stick nor made by the page itself
_ELSEWHERE = re.compile(r"^(?!file:|blob:|data:|about:)")


class Room:
    """A browser with a profile of its own, without a network.

    Attributes:
        context: Playwright's.
        page: The projector's window.
        problems: What the windows complained of, and what they wanted from elsewhere.
        files: What they loaded, by name.
    """

    # Any: Playwright may not be installed
    def __init__(self, browser: Any, start: Path, looks: dict[str, Any]) -> None:
        self.problems: list[str] = []
        self.files: list[str] = []
        self.context: Any = browser.new_context(
            offline=True, accept_downloads=True, **{"locale": "en-GB", **looks}
        )
        self.context.route(_ELSEWHERE, self._refuse)
        self.context.on("request", lambda one: self.files.append(_name(one.url)))
        self.context.on("page", self._watch)
        self.page: Any = self.context.new_page()
        self.page.goto(start.as_uri())

    def press(self, *keys: str) -> None:
        """Press keys in the projector's window."""
        for key in keys:
            self.page.keyboard.press(key)

    def is_at(self, phase: str) -> bool:
        """Wait until the show has come to a phase."""
        self.page.wait_for_selector(f"body[data-phase={phase}]", timeout=20_000)
        return True

    def until(self, condition: Callable[[], object]) -> bool:
        """Wait until a condition holds; the page lets nobody evaluate texts in it."""
        for _ in range(200):
            if condition():
                return True
            self.page.wait_for_timeout(50)
        return False

    def hurry(self) -> None:
        """Go on near the end of what plays."""
        self.seek(SECONDS - 0.4)

    def seek(self, seconds: float) -> None:
        """Go on at another place of what plays."""
        self.page.evaluate(f"document.getElementById('film').currentTime = {seconds}")

    def facilitator(self, *, trouble: str = "hidden") -> Any:
        """Open the facilitator's window.

        Args:
            trouble: Whether it is to be ``hidden`` or ``visible`` there.
        """
        with self.context.expect_page() as opened:
            self.press("o")
        window = opened.value
        # it has heard of the other one
        window.wait_for_selector("#phase:not(:empty)")
        window.wait_for_selector("#trouble", state=trouble)
        return window

    # Any: entries are JSON
    def entries(self) -> dict[str, Any]:
        """Return what the log says of each item, by code."""
        said = self.page.evaluate("log.current.entries")
        return {entry["code"]: entry for entry in said}

    def close(self) -> None:
        """Close every window."""
        self.context.close()

    def _watch(self, page: Any) -> None:
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.problems.append(message.text)

    def _refuse(self, route: Any) -> None:
        self.problems.append(f"wanted {route.request.url}")
        route.abort()


def _name(url: str) -> str:
    return url.rsplit("/", maxsplit=1)[-1]
