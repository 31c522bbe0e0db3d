r"""Bring the French texts up to date with the code, and compile them.

usage: python -m tools.texts [MORE.po ...]

Every text of mediakit and of Click is put in ``messages.po``: new ones without a
translation (a test then fails until there is one), old ones dropped. Translations
in other files named on the command line are taken over. ``messages.mo`` is what
the program reads.

In these files Click's mark for lines it must not fill again is written ``\b``, as
gettext's own tools write it; Babel knows only the bare control character.
"""

import re
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "mediakit"
FOLDER = SOURCE / "i18n" / "locale" / "fr" / "LC_MESSAGES"
TEXTS = FOLDER / "messages.po"
COMPILED = FOLDER / "messages.mo"

# a text, or a text for one thing and a text for several
Forms = tuple[str, ...]

_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "sentence": None}
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class _French(Catalog):
    """A catalog whose header says nothing that changes although no text did."""

    def __init__(self) -> None:
        comment = "# The texts of mediakit and of Click in French."
        super().__init__(locale="fr", header_comment=comment, fuzzy=False)

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines programs need."""
        return [
            ("Project-Id-Version", "mediakit"),
            ("Language", "fr"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
        ]


def texts_of(folder: Path) -> dict[str, Forms]:
    """Return every text people may read from *folder*'s code, by its first form."""
    found: dict[str, Forms] = {}
    for _file, _line, text, _comments, _context in extract_from_dir(
        folder, [("**.py", "python")], keywords=_KEYWORDS
    ):
        forms = _forms(text)
        if forms and len(forms) >= len(found.get(forms[0], ())):
            found[forms[0]] = forms
    return found


def click_folder() -> Path:
    """Return where the installed Click is."""
    click = find_spec("click")
    assert click is not None
    assert click.origin is not None
    return Path(click.origin).parent


def wanted() -> dict[str, Forms]:
    """Return every text people may read, by its first form."""
    return texts_of(click_folder()) | texts_of(SOURCE)


def read(path: Path) -> dict[str, Forms]:
    """Return the translations that are in a file, by the first form in English."""
    text = re.sub(r"(?<!\\)\\b", "\b", path.read_text("utf-8"))
    messages = read_po(BytesIO(text.encode()), locale="fr")
    return {
        _forms(message.id)[0]: _forms(message.string)
        for message in messages
        if message.id and _forms(message.string)
    }


def french(known: Mapping[str, Forms]) -> Catalog:
    """Return the catalog of every text that is wanted, with what is *known*."""
    catalog = _French()
    for key, english in wanted().items():
        translation = tuple(map(typeset, known.get(key, ())))
        if len(english) > 1:
            catalog.add(english, translation)
        else:
            catalog.add(key, "".join(translation[:1]))
    return catalog


def typeset(text: str) -> str:
    """Put French apostrophes and no-break spaces in *text*, but not in examples.

    A space at the end is for the colon that Click puts after headings.
    """
    lines = text.split("\n")
    return "\n".join(x if x.startswith("  ") else _typeset(x) for x in lines)


def _typeset(line: str) -> str:
    line = re.sub(r"(?<=\w)'(?=[\w«{])", "\N{RIGHT SINGLE QUOTATION MARK}", line)
    line = re.sub(r" (?=[:;?!»%](?!\w)|$)", _NO_BREAK_SPACE, line)
    return re.sub(r"(?<=«) ", _NO_BREAK_SPACE, line)


def as_po(catalog: Catalog) -> str:
    """Return *catalog* as people edit it."""
    file = BytesIO()
    write_po(file, catalog, width=88, sort_output=True)
    return file.getvalue().decode().replace("\b", r"\b")


def as_mo(catalog: Catalog) -> bytes:
    """Return *catalog* as the program reads it."""
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main(more: list[str]) -> None:
    """Write both files, and print what has no translation yet."""
    known: dict[str, Forms] = {}
    for path in (TEXTS, *map(Path, more)):
        known |= read(path)
    catalog = french(known)
    TEXTS.write_text(as_po(catalog), "utf-8", newline="\n")
    COMPILED.write_bytes(as_mo(catalog))
    missing = [text for text in wanted() if text not in known]
    print(f"{len(catalog)} texts, {len(missing)} without a translation")
    for text in missing:
        print(f"  {text!r}")


# Any: Babel gives a text alone or its forms, in several kinds of sequences
def _forms(text: Any) -> Forms:
    return tuple(filter(None, [text] if isinstance(text, str) else text))


if __name__ == "__main__":
    main(sys.argv[1:])
