"""Pages of reports, on machines with what draws charts and on others."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.reports.as_html import write
from mediakit.reports.registry import NAMES
from tests.builders import a_clip
from tests.codebooks import a_coding, a_theme
from tests.kits.pages import Page
from tests.reports.reporting import a_report

WITHOUT = """
import sys
sys.modules["matplotlib"] = None
from mediakit.cli.start import start
sys.exit(start(sys.argv[1:]))
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_its_title_once(name: str) -> None:
    """In its first heading; the window of the browser says it too."""
    report = a_report(name)

    text = write(report, "en")

    assert 1 == text.count(f">{report.title}</h1>")
    assert f">{report.title}</h2>" not in text
    assert len(report.tables) == len(Page(text).all("section"))


def test_a_page_says_what_was_left_out() -> None:
    """At its top."""
    page = Page(write(a_report("quotes", strong=True), "en"))

    assert "Only strong quotes." in page.texts


def test_a_page_says_why_it_has_no_chart() -> None:
    """Where there are more rows than an eye takes in."""
    report = a_report("theme-region")
    [table] = report.tables
    crowded = replace(table, rows=table.rows * 9)

    page = Page(write(replace(report, tables=(crowded,)), "en"))

    assert [] == page.all("img")
    assert any("There is no chart" in text for text in page.texts)


def test_without_what_draws_charts_a_page_has_its_tables(
    library: Library, catalog: Catalog, tmp_path: Path
) -> None:
    """And standard error says what is missing, and how to have it."""
    with catalog.change() as change:
        change.put(a_clip())
        change.put(a_coding("k-1", change.put(a_theme("water"))))
    target = tmp_path / "page.html"
    words = ("--library", str(library.root), "report", "theme-region")

    done = subprocess.run(
        [
            sys.executable,
            "-c",
            WITHOUT,
            *words,
            "--as",
            "html",
            "--output",
            str(target),
        ],
        capture_output=True,
        check=False,
        text=True,
    )

    page = Page(target.read_text("utf-8"))
    assert (0, f"{target}\n") == (done.returncode, done.stdout), done.stderr
    assert "pip install 'mediakit[charts]'" in done.stderr
    assert ([], 1) == (page.all("img"), len(page.all("table")))
    assert "water" in page.texts
