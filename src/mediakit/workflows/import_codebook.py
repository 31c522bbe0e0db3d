"""Take the codebook of another tool into the catalog."""

from pathlib import Path

from mediakit.catalog.catalog import Catalog
from mediakit.errors.base import sentence
from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.exchange import refi_codes, taguette
from mediakit.exchange.refi_codes import Code
from mediakit.exchange.registry import read_sheet
from mediakit.exchange.sheet import LARGEST
from mediakit.files import read_whole
from mediakit.model.language import normalize_tag
from mediakit.workflows.take_in_codes import CodesTakenIn, TakenCode

_XML = b"<"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def import_codebook(
    catalog: Catalog,
    path: Path,
    *,
    language: str = "",
    update: bool = False,
    dry_run: bool = False,
) -> list[TakenCode]:
    """Take the codes of a file into the codebook, in one commit; see `CodesTakenIn`.

    Themes that the file does not have stay.

    Args:
        catalog: Where they go.
        path: A codebook of REFI-QDA, or a table of Taguette's.
        language: The tag of the language that its names are in.
        update: Change known themes of which the file says something else.
        dry_run: Change nothing, but tell what would become of each.

    Raises:
        ReadFailed: The file cannot be read.
        ExchangeUnreadable, SpreadsheetUnreadable: It is no codebook, or damaged.
        SpreadsheetTooLarge: It holds more than is read.
        LanguageNotUnderstood: The language is no tag.
    """
    tag = normalize_tag(language) if language else ""
    codes = _read(path)
    if dry_run:
        taken = CodesTakenIn(
            catalog.read(), lambda theme: theme, tag=tag, update=update
        )
        taken.take(codes)
    else:
        with catalog.change() as change:
            taken = CodesTakenIn(change, change.put, tag=tag, update=update)
            taken.take(codes)
    return list(taken.taken.values())


def _read(path: Path) -> tuple[Code, ...]:
    """Return the codes of a file, of whatever kind it is.

    Raises:
        ExchangeUnreadable: It has none.
    """
    content = read_whole(path, most=LARGEST + 1)
    start = content
    for mark in _MARKS:
        start = start.removeprefix(mark)
    if start.lstrip(b"\0 \t\r\n").startswith(_XML) and len(content) <= LARGEST:
        codes = refi_codes.read(content, path.name)
    else:
        codes = taguette.read(read_sheet(content, path.name), path.name)
    if not codes:
        reason = sentence("it has no codes")
        raise ExchangeUnreadable(file=path.name, format="REFI-QDA", reason=reason)
    return codes
