"""A search looks where it is told: who speaks, where, when, shown or not, cleared."""

from dataclasses import replace

import pytest

from mediakit.catalog.catalog import Catalog, Change
from mediakit.errors.catalog import PersonNotFound
from mediakit.errors.people import ScopeUnknown
from mediakit.errors.typed import RangeReversed
from mediakit.library import Library
from mediakit.model.excerpt import Excerpt
from mediakit.model.ids import ClipId, ExcerptId, PersonId, ScreeningId, SessionId
from mediakit.model.person import Person, Sex
from mediakit.model.screening import Heat, Outcome, Screening
from mediakit.model.session import SessionKind
from mediakit.model.session_filter import Filter
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Source, Transcript
from mediakit.model.transcript_record import Origin, State, TranscriptRecord
from mediakit.model.voice import Voice
from mediakit.workflows.arrange_segments import check_segments
from mediakit.workflows.count_passages import By, Tally
from mediakit.workflows.keep_transcript import keep_transcript
from mediakit.workflows.search_filters import Filters, Traits
from mediakit.workflows.search_transcripts import Found, Manner, search_transcripts
from tests.builders import a_clip, a_session
from tests.codebooks import a_coding, a_theme
from tests.consents import agree, purpose, put_person, put_voice, withdraw

GAO, KIDAL = ClipId("c-0000000001"), ClipId("c-0000000002")
IN_GAO, IN_KIDAL = "s-0000000001", "s-0000000002"
AWA = Person(
    id=PersonId("p-0000000001"), name="Awa", sex=Sex.FEMALE, age_group="18-35",
    community="Bozo", region="Mopti",
)  # fmt: skip
ALI = Person(id=PersonId("p-0000000002"), name="Ali", sex=Sex.MALE, age_group="18-35")
TRUST = a_theme("trust")


@pytest.fixture
def talked(library: Library, catalog: Catalog) -> Library:
    """Fill a library: four seconds in Gao, where two people speak, one in Kidal."""
    with catalog.change() as change:
        change.put(a_session(IN_GAO, region="Gao", date="2026-03-01"))
        change.put(
            a_session(
                IN_KIDAL, region="Kidal", date="2026-04-02", kind=SessionKind.INTERVIEW
            )
        )
        change.put(a_clip(GAO, session=IN_GAO))
        change.put(a_clip(KIDAL, session=IN_KIDAL))
        change.put(AWA)
        change.put(ALI)
        change.put(TRUST)
        change.put(a_coding("k-0000000001", TRUST, (0, 900), by="Awa"))
        change.put(a_coding("k-0000000002", TRUST, (1000, 1900), by="Moussa"))
        change.put(
            Excerpt(id=ExcerptId("x-0000000001"), clip=GAO, range=TimeRange(1000, 2950))
        )
        _screen(change, "sc-0000000001", Heat.TENSE, Outcome.STOPPED, 500)
        _screen(change, "sc-0000000002", Heat.CALM, Outcome.SKIPPED, None)
    put_voice(catalog, GAO, AWA, (0, 1950))
    put_voice(catalog, GAO, ALI, (2000, 4000))
    _keep(library, catalog, GAO, "paix un", "paix deux", "paix trois", "paix quatre")
    _keep(library, catalog, KIDAL, "paix cinq", state=State.APPROVED)
    return library


def _screen(
    change: Change, id_: str, heat: Heat, outcome: Outcome, reached: int | None
) -> None:
    change.put(
        Screening(
            id=ScreeningId(id_),
            clip=GAO,
            session=SessionId(IN_KIDAL),
            excerpt=ExcerptId("x-0000000001"),
            outcome=outcome,
            heat=heat,
            reached=reached,
        )
    )


def _keep(
    library: Library,
    catalog: Catalog,
    clip: ClipId,
    *texts: str,
    state: State = State.UNCHECKED,
) -> None:
    said = tuple(
        Segment(start=at * 1000, end=at * 1000 + 900, text=text, speaker=f"S{at % 2}")
        for at, text in enumerate(texts)
    )
    source = Source(origin=Origin.IMPORTED)
    transcript = Transcript(clip=clip, language="fr", source=source, segments=said)
    keep_transcript(library, catalog, transcript, state=state)


def look(
    library: Library,
    filters: Filters,
    manner: Manner | None = None,
    typed: str = "paix",
) -> Found:
    """Search for peace."""
    catalog = Catalog(library.catalog, author="Awa")
    *_read, found = search_transcripts(
        library, catalog, typed, filters, purpose(), manner or Manner()
    )
    assert isinstance(found, Found)
    return found


def said(found: Found) -> set[str]:
    """Return the second word of each passage."""
    return {hit.passage.said.text.split()[1] for hit in found.hits}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(sessions=Filter(region="gao")), "un deux trois quatre"),
        (Filters(sessions=Filter(kind=SessionKind.INTERVIEW)), "cinq"),
        (Filters(sessions=Filter(first="2026-03-02")), "cinq"),
        (Filters(sessions=Filter(last="2026-03-01")), "un deux trois quatre"),
        (Filters(coder="moussa"), "deux"),
        (Filters(theme="trust", coder="awa"), "un"),
        (Filters(people=Traits(person="p-0000000002")), "trois quatre"),
        (Filters(people=Traits(sex=Sex.FEMALE)), "un deux"),
        (Filters(people=Traits(age_group="18-35")), "un deux trois quatre"),
        (Filters(people=Traits(community="bozo", region="mopti")), "un deux"),
        (Filters(people=Traits(sex=Sex.MALE, community="bozo")), ""),
        (Filters(shown=True), "deux"),
        (Filters(shown=False), "un trois quatre cinq"),
        (Filters(heat=Heat.TENSE), "deux"),
        (Filters(heat=Heat.CALM), ""),
        (Filters(heat=Heat.TENSE, shown_at=IN_GAO), ""),
        (Filters(state=State.CHECKED), "cinq"),
        (Filters(state=State.UNCHECKED), "un deux trois quatre"),
        (Filters(state=State.UNCHECKED, people=Traits(sex=Sex.MALE)), "trois quatre"),
    ],
)
def test_looks_where_it_is_told(
    talked: Library, filters: Filters, expected: str
) -> None:
    """What was skipped was not shown; what a room did not stay for neither."""
    assert set(expected.split()) == said(look(talked, filters))


def test_whoever_is_only_seen_says_nothing(talked: Library, catalog: Catalog) -> None:
    """A filter by people is one by who speaks."""
    [voice] = [one for one in catalog.read().all(Voice) if one.person == ALI.id]
    with catalog.change() as change:
        change.put(replace(voice, heard=False))

    assert set() == said(look(talked, Filters(people=Traits(sex=Sex.MALE))))


def test_a_segment_that_was_checked_by_itself_is_checked(
    talked: Library, catalog: Catalog
) -> None:
    """The rest of its transcript still is not."""
    [record] = [one for one in catalog.read().all(TranscriptRecord) if one.clip == GAO]
    check_segments(talked, catalog, record, ["2"])

    assert {"deux", "cinq"} == said(look(talked, Filters(state=State.CHECKED)))
    assert {"un", "trois", "quatre"} == said(
        look(talked, Filters(state=State.UNCHECKED))
    )


def test_finds_only_what_is_cleared(talked: Library, catalog: Catalog) -> None:
    """Through the gate: a passage as a whole, as it is, for this scope."""
    agree(catalog, AWA, "film")

    assert {"un", "deux"} == said(look(talked, Filters(cleared="film")))
    assert set() == said(look(talked, Filters(cleared="web")))
    assert {"un", "deux", "trois", "quatre", "cinq"} == said(
        look(talked, Filters(cleared="research"))
    )
    with pytest.raises(ScopeUnknown):
        look(talked, Filters(cleared="moon"))


def test_finds_no_passage_that_is_cleared_in_part(
    talked: Library, catalog: Catalog
) -> None:
    """Somebody else is heard in the middle of it."""
    agree(catalog, AWA, "film")
    put_voice(catalog, GAO, put_person(catalog), (500, 600))

    assert {"deux"} == said(look(talked, Filters(cleared="film")))


def test_refuses_what_is_not_there(talked: Library) -> None:
    """A slip must not look like nothing found."""
    with pytest.raises(PersonNotFound):
        look(talked, Filters(people=Traits(person="p-zzz")))
    with pytest.raises(RangeReversed):
        look(talked, Filters(sessions=Filter(first="2026-02-02", last="2026-01-01")))


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (By.REGION, [("Gao", 4, 1), ("Kidal", 1, 1)]),
        (By.MONTH, [("2026-03", 4, 1), ("2026-04", 1, 1)]),
        (By.KIND, [("focus-group", 4, 1), ("interview", 1, 1)]),
        (By.THEME, [("", 3, 2), ("trust", 2, 1)]),
        (By.SPEAKER, [("S0", 3, 2), ("S1", 2, 1)]),
        (By.SEX, [("female", 2, 1), ("male", 2, 1), ("", 1, 1)]),
        (By.AGE, [("18-35", 4, 1), ("", 1, 1)]),
        (By.LANGUAGE, [("fr", 5, 2)]),
        (By.STATE, [("unchecked", 4, 1), ("approved", 1, 1)]),
    ],
)
def test_counts(talked: Library, by: By, expected: list[tuple[str, int, int]]) -> None:
    """Passages and the clips they are in; what nobody knows is counted, too."""
    found = look(talked, Filters(), Manner(count_by=by))

    assert (5, ()) == (found.answer.total, found.hits)
    assert [Tally(*one) for one in expected] == list(found.tallies)


def test_counts_no_words_of_those_who_withdrew(
    talked: Library, catalog: Catalog
) -> None:
    """Numbers tell of words, too; filters hold as for passages."""
    withdraw(catalog, AWA)

    everywhere = look(talked, Filters(), Manner(count_by=By.REGION))
    in_gao = look(
        talked, Filters(sessions=Filter(region="Gao")), Manner(count_by=By.CLIP)
    )

    assert (Tally("Gao", 2, 1), Tally("Kidal", 1, 1)) == everywhere.tallies
    assert (Tally(f"{GAO} Women of Gao", 2, 1),) == in_gao.tallies


def test_expands_to_the_words_of_a_theme(library: Library, catalog: Catalog) -> None:
    """In every language; the words of themes that were merged into it, too."""
    with catalog.change() as change:
        change.put(a_clip(GAO))
        change.put(a_theme("confiance", id="th-1", synonyms={"bm": ("dannaya",)}))
        change.put(
            a_theme(
                "trust", id="th-2", merged_into="th-1", synonyms={"fr": ("se fier",)}
            )
        )
    _keep(library, catalog, GAO, "la confiance", "dannaya tɛ", "à qui se fier", "rien")

    def look_for(typed: str) -> Found:
        return look(library, Filters(), Manner(expand=True), typed)

    assert 3 == look_for("confiances").answer.total
    assert 3 == look_for("se fier").answer.total
    assert ("dannaya", "trust", "se fier") == look_for("confiance").added
    assert (1, ()) == (look_for("rien").answer.total, look_for("rien").added)
    assert 1 == look_for("dannaya -confiance -fier").answer.total
