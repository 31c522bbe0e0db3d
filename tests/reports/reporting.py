"""Reports of the sample library, and what is asked of them."""

from pathlib import Path
from typing import Any

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.machine import samples
from mediakit.reports.facts import Wish
from mediakit.reports.table import Cell, Report
from mediakit.settings import read_settings
from mediakit.workflows.gather_facts import consent_rules
from mediakit.workflows.make_report import Order, show_report
from mediakit.workflows.pass_gate import Purpose

AFTER = "2026-01-01"
"""A day after all that happens in the sample library: Moussa withdrew before it."""


def purpose(library: Library, day: str = AFTER) -> Purpose:
    """Return research, on a day."""
    rules = consent_rules(read_settings(library))
    return Purpose(rules=rules, scope="research", day=day)


def a_report(
    name: str, *, root: Path | None = None, day: str = AFTER, **wishes: Any
) -> Report:
    """Return a report of the sample library; Any: what is wished of it."""
    library = Library(root or samples())
    catalog = Catalog(library.catalog, author="")
    order = Order(name=name, wish=Wish(**wishes))
    settings = read_settings(library)
    return show_report(library, catalog, settings, order, purpose(library, day)).report


def rows(report: Report, table: str, *columns: str) -> list[tuple[Cell, ...]]:
    """Return some columns of a table."""
    [found] = [one for one in report.tables if one.name == table]
    return [tuple(row[found.at(name)] for name in columns) for row in found.rows]
