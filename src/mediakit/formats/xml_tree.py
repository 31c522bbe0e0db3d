"""XML transcripts, read as strictly as whatever comes from strangers."""

import html
from xml.etree.ElementTree import Element

from mediakit.errors.transcripts import TranscriptDocumentUnreadable
from mediakit.strict_xml import XmlRefused, parse

_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")


def parse_xml(text: str, file: str) -> Element:
    """Return the root of a document, all names without their namespaces.

    Raises:
        TranscriptDocumentUnreadable: It is no XML, declares a document type, or is
            nested or large beyond what is read.
    """
    try:
        return parse(text)
    except XmlRefused as error:
        raise TranscriptDocumentUnreadable(file=file, reason=error.reason) from error


def as_xml(text: str) -> str:
    """Return *text*, which holds no control characters, as XML may hold it."""
    return html.escape(text.translate(_NO_CHARACTERS))
