"""Quotes: whose words they are, what people agreed to be called, and what stays."""

from typing import Any

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from mediakit.model.ids import ClipId
from mediakit.model.person import Person
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.reports.table import Report
from mediakit.workflows.keep_transcript import keep_transcript
from tests.builders import a_clip
from tests.codebooks import a_coding, a_theme
from tests.consents import DAY, agree, put_person, put_voice, withdraw
from tests.reports.reporting import a_report, rows

CLIP = ClipId("c-0000000001")
FIRST, SECOND = TimeRange(0, 4_000), TimeRange(4_000, 10_000)


@pytest.fixture(autouse=True)
def _two_segments(library: Library, catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(a_clip(CLIP))
    said = (
        Segment(start=FIRST.start, end=FIRST.end, text="The well is far."),
        Segment(start=SECOND.start, end=SECOND.end, text="Yes. I see."),
    )
    words = Transcript(segments=said, clip=CLIP, source=Source(origin=Origin.IMPORTED))
    keep_transcript(library, catalog, words, state=State.CHECKED)


def coded(catalog: Catalog, start: int, end: int, *themes: Theme) -> None:
    """Code a part of the clip with themes, or with water."""
    with catalog.change() as change:
        for n, theme in enumerate(themes or (a_theme("water"),)):
            change.put(theme)
            change.put(a_coding(f"k-{n}{start}", theme, (start, end)))


def heard(catalog: Catalog, name: str, part: tuple[int, int]) -> Person:
    """Say that somebody is heard in a part of the clip."""
    person = put_person(catalog, name)
    put_voice(catalog, CLIP, person, part)
    return person


def quotes(library: Library) -> Report:
    """Return the report of the day."""
    return a_report("quotes", root=library.root, day=DAY)


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ({}, "Mariam"),
        ({"name": False, "pseudonym": "Hawa"}, "Hawa"),
        ({"name": False}, "somebody"),
    ],
)
def test_people_are_called_what_they_agreed_to(
    library: Library, catalog: Catalog, said: dict[str, Any], called: str
) -> None:
    """By name, by a pseudonym, or not at all; Any: what they said."""
    agree(catalog, heard(catalog, "Mariam", (0, 20_000)), **said)
    coded(catalog, 0, 4_000)

    found = rows(quotes(library), "quotes", "words", "said_by", "consent", "state")

    assert [("The well is far.", called, "up to web", "checked")] == found


def test_a_quote_stays_where_a_neighbour_in_it_withdrew(
    library: Library, catalog: Catalog
) -> None:
    """The whole segment would be said, and they speak in it."""
    agree(catalog, heard(catalog, "Mariam", (0, 7_000)))
    withdraw(catalog, heard(catalog, "Fatou", (7_000, 20_000)))
    coded(catalog, 4_000, 6_900)
    coded(catalog, 0, 4_000)

    [table] = quotes(library).tables

    assert ["The well is far."] == [row[table.at("words")] for row in table.rows]
    assert "1 coding is not counted: consent does not cover it." in table.notes


def test_themes_that_were_merged_or_archived_keep_their_quotes(
    library: Library, catalog: Catalog
) -> None:
    """Under the theme that stands for them; archived ones under their own."""
    agree(catalog, heard(catalog, "Mariam", (0, 20_000)))
    wells = a_theme("wells", merged_into=a_theme("water").id)
    coded(catalog, 0, 4_000, a_theme("water"), wells, a_theme("old", archived=True))

    by_quote = rows(quotes(library), "quotes", "theme", "words")
    by_region = rows(
        a_report("theme-region", root=library.root, day=DAY), "themes", "theme", "total"
    )

    assert [("old", "The well is far."), ("water", "The well is far.")] == by_quote
    assert [("old", 1), ("water", 1)] == by_region


def test_a_passage_without_words_is_told(library: Library, catalog: Catalog) -> None:
    """It is no quote, and no gap that nobody sees."""
    agree(catalog, heard(catalog, "Mariam", (0, 20_000)))
    coded(catalog, 15_000, 16_000)

    report = quotes(library)

    assert () == report.tables[0].rows
    assert "1 passage has no words in any transcript." in report.tables[0].notes
