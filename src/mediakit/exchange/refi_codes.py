"""Codebooks as REFI-QDA has them: a tree of codes; files end in ``.qdc``."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from mediakit.errors.base import Reason, sentence
from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.exchange.refi_xml import (
    ORIGIN,
    add,
    colour_in,
    document,
    guid_in,
    name_in,
    read_root,
)

NAMESPACE = "urn:QDA-XML:codebook:1.0"
SUFFIX = ".qdc"

MOST_CODES, DEEPEST = 20_000, 50

_CALLED = "REFI-QDA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code of another program.

    Attributes:
        guid: What other elements refer to it by.
        name: What it is called.
        description: When to use it.
        colour: ``#rrggbb`` or empty.
        codable: Whether anything is coded with it; else it only holds others.
        below: The codes below it.
    """

    guid: str
    name: str
    description: str = ""
    colour: str = ""
    codable: bool = True
    below: tuple["Code", ...] = ()


def write(codes: Sequence[Code]) -> bytes:
    """Return a codebook, which has one code at least."""
    root = Element("CodeBook", {"origin": ORIGIN})
    put_codes(root, codes)
    return document(root, NAMESPACE)


def read(content: bytes, file: str) -> tuple[Code, ...]:
    """Return the codes of a codebook.

    Raises:
        ExchangeUnreadable: It is no codebook, damaged or hostile.
    """
    return codes_in(read_root(content, "CodeBook", file, _CALLED), file)


def put_codes(above: Element, codes: Iterable[Code]) -> None:
    """Write codes into the element of a codebook."""
    _put(add(above, "Codes"), codes)


def codes_in(codebook: Element, file: str) -> tuple[Code, ...]:
    """Return the codes in the element of a codebook.

    Raises:
        ExchangeUnreadable: They are more than anybody codes with.
    """
    element = codebook.find("Codes")
    codes = () if element is None else tuple(map(_code, element.findall("Code")))
    verify_size(sum(1 for _code in walk(codes)), _depth(codes), file, _CALLED)
    return codes


def verify_size(count: int, depth: int, file: str, called: str) -> None:
    """Refuse a codebook beyond what anybody codes with.

    Raises:
        ExchangeUnreadable: It has too many codes, or too far below one another.
    """
    if count > MOST_CODES or depth > DEEPEST:
        why = Reason(
            sentence("it has more than {codes} codes, or more than {levels} levels"),
            codes=MOST_CODES,
            levels=DEEPEST,
        )
        raise ExchangeUnreadable(file=file, format=called, reason=why)


def walk(codes: Iterable[Code]) -> Iterator[Code]:
    """Yield codes and those below them, those above first."""
    for code in codes:
        yield code
        yield from walk(code.below)


def _depth(codes: Iterable[Code]) -> int:
    return max((1 + _depth(code.below) for code in codes), default=0)


def _put(above: Element, codes: Iterable[Code]) -> None:
    for code in codes:
        element = add(
            above,
            "Code",
            guid=code.guid,
            name=code.name,
            isCodable="true" if code.codable else "false",
            color=code.colour,
        )
        # one without a name has an empty one
        element.attrib.setdefault("name", "")
        if code.description:
            add(element, "Description", code.description)
        _put(element, code.below)


def _code(element: Element) -> Code:
    return Code(
        guid=guid_in(element),
        name=name_in(element),
        description=(element.findtext("Description") or "").strip(),
        colour=colour_in(element),
        codable=element.get("isCodable", "true").strip() not in {"false", "0"},
        below=tuple(map(_code, element.findall("Code"))),
    )
