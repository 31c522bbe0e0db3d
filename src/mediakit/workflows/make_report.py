"""Make a report: to be shown, or as a file, which is recorded as a use."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.catalog.catalog import Catalog, Records
from mediakit.errors.base import MediakitError, Reasons
from mediakit.errors.reports import ReportWishIdle, ReportWishUnknown
from mediakit.exchange import as_csv, as_xlsx
from mediakit.library import Library
from mediakit.model.use import Use, UseKind
from mediakit.reports import as_html, as_text
from mediakit.reports.cells import heading, lines, plain
from mediakit.reports.facts import Wish
from mediakit.reports.need import Takes
from mediakit.reports.registry import SUBJECTS, Subject, report, subject_named
from mediakit.reports.table import Report, Table
from mediakit.settings import Settings
from mediakit.workflows.find_theme import find_theme
from mediakit.workflows.gather_report import Gathered, gather_report
from mediakit.workflows.keep_export import exporting
from mediakit.workflows.list_sessions import verified
from mediakit.workflows.pass_gate import Purpose, refused
from mediakit.workflows.place_export import place_export
from mediakit.workflows.real_names import real_names_of

FOLDER = "reports"
TEXT, CSV, XLSX, HTML = "text", as_csv.NAME, as_xlsx.NAME, "html"
FORMATS = (TEXT, CSV, XLSX, HTML)
_SUFFIXES = {TEXT: ".txt", CSV: as_csv.SUFFIX, XLSX: as_xlsx.SUFFIX, HTML: ".html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody typed of a report.

    Attributes:
        name: Which.
        theme: A theme, as typed.
        table: Only this table of it.
        wish: The rest.
    """

    name: str
    theme: str = ""
    table: str = ""
    wish: Wish


@dataclass(frozen=True, slots=True)
class Made:
    """A report.

    Attributes:
        report: The report.
        left_out: What consent keeps out of it, and why.
        cautions: What the gate let pass and people should know.
        unread: Why some transcripts could not be read.
        path: The file, if one was written.
        use: The record that it left, if it did.
    """

    report: Report
    left_out: Reasons
    cautions: Reasons
    unread: tuple[MediakitError, ...]
    path: Path | None = None
    use: Use | None = None


def show_report(
    library: Library,
    catalog: Catalog,
    settings: Settings,
    order: Order,
    purpose: Purpose,
) -> Made:
    """Return a report, to be shown to the team.

    Raises:
        ThemeNotFound, IdAmbiguous: The theme is not found.
        ReportWishUnknown: It has no such table.
        ReportWishIdle: Something was wished for that does not change it.
        DateNotUnderstood, RangeReversed: The days of the sessions are none.
        ScopeUnknown, SessionNotFound: The gate cannot be asked like this.
    """
    return _made(library, catalog.read(), settings, order, purpose)[0]


def write_report(
    library: Library,
    catalog: Catalog,
    settings: Settings,
    order: Order,
    purpose: Purpose,
    *,
    format_name: str,
    output: str = "",
) -> Made:
    """Write a report into a file, and record that it left.

    Args:
        library: Where it goes, unless told otherwise.
        catalog: Where the use is recorded.
        settings: The programme's regions and targets.
        order: Which report.
        purpose: What it is for.
        format_name: One of `FORMATS`.
        output: A file that is not there yet; empty for one among the exports.

    Raises:
        ConsentRefused, ConsentWithdrawn: The gate lets nothing of it pass.
        SpreadsheetsNotInstalled: What writes the format is not installed.
        TargetRefused: There is such a file, or it lies among the originals.
        WriteFailed: It could not be written.
        MediakitError: What `show_report` raises.
    """
    with exporting(library, catalog) as export:
        made, gathered = _made(library, export.change, settings, order, purpose)
        passed = gathered.passed
        if passed.left_out and not passed.parts:
            raise refused(passed)
        stem = f"{order.name} {purpose.day}"
        suffix = _SUFFIXES[format_name]
        path = place_export(library, passed, FOLDER, stem, suffix, output)
        content = _content(made.report, format_name, order.wish.language)
        how = f"report {order.name} as {format_name}"
        use = export.keep(passed, UseKind.DATA, path, content, how=how)
    return replace(made, path=path, use=use)


def _made(
    library: Library,
    records: Records,
    settings: Settings,
    order: Order,
    purpose: Purpose,
) -> tuple[Made, Gathered]:
    subject = subject_named(order.name)
    _verify(order, subject)
    theme = find_theme(records, order.theme) if order.theme else None
    sessions = verified(order.wish.sessions)
    wish = replace(order.wish, theme=theme, sessions=sessions)
    names = real_names_of(library)
    gathered = gather_report(library, records, settings, names, subject, wish, purpose)
    found = _chosen(report(subject, gathered.material, wish), order.table)
    passed = gathered.passed
    cautions = Reasons(*passed.cautions.each, *gathered.named.each)
    return Made(found, passed.reasons, cautions, gathered.unread), gathered


def _verify(order: Order, subject: Subject) -> None:
    wished = {
        Takes.COUNT: order.wish.count is not None,
        Takes.THEME: bool(order.theme),
        Takes.STRONG: order.wish.strong,
    }
    idle = [name for name, said in wished.items() if said and name not in subject.TAKES]
    if idle:
        able = (one.NAME for one in SUBJECTS if not one.TAKES.isdisjoint(idle))
        raise ReportWishIdle(
            report=subject.NAME, options=", ".join(idle), reports=", ".join(able)
        )


def _chosen(whole: Report, name: str) -> Report:
    if not name:
        return whole
    chosen = tuple(table for table in whole.tables if table.name == name)
    if not chosen:
        known = ", ".join(table.name for table in whole.tables)
        raise ReportWishUnknown(
            report=whole.name, what=f"--table {name}", choices=known
        )
    return replace(whole, tables=chosen)


def _content(whole: Report, format_name: str, language: str) -> bytes:
    if format_name == TEXT:
        return ("\n".join(as_text.write(whole)) + "\n").encode()
    if format_name == HTML:
        return as_html.write(whole, language).encode()
    if format_name == CSV:
        # programs add up what is in a column
        table = replace(whole.tables[0], footer=())
        _name, headings, rows = _page(table)
        return as_csv.write(headings, rows)
    return as_xlsx.write_book([*map(_page, whole.tables), *_notes(whole)])


def _page(table: Table) -> as_xlsx.Page:
    rows = [
        [plain(cell, column) for cell, column in zip(row, table.columns, strict=True)]
        for row in lines(table)
    ]
    return table.name, [heading(column) for column in table.columns], rows


def _notes(whole: Report) -> Iterable[as_xlsx.Page]:
    rows = [("", whole.title, one) for one in whole.limits]
    rows += [(one.name, one.title, note) for one in whole.tables for note in one.notes]
    if rows:
        yield "notes", ("table", "title", "note"), rows
