"""Sheets: plain text that a person writes in, in an editor or on another machine."""

import tempfile
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import TypeVar

import click

from mediakit.cli.app import App
from mediakit.cli.leaving import say_cautions, say_left_out
from mediakit.cli.output import answer, say
from mediakit.errors.base import MediakitError
from mediakit.errors.library import ReadFailed
from mediakit.errors.transcripts import TranscriptNotText
from mediakit.files import reason
from mediakit.formats.sheet import SUFFIX
from mediakit.model.transcript_record import TranscriptRecord
from mediakit.workflows.export_sheet import Sheet

Result = TypeVar("Result")


def tell_sheet(app: App, sheet: Sheet, record: TranscriptRecord) -> None:
    """Say what is not in a sheet, and print where it is."""
    say_left_out(sheet.left_out)
    say_cautions(sheet.cautions)
    document = {"sheet": sheet.path, "transcript": record, "use": sheet.use}
    answer(app, document, [str(sheet.path)])


def read_sheet(sheet: Path) -> str:
    """Return what is in a sheet.

    Raises:
        TranscriptNotText: It is no text.
        ReadFailed: It cannot be read.
    """
    try:
        return sheet.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranscriptNotText(file=str(sheet), line=1) from error
    except OSError as error:
        raise ReadFailed(path=str(sheet), reason=reason(error)) from error


def in_editor(name: str, text: str, take: Callable[[Path], Result]) -> Result:
    """Let a person write in a sheet, and return what is made of it.

    Where nothing can be made of it, the sheet stays, and is named.

    Args:
        name: What the file is called, without its suffix.
        text: What is in it.
        take: Makes something of the file.
    """
    folder = Path(tempfile.mkdtemp(prefix="mediakit-"))
    sheet = folder / f"{name}{SUFFIX}"
    sheet.write_text(text, "utf-8", newline="\n")
    click.edit(filename=str(sheet))
    try:
        result = take(sheet)
    except MediakitError:
        # hours of work may be in it
        say(_("What you wrote is in {file}.").format(file=sheet))
        raise
    sheet.unlink()
    folder.rmdir()
    return result
