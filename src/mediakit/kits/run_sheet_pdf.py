"""The run sheet as PDF: what a phone shows and any shop prints.

Typst lays it out. It is given the texts as values of a JSON file, so that nothing in
them is taken for an instruction, and only mediakit's own letters, so that it comes out
the same wherever it is made.
"""

import importlib.util
import json
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mediakit.errors.library import ReadFailed, WriteFailed
from mediakit.errors.paper import PdfNotInstalled
from mediakit.files import reason, write_early
from mediakit.kits.base import Need
from mediakit.kits.paper import code_drawing, code_text, picture_of
from mediakit.kits.plan import KitPlan
from mediakit.kits.sheet import Entry, Sheet, Text, sheet_of
from mediakit.machine import FONTS
from mediakit.model.language import primary

NAME = "run-sheet-pdf"
NEEDS = frozenset({Need.STILLS})

FILE = "run-sheet.pdf"

_PACKAGE = "typst"
_TEMPLATE = Path(__file__).with_name("templates") / "run_sheet.typ"
_TEXTS = "sheet.json"
_LONGEST_CODE = 3


def lay_out(plan: KitPlan, folder: Path) -> None:
    """Write the sheet.

    Raises:
        PdfNotInstalled: The extra ``pdf`` is missing.
        ReadFailed: A picture is missing, or is none.
        WriteFailed: It could not be written.
    """
    require_pdf()
    target = folder / FILE
    try:
        # beside the pictures: nothing else can be read from there
        with tempfile.TemporaryDirectory(dir=folder) as beside:
            content = _typeset(plan, folder, Path(beside))
    except OSError as error:
        raise WriteFailed(path=str(target), reason=reason(error)) from error
    write_early(target, content)


def require_pdf() -> None:
    """Refuse to begin what cannot be ended.

    Raises:
        PdfNotInstalled: The extra ``pdf`` is missing.
    """
    if importlib.util.find_spec(_PACKAGE) is None:
        command = f"{sys.executable} -m pip install 'mediakit[pdf]'"
        raise PdfNotInstalled(package=_PACKAGE, command=command)


def _typeset(plan: KitPlan, folder: Path, beside: Path) -> bytes:
    import typst

    sheet = sheet_of(plan)
    entries = []
    for one in sheet.entries:
        drawing, picture = f"code{one.number}.svg", picture_of(one.item, folder)
        (beside / drawing).write_text(code_drawing(code_text(plan, one.item)), "utf-8")
        address = f"/{picture.relative_to(folder).as_posix()}" if picture else ""
        entries.append(_entry(one) | {"drawing": drawing, "picture": address})
    document = _whole(sheet) | {"entries": entries}
    (beside / _TEXTS).write_text(json.dumps(document), "utf-8")
    main = beside / _TEMPLATE.name
    shutil.copyfile(_TEMPLATE, main)
    try:
        made = typst.compile(
            main,
            root=folder,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            format="pdf",
        )
    except RuntimeError as error:
        # a picture that is none
        raise ReadFailed(path=str(folder), reason=str(error)) from error
    return bytes(made)


# Any, here and below: what JSON can hold
def _whole(sheet: Sheet) -> dict[str, Any]:
    return {
        "lang": _code(sheet.language),
        "title": sheet.title,
        "occasion": sheet.occasion,
        "facts": sheet.facts,
        "words": sheet.words,
    }


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "number": one.number,
        "code": one.code,
        "begins": one.begins,
        "lasts": one.lasts,
        "pause": one.pause,
        "known_by": [*map(_text, one.known_by)],
        "titles": [*map(_text, one.titles)],
        "questions": [*map(_text, one.questions)],
        "notes": [*map(_text, one.notes)],
        "themes": one.themes,
        "cautions": one.cautions,
        "consent": one.consent,
    }


def _text(text: Text) -> dict[str, str]:
    return asdict(text) | {"lang": _code(text.language)}


def _code(tag: str) -> str:
    """Return a language as typst takes it, who knows no regions."""
    language = primary(tag)
    return language if 1 < len(language) <= _LONGEST_CODE else "en"
