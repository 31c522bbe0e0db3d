"""XML of editing programs: written by the element, read within bounds.

Their files begin with a document type, so one without declarations of its own is
allowed; entities and what lies elsewhere are not read.
"""

from xml.etree.ElementTree import Element, SubElement, TreeBuilder, indent, tostring
from xml.parsers import expat

from mediakit.errors.base import Reason, sentence
from mediakit.errors.timelines import TimelineUnreadable

DEEPEST = 100
MOST_ELEMENTS = 1_000_000
MOST_ATTRIBUTES = 3_000_000

_BEYOND = sentence("it is nested or large beyond any film")
_NOT_IN_XML = {
    **dict.fromkeys(set(range(0x20)) - {0x09, 0x0A, 0x0D}, ""),
    **dict.fromkeys(
        (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}"
    ),
}


class _RefusedError(Exception):
    """Something in a file is not read on purpose."""


def add(
    parent: Element, tag: str, text: object = None, /, **attributes: str
) -> Element:
    """Add an element with a text below another, and return it."""
    child = SubElement(parent, tag, {k: plain(v) for k, v in attributes.items()})
    if text is not None:
        child.text = plain(str(text))
    return child


def plain(text: str) -> str:
    """Return *text* without what XML cannot hold."""
    return text.translate(_NOT_IN_XML)


def document(root: Element, doctype: str = "") -> bytes:
    """Return a file; the same elements give the same bytes."""
    indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    if doctype:
        head += f"<!DOCTYPE {doctype}>\n"
    return (head + tostring(root, encoding="unicode") + "\n").encode()


def parse(content: bytes, file: str) -> Element:
    """Return the root of a document.

    Raises:
        TimelineUnreadable: It is no XML, declares entities, or is nested or large
            beyond any film.
    """
    # an element has no more attributes than these
    if content.count(b"=") > MOST_ATTRIBUTES:
        raise TimelineUnreadable(file=file, reason=Reason(_BEYOND))
    builder = TreeBuilder()
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise _RefusedError(_BEYOND)
        builder.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_own_declarations
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(content, True)
        return builder.close()
    except _RefusedError as error:
        [text] = error.args
        raise TimelineUnreadable(file=file, reason=Reason(text)) from error
    except (expat.ExpatError, LookupError, ValueError) as error:
        # of letters, too, that are none, or counted in a way that nobody knows
        why = Reason(
            sentence("line {line}: {problem}"),
            line=parser.CurrentLineNumber,
            problem=str(error),
        )
        raise TimelineUnreadable(file=file, reason=why) from error


def _refuse_own_declarations(
    name: str, system: str | None, public: str | None, has_subset: int
) -> None:
    del name, system, public
    if has_subset:
        raise _RefusedError(sentence("it declares entities, which are not read"))
