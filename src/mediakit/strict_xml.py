"""XML from strangers, read without entities, without a network, and within bounds.

Built on expat directly: the parsers of `xml.etree` cannot be told to refuse a
document type, where entities that grow without end or name other files are declared.
"""

from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from mediakit.errors.base import Reason, sentence

DEEPEST = 200
MOST_ELEMENTS = 1_000_000
# expat puts it before the name of every element
LONGEST_NAMESPACE = 1_000

_HEAD = 4_096
_BEYOND = sentence("it is nested or large beyond anything that is read")


class XmlRefused(Exception):
    """A document is damaged, or holds what is not read on purpose.

    Attributes:
        reason: Why, as a sentence without its end.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _FoundError(Exception):
    """Enough of a file was read."""


def parse(
    content: str | bytes | Iterable[bytes],
    *,
    most: int = MOST_ELEMENTS,
    takers: Mapping[str, Callable[[Element], None]] | None = None,
) -> Element:
    """Return the root of a document, all names without their namespaces.

    Args:
        content: The document, or its parts one after the other.
        most: It has no more elements than that at a time: those that were taken do
            not count.
        takers: What takes the elements of a name as soon as they are read; they are
            emptied then.

    Raises:
        XmlRefused: It is no XML, declares a document type, or is nested or large
            beyond what is read.
    """
    builder = TreeBuilder()
    depth = count = 0
    takers = takers or {}

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > most:
            raise XmlRefused(_BEYOND)
        plain = {_local(key): value for key, value in attributes.items()}
        builder.start(_local(name), plain)

    def end(name: str) -> None:
        nonlocal depth, count
        depth -= 1
        element = builder.end(_local(name))
        if element.tag in takers:
            count -= sum(1 for _one in element.iter()) - 1
            takers[element.tag](element)
            element.clear()

    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parts = (content,) if isinstance(content, (str, bytes)) else content
        for part in parts:
            parser.Parse(part, False)
        parser.Parse(b"", True)
        return builder.close()
    except expat.ExpatError as error:
        why = Reason(
            sentence("line {line}: {problem}"),
            line=error.lineno,
            problem=expat.ErrorString(error.code),
        )
        raise XmlRefused(why) from error
    except (LookupError, ValueError) as error:
        # an encoding that nobody knows, or letters that are none
        why = Reason(sentence("its letters cannot be read ({what})"), what=str(error))
        raise XmlRefused(why) from error


def root_name(text: str) -> str:
    """Return the name of a document's root without its namespace; else nothing."""
    if not text.lstrip().startswith("<"):
        return ""
    found = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal found
        del attributes
        found = _local(name)
        raise _FoundError

    parser = _parser()
    parser.StartElementHandler = start
    try:
        parser.Parse(text[:_HEAD], False)
    except (_FoundError, XmlRefused, expat.ExpatError):
        return found
    return found


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_type
    parser.StartNamespaceDeclHandler = _refuse_length
    return parser


def _refuse_type(*declared: object) -> None:
    del declared
    raise XmlRefused(sentence("it declares a document type, which is not read"))


def _refuse_length(prefix: str | None, namespace: str | None) -> None:
    del prefix
    if len(namespace or "") > LONGEST_NAMESPACE:
        raise XmlRefused(_BEYOND)


def _local(name: str) -> str:
    return name.rpartition("}")[2]
