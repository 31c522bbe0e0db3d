"""Whatever is typed, the index finds what a slow and obvious search finds."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mediakit.model.transcript import Segment, Transcript
from mediakit.search.folding import Token, tokens
from mediakit.search.parsing import parse
from mediakit.search.query import Both, Either, Node, Phrase, Word
from mediakit.search.question import Order
from mediakit.search.stemming import query_keys, segment_keys
from tests.search.corpora import Corpus, corpus, search

WORDS = (
    "la", "l'école", "écoles", "école", "réfugié", "réfugiées", "paix", "pays", "cœur",
    "ɲɔgɔn", "migration", "Migrations", "peut-être", "السَّلَام", "d'or", "OR", "!",
)  # fmt: skip

segments = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
languages = st.sampled_from(["fr", "en", "bm", "ar", ""])


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Make one to three transcripts of a few segments."""
    said = st.lists(st.tuples(segments, languages), max_size=4)
    return corpus(
        **{
            name: Transcript(
                language=draw(languages),
                segments=tuple(
                    Segment(start=at, end=at + 1, text=text, language=language)
                    for at, (text, language) in enumerate(draw(said))
                ),
            )
            for name in draw(st.sampled_from(["a", "ab", "abc"]))
        }
    )


leaves = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["migr*", "réf*", "l'éc*", "nyogon", "refugie", "pa*"]),
    segments.map('"{}"'.format),
)
queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(" OR ".join),
        st.tuples(inner, inner).map(" -".join),
        inner.map("({})".format),
    ),
    max_leaves=5,
)
anything = st.one_of(
    st.text(), st.text(alphabet='"*()-|:^{}+ aO\0R«»éNEAR', max_size=60), queries
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place for an index."""
    return tmp_path_factory.mktemp("search") / "index.sqlite"


Said = tuple[tuple[Token, str], ...]
"""Words, each with the language of its segment."""


def meets(node: Node, said: Said) -> bool:
    """Tell whether words meet a query, by going through them one by one."""
    match node:
        case Word(token):
            keys = set(query_keys(token))
            return any(keys & set(segment_keys(word, tag)) for word, tag in said)
        case Phrase(words, begins):
            folded = [word.folded for word, _ in said]
            rows = (folded[at : at + len(words)] for at in range(len(folded)))
            return any(_is_row(row, words, begins=begins) for row in rows)
        case Either(choices):
            return any(meets(choice, said) for choice in choices)
        case Both(wanted, unwanted):
            return all(meets(each, said) for each in wanted) and not any(
                meets(each, said) for each in unwanted
            )


def _is_row(row: Sequence[str], words: Sequence[str], *, begins: bool) -> bool:
    if len(row) != len(words) or list(row[:-1]) != list(words[:-1]):
        return False
    return row[-1].startswith(words[-1]) if begins else row[-1] == words[-1]


def obvious(transcripts: Corpus, typed: str, size: int) -> Iterator[tuple[str, int]]:
    """Yield the transcript and start of *size* segments in a row that meet a query."""
    node = parse(typed).node
    for name, transcript in transcripts.items():
        said = [
            tuple((w, s.language or transcript.language) for w in tokens(s.text))
            for s in transcript.segments
        ]
        rows = [(one,) for one in said] if size == 1 else list(pairwise(said))
        for at, row in enumerate(rows):
            if node and meets(node, sum(row, ())):
                yield name, at


@given(corpora(), queries)
@settings(max_examples=150)
def test_finds_what_an_obvious_search_finds(
    index: Path, transcripts: Corpus, typed: str
) -> None:
    """In single segments, else in two in a row; each with a mark."""
    single = set(obvious(transcripts, typed, 1))
    found = search(index, transcripts, typed)

    assert (single or set(obvious(transcripts, typed, 2))) == {
        (passage.transcript, passage.said.start) for passage in found.passages
    }
    assert len(found.passages) == found.total
    assert bool(single) <= (found.order is Order.BEST_FIRST)
    assert all(passage.marks for passage in found.passages)


SMALL = corpus(
    a=Transcript(
        language="fr",
        segments=tuple(
            Segment(start=at, end=at + 1, text=text)
            for at, text in enumerate(("la paix", "au pays", "a é N"))
        ),
    )
)


@given(anything)
@example('"')
@example("NEAR(a b)")
@example("words : a")
@example("a\0b")
@example("*" * 100_000)
@example("a " * 50_000)
@example('"a ' * 30_000)
@example("(" * 100_000 + "a")
@example("(((((((((((a b) OR c) d) OR e) f) OR g) h) OR i) j) OR k) l) OR m")
@example(" ".join(f"(mot{n} OR autre{n})" for n in range(100)))
@example(" OR ".join(f'"a b mot{n}"' for n in range(100)))
@example("x " * 150 + "-" + " -".join(f"y{n}" for n in range(100)))
@settings(max_examples=300)
def test_any_text_is_a_query(index: Path, typed: str) -> None:
    """No text is refused, and none makes SQLite complain."""
    assert "" == search(index, SMALL, typed).not_kept


@pytest.mark.long
@given(anything)
@settings(max_examples=20_000)
def test_any_of_very_many_texts_is_a_query(index: Path, typed: str) -> None:
    """The same for a great many."""
    assert "" == search(index, SMALL, typed).not_kept


@pytest.mark.long
@given(corpora(), queries)
@settings(max_examples=1_500)
def test_finds_what_an_obvious_search_finds_very_often(
    index: Path, transcripts: Corpus, typed: str
) -> None:
    """The same for a great many."""
    single = set(obvious(transcripts, typed, 1))

    assert (single or set(obvious(transcripts, typed, 2))) == {
        (passage.transcript, passage.said.start)
        for passage in search(index, transcripts, typed).passages
    }
