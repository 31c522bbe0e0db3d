"""The run sheet: one page that a browser prints, whatever people typed."""

import base64
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.errors.library import ReadFailed
from mediakit.kits import run_sheet
from mediakit.kits.plan import KitPlan, KitTheme
from tests.kits.pages import Page
from tests.kits.plans import PLAN, ROAD, WELL, with_pictures

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</style>'


def _page(plan: KitPlan, folder: Path) -> Page:
    run_sheet.lay_out(plan, folder)
    return Page((folder / run_sheet.FILE).read_text("utf-8"))


def test_says_all_that_is_to_be_known(tmp_path: Path) -> None:
    """Titles, questions in every language, notes, cautions, consent, times, codes."""
    page = _page(with_pictures(PLAN, tmp_path), tmp_path)

    said = set(page.texts)
    for text in (*WELL.titles.values(), *WELL.questions.values(), WELL.consent):
        assert text in said
    assert {"3 people are seen", "Somebody weeps", "K7", "M2", "9:23"} <= said
    assert {"M\u00e9naka, jeunes", "other-communities", "2026-11-22"} <= said
    assert any("Rappeler" in text for text in said)


def test_is_one_file_with_its_pictures(tmp_path: Path) -> None:
    """It can be sent and printed anywhere; a sound bite needs none."""
    page = _page(with_pictures(PLAN, tmp_path), tmp_path)

    [picture] = [one["src"] for one in page.all("img")]
    kind, _comma, content = picture.partition(",")
    assert "data:image/jpeg;base64" == kind
    assert (tmp_path / "K7.jpg").read_bytes() == base64.b64decode(content)
    assert not [one for tag in ("link", "script", "a") for one in page.all(tag)]
    assert len(PLAN.items) == len(page.all("svg"))


def test_allows_a_browser_nothing_but_its_own_look(tmp_path: Path) -> None:
    """Not one address is asked, not one line is run."""
    run_sheet.lay_out(PLAN, tmp_path)
    text = (tmp_path / run_sheet.FILE).read_text("utf-8")

    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = Page(text).policy
    assert "default-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_what_people_typed_is_text(tmp_path: Path) -> None:
    """Wherever it stands; no sign of it is lost."""
    every = {"fr": HOSTILE, HOSTILE: HOSTILE}
    item = replace(
        WELL,
        titles=every,
        questions=every,
        notes=every,
        cautions=(HOSTILE,),
        consent=HOSTILE,
        themes=(KitTheme(labels=every, colour=HOSTILE, icon=HOSTILE),),
    )
    plan = replace(PLAN, title=HOSTILE, place=HOSTILE, day=HOSTILE, scope=HOSTILE)

    page = _page(replace(plan, items=(item,)), tmp_path)

    assert not page.all("script")
    assert not page.all("img")
    assert 1 == len(page.all("style"))
    names = {name for _tag, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name == "style"}
    assert page.texts.count(HOSTILE) >= 9


def test_tells_in_which_direction_each_text_runs(tmp_path: Path) -> None:
    """A browser lays out Arabic from the right, with its own letters' forms."""
    page = _page(PLAN, tmp_path)

    arabic = [one for one in page.all("p") if one.get("lang") == "ar"]
    assert ["rtl"] == [one["dir"] for one in arabic]
    assert {"ltr"} == {one["dir"] for one in page.all("p") if one.get("lang") == "fr"}


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    """A kit is made again only where something changed."""
    pages = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        run_sheet.lay_out(with_pictures(PLAN, tmp_path / name), tmp_path / name)
        pages.append((tmp_path / name / run_sheet.FILE).read_bytes())

    assert pages[0] == pages[1]


def test_a_picture_that_is_missing_is_said(tmp_path: Path) -> None:
    """Rather than a hole in the paper."""
    with pytest.raises(ReadFailed):
        run_sheet.lay_out(
            replace(PLAN, items=(replace(WELL, still="gone.jpg"), ROAD)), tmp_path
        )
