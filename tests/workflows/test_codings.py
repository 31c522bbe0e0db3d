"""Codings: several coders on one passage, in time, with their memos."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.themes import NothingCoded, ThemeArchived
from mediakit.library import Library
from mediakit.model.coding import Coding
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State
from mediakit.workflows.add_coding import Remarks, add_coding
from mediakit.workflows.add_person import add_person
from mediakit.workflows.add_theme import add_theme
from mediakit.workflows.archive_theme import archive_theme
from mediakit.workflows.code_clip import code_clip
from mediakit.workflows.edit_coding import edit_coding, remove_codings
from mediakit.workflows.export_codings import export_codings
from mediakit.workflows.find_passage import Chosen
from mediakit.workflows.forget_person import forget_person
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.list_codings import list_codings, quote_codings
from tests.builders import a_clip
from tests.conftest import saved
from tests.consents import WORKING, put_person, put_voice, withdraw

CLIP, OTHER = a_clip(), a_clip("c-0000000002")
PART = TimeRange(1000, 3000)
NOTHING = Remarks()


@pytest.fixture(autouse=True)
def _codebook(catalog: Catalog) -> None:
    with catalog.change() as change:
        change.put(CLIP)
        change.put(OTHER)
    for path in ("peace", "peace/trust", "water"):
        add_theme(catalog, path)


def code(
    catalog: Catalog,
    theme: str,
    part: TimeRange = PART,
    remarks: Remarks = NOTHING,
    *,
    other: bool = False,
) -> Coding:
    """Code a passage."""
    return add_coding(catalog, Chosen(OTHER if other else CLIP, part), theme, remarks)


def ids(
    catalog: Catalog, *, clip: str = "", theme: str = "", coder: str = ""
) -> list[str]:
    """Return the codings that are listed."""
    listed = list_codings(catalog, clip=clip, theme=theme, coder=coder)
    return [one.coding.id for one in listed]


def test_each_coder_has_a_coding_of_their_own(
    library: Library, catalog: Catalog
) -> None:
    """Said again by the same one, it is changed; by another, it is another."""
    moussa = Catalog(library.catalog, author="Moussa")

    mine = code(catalog, "trust", remarks=Remarks(memo="why"))
    theirs = code(moussa, "trust")
    again = code(catalog, "trust", remarks=Remarks(strong=True))
    on_paper = code(catalog, "trust", remarks=Remarks(coder="Moussa"))

    assert mine.id == again.id != theirs.id == on_paper.id
    assert ("why", True) == (again.memo, again.strong)
    assert ("Awa", "Moussa") == (again.coded_by, theirs.coded_by)
    assert 2 == len(list_codings(catalog))


def test_who_coded_on_paper_is_the_coder(catalog: Catalog) -> None:
    """Who typed it is in its stamp."""
    coding = code(catalog, "trust", remarks=Remarks(coder="Issa"))

    assert "Issa" == coding.coded_by
    assert coding.created is not None
    assert "Awa" == coding.created.by


def test_sorting_a_clip_is_something_else(catalog: Catalog) -> None:
    """A clip keeps its theme beside passages that are coded with it."""
    whole = code_clip(catalog, CLIP.id, "trust")
    part = code(catalog, "trust", TimeRange(0, CLIP.media.duration))

    assert whole.id != part.id
    assert [whole.id, part.id] == ids(catalog)
    assert whole == code_clip(catalog, CLIP.id, "trust")


def test_codings_are_listed_by_clip_theme_and_coder(
    library: Library, catalog: Catalog
) -> None:
    """With the themes below; by clip and in order of time."""
    moussa = Catalog(library.catalog, author="Moussa")
    late = code(catalog, "trust", TimeRange(5000, 6000)).id
    strong = Remarks(strong=True)
    elsewhere = code(catalog, "peace", remarks=strong, other=True).id
    water = code(moussa, "water").id

    assert [water, late, elsewhere] == ids(catalog)
    assert [late, elsewhere] == ids(catalog, theme="peace")
    assert [late] == ids(catalog, theme="trust")
    assert [elsewhere] == ids(catalog, clip=OTHER.id)
    assert [water] == ids(catalog, coder="moussa")
    assert [elsewhere] == [one.coding.id for one in list_codings(catalog, strong=True)]
    with pytest.raises(NothingCoded):
        ids(catalog, coder="Nobody")


def test_a_coding_is_edited_and_keeps_its_coder(
    library: Library, catalog: Catalog
) -> None:
    """Whoever edits it; what is not named stays."""
    coding = code(catalog, "trust", remarks=Remarks(memo="why"))
    moussa = Catalog(library.catalog, author="Moussa")

    edited = edit_coding(
        moussa,
        coding.id,
        theme="water",
        range_=TimeRange(0, 500),
        remarks=Remarks(strong=True),
    )
    emptied = edit_coding(moussa, coding.id, remarks=Remarks(memo="", coder="Issa"))

    assert ("Awa", "why", True) == (edited.coded_by, edited.memo, edited.strong)
    assert edited.theme != coding.theme
    assert ("Issa", "", True) == (emptied.coded_by, emptied.memo, emptied.strong)
    assert TimeRange(0, 500) == emptied.range


def test_codings_are_removed_all_or_none(library: Library, catalog: Catalog) -> None:
    """One that is not there leaves the others."""
    one, other = code(catalog, "trust"), code(catalog, "water")
    before = saved(library)

    with pytest.raises(Exception, match="k-zzz"):
        remove_codings(catalog, [one.id, "k-zzz"])

    assert before == saved(library)
    assert [one, other] == remove_codings(catalog, [one.id, other.id, one.id])
    assert [] == list_codings(catalog)


def test_nothing_new_is_coded_with_an_archived_theme(
    library: Library, catalog: Catalog
) -> None:
    """Neither by adding nor by editing."""
    coding = code(catalog, "water")
    archive_theme(catalog, "peace")
    before = saved(library)

    with pytest.raises(ThemeArchived):
        code(catalog, "trust")
    with pytest.raises(ThemeArchived):
        edit_coding(catalog, coding.id, theme="trust", remarks=NOTHING)

    assert before == saved(library)


def test_what_is_said_there_is_shown_unless_somebody_withdrew(
    library: Library, catalog: Catalog
) -> None:
    """Words are of the transcript as it is now; withdrawn ones are not read out."""
    said = (
        Segment(start=0, end=1000, text="One."),
        Segment(start=1000, end=3000, text="Two."),
        Segment(start=3000, end=5000, text="Three."),
    )
    source = Source(origin=Origin.MACHINE)
    words = Transcript(clip=CLIP.id, language="fr", segments=said, source=source)
    keep_transcript(library, catalog, words, state=State.MACHINE)
    first = code(catalog, "trust", TimeRange(0, 1000))
    second = code(catalog, "trust", PART)
    third = code(catalog, "trust", TimeRange(2500, 5000))
    code(catalog, "trust", other=True)
    person = put_person(catalog)
    put_voice(catalog, CLIP.id, person, (2900, 4000))
    withdraw(catalog, person)

    quoted = quote_codings(library, catalog, list_codings(catalog), WORKING)

    told = {one.coding.id: (one.words, one.withheld) for one in quoted.codings}
    assert ("One.", False) == told[first.id]
    assert {("", True)} == {told[second.id], told[third.id]}
    assert "Mariam" in quoted.withheld


def test_what_is_shown_beyond_a_passage_is_asked_for_too(
    library: Library, catalog: Catalog
) -> None:
    """A segment without timed words is read out whole, whoever says the rest of it."""
    said = (Segment(start=1000, end=3000, text="Two. Names."),)
    source = Source(origin=Origin.IMPORTED)
    words = Transcript(clip=CLIP.id, language="fr", segments=said, source=source)
    keep_transcript(library, catalog, words, state=State.UNCHECKED)
    code(catalog, "trust", TimeRange(1000, 2500))
    person = put_person(catalog)
    put_voice(catalog, CLIP.id, person, (2600, 3000))
    withdraw(catalog, person)

    [quoted] = quote_codings(library, catalog, list_codings(catalog), WORKING).codings

    assert ("", True) == (quoted.words, quoted.withheld)


def test_what_leaves_beyond_a_passage_is_remembered_too(
    library: Library, catalog: Catalog
) -> None:
    """Who says the rest of a segment may withdraw tomorrow, and it is to be found."""
    said = (Segment(start=1000, end=3000, text="Two. Names."),)
    source = Source(origin=Origin.IMPORTED)
    words = Transcript(clip=CLIP.id, language="fr", segments=said, source=source)
    keep_transcript(library, catalog, words, state=State.UNCHECKED)
    code(catalog, "trust", TimeRange(1000, 2500))
    listed = list_codings(catalog)

    exported = export_codings(
        library, catalog, listed, WORKING, format_name="csv", language="fr"
    )

    assert "Names" in exported.path.read_text("utf-8-sig")
    assert 3000 == max(one.range.end for one in exported.use.ranges)


def test_a_memo_that_names_a_person_is_found_when_she_is_forgotten(
    library: Library, catalog: Catalog
) -> None:
    """And so is a theme's definition, and what was searched for."""
    real_names = Catalog(library.real_names, author="Awa")
    person = add_person(catalog, real_names, {"name": "Maïmouna"}, real_name="Fanta T.")
    memo = code(catalog, "trust", remarks=Remarks(memo="As MAÏMOUNA says."))
    found = code(catalog, "water", remarks=Remarks(search="fanta t."))

    forgotten = forget_person(library, catalog, real_names, person.id)

    assert {
        (f"codings/{memo.id}", "memo"),
        (f"codings/{found.id}", "search"),
    } == {(one.where, one.field) for one in forgotten.mentions}
