"""Titles, questions and subtitles of strangers are texts, and nothing leaves."""

from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.kits.page.script import script
from mediakit.kits.plan import KitTheme
from tests.kits.page.kits import FILM, lay_out
from tests.kits.page.rooms import Open

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

ATTACK = (
    "</script><script>document.title='caught'</script>"
    "<img src=https://attacker.invalid/x onerror=\"document.title='caught'\">"
    "\u2028'\"`${1}\\"
)
HOSTILE = replace(
    FILM,
    code="A1",
    titles={"fr": ATTACK},
    questions={"fr": ATTACK},
    notes={"fr": ATTACK},
    subtitles={"fr": "media/01.fr.vtt"},
    cautions=(ATTACK,),
    consent=ATTACK,
    themes=(
        KitTheme(labels={"fr": ATTACK}, colour="red;background:url(//x)", icon=ATTACK),
    ),
)


def test_what_strangers_wrote_is_shown_and_does_nothing(
    open_page: Open, tmp_path: Path
) -> None:
    """In neither window; a network would have been asked for, and the test fails."""
    vtt = f"WEBVTT\n\n00:00.000 --> 00:09.000\n&lt;b&gt;{ATTACK}\n"
    room = open_page(lay_out(tmp_path / "kit", items=[HOSTILE], subtitles=vtt))
    window = room.facilitator()

    room.press("c", "PageDown")
    room.is_at("playing")
    room.page.wait_for_selector("#subtitles:has-text('<b>')")
    room.press("PageDown")
    room.is_at("question")
    window.wait_for_selector("#phase[data-phase=question]")

    assert "onerror" in room.page.inner_text("#question .text")
    assert "onerror" in window.inner_text("#current")
    assert not room.page.query_selector_all("#stage img:not(#still), script:not([src])")
    assert not window.query_selector_all("img[src^=http], script:not([src])")
    assert "Ménaka, jeunes" == room.page.title()
    assert "caught" != window.title()


def test_the_page_may_ask_nothing_of_a_network(open_page: Open, tmp_path: Path) -> None:
    """Not even where a script would want to: the browser refuses."""
    room = open_page(lay_out(tmp_path / "kit"))

    said = room.page.evaluate(
        """async () => {
          const asked = await fetch('https://attacker.invalid/').catch((e) => e.name);
          const image = new Image();
          const failed = new Promise((done) => { image.onerror = () => done('no'); });
          image.src = 'https://attacker.invalid/x.png';
          return [asked, await failed];
        }"""
    )

    assert ["TypeError", "no"] == said
    refused = [one for one in room.problems if "Content Security Policy" in one]
    assert len(refused) == len(room.problems)
    room.problems.clear()


def test_a_script_that_tells_has_no_end_but_its_own() -> None:
    """ASCII, and no angle bracket, whatever it tells."""
    said = script("told", {"__proto__": ATTACK, "é": "\ud800"})

    assert said.isascii()
    assert not set(b"<>") & set(said)
