"""Names are found however they are spelled."""

from pathlib import Path

import pytest

from mediakit.model.ids import TranscriptId
from mediakit.search.index import ask
from mediakit.search.parsing import parse
from mediakit.search.question import Answer, Question
from mediakit.search.sounding import is_alike, sound
from tests.search.corpora import Corpus, corpus, search, spoken, texts


@pytest.mark.parametrize(
    "names",
    [
        "tamasheq tamashek tamachek tamacheq tamasheck",
        "touareg touaregue tuareg twareg",
        "diallo jallo djallo",
        "traore",
        "toure ture tourre",
        "coulibaly koulibali kulibaly",
        "ousmane usman ousman",
        "fatoumata fatumata",
        "cheick cheikh sheikh",
        "peulh peul",
        "songhay songhai songhaï",
        "barkhane barkane",
    ],
)
def test_spellings_of_a_name_sound_alike(names: str) -> None:
    """As they are written in French, in English and by ear."""
    heard = [sound(name.replace("ï", "i")) for name in names.split()]

    assert all(is_alike(heard[0], other) for other in heard), heard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kidal", "kayes"),
        ("mali", "male"),
        ("confiance", "mefiance"),
        ("guerre", "terre"),
        ("eau", "eaux"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    """What is short is compared exactly, or not at all."""
    assert not sound(one) or not is_alike(sound(one), sound(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("mahamadu", "mahmadu"), ("mahamadu", "mahamedu"), ("mahamadu", "mahamaud")],
)
def test_one_slip_is_forgiven_in_long_words(one: str, other: str) -> None:
    """A letter less, another, or two the wrong way round."""
    assert is_alike(one, other)
    assert is_alike(other, one)


SAID = corpus(
    a=spoken("Je parle tamasheq.", "Le Tamachek se perd.", "Tamasheq encore."),
    b=spoken("On parle bambara."),
)


def _search(index: Path, said: Corpus, typed: str, *, similar: bool) -> Answer:
    question = Question(query=parse(typed), similar=similar)
    versions = {id_: str(hash(words)) for id_, words in said.items()}
    *_read, found = ask(index, versions, said.__getitem__, question)
    assert isinstance(found, Answer)
    return found


def test_finds_what_sounds_alike_if_asked(tmp_path: Path) -> None:
    """And marks it; if not asked, says that there is something."""
    index = tmp_path / "index.sqlite"

    plain = _search(index, SAID, "Tamashek", similar=False)
    wide = _search(index, SAID, "Tamashek", similar=True)

    assert (0, True) == (plain.total, plain.alike)
    assert (3, False) == (wide.total, wide.alike)
    assert {"tamasheq", "tamachek"} == {
        passage.said.text[start:end].lower()
        for passage in wide.passages
        for start, end in passage.marks
    }
    assert not _search(index, SAID, "bambara", similar=False).alike


def test_forgets_words_that_are_said_nowhere_any_more(tmp_path: Path) -> None:
    """Names of people who took their words back do not stay in a list."""
    index = tmp_path / "index.sqlite"
    search(index, SAID, "paix")
    before = index.read_bytes()
    left = {TranscriptId("b"): SAID[TranscriptId("b")]}

    assert not _search(index, left, "Tamashek", similar=False).alike
    assert b"tamachek" in before
    assert b"tamachek" not in index.read_bytes()
    assert ["On parle bambara."] == texts(search(index, left, "bambara"))
