"""Spreadsheets from elsewhere."""

from mediakit.errors.base import MediakitError, sentence


class SpreadsheetUnreadable(MediakitError):
    """A file is no spreadsheet, or is damaged, or is not safe to open."""

    message = sentence(
        "{file} cannot be read as a spreadsheet: {reason}. Save it again as XLSX, or "
        "as CSV in UTF-8; nothing was changed."
    )
    exit_status = 188


class SpreadsheetTooLarge(MediakitError):
    """A file is larger than any list of sessions."""

    message = sentence(
        "{file} is too large: at most {megabytes} MB, {rows} rows and {columns} "
        "columns are read. Split it into several files; nothing was changed."
    )
    exit_status = 189


class ColumnsNotFound(MediakitError):
    """A spreadsheet lacks columns that were named, or has none that is known."""

    message = sentence(
        "{file} has no column {missing}. It has: {found}. Nothing was changed: "
        "{advice}."
    )
    exit_status = 190


class SpreadsheetsNotInstalled(MediakitError):
    """What reads and writes XLSX files is not installed."""

    message = sentence(
        "XLSX files need {package}, which is not installed. With a network, run: "
        "{command}. Without, use CSV."
    )
    exit_status = 191
