"""Every text is a query, and means what people expect of it."""

# ruff: noqa: RUF001 transcripts have typographic apostrophes
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.search.parsing import MOST_WORDS, parse
from mediakit.search.query import Both, Either, Node, Phrase, Query, Word


def spell(node: Node | None) -> str:
    """Write a query so that its structure can be seen."""
    match node:
        case None:
            return ""
        case Word(token):
            return token.folded
        case Phrase(words, begins):
            return f"<{' '.join(words)}{'*' if begins else ''}>"
        case Either(choices):
            return f"({' / '.join(map(spell, choices))})"
        case Both(wanted, unwanted):
            return f"[{' '.join([*map(spell, wanted), *map(minus, unwanted)])}]"


def minus(node: Node) -> str:
    """Write what is not wanted."""
    return f"-{spell(node)}"


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("confiance", "confiance"),
        ("confiance armée", "[confiance armee]"),
        ('"manque de confiance"', "<manque de confiance>"),
        ("«manque de» “la paix”", "[<manque de> <la paix>]"),
        ("migr*", "<migr*>"),
        ("migr*,", "<migr*>"),
        ('"la migr"*', "<la migr*>"),
        ('"migrations"', "<migrations>"),
        ("armée OR gendarmes", "(armee / gendarmes)"),
        ("armée OU gendarmes | police", "(armee / gendarmes / police)"),
        ("peur armée OR gendarmes", "[peur (armee / gendarmes)]"),
        ("(peur armée) OR gendarmes", "([peur armee] / gendarmes)"),
        ("paix -guerre", "[paix -guerre]"),
        ("-guerre paix", "[paix -guerre]"),
        ('paix -"la guerre" -camp*', "[paix -<la guerre> -<camp*>]"),
        ("paix -(guerre OR camp)", "[paix -(guerre / camp)]"),
        ("paix AND NOT guerre ET eau", "[paix eau -guerre]"),
        ("paix SAUF guerre", "[paix -guerre]"),
    ],
)
def test_reads(typed: str, means: str) -> None:
    """Words, phrases, beginnings, either-or and not."""
    assert means == spell(parse(typed).node)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("l'école", "ecole"),
        ("L’ÉCOLE", "ecole"),
        ("qu'elles", "elles"),
        ("d'or", "<d or>"),
        ("aujourd'hui", "<aujourd hui>"),
        ("n'a", "<n a>"),
        ("peut-être", "<peut etre>"),
        ('"l\'école"', "<l ecole>"),
        ("l'éco*", "<l eco*>"),
    ],
)
def test_reads_what_apostrophes_and_hyphens_join(typed: str, means: str) -> None:
    """An article that lost its vowel is left out; other parts stay in a row."""
    assert means == spell(parse(typed).node)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ('"manque de', "[manque de]"),
        ('paix"', "paix"),
        ("OR", "or"),
        ("ET", "et"),
        ("NOT", "not"),
        ("OR paix", "[or paix]"),
        ("paix OR", "[paix or]"),
        ("-guerre", "guerre"),
        ("-guerre -paix", "[guerre paix]"),
        ("paix OR -guerre", "(paix / guerre)"),
        ("NEAR(paix", "[near paix]"),
        ("NEAR(a b, 5)", "[near [a b 5]]"),
        ("words:paix", "<words paix>"),
        ("{words keys} : paix", "[words keys paix]"),
        ("^paix + eau", "[paix eau]"),
        ("*", ""),
        ("^", ""),
        ("-", ""),
        ("()", ""),
        (")(", ""),
        ("((paix", "paix"),
        ("paix))", "paix"),
        ("", ""),
        ("?!", ""),
        ('""', ""),
        ("a\0b", "<a b>"),
        ("'; DROP TABLE segments; --", "[drop table segments]"),
    ],
)
def test_reads_what_makes_no_sense_as_words(typed: str, means: str) -> None:
    """Nothing that is typed is refused."""
    assert means == spell(parse(typed).node)


def test_words_side_by_side_are_also_wanted_in_a_row() -> None:
    """Only where nothing but words was typed."""
    assert ("manque", "de", "l", "eau") == parse("manque de l'eau").in_a_row
    assert () == parse("manque").in_a_row
    assert () == parse("manque -eau").in_a_row
    assert () == parse("manque OR eau").in_a_row


def test_says_when_it_leaves_words_out() -> None:
    """A page that was pasted is cut, and the person is told."""
    page = " ".join(f"mot{number}" for number in range(MOST_WORDS + 1))

    assert parse(page).shortened
    assert not parse(page.rpartition(" ")[0]).shortened
    assert parse(f'"{page}"').shortened


@pytest.mark.parametrize(
    "typed",
    ["(" * 50_000, "(a " * 30_000, "a OR " * 20_000, "-" * 100_000, '"' * 99_999],
)
def test_reads_a_hundred_thousand_signs(typed: str) -> None:
    """However deep or long, the answer is a query."""
    assert isinstance(parse(typed), Query)


@given(st.text(alphabet="ab \"()-*|:^'«»\0é", max_size=40))
def test_reads_anything(typed: str) -> None:
    """Signs of the query language in any order make a query."""
    assert isinstance(parse(typed), Query)
