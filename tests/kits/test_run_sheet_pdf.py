"""The run sheet as PDF, read by programs that are not ours."""

import importlib.util
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdf
import pytest
import typst
import zxingcpp
from PIL import Image

from mediakit.errors.library import ReadFailed
from mediakit.errors.paper import PdfNotInstalled
from mediakit.kits import run_sheet_pdf
from mediakit.kits.paper import code_drawing, code_text
from mediakit.kits.plan import KitPlan
from mediakit.kits.sheet import sheet_of
from tests.kits.plans import PLAN, WELL, with_pictures


def _read(plan: KitPlan, folder: Path) -> list[str]:
    run_sheet_pdf.lay_out(plan, folder)
    reader = pypdf.PdfReader(folder / run_sheet_pdf.FILE)
    return [page.extract_text() for page in reader.pages]


def test_has_the_same_words_as_the_page(tmp_path: Path) -> None:
    """As text that can be searched and read aloud, not as a picture of it."""
    text = _plain("".join(_read(with_pictures(PLAN, tmp_path), tmp_path)))

    sheet = sheet_of(PLAN)
    wanted = [sheet.title, sheet.occasion, *(value for _n, value in sheet.facts)]
    for one in sheet.entries:
        wanted += [one.code, one.begins, one.lasts, one.pause, *one.themes]
        wanted += [*one.cautions, one.consent]
        wanted += [t.text for t in (*one.titles, *one.questions, *one.notes)]
    latin = [each for each in wanted if each.isascii() or "\u0600" > max(each)]
    assert not [each for each in latin if _plain(each) not in text]


def test_has_arabic_as_letters(tmp_path: Path) -> None:
    """Each word as it is written; readers differ in how they put them in a line."""
    words = "\u0628\u0626\u0631", "\u0645\u0627\u0621"
    plan = replace(PLAN, items=(replace(WELL, questions={"ar": " ".join(words)}),))

    [text] = _read(plan, tmp_path)

    assert {True} == {word in text for word in words}


def test_an_item_that_fits_on_a_page_is_not_cut(tmp_path: Path) -> None:
    """The last line of each is on the page of its first; of a long one all is there."""
    items = [replace(WELL, code=f"X{n}", notes={"fr": f"END{n}"}) for n in range(4)]
    long = replace(WELL, code="LONG", notes={"fr": "mot " * 4000 + "FIN"})

    pages = _read(replace(PLAN, items=(*items, long)), tmp_path)

    for number in range(4):
        [page] = [text for text in pages if f"END{number}" in text]
        assert f"X{number}" in page
    assert 4000 == sum(text.count("mot") for text in pages)
    assert 1 == sum("FIN" in text for text in pages)


def test_texts_are_no_instructions(tmp_path: Path) -> None:
    """Nothing that people type is run, or reads a file."""
    hostile = '#read("/etc/passwd") *bold* $x$ <label> @ref \\ " #panic()'
    plan = replace(
        PLAN,
        title=hostile,
        items=(replace(WELL, titles={"fr": hostile}, cautions=(hostile,)),),
    )

    text = _plain("".join(_read(plan, tmp_path)))

    assert text.count(_plain(hostile)) >= 3
    assert "root:" not in text


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing tells when or where it was made; nothing is left beside it."""
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        _read(with_pictures(PLAN, tmp_path / name), tmp_path / name)
        made.append((tmp_path / name / run_sheet_pdf.FILE).read_bytes())
        beside = sorted(one.name for one in (tmp_path / name).iterdir())
        assert ["K7.jpg", run_sheet_pdf.FILE] == beside

    assert made[0] == made[1]


def test_codes_are_read_by_a_telephone(tmp_path: Path) -> None:
    """They tell the playlist and the item, and are no address of anything."""
    drawing = code_drawing(code_text(PLAN, WELL))

    page = b'#set page("a10", margin: 2mm)\n#image("c.svg", width: 100%)'
    (tmp_path / "main.typ").write_bytes(page)
    (tmp_path / "c.svg").write_text(drawing, "utf-8")
    picture = typst.compile(tmp_path / "main.typ", format="png", ppi=200)
    pixels = np.asarray(Image.open(io.BytesIO(picture)).convert("L"))
    [read] = zxingcpp.read_barcodes(pixels)
    assert "mediakit:pl-0000000001/K7" == read.text


def test_a_picture_that_is_none_is_said(tmp_path: Path) -> None:
    """Nothing is left of the sheet."""
    (tmp_path / "bad.jpg").write_bytes(b"no picture")
    for name in ("bad.jpg", "gone.jpg"):
        plan = replace(PLAN, items=(replace(WELL, still=name),))
        with pytest.raises(ReadFailed):
            run_sheet_pdf.lay_out(plan, tmp_path)

    assert ["bad.jpg"] == [one.name for one in tmp_path.iterdir()]


def test_says_how_to_get_what_makes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an extra."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)

    with pytest.raises(PdfNotInstalled, match=r"pip install 'mediakit\[pdf\]'"):
        run_sheet_pdf.lay_out(PLAN, tmp_path)


def _plain(text: str) -> str:
    """Leave out the spaces and breaks that a reader may put in."""
    return "".join(text.split())
