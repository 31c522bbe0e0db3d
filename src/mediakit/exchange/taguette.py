"""Codebooks of Taguette: a table of tags with what they mean.

https://www.taguette.org/getting-started.html. The levels of a tag are parted by
points there; it has no colour and one name, which is its place in the tree.
"""

import codecs
from collections.abc import Iterable, Iterator

from mediakit.errors.base import sentence
from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.exchange import as_csv
from mediakit.exchange.refi_codes import Code, verify_size
from mediakit.exchange.session_columns import fold_heading
from mediakit.exchange.sheet import Sheet
from mediakit.model.guid import named_guid
from mediakit.model.theme import Theme

NAME = "taguette"
SUFFIX = ".csv"

_TAG, _DESCRIPTION = HEADINGS = ("tag", "description")
_TAGS = (_TAG, "path", "name")
_POINT = "."

# levels, and those below each
_Tree = dict[str, "_Tree"]


def write(themes: Iterable[Theme]) -> bytes:
    """Return a table of themes."""
    rows = [(one.path.replace("/", _POINT), one.definition) for one in themes]
    # what reads it looks for a column "tag", and would find the mark before it
    return as_csv.write(HEADINGS, rows).removeprefix(codecs.BOM_UTF8)


def read(sheet: Sheet, file: str) -> tuple[Code, ...]:
    """Return the tags of a table as a tree of codes.

    Raises:
        ExchangeUnreadable: It has no column of tags, or more than anybody codes with.
    """
    headings = [fold_heading(one) for one in sheet.headings]
    tag = next((name for name in _TAGS if name in headings), "")
    if not tag:
        reason = sentence("it has no column 'tag'")
        raise ExchangeUnreadable(file=file, format="Taguette", reason=reason)
    meant: dict[tuple[str, ...], str] = {}
    for row in sheet.rows:
        cells = dict(zip(headings, map(str, row.cells), strict=False))
        levels = _levels(cells.get(tag, ""))
        if levels:
            meant.setdefault(levels, cells.get(_DESCRIPTION, "").strip())
    depth = max(map(len, meant), default=0)
    verify_size(len(meant), depth, file, "Taguette")
    tree: _Tree = {}
    for levels in meant:
        here = tree
        for level in levels:
            here = here.setdefault(level, {})
    return tuple(_below((), tree, meant))


def _levels(tag: str) -> tuple[str, ...]:
    """Return the levels of a tag; the slash is ours."""
    parts = tag.replace("/", _POINT).split(_POINT)
    return tuple(part.strip() for part in parts if part.strip())


def _below(
    above: tuple[str, ...], tree: _Tree, meant: dict[tuple[str, ...], str]
) -> Iterator[Code]:
    for name, below in tree.items():
        tag = (*above, name)
        yield Code(
            guid=named_guid("tag", *tag),
            name=name,
            description=meant.get(tag, ""),
            codable=tag in meant,
            below=tuple(_below(tag, below, meant)),
        )
