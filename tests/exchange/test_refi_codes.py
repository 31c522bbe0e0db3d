"""Codebooks as other research tools have them."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.errors.exchange import ExchangeUnreadable
from mediakit.exchange import taguette
from mediakit.exchange.as_csv import read as read_csv
from mediakit.exchange.refi_codes import DEEPEST, Code, read, walk, write
from mediakit.exchange.theme_codes import codes_of, not_held
from mediakit.model.guid import guid_of, named_guid
from mediakit.model.ids import ThemeId
from mediakit.model.theme import Theme
from tests.codebooks import a_theme
from tests.exchange.refi_grammar import faults
from tests.exchange.refi_schemas import CODEBOOK, in_a_project, verify

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20)
NAMES = TEXTS.map(lambda text: " ".join(text.split()))
COLOURS = st.sampled_from(["", "#0072b2", "#ffffff"])


def codes(below: st.SearchStrategy[tuple[Code, ...]]) -> st.SearchStrategy[Code]:
    """Return codes with some below them."""
    return st.builds(
        Code,
        guid=st.uuids().map(str),
        name=NAMES,
        description=TEXTS.map(str.strip),
        colour=COLOURS,
        codable=st.booleans(),
        below=below,
    )


NONE_BELOW: st.SearchStrategy[tuple[Code, ...]] = st.just(())
SOME_BELOW = st.lists(codes(NONE_BELOW), max_size=2).map(tuple)
TREES = st.lists(codes(SOME_BELOW), min_size=1, max_size=3)


@settings(max_examples=30)
@given(TREES.map(tuple))
def test_a_codebook_is_read_as_it_was_written(tree: tuple[Code, ...]) -> None:
    """Names, descriptions, colours and the tree, whatever is in them."""
    content = write(tree)

    assert tree == read(content, "a.qdc")
    assert [] == faults(ET.fromstring(content))  # noqa: S314 our own
    verify(in_a_project(content))


def test_themes_are_a_tree_of_codes() -> None:
    """A level that is no theme holds others; of two with one path, none is lost."""
    trust = a_theme("fear/trust", id="th-0000000001")
    again = a_theme("fear/trust", id="th-0000000002")
    army = a_theme("fear/trust/army", id="th-0000000003")

    (fear,) = codes_of((trust, again, army), "fr")

    assert (named_guid("level", "fear"), "fear", False) == (
        fear.guid,
        fear.name,
        fear.codable,
    )
    assert [guid_of(trust.id), guid_of(again.id)] == [one.guid for one in fear.below]
    assert [guid_of(army.id)] == [one.guid for one in fear.below[0].below]


def test_says_what_of_themes_a_code_cannot_hold() -> None:
    """A code has one name."""
    theme = Theme(
        id=ThemeId("th-1"),
        path="trust",
        labels={"fr": "Confiance", "en": "Trust"},
        synonyms={"fr": ("méfiance", "foi")},
        icon="x",
    )

    assert (
        "labels in other languages: 1\nother words for themes: 2\nicons: 1"
        == not_held((theme,), "fr")
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<CodeBook>",
        b"<Other/>",
        b"\xff\xfe<",
        b'<?xml version="1.0" encoding="no-such"?><CodeBook/>',
        b'<!DOCTYPE c [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><CodeBook>&b;</CodeBook>',
        b'<!DOCTYPE c SYSTEM "file:///etc/passwd"><CodeBook/>',
        b"<CodeBook><Codes>" + b"<Code>" * 1_000,
    ],
)
def test_refuses_what_is_damaged_or_hostile(content: bytes) -> None:
    """With one sentence; no entity is expanded, and no file looked at."""
    with pytest.raises(ExchangeUnreadable):
        read(content, "a.qdc")


def test_reads_what_others_write() -> None:
    """Braces, capitals, short colours, another namespace, GUIDs that are none."""
    content = b"""<CodeBook xmlns="urn:QDA-XML:codebook:1:0"><Codes>
        <Code guid="{ABCDEF00-0000-4000-8000-000000000000}" name=" A
        b " color="#0a0"><Code guid="7" name="c" isCodable="false"/></Code>
        </Codes></CodeBook>"""

    (first, second) = walk(read(content, "a.qdc"))

    assert "abcdef00-0000-4000-8000-000000000000" == first.guid
    assert ("A b", "#00aa00", True) == (first.name, first.colour, first.codable)
    assert (named_guid("said", "7"), False) == (second.guid, second.codable)


def test_tags_of_taguette_come_back_with_their_places_and_meanings() -> None:
    """The levels of a tag are parted by points; a formula stays a text."""
    themes = [a_theme("fear"), a_theme("fear/army-men", definition="=1+1")]

    content = taguette.write(themes)
    (fear,) = taguette.read(read_csv(content, "t.csv"), "t.csv")

    assert content.startswith(b"tag,description")
    assert b"'=1+1" in content
    assert ("fear", "", True) == (fear.name, fear.description, fear.codable)
    assert [("army-men", "=1+1")] == [(c.name, c.description) for c in fear.below]


def test_a_table_without_tags_is_none_of_taguettes() -> None:
    """Said before anything is changed."""
    with pytest.raises(ExchangeUnreadable):
        taguette.read(read_csv(b"a,b\n1,2\n", "t.csv"), "t.csv")


def test_refuses_more_levels_than_anybody_codes_with() -> None:
    """Levels without end, of which every path would be longer than the last."""
    deep = Code(guid="", name="a")
    for _level in range(DEEPEST):
        deep = Code(guid="", name="a", below=(deep,))
    content = write([deep])

    with pytest.raises(ExchangeUnreadable, match="levels"):
        read(content, "a.qdc")


def test_refuses_tags_of_more_levels_than_anybody_codes_with() -> None:
    """Those of one cell may be thousands."""
    sheet = read_csv(f"tag\n{'a.' * 3_000}\n".encode(), "a.csv")

    with pytest.raises(ExchangeUnreadable, match="levels"):
        taguette.read(sheet, "a.csv")


if CODEBOOK:

    def test_the_official_schema_of_codebooks_accepts_it() -> None:
        """Asked where somebody has it."""
        fear = a_theme("fear/trust", definition="When")

        verify(write(codes_of((fear,), "fr")), CODEBOOK)
