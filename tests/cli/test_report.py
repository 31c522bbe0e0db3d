"""``mediakit report``: what is shown, what is written, and what stays inside."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mediakit.catalog.catalog import Catalog
from mediakit.model.ids import ClipId
from mediakit.model.use import Use, UseKind
from mediakit.reports import charts
from mediakit.reports.registry import NAMES
from tests.builders import a_clip, a_session
from tests.codebooks import a_coding, a_theme
from tests.conftest import Run
from tests.consents import put_voice_of
from tests.kits.pages import Page

HOSTILE = '=cmd|"/c calc"!A1<script>alert(1)</script>$x^2$'
CLIP = ClipId("c-0000000001")


@pytest.fixture(autouse=True)
def _one_clip_is_coded(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_session(region=HOSTILE, title=HOSTILE))
        change.put(a_clip(CLIP, title=HOSTILE, session="s-0000000001"))
        change.put(a_coding("k-1", change.put(a_theme("water")), (0, 2000)))


@pytest.mark.parametrize("name", NAMES)
def test_every_report_can_be_shown_and_written(
    run: Run, tmp_path: Path, name: str
) -> None:
    """As text, CSV and XLSX; of a library where hardly anything is."""
    for wanted in ("text", "csv", "xlsx"):
        target = tmp_path / f"{name}.{wanted}"
        status, out, err = run("report", name, "--as", wanted, "--output", str(target))

        assert (0, f"{target}\n") == (status, out), err
        assert target.stat().st_size


def test_a_page_shows_hostile_names_and_runs_nothing(run: Run, tmp_path: Path) -> None:
    """Its policy forbids everything but its own style and the charts in it."""
    target = tmp_path / "page.html"

    assert (
        0 == run("report", "theme-region", "--as", "html", "--output", str(target))[0]
    )

    page = Page(target.read_text("utf-8"))
    assert HOSTILE in page.texts
    assert [] == page.all("script")
    assert page.policy.startswith("default-src 'none'; base-uri 'none'")
    assert len(page.all("img")) == charts.is_installed()
    assert all(one["src"].startswith("data:image/svg") for one in page.all("img"))


def test_spreadsheets_hold_no_formulas(run: Run, tmp_path: Path) -> None:
    """What people typed is text in both."""
    plain, book = tmp_path / "a.csv", tmp_path / "a.xlsx"
    run("report", "theme-region", "--as", "csv", "--output", str(plain))
    run("report", "theme-region", "--as", "xlsx", "--output", str(book))

    [heads, *_rows] = csv.reader(io.StringIO(plain.read_text("utf-8-sig")))
    sheet = load_workbook(book)["themes"]
    assert HOSTILE in {head.removeprefix("'") for head in heads}
    assert not [head for head in heads if head.startswith("=")]
    assert "f" not in {cell.data_type for row in sheet.rows for cell in row}


def test_a_file_is_a_recorded_use(run: Run, catalog: Catalog, tmp_path: Path) -> None:
    """With the parts that are told of; what is only shown is none."""
    assert 0 == run("report", "theme-region")[0]
    assert [] == catalog.read().all(Use)

    run("report", "theme-region", "--as", "csv", "--output", str(tmp_path / "a.csv"))

    [use] = catalog.read().all(Use)
    assert (UseKind.DATA, "research", [CLIP]) == (
        use.kind,
        use.scope,
        [one.clip for one in use.ranges],
    )


def test_who_refused_research_is_not_counted(run: Run, catalog: Catalog) -> None:
    """The report says so, and a file of nothing else is refused."""
    put_voice_of(catalog, CLIP, research=False)

    status, out, err = run("report", "theme-region")

    assert 0 == status
    assert "1 coding is not counted: consent does not cover it." in out
    assert "does not want the words to go to other tools" in err
    assert 0 != run("report", "theme-region", "--as", "csv")[0]


def test_a_table_that_is_not_there_is_named(run: Run) -> None:
    """With those that are."""
    status, _out, err = run("report", "missing", "--table", "nonsense")

    assert 250 == status
    assert "sessions-focus-group" in err


def test_a_report_of_some_sessions_says_which(run: Run) -> None:
    """At its top, as text and in the spreadsheet's notes."""
    words = ("report", "theme-time", "--from", "2026-01-01", "--to", "2026-12-31")

    status, out, err = run(*words, "--kind", "focus-group", "--theme", "water")

    assert 0 == status, err
    assert [
        "Only the theme water and those below it.",
        "Only sessions of this sort: focus group.",
        "Only sessions from 2026-01-01 to 2026-12-31.",
    ] == out.splitlines()[1:4]


def test_what_would_change_nothing_is_refused(run: Run) -> None:
    """Nothing is silently left aside."""
    status, out, err = run("report", "consent", "--strong")

    assert (251, "") == (status, out)
    assert "The report consent does not follow --strong" in err
    assert "quotes" in err
