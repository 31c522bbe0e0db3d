"""Sheets and cards as a real browser prints them, from a stick, without a network."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from mediakit.kits import run_sheet, wall_cards
from mediakit.kits.plan import KitTheme
from tests.extras import missing
from tests.kits.plans import PLAN, ROAD, WELL, with_pictures
from tests.kits.test_run_sheet import HOSTILE

A4 = (595, 842)  # points


def test_an_item_that_fits_on_a_page_is_not_cut(tmp_path: Path) -> None:
    """The last line of each is on the page of its first; of a long one all is there."""
    items = [replace(WELL, code=f"X{n}", notes={"fr": f"END{n}"}) for n in range(6)]
    long = replace(WELL, code="LONG", notes={"fr": "mot " * 3000 + "FIN"})
    plan = with_pictures(replace(PLAN, items=(*items, long, ROAD)), tmp_path)
    run_sheet.lay_out(plan, tmp_path)

    pages = _printed(tmp_path / run_sheet.FILE)

    for number in range(6):
        [page] = [text for text in pages if f"END{number}" in text]
        assert f"X{number}" in page
    assert 3000 == sum(text.count("mot") for text in pages)
    assert f"1 / {len(pages)}" in " ".join(pages[0].split())


def test_cards_fill_their_sheets(tmp_path: Path) -> None:
    """No sheet is empty, none has a card too many, however much is on them."""
    long = KitTheme(labels={"fr": "Un nom qui ne finit pas " * 6}, colour="#000000")
    items = tuple(replace(WELL, code=f"A{n}", themes=(long,) * 4) for n in range(5))
    wall_cards.lay_out(with_pictures(replace(PLAN, items=items), tmp_path), tmp_path)

    for name, each in wall_cards.FILES.items():
        pages = _printed(tmp_path / name)
        found = [sum(f"A{n}" in text for n in range(5)) for text in pages]
        assert [each] * (5 // each) + [5 % each] == found


def test_what_people_typed_is_printed_and_not_run(tmp_path: Path) -> None:
    """The policy lets no script run; the look is the page's own all the same."""
    item = replace(WELL, titles={"fr": HOSTILE})
    run_sheet.lay_out(replace(PLAN, title=HOSTILE, items=(item,)), tmp_path)

    text = "".join("".join(_printed(tmp_path / run_sheet.FILE)).split())

    assert text.count("".join(HOSTILE.split())) >= 3


def _printed(page: Path) -> list[str]:
    """Print a page and return the text of each sheet of paper."""
    names = ("chromium", "chromium-browser", "google-chrome")
    browser = next(filter(None, map(shutil.which, names)), None)
    if browser is None:
        missing("no Chromium is installed")
    paper = page.with_suffix(".pdf")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    offline = "--host-resolver-rules=MAP * ~NOTFOUND"
    profile = f"--user-data-dir={page.parent / 'profile'}"
    subprocess.run(
        [browser, *quiet, offline, profile, f"--print-to-pdf={paper}", page.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
    )
    sheets = pypdf.PdfReader(paper).pages
    for sheet in sheets:
        width, height = sheet.mediabox[2:]
        assert pytest.approx(A4, abs=1) == (float(width), float(height))
    return [sheet.extract_text() for sheet in sheets]
