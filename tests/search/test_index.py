"""The index answers from the transcripts there are now."""

# ruff: noqa: RUF001 transcripts have typographic apostrophes
from pathlib import Path

import pytest

from mediakit.errors.library import ReadFailed
from mediakit.model.ids import TranscriptId
from mediakit.model.timecode import TimeRange
from mediakit.model.transcript import Segment, Transcript
from mediakit.search import ranking
from mediakit.search.index import ask
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Look, Order, Question, Scope
from mediakit.search.updating import Indexed
from tests.search.corpora import corpus, search, spoken, texts

GAO = TranscriptId("gao")
MOPTI = TranscriptId("mopti")

SPOKEN = corpus(
    gao=spoken(
        "Il y a un manque de confiance envers l’armée.",
        "La confiance manque, dit-on de partout.",
        "Les réfugiées de l’école ont peur.",
        "On ne parle que de",
        "la migration des jeunes.",
    ),
    mopti=spoken("Migration is not a crime.", "They trust us.", language="en"),
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Return a place for an index."""
    return tmp_path / ".mediakit" / "index.sqlite"


@pytest.mark.parametrize(
    ("typed", "starts"),
    [
        ("confiance", {0, 1000}),
        ("confiances MANQUER", {0, 1000}),
        ('"manque de confiance"', {0}),
        ("ecole", {2000}),
        ("l'école", {2000}),
        ('"l\'école ont"', {2000}),
        ("réfugié", {2000}),
        ("refugiee", {2000}),
        ("réf*", {2000}),
        ('"réf"', set()),
        ("peur OR partout", {1000, 2000}),
        ("confiance -armée", {1000}),
        ("(peur école) OR (confiance armée)", {0, 2000}),
        ("zèbre", set()),
        ("?!", set()),
    ],
)
def test_finds(index: Path, typed: str, starts: set[int]) -> None:
    """Words in any form, phrases as they are, beginnings, either-or and not."""
    found = search(index, {GAO: SPOKEN[GAO]}, typed)

    assert starts == {passage.said.start for passage in found.passages}
    assert len(starts) == found.total


def test_puts_words_in_a_row_first(index: Path) -> None:
    """What may have been meant as a phrase ranks before the words apart."""
    apart = spoken("la confiance manque de tout", "un manque de confiance ici")

    assert ["un manque de confiance ici", "la confiance manque de tout"] == texts(
        search(index, corpus(a=apart), "manque de confiance")
    )


def test_puts_the_very_word_first(index: Path) -> None:
    """Other forms of a word come after the one that was typed."""
    forms = spoken("des migrations", "une migration")

    assert ["une migration", "des migrations"] == texts(
        search(index, corpus(a=forms), "migration")
    )


def test_gives_what_is_said_before_and_after(index: Path) -> None:
    """Context stays within the transcript."""
    (passage,) = search(index, SPOKEN, "peur", context=2).passages
    (first,) = search(index, SPOKEN, "crime", context=2).passages

    assert [0, 1000] == [segment.start for segment in passage.before]
    assert [3000, 4000] == [segment.start for segment in passage.after]
    assert () == first.before
    assert ["They trust us."] == [segment.text for segment in first.after]


def test_gives_a_segment_as_it_was_said(index: Path) -> None:
    """Times, speaker and language come along; the language also where it is usual."""
    said = Segment(start=5, end=9, text="ni ce\nka kɛnɛ", speaker="Awa", language="bm")
    both = Transcript(
        language="fr", segments=(said, Segment(start=9, end=9, text="ni ce"))
    )

    found = search(index, corpus(a=both), "ce").passages

    assert {said, Segment(start=9, end=9, text="ni ce", language="fr")} == {
        passage.said for passage in found
    }


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("parle jeunes", "On ne parle que de la migration des jeunes."),
        ('"que de la migration"', "On ne parle que de la migration des jeunes."),
        ('"parle que de la mig"*', "On ne parle que de la migration des jeunes."),
        ("(parle OR zèbre) jeune", "On ne parle que de la migration des jeunes."),
    ],
)
def test_looks_in_two_segments_when_no_single_one_has_it(
    index: Path, typed: str, said: str
) -> None:
    """Segments end where somebody breathed, not where a thought does."""
    found = search(index, SPOKEN, typed)

    assert Order.IN_A_ROW is found.order
    assert [said] == texts(found)
    assert 1 == found.total
    assert (3000, 4900) == (found.passages[0].said.start, found.passages[0].said.end)
    assert found.passages[0].marks


@pytest.mark.parametrize(
    "typed",
    [
        "jeunes crime",
        '"jeunes migration"',
        '"que la migration"',
        '"que de migration"',
        "parle jeunes -migration",
    ],
)
def test_does_not_find_over_any_other_border(index: Path, typed: str) -> None:
    """Not over the end of a transcript, nor past words that stand between."""
    assert 0 == search(index, SPOKEN, typed).total


def test_looks_in_two_segments_only_when_no_single_one_has_it(index: Path) -> None:
    """A single segment that says it all is always better."""
    two = spoken("la paix", "et la guerre", "la paix et la guerre")

    assert ["la paix et la guerre"] == texts(
        search(index, corpus(a=two), "paix guerre")
    )


def test_looks_only_where_it_is_told(index: Path) -> None:
    """In these transcripts, in segments that overlap these ranges."""
    early = {GAO: Look((TimeRange(0, 1000),))}
    late = {GAO: Look((TimeRange(1899, 1900), TimeRange(2000, 9000)))}

    def starts(typed: str, scope: Scope) -> set[int]:
        found = search(index, SPOKEN, typed, scope=scope)
        return {passage.said.start for passage in found.passages}

    assert {0} == starts("de OR manque", early)
    assert {1000, 2000, 3000, 4000} == starts("de OR manque", late)
    assert set() == starts("migration", early)
    assert set() == starts("confiance", {})
    assert {0} == starts("de OR manque", {GAO: Look((TimeRange(0, 1),))})
    assert {3000} == starts("parle jeunes", {GAO: Look((TimeRange(3000, 4001),))})
    assert set() == starts("parle jeunes", {GAO: Look((TimeRange(3000, 4000),))})


def test_looks_at_segments_that_last_no_time(index: Path) -> None:
    """Some programs write only when a line begins."""
    instant = corpus(a=Transcript(segments=(Segment(start=5, end=5, text="paix"),)))

    def total(start: int, end: int) -> int:
        scope = {TranscriptId("a"): Look((TimeRange(start, end),))}
        return search(index, instant, "paix", scope=scope).total

    assert 1 == total(5, 6)
    assert 0 == total(4, 5)


def test_looks_only_in_a_language(index: Path) -> None:
    """By the segment's own language; a region is a part of its language."""
    said = Transcript(
        language="fr-ML",
        segments=(
            Segment(start=0, end=1, text="paix"),
            Segment(start=1, end=2, text="paix", language="en"),
            Segment(start=2, end=3, text="paix", language="fro"),
        ),
    )

    def starts(language: str) -> list[int]:
        found = search(index, corpus(a=said), "paix", language=language)
        return [passage.said.start for passage in found.passages]

    assert [0] == starts("fr")
    assert [0] == starts("fr-ML")
    assert [1] == starts("en")
    assert [] == starts("bm")


def test_limits_what_it_returns_but_counts_all(index: Path) -> None:
    """The best come, and one knows how many there are."""
    found = search(index, SPOKEN, "confiance", limit=1)

    assert 2 == found.total
    assert 1 == len(found.passages)


def test_does_not_rank_what_too_many_have_in_common(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the first come as the library holds them, and the answer says so."""
    monkeypatch.setattr(ranking, "MOST_RANKED", 1)

    found = search(index, SPOKEN, "confiance", limit=1)

    assert Order.TOO_MANY is found.order
    assert 2 == found.total
    assert [0] == [passage.said.start for passage in found.passages]


def test_follows_the_transcripts(index: Path) -> None:
    """What is new is found, what has changed or gone is not."""
    changed = corpus(gao=spoken("Tout va bien."), segou=spoken("La confiance revient."))

    assert 2 == search(index, SPOKEN, "confiance").total
    assert ["La confiance revient."] == texts(search(index, changed, "confiance"))
    assert ["Tout va bien."] == texts(search(index, changed, "bien"))
    assert 0 == search(index, changed, "migration").total
    assert 0 == search(index, {}, "bien").total


def test_reads_only_what_changed(index: Path) -> None:
    """The second search reads nothing, the third one transcript of two."""

    def read(versions: dict[TranscriptId, str]) -> list[Indexed | Answer]:
        question = Question(query=parse("paix"))
        *events, _answer = ask(index, versions, SPOKEN.__getitem__, question)
        return events

    first = read({GAO: "1", MOPTI: "1"})
    second = read({GAO: "1", MOPTI: "1"})
    third = read({GAO: "1", MOPTI: "2"})

    assert [Indexed(GAO, 2), Indexed(MOPTI, 2)] == first
    assert [] == second
    assert [Indexed(MOPTI, 1)] == third


def test_goes_on_without_what_cannot_be_read(index: Path) -> None:
    """The rest is searched; what failed is said, and tried again the next time."""
    error = ReadFailed(path="gao.json", reason="Input/output error")

    def load(id_: TranscriptId) -> Transcript:
        if id_ == GAO:
            raise error
        return SPOKEN[id_]

    for _again in range(2):
        *events, answer = ask(
            index, {GAO: "1", MOPTI: "1"}, load, Question(query=parse("migration"))
        )

        assert Indexed(GAO, len(events), error) == events[0]
        assert isinstance(answer, Answer)
        assert ["Migration is not a crime."] == texts(answer)


def test_holds_no_word_of_what_was_taken_out(index: Path) -> None:
    """The words of a removed transcript do not stay in the file."""
    secret = corpus(secret=spoken("Le passeur s’appelle Ghorbanifar."))

    search(index, {**SPOKEN, **secret}, "paix")
    before = index.read_bytes()
    search(index, SPOKEN, "paix")
    after = index.read_bytes()

    assert b"Ghorbanifar" in before
    assert b"ghorbanifar" in before
    assert b"Ghorbanifar" not in after
    assert b"ghorbanifar" not in after


def test_takes_text_that_is_no_text(index: Path) -> None:
    """Half signs, zeros and very long words are stored and found like others."""
    odd = corpus(a=spoken("paix \ud800 \0 paix", "a" * 100_000, "𞤆𞤵𞤤𞤢𞤪"))

    assert 1 == search(index, odd, "paix").total
    assert 1 == search(index, odd, "a" * 100_000).total
    assert 1 == search(index, odd, "𞤨𞤵𞤤𞤢𞤪").total
