"""Sheets: plain text that a person writes in, in an editor or on another machine."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import TypeVar

import click

from mediakit.cli.app import App
from mediakit.cli.leaving import say_cautions, say_left_out
from mediakit.cli.output import answer, say
from mediakit.errors.transcripts import TranscriptNotText
from mediakit.files import make_folder, read_whole
from mediakit.formats.letters import decode
from mediakit.formats.registry import LARGEST, too_large
from mediakit.formats.repairs import Mended
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
    """Return what is in a sheet, in whatever encoding it was saved.

    Raises:
        TranscriptTooLarge: No sheet has so many bytes.
        TranscriptNotText: It is no text, or some letters of it are lost.
        ReadFailed: It cannot be read.
    """
    content = read_whole(sheet, most=LARGEST + 1)
    if len(content) > LARGEST:
        raise too_large(str(sheet))
    text, mended = decode(content, str(sheet), "")
    for repair in mended:
        # letters that are lost would be kept in their place
        if repair.kind is not Mended.ENCODING:
            raise TranscriptNotText(file=str(sheet), line=repair.line)
        say(_("The letters were read as {encoding}.").format(**repair.values))
    return text


def in_editor(
    folder: Path, name: str, text: str, take: Callable[[Path], Result]
) -> Result:
    """Let a person write in a sheet, and return what is made of it.

    Where nothing can be made of it, or the editor fails, what was written stays, and
    is named.

    Args:
        folder: Where the sheet is while it is written.
        name: What the file is called, without its suffix.
        text: What is in it.
        take: Makes something of the file.
    """
    make_folder(folder)
    place = Path(tempfile.mkdtemp(dir=folder))
    sheet = place / f"{name}{SUFFIX}"
    try:
        sheet.write_text(text, "utf-8", newline="\n")
        click.edit(filename=str(sheet))
        if _is(sheet, text) and sys.stdin.isatty():
            # some editors come back at once, and stay open
            question = _(
                "Nothing is saved yet. Is it still open? Save, then press Enter"
            )
            click.prompt(question, default="", show_default=False, err=True)
        result = take(sheet)
    except BaseException:
        # hours of work may be in it
        if _is(sheet, text) or not any(place.iterdir()):
            shutil.rmtree(place, ignore_errors=True)
        else:
            kept = sheet if sheet.exists() else place
            told = _("What you wrote is in {file}. Once it is right, --from takes it.")
            say(told.format(file=kept))
        raise
    # with the copies that editors leave beside it
    shutil.rmtree(place, ignore_errors=True)
    return result


def _is(sheet: Path, text: str) -> bool:
    """Tell whether there is nothing in a sheet but what it was written with."""
    try:
        return sheet.read_bytes() == text.encode()
    except OSError:
        return False
