"""XML from strangers, read without entities, without a network, and within bounds.

Built on expat directly: the parsers of `xml.etree` cannot be told to refuse a
document type, where entities that grow without end or name other files are declared.
"""

import html
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from mediakit.errors.base import Reason, sentence
from mediakit.errors.transcripts import TranscriptDocumentUnreadable

DEEPEST = 200
MOST_ELEMENTS = 1_000_000
# expat puts it before the name of every element
LONGEST_NAMESPACE = 1_000

_HEAD = 4_096
_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")


class _RefusedError(Exception):
    """Something in a file is not read on purpose."""


class _FoundError(Exception):
    """Enough of a file was read."""


def parse_xml(text: str, file: str) -> Element:
    """Return the root of a document, all names without their namespaces.

    Raises:
        TranscriptDocumentUnreadable: It is no XML, declares a document type, or is
            nested or large beyond any transcript.
    """
    builder = TreeBuilder()
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise _RefusedError(sentence("it is nested or large beyond any transcript"))
        plain = {_local(key): value for key, value in attributes.items()}
        builder.start(_local(name), plain)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(text, True)
        return builder.close()
    except _RefusedError as error:
        raise TranscriptDocumentUnreadable(file=file, reason=str(error)) from error
    except expat.ExpatError as error:
        why = Reason(
            sentence("line {line}: {problem}"),
            line=error.lineno,
            problem=expat.ErrorString(error.code),
        )
        raise TranscriptDocumentUnreadable(file=file, reason=why) from error


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
    except (_FoundError, _RefusedError, expat.ExpatError):
        return found
    return found


def as_xml(text: str) -> str:
    """Return *text*, which holds no control characters, as XML may hold it."""
    return html.escape(text.translate(_NO_CHARACTERS))


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_type
    parser.StartNamespaceDeclHandler = _refuse_length
    return parser


def _refuse_type(*declared: object) -> None:
    del declared
    raise _RefusedError(sentence("it declares a document type, which is not read"))


def _refuse_length(prefix: str | None, namespace: str | None) -> None:
    del prefix
    if len(namespace or "") > LONGEST_NAMESPACE:
        raise _RefusedError(sentence("it is nested or large beyond any transcript"))


def _local(name: str) -> str:
    return name.rpartition("}")[2]
