"""A search sees the library as it is now, and only the part that was asked for."""

import os
from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.errors.catalog import ClipNotFound, SessionNotFound, ThemeNotFound
from mediakit.errors.check import TranscriptFileMissing
from mediakit.errors.library import ReadFailed
from mediakit.errors.transcripts import TranscriptJsonUnreadable
from mediakit.errors.typed import LanguageNotUnderstood
from mediakit.library import Library
from mediakit.model.clip import Clip
from mediakit.model.coding import Coding
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import (
    ClipId,
    CodingId,
    ExcerptId,
    ScreeningId,
    SessionId,
    ThemeId,
)
from mediakit.model.screening import Outcome, Screening
from mediakit.model.theme import Theme
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.search.updating import Indexed
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.search_filters import Filters
from mediakit.workflows.search_transcripts import Found, Manner, search_transcripts
from tests.builders import a_clip, a_session
from tests.consents import purpose

GAO = ClipId("c-0000000001")
KIDAL = ClipId("c-0000000002")
IN_GAO = SessionId("s-0000000001")
IN_MOPTI = SessionId("s-0000000002")
TRUST = ThemeId("th-0000000001")
WATER = ThemeId("th-0000000002")


def keep(
    library: Library,
    catalog: Catalog,
    clip: ClipId,
    *texts: str,
    origin: Origin = Origin.MACHINE,
    language: str = "fr",
) -> TranscriptRecord:
    """Keep a transcript with a segment a second."""
    said = tuple(
        Segment(start=at * 1000, end=at * 1000 + 900, text=text)
        for at, text in enumerate(texts)
    )
    transcript = Transcript(
        clip=clip, language=language, source=Source(origin=origin), segments=said
    )
    return keep_transcript(library, catalog, transcript, state=State.UNCHECKED)


@pytest.fixture
def talked(library: Library, catalog: Catalog) -> Library:
    """Fill a library: two clips, recorded and screened, coded and transcribed."""
    trust = Theme(
        id=TRUST, path="insecurity/trust", labels={"fr": "Confiance", "en": "Trust"}
    )
    with catalog.change() as change:
        change.put(a_session(IN_GAO))
        change.put(a_session(IN_MOPTI, title="Youth of Mopti", place="Mopti"))
        change.put(a_clip(GAO, session=IN_GAO))
        change.put(a_clip(KIDAL, title="Elders of Kidal"))
        change.put(trust)
        change.put(Theme(id=WATER, path="insecurity/water", labels={"fr": "Eau"}))
        change.put(
            Coding(
                id=CodingId("k-0000000001"),
                clip=GAO,
                theme=TRUST,
                range=TimeRange(1000, 1500),
            )
        )
        change.put(Coding(id=CodingId("k-0000000002"), clip=KIDAL, theme=WATER))
        change.put(
            Excerpt(id=ExcerptId("x-0000000001"), clip=GAO, range=TimeRange(0, 950))
        )
        change.put(
            Screening(
                id=ScreeningId("sc-0000000001"),
                clip=GAO,
                session=IN_MOPTI,
                excerpt=ExcerptId("x-0000000001"),
            )
        )
        change.put(
            Screening(
                id=ScreeningId("sc-0000000002"),
                clip=KIDAL,
                session=IN_MOPTI,
                outcome=Outcome.SKIPPED,
            )
        )
    keep(library, catalog, GAO, "La paix d'abord.", "La paix viendra.")
    keep(library, catalog, KIDAL, "La paix des puits.", origin=Origin.IMPORTED)
    return library


def look(library: Library, typed: str, filters: Filters | None = None) -> Found:
    """Search everything, and return what was found."""
    catalog = Catalog(library.catalog, author="Awa")
    wanted = filters or Filters()
    *_read, found = search_transcripts(
        library, catalog, typed, wanted, purpose(), Manner()
    )
    assert isinstance(found, Found)
    return found


def texts(found: Found) -> set[str]:
    """Return what is said in each passage."""
    return {hit.passage.said.text for hit in found.hits}


def test_tells_all_that_is_known_of_a_passage(talked: Library) -> None:
    """Clip, transcript, session, and the themes of this very passage."""
    (hit,) = look(talked, "viendra").hits
    (other,) = look(talked, "d'abord").hits

    assert "Women of Gao" == hit.clip.title
    assert Origin.MACHINE is hit.transcript.origin
    assert hit.session is not None
    assert IN_GAO == hit.session.id
    assert ["insecurity/trust"] == [theme.path for theme in hit.themes]
    assert () == other.themes


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {"La paix d'abord.", "La paix viendra.", "La paix des puits."}),
        (Filters(theme="insecurity/trust"), {"La paix viendra."}),
        (Filters(theme="confiance"), {"La paix viendra."}),
        (Filters(theme=TRUST), {"La paix viendra."}),
        (Filters(theme="eau"), {"La paix des puits."}),
        (Filters(session=IN_GAO), {"La paix d'abord.", "La paix viendra."}),
        (Filters(session=IN_MOPTI), set()),
        (Filters(shown_at=IN_MOPTI), {"La paix d'abord."}),
        (Filters(shown_at=IN_GAO), set()),
        (Filters(clip=KIDAL), {"La paix des puits."}),
        (Filters(origin=Origin.IMPORTED), {"La paix des puits."}),
        (Filters(origin=Origin.CORRECTED), set()),
        (Filters(clip=GAO, theme="trust"), {"La paix viendra."}),
        (Filters(shown_at=IN_MOPTI, theme="trust"), set()),
        (Filters(language="FRA", clip=KIDAL), {"La paix des puits."}),
        (Filters(language="en"), set()),
    ],
)
def test_looks_only_where_it_is_told(
    talked: Library, filters: Filters, expected: set[str]
) -> None:
    """Filters narrow, together more than alone."""
    assert expected == texts(look(talked, "paix", filters))


def test_a_theme_holds_those_below_it(talked: Library, catalog: Catalog) -> None:
    """Looking in a branch looks in its twigs."""
    with catalog.change() as change:
        change.put(Theme(id=ThemeId("th-0000000003"), path="insecurity", labels={}))

    assert {"La paix viendra.", "La paix des puits."} == texts(
        look(talked, "paix", Filters(theme="insecurity"))
    )


def test_sees_a_coding_taken_back_a_moment_ago(
    talked: Library, catalog: Catalog
) -> None:
    """Filters are never kept in the index."""
    assert 1 == look(talked, "paix", Filters(theme="trust")).answer.total
    with catalog.change() as change:
        change.remove(Coding, "k-0000000001")

    assert 0 == look(talked, "paix", Filters(theme="trust")).answer.total


@pytest.mark.parametrize(
    ("filters", "error"),
    [
        (Filters(theme="zèbre"), ThemeNotFound),
        (Filters(session="s-9"), SessionNotFound),
        (Filters(shown_at="s-9"), SessionNotFound),
        (Filters(clip="c-9"), ClipNotFound),
        (Filters(language="français"), LanguageNotUnderstood),
    ],
)
def test_refuses_a_filter_that_means_nothing(
    talked: Library, filters: Filters, error: type[Exception]
) -> None:
    """It would be taken for one that lets nothing pass."""
    with pytest.raises(error):
        look(talked, "paix", filters)


def test_a_corrected_transcript_supersedes_the_machines(
    talked: Library, catalog: Catalog
) -> None:
    """What a person mended is found as mended, and once."""
    look(talked, "paix")
    keep(talked, catalog, GAO, "Le pays d'abord.", origin=Origin.CORRECTED)

    assert {"La paix des puits."} == texts(look(talked, "paix"))
    assert {"Le pays d'abord."} == texts(look(talked, "pays"))


def test_forgets_a_clip_that_was_removed(talked: Library, catalog: Catalog) -> None:
    """Also where its transcript was left behind."""
    look(talked, "paix")
    with catalog.change() as change:
        change.remove(Clip, KIDAL)

    assert {"La paix d'abord.", "La paix viendra."} == texts(look(talked, "paix"))


def test_goes_on_without_a_transcript_that_is_missing(
    talked: Library, catalog: Catalog
) -> None:
    """It is named, and what the index knew of it is not shown."""
    record = catalog.read().all(TranscriptRecord)[1]
    look(talked, "paix")
    talked.resolve(record.path).unlink()

    found = look(talked, "paix")

    assert {"La paix d'abord.", "La paix viendra."} == texts(found)
    assert [TranscriptFileMissing] == [type(error) for error in found.unread]


def test_goes_on_without_a_transcript_that_is_damaged(
    talked: Library, catalog: Catalog
) -> None:
    """At every search, until it is mended."""
    record = catalog.read().all(TranscriptRecord)[1]
    path = talked.resolve(record.path)
    content = path.read_bytes()
    path.write_bytes(content[:100])

    for found in (look(talked, "paix"), look(talked, "paix")):
        assert {"La paix d'abord.", "La paix viendra."} == texts(found)
        assert [TranscriptJsonUnreadable] == [type(error) for error in found.unread]

    path.write_bytes(content)

    assert "La paix des puits." in texts(look(talked, "paix"))


def test_goes_on_without_a_transcript_whose_times_are_nonsense(
    talked: Library, catalog: Catalog
) -> None:
    """Such a time is no number for the index."""
    record = catalog.read().all(TranscriptRecord)[1]
    path = talked.resolve(record.path)
    path.write_text(path.read_text("utf-8").replace("900", str(2**63)), "utf-8")

    found = look(talked, "paix")

    assert {"La paix d'abord.", "La paix viendra."} == texts(found)
    assert [TranscriptJsonUnreadable] == [type(error) for error in found.unread]


@pytest.mark.skipif(os.name != "posix", reason="a file as a folder is named otherwise")
def test_goes_on_without_a_transcript_that_cannot_be_looked_at(
    talked: Library, catalog: Catalog
) -> None:
    """Whatever the system says, it is passed on."""
    record = catalog.read().all(TranscriptRecord)[1]
    with catalog.change() as change:
        change.put(replace(record, path=f"{record.path}/inside"))

    assert [ReadFailed] == [type(error) for error in look(talked, "paix").unread]


def test_reads_each_transcript_once(talked: Library, catalog: Catalog) -> None:
    """The second search has nothing to read."""
    first, second = (
        list(
            search_transcripts(talked, catalog, "paix", Filters(), purpose(), Manner())
        )
        for _again in range(2)
    )

    assert [2, 2] == [event.total for event in first if isinstance(event, Indexed)]
    assert 1 == len(second)


def test_says_whether_there_was_anything_to_search(library: Library) -> None:
    """No transcripts, no words and no hits are three things."""
    found = look(library, "?!")

    assert 0 == found.searched
    assert not found.has_words
    assert look(library, "paix").has_words
