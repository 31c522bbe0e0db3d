"""The page of an editor, in HTML, taken apart in one pass.

Not with `html.parser`: it reads on to the end at every mark that is not closed, so
that a page of 20 MB would take weeks, and it fails on ``<![`` in the middle of a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mediakit.formats.letters import unescape

_MARK = re.compile(r"<!--|<([/!?]?)([A-Za-z\[][^\s<>/]{0,30}+)([^<>]{0,4000}+)>")
_ATTRIBUTE = re.compile(
    r"""([a-z-]{1,40})=(?:"([^"]{0,1000})"|'([^']{0,1000})')""", re.IGNORECASE
)
_COMMENT_END = "-->"
# what stands in them is not shown
_HIDDEN = {"style", "script", "title"}


@dataclass(frozen=True, slots=True)
class Tag:
    """The beginning of an element, or its end.

    Attributes:
        name: In small letters.
        is_end: Whether it ends there.
        attributes: By name, in small letters.
    """

    name: str
    is_end: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def pieces(page: str) -> Iterator[Tag | str]:
    """Yield the tags and the texts of a page, in order; comments are left out."""
    place, hidden = 0, ""
    while mark := _MARK.search(page, place):
        if not hidden and mark.start() > place:
            yield unescape(page[place : mark.start()])
        place = mark.end()
        if mark[2] is None:
            end = page.find(_COMMENT_END, place)
            place = len(page) if end < 0 else end + len(_COMMENT_END)
        elif mark[1] in {"", "/"}:
            tag = Tag(mark[2].lower(), mark[1] == "/", _attributes(mark[3]))
            if not hidden:
                yield tag
            if tag.name in _HIDDEN and (not hidden or tag.name == hidden):
                hidden = "" if tag.is_end else tag.name
    if not hidden and place < len(page):
        yield unescape(page[place:])


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): unescape(found[2] or found[3] or "")
        for found in _ATTRIBUTE.finditer(text)
    }
